package playmore.terminal;

import java.io.IOException;
import java.util.List;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;

/** The terminal that this process writes to. */
public final class Screen {

    private Screen() {}

    /** How many columns it has; 0 where the output goes elsewhere, or to a terminal that shows no more than plain text. */
    public static int columns() {
        if ("dumb".equals(System.getenv("TERM"))) return 0;
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
