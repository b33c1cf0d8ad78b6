package playmore;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import playmore.output.Jar;
import playmore.output.UserError;

/** The folder in which the kit is installed: it holds the scripts, and the jar or {@code target/} with the jar. */
final class Installation {

    private static final String STARTUP = "startup.jsh";

    private Installation() {}

    /** Returns the file that every session begins with. */
    static Path startup() {
        return folder().resolve(STARTUP);
    }

    /** The folder of the chapters. */
    static Path scripts() {
        return folder().resolve("scripts");
    }

    /** As seen from the working folder, if it lies there. */
    private static Path folder() {
        Path parent = Jar.path().getParent();
        Path folder = Stream.of(parent, parent.getParent()).filter(f -> f != null && Files.exists(f.resolve(STARTUP)))
                .findFirst()
                .orElseThrow(() -> new UserError("There is no " + STARTUP + " beside " + Jar.path()
                        + ": leave the jar in the folder that it came in."));
        Path here = Path.of("").toAbsolutePath();
        return folder.startsWith(here) ? here.relativize(folder) : folder;
    }
}
