package playmore.output;

import java.nio.file.Path;

/** Something made for the learner and saved in a file: a picture, a table or a page. */
public sealed interface Artifact permits Picture, ShownTable, Page {

    /** Has a method for each kind of artifact. */
    interface Visitor<R> {
        R picture(Picture picture);
        R table(ShownTable table);
        R page(Page page);
    }

    /** Calls the visitor's method for this kind of artifact. */
    <R> R accept(Visitor<R> visitor);

    /** The file that contains it. */
    Path file();

    /** Prints a table, and a picture if the terminal shows it. Prints nothing for a page, which {@link #open} shows. */
    default void print() {}

    /** The path of its file, relative to the working folder if the file is inside it. */
    default String place() {
        Path here = Path.of("").toAbsolutePath();
        Path there = file().toAbsolutePath().normalize();
        return (there.startsWith(here) ? here.relativize(there) : there).toString();
    }

    /** Opens its file in the desktop's viewer or browser. Without a desktop, prints the file's path. */
    default void open() {
        Path path = file().toAbsolutePath().normalize();
        if (!Viewer.opened(path)) System.out.println("No desktop here to open it on. The file is " + path);
    }
}
