package playmore.output;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The desktop's viewers. */
final class Viewer {

    private Viewer() {}

    /**
     * Opens the file by the desktop's own command, not by {@link java.awt.Desktop}: the JDKs of
     * servers lack that, and where a screen is named but gone it takes PNGs down with it.
     */
    static boolean opened(Path path) {
        List<String> command = command(System.getProperty("os.name"), System.getenv().keySet(), path.toString());
        return !command.isEmpty() && opens(command);
    }

    /** Empty where there is no screen, by the names of what the environment sets. */
    static List<String> command(String os, Set<String> set, String file) {
        if (os.startsWith("Mac")) return List.of("open", file);
        if (os.startsWith("Windows")) {    // where only this says whether it opened anything
            String quoted = "'" + file.replaceAll("['‘’‚‛]", "$0$0") + "'";
            return List.of("powershell", "-NoProfile", "-Command", "Invoke-Item -LiteralPath " + quoted);
        }
        return set.contains("DISPLAY") || set.contains("WAYLAND_DISPLAY") ? List.of("xdg-open", file) : List.of();
    }

    /** Whether the program goes on, or has ended well. */
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
