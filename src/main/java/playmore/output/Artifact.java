package playmore.output;

import java.nio.file.Path;

/** Something that was made for the learner and lies on the disk: a picture, a table. */
public interface Artifact {

    /** Where it lies. */
    Path file();
}
