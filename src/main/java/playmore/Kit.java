package playmore;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where the kit lies: the jar, and the folder that has it, or has it in {@code target/}, with the scripts beside. */
final class Kit {

    private static final String STARTUP = "startup.jsh";

    private Kit() {}

    /** What sessions begin with. */
    static Path startup() {
        return folder().resolve(STARTUP);
    }

    /** The folder of the chapters. */
    static Path scripts() {
        return folder().resolve("scripts");
    }

    /** As seen from the working folder, if it lies there. */
    private static Path folder() {
        Path parent = jar().getParent();
        Path folder = Stream.of(parent, parent.getParent()).filter(f -> f != null && Files.exists(f.resolve(STARTUP))).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no " + STARTUP + " beside " + jar()
                        + ": leave the jar in the folder that it came in."));
        Path here = Path.of("").toAbsolutePath();
        return folder.startsWith(here) ? here.relativize(folder) : folder;
    }

    /** The jar, or the folder of classes, that this process runs from. */
    static Path jar() {
        try {
            return Path.of(Kit.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
