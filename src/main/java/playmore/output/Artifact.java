package playmore.output;

import java.nio.file.Path;

/** Something that was made for the learner and lies on the disk: a picture, a table, a page. */
public interface Artifact {

    /** Where it lies. */
    Path file();

    /** Where it lies, as seen from the working folder. */
    default String place() {
        Path here = Path.of("").toAbsolutePath();
        Path there = file().toAbsolutePath().normalize();
        return (there.startsWith(here) ? here.relativize(there) : there).toString();
    }

    /** Shows it in the desktop's viewer or browser; where there is none, says where it lies. */
    default void open() {
        Path path = file().toAbsolutePath().normalize();
        if (!Viewer.opened(path)) System.out.println("There is no desktop to open it on; it lies in " + path);
    }
}
