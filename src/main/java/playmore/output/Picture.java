package playmore.output;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import playmore.svg.InlineSvg;

/** A picture: an SVG that lies in the chapter's folder, and can be had under another name or as a PNG. */
public non-sealed class Picture implements Artifact {

    private final Path file;
    private final String description, svg;

    private static final int MOST = 20_000_000;    // characters, which pages hold several times

    /**
     * Writes {@code svg} to the next file of the chapter.
     *
     * @throws IllegalArgumentException if it is no SVG that pages can show, or something is null
     */
    protected Picture(String title, String description, String svg) {
        if (title == null || description == null || svg == null) {
            throw new IllegalArgumentException("A picture has a title, a description and an SVG: one of them is null");
        }
        if (svg.length() > MOST) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "The picture \"%s\" has %,d characters, and"
                    + " pages can show %,d: draw less", title, svg.length(), MOST));
        }
        InlineSvg.check(svg, title);
        this.file = Output.next(title, ".svg");
        this.description = description;
        this.svg = svg;
        Output.write(file, svg);
    }

    /**
     * A picture that lies on the disk, in the next file of the chapter, and is published.
     *
     * @param description what it shows, for those who cannot see it
     * @throws IllegalArgumentException if {@code svg} is no SVG that pages can show, or something is null
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
    public final <R> R accept(Visitor<R> visitor) {
        return visitor.picture(this);
    }

    @Override
    public final Path file() {
        return file;
    }

    /** What it shows, for those who cannot see it. */
    public final String description() {
        return description;
    }

    /** The SVG's text. */
    public final String svg() {
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
