package playmore.output;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The desktop's viewers. */
final class Viewer {

    private Viewer() {}

    /**
     * Opens the file by the desktop's own command, not by {@link java.awt.Desktop}: the JDKs of
     * servers lack that, and where a screen is named but gone it takes PNGs down with it.
     */
    static boolean opened(Path path) {
        String os = System.getProperty("os.name");
        List<String> command;
        if (os.startsWith("Mac")) command = List.of("open", path.toString());
        else if (os.startsWith("Windows")) command = List.of("rundll32", "url.dll,FileProtocolHandler", path.toString());
        else if (System.getenv("DISPLAY") == null && System.getenv("WAYLAND_DISPLAY") == null) return false;
        else command = List.of("xdg-open", path.toString());
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
