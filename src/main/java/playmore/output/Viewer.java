package playmore.output;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Opens files in the desktop's viewers. */
final class Viewer {

    private Viewer() {}

    /**
     * Opens the file with the desktop's command. {@link java.awt.Desktop} is missing in the JDKs of servers, and if
     * {@code DISPLAY} names a screen that is gone, it would make PNGs fail too.
     *
     * @return whether a viewer opened it
     */
    static boolean opened(Path path) {
        List<String> command = command(System.getProperty("os.name"), System.getenv().keySet(), path.toString());
        return !command.isEmpty() && opens(command);
    }

    /** The command that opens the file; empty if no environment variable in {@code set} names a screen. */
    static List<String> command(String os, Set<String> set, String file) {
        if (os.startsWith("Mac")) return List.of("open", file);
        if (os.startsWith("Windows")) {    // other commands do not report whether they opened it
            String quoted = "'" + file.replaceAll("['‘’‚‛]", "$0$0") + "'";
            return List.of("powershell", "-NoProfile", "-Command", "Invoke-Item -LiteralPath " + quoted);
        }
        return set.contains("DISPLAY") || set.contains("WAYLAND_DISPLAY") ? List.of("xdg-open", file) : List.of();
    }

    /** Whether the program is still running after two seconds, or has succeeded. */
    static boolean opens(List<String> command) {
        try {
            Process viewer = new ProcessBuilder(command).redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD).start();
            return !viewer.waitFor(2, TimeUnit.SECONDS) || viewer.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
