package playmore.output;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kit's jar, and the resources in it. */
public final class Jar {

    private Jar() {}

    /** The path of the jar, or of the folder with the classes that this process runs. */
    public static Path path() {
        try {
            return Path.of(Jar.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The class path of this process, with the targets of symbolic links. For a link, the compiler would look for the
     * jar's libraries in the wrong folder, the one with the link.
     */
    public static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator)).map(Jar::followed)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String followed(String entry) {
        Path path = Path.of(entry);
        try {
            return Files.isSymbolicLink(path) ? path.toRealPath().toString() : entry;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of a resource in the package of {@code owner}. Its lines end with {@code \n}. */
    public static String text(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
