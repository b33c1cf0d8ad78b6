package playmore.inline;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jline.nativ.CLibrary;
import org.jline.nativ.Kernel32;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;
import org.jline.utils.OSUtils;

/** Finds out what the terminal of this process can do. */
public final class Screen {

    private static final int STANDARD_OUTPUT = 1;
    private static final int ESCAPES = 4;    // ENABLE_VIRTUAL_TERMINAL_PROCESSING

    private Screen() {}

    /** Whether the terminal shows colours and the learner has not set {@code NO_COLOR}. */
    public static boolean hasColours() {
        String noColor = System.getenv("NO_COLOR");
        return columns() > 0 && (noColor == null || noColor.isEmpty()) && !"dumb".equals(System.getenv("TERM"))
                && (!OSUtils.IS_WINDOWS || consoleShowsColours());
    }

    /**
     * Turns on colours in the Windows console, which fails in old versions. Git Bash's terminal is not a console, and
     * it always shows colours.
     */
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

    /** The width of the terminal in columns; 0 if the output does not go to a terminal. */
    public static int columns() {
        for (String way : List.of("jni", "exec")) {    // native code, or the system's commands
            try {
                TerminalProvider provider = TerminalProvider.load(way);
                if (!provider.isSystemStream(SystemStream.Output)) {
                    if (OSUtils.IS_WINDOWS) continue;    // only commands recognize Git Bash's terminal
                    return 0;
                }
                int columns = provider.systemStreamWidth(SystemStream.Output);
                return columns > 0 ? columns : 80;
            } catch (IOException | RuntimeException | LinkageError e) {
                // Try the next way.
            }
        }
        return 0;
    }

    /** The size of the terminal in characters, and that of a character in pixels, 0 if the system does not know it. */
    record Size(int columns, int rows, int cellWidth, int cellHeight) {}

    /** The size of the terminal; empty if the system does not know, as on Windows. */
    static Optional<Size> size() {
        try {
            CLibrary.WinSize size = new CLibrary.WinSize();
            CLibrary.ioctl(STANDARD_OUTPUT, CLibrary.TIOCGWINSZ, size);
            if (size.ws_col <= 0 || size.ws_row <= 0) return Optional.empty();
            return Optional.of(new Size(size.ws_col, size.ws_row, size.ws_xpixel / size.ws_col,
                    size.ws_ypixel / size.ws_row));
        } catch (RuntimeException | LinkageError e) {
            return Optional.empty();
        }
    }
}
