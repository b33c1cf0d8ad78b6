package playmore.replay;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jdk.jshell.SourceCodeAnalysis;
import playmore.output.Jar;

/**
 * Lets JShell's analysis show the documentation of this project, too: it looks for that in sources, of
 * which it knows the JDK's only. Ours are in the jar. That is inside the JDK, whose process must be started with
 * {@code --add-opens jdk.jshell/jdk.jshell=ALL-UNNAMED}; where another has it differently, nothing is shown.
 */
public final class JavadocAtPrompt {

    private static final String IN_JAR = "META-INF/sources";

    private static Path sources;

    private JavadocAtPrompt() {}

    /** Lets Tab at a parenthesis show the Javadoc of the kit's methods. */
    public static void addTo(SourceCodeAnalysis analysis) {
        try {
            Method find = analysis.getClass().getDeclaredMethod("findSources");
            find.setAccessible(true);
            @SuppressWarnings("unchecked")
            List<Path> known = (List<Path>) find.invoke(analysis);
            known.add(sources());
        } catch (ReflectiveOperationException | IOException | RuntimeException e) {
            // Without it, Tab still tells the signatures.
        }
    }

    private static synchronized Path sources() throws IOException {
        if (sources == null) {
            Path own = Jar.path();
            sources = Files.isDirectory(own) ? own.resolve(IN_JAR) : FileSystems.newFileSystem(own).getPath(IN_JAR);
        }
        return sources;
    }
}
