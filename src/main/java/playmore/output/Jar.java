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

/** The kit's own jar. */
public final class Jar {

    private Jar() {}

    /** Where it lies, or the folder of classes that this process runs from. */
    public static Path path() {
        try {
            return Path.of(Jar.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The class path of this process. A link to a jar is followed, as the compiler looks for the libraries that a jar
     * names in the folder of the link.
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

    /** A text that lies beside {@code owner} in it, its lines ended alike, whatever tool had the sources. */
    public static String text(Class<?> owner, String name) {
        try (InputStream in = owner.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
