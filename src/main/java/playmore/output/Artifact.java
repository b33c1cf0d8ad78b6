package playmore.output;

import java.nio.file.Path;

/** Something that was made for the learner and lies on the disk: a picture, a table, a page; there is nothing else. */
public sealed interface Artifact permits Picture, ShownTable, Page {

    /** Visits the three kinds of artifacts. */
    interface Visitor<R> {
        R picture(Picture picture);
        R table(ShownTable table);
        R page(Page page);
    }

    /** Calls the method of the visitor for this kind. */
    <R> R accept(Visitor<R> visitor);

    /** Where it lies. */
    Path file();

    /** Prints what a session at the prompt shows of it: all of a table, nothing of what is to be opened. */
    default void print() {}

    /** Where it lies, as seen from the working folder. */
    default String place() {
        Path here = Path.of("").toAbsolutePath();
        Path there = file().toAbsolutePath().normalize();
        return (there.startsWith(here) ? here.relativize(there) : there).toString();
    }

    /** Shows it in the desktop's viewer or browser; where there is none, says where it lies. */
    default void open() {
        Path path = file().toAbsolutePath().normalize();
        if (!Viewer.opened(path)) System.out.println("No desktop here to open it on. The file is " + path);
    }
}
