package playmore.terminal;

import java.io.IOException;
import java.util.List;
import org.jline.nativ.Kernel32;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;
import org.jline.utils.OSUtils;

/** The terminal that this process writes to. */
public final class Screen {

    private static final int ESCAPES = 4;    // ENABLE_VIRTUAL_TERMINAL_PROCESSING

    private Screen() {}

    /** Whether it shows colours, and they are wanted: the environment has no {@code NO_COLOR}. */
    public static boolean hasColours() {
        String not = System.getenv("NO_COLOR");
        return columns() > 0 && (not == null || not.isEmpty()) && !"dumb".equals(System.getenv("TERM"))
                && (!OSUtils.IS_WINDOWS || consoleShowsColours());
    }

    /** Tells Windows' console to show colours, which old ones cannot. Git Bash's terminal is no console and shows them anyway. */
    private static boolean consoleShowsColours() {
        try {
            long console = Kernel32.GetStdHandle(Kernel32.STD_OUTPUT_HANDLE);
            int[] mode = new int[1];
            return Kernel32.GetConsoleMode(console, mode) == 0
                    || Kernel32.SetConsoleMode(console, mode[0] | ESCAPES) != 0;
        } catch (RuntimeException | LinkageError e) {
            return false;
        }
    }

    /** How many columns it has; 0 where the output goes elsewhere. */
    public static int columns() {
        for (String way : List.of("jni", "exec")) {    // native code, or else the system's commands
            try {
                TerminalProvider provider = TerminalProvider.load(way);
                if (!provider.isSystemStream(SystemStream.Output)) {
                    if (OSUtils.IS_WINDOWS) continue;    // Git Bash's terminal is none to Windows
                    return 0;
                }
                int columns = provider.systemStreamWidth(SystemStream.Output);
                return columns > 0 ? columns : 80;
            } catch (IOException | RuntimeException | LinkageError e) {
                // The next one.
            }
        }
        return 0;
    }
}
