package playmore.output;

import java.nio.file.Path;
import java.util.function.Supplier;

/** A picture: an SVG that lies in the chapter's folder, and can be had under another name or as a PNG. */
public non-sealed class Picture implements Artifact {

    private final Path file;
    private final String description, svg;

    /** Writes {@code svg} to the next file of the chapter. */
    protected Picture(String title, String description, String svg) {
        this.file = Output.next(title, ".svg");
        this.description = description;
        this.svg = svg;
        Output.write(file, svg);
    }

    /**
     * A picture that lies on the disk, in the next file of the chapter, and is published.
     *
     * @param description what it shows, for those who cannot see it
     */
    public static Picture of(String title, String description, String svg) {
        Picture picture = new Picture(title, description, svg);
        Output.publish(picture);
        return picture;
    }

    /** The same, of which the title says enough. */
    public static Picture of(String title, String svg) {
        return of(title, title, svg);
    }

    @Override
    public <R> R as(Kinds<R> kinds) {
        return kinds.picture(this);
    }

    @Override
    public Path file() {
        return file;
    }

    /** What it shows, for those who cannot see it. */
    public String description() {
        return description;
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
     * The same as a PNG, for slides and notes that take no SVG, in twice as many pixels as the SVG counts;
     * large pictures in fewer, at most 3840 a side.
     *
     * @return where it lies; where Java cannot draw, for want of fonts, it says so, and this is where the SVG lies
     * @throws IllegalArgumentException if {@code name} is not a plain file name
     */
    public Path png(String name) {
        return png(name, () -> Png.of(svg));
    }

    /**
     * The same, {@code width} pixels wide.
     *
     * @throws IllegalArgumentException if it is not 1 to 16000 pixels wide, or has more than 32 million of them
     */
    public Path png(String name, int width) {
        return png(name, () -> Png.of(svg, width));
    }

    private Path png(String name, Supplier<byte[]> png) {
        Path named = Output.named(name, ".png");
        try {
            Output.write(named, png.get());
            return named;
        } catch (InternalError | LinkageError e) {    // the system lacks a library: no reason to stop a lecture
            Throwable cause = e;
            while (cause.getCause() != null) cause = cause.getCause();
            String why = cause.toString().replaceFirst("^.*[ /](?=lib[^ /]+: )", "");    // a library
            System.out.println("Java cannot draw " + named.getFileName() + " here (" + why + "): install what it lacks,"
                    + " on Debian and Ubuntu with apt-get install libharfbuzz0b fontconfig fonts-dejavu-core;"
                    + " the SVG is there, " + place());
            return file;
        }
    }

    /** Where it lies, as seen from the working folder. */
    @Override
    public String toString() {
        return place();
    }
}
