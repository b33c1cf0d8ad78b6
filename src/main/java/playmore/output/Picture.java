package playmore.output;

import java.awt.AWTError;
import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Path;

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
        String reason = "there is no desktop here";
        try {
            if (!GraphicsEnvironment.isHeadless() && Desktop.isDesktopSupported()) {
                Desktop.getDesktop().open(file.toFile());
                return;
            }
        } catch (IOException | AWTError | LinkageError e) {    // no viewer for SVG, no display, no libraries for one
            reason = e.getMessage();
        }
        System.out.println("Cannot open the picture (" + reason + "); it is " + file.toAbsolutePath().normalize());
    }

    /** Where it lies, as seen from the working folder. */
    @Override
    public String toString() {
        Path here = Path.of("").toAbsolutePath();
        Path there = file.toAbsolutePath().normalize();
        return (there.startsWith(here) ? here.relativize(there) : there).toString();
    }
}
