package playmore.terminal;

import java.io.IOException;
import java.util.List;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;

/** The terminal that this process writes to. */
public final class Screen {

    private Screen() {}

    /** Whether it shows colours, and they are wanted: the environment has no {@code NO_COLOR}. */
    public static boolean hasColours() {
        String not = System.getenv("NO_COLOR");
        return columns() > 0 && (not == null || not.isEmpty()) && !"dumb".equals(System.getenv("TERM"));
    }

    /** How many columns it has; 0 where the output goes elsewhere. */
    public static int columns() {
        for (String way : List.of("jni", "exec")) {    // native code, or else the system's commands
            try {
                TerminalProvider provider = TerminalProvider.load(way);
                if (!provider.isSystemStream(SystemStream.Output)) return 0;
                int columns = provider.systemStreamWidth(SystemStream.Output);
                return columns > 0 ? columns : 80;
            } catch (IOException | RuntimeException | LinkageError e) {
                // The next one.
            }
        }
        return 0;
    }
}
