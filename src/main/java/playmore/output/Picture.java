package playmore.output;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import playmore.inline.Protocol;
import playmore.inline.TerminalPictures;
import playmore.svg.InlineSvg;

/** A picture, saved as SVG in the chapter's folder. It can also be saved under another name or as PNG. */
public non-sealed class Picture implements Artifact {

    private final Path file;
    private final String description, svg;

    private static final int MAX_LENGTH = 20_000_000;    // characters; pages contain the SVG several times

    /**
     * Writes {@code svg} to the next file of the chapter.
     *
     * @throws IllegalArgumentException if pages cannot show the SVG, or an argument is null
     */
    protected Picture(String title, String description, String svg) {
        if (title == null || description == null || svg == null) {
            throw new IllegalArgumentException("A picture has a title, a description and an SVG: one of them is null");
        }
        if (svg.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "The picture \"%s\" has %,d characters, and"
                    + " pages can show %,d: draw less", title, svg.length(), MAX_LENGTH));
        }
        InlineSvg.parse(svg, title);    // throws if it is not an SVG
        this.file = Output.next(title, ".svg");
        this.description = description;
        this.svg = svg;
        Output.write(file, svg);
    }

    /**
     * Writes {@code svg} to the next file of the chapter, and publishes the picture.
     *
     * @param description describes the picture for readers who cannot see it
     * @throws IllegalArgumentException if pages cannot show the SVG, or an argument is null
     */
    public static Picture of(String title, String description, String svg) {
        Picture picture = new Picture(title, description, svg);
        Output.publish(picture);
        return picture;
    }

    /** The same, with the title as the description. */
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

    /** Describes the picture for readers who cannot see it. */
    public final String description() {
        return description;
    }

    /** The SVG's text. */
    public final String svg() {
        return svg;
    }

    /**
     * Also writes the picture to a file with this name in the current folder.
     *
     * @return the file
     * @throws IllegalArgumentException if {@code name} is not a plain file name
     */
    public Path svg(String name) {
        Path named = Output.named(name, ".svg");
        Output.write(named, svg);
        return named;
    }

    /**
     * Also writes the picture as PNG, for slides and programs that cannot show SVG. It has twice as many pixels as the
     * SVG, but at most 3840 per side.
     *
     * @return the file; if Java cannot draw here because the system has no fonts, prints that and returns the SVG file
     * @throws IllegalArgumentException if {@code name} is not a plain file name
     */
    public Path png(String name) {
        return png(name, () -> Png.of(svg));
    }

    /**
     * The same, {@code width} pixels wide.
     *
     * @throws IllegalArgumentException if {@code width} is not 1 to 16000, or the PNG would have over 32 million pixels
     */
    public Path png(String name, int width) {
        return png(name, () -> Png.of(svg, width));
    }

    private Path png(String name, Supplier<byte[]> png) {
        Path named = Output.named(name, ".png");
        try {
            Output.write(named, png.get());
            return named;
        } catch (InternalError | LinkageError e) {    // a library is missing: the lecture need not stop
            Throwable cause = e;
            while (cause.getCause() != null) cause = cause.getCause();
            String why = cause.toString().replaceFirst("^.*[ /](?=lib[^ /]+: )", "");    // from its name on
            System.out.println("Java cannot draw " + named.getFileName() + " here (" + why + "): install what it lacks,"
                    + " on Debian and Ubuntu with apt-get install libharfbuzz0b fontconfig fonts-dejavu-core;"
                    + " the SVG is there, " + place());
            return file;
        }
    }

    /** What the terminal shows of the picture, {@code ""} if that shows none. */
    public String inTerminal() {
        TerminalPictures terminal = TerminalPictures.here();
        if (terminal.protocol() == Protocol.OFF) return "";
        try {
            if (terminal.showsPixels()) {
                return terminal.shown(Png.image(svg, size -> terminal.scale(size.width, size.height)));
            }
        } catch (InternalError | LinkageError e) {
            // Java cannot draw here, for want of a library. png(...) says which.
        }
        return terminal.coloured(inText(terminal.room(), terminal.lines()));
    }

    /**
     * The picture as lines of text, for terminals that show no pictures and for screen readers.
     *
     * @param columns the most columns of a line
     * @param rows the most lines
     */
    protected String inText(int columns, int rows) {
        return description + "\n";
    }

    @Override
    public final void print() {
        System.out.print(inTerminal());
    }

    /** The path of its file, relative to the working folder. */
    @Override
    public String toString() {
        return place();
    }
}
