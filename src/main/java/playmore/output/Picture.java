package playmore.output;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A picture: an SVG that lies in the chapter's folder, and can be had under another name or as a PNG. */
public class Picture implements Artifact {

    private final Path file;
    private final String svg;

    /** Writes {@code svg} to the next file of the chapter. */
    protected Picture(String title, String svg) {
        this.file = Output.next(title, ".svg");
        this.svg = svg;
        Output.write(file, svg);
    }

    /** A picture that lies on the disk, in the next file of the chapter, and is published. */
    public static Picture of(String title, String svg) {
        Picture picture = new Picture(title, svg);
        Output.publish(picture);
        return picture;
    }

    @Override
    public Path file() {
        return file;
    }

    /** The SVG's text. */
    public String svg() {
        return svg;
    }

    /**
     * Writes the picture once more, to the current folder, by a name of your own.
     *
     * @return where it lies
     * @throws IllegalArgumentException if {@code name} is not a plain file name
     */
    public Path svg(String name) {
        Path named = Output.named(name, ".svg");
        Output.write(named, svg);
        return named;
    }

    /**
     * The same as a PNG, for notes that take no SVG, in twice as many pixels as the SVG counts; large
     * pictures in fewer, at most 8000 a side.
     *
     * @return where it lies
     * @throws IllegalArgumentException if {@code name} is not a plain file name
     * @throws IllegalStateException if Java cannot draw here, for want of fonts
     */
    public Path png(String name) {
        Path named = Output.named(name, ".png");
        Output.write(named, Png.of(svg));
        return named;
    }

    /** Shows the picture in the desktop's viewer or browser; where there is none, says where it lies. */
    public void open() {
        Path path = file.toAbsolutePath().normalize();
        if (!opened(path)) System.out.println("There is no desktop to open it on; the picture is " + path);
    }

    /**
     * Opens the file by the desktop's own command, not by {@link java.awt.Desktop}: the JDKs of
     * servers lack that, and where a screen is named but gone it takes PNGs down with it.
     */
    private static boolean opened(Path path) {
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

    /** Where it lies, as seen from the working folder. */
    @Override
    public String toString() {
        Path here = Path.of("").toAbsolutePath();
        Path there = file.toAbsolutePath().normalize();
        return (there.startsWith(here) ? here.relativize(there) : there).toString();
    }
}
