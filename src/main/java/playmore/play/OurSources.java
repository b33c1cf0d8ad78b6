package playmore.play;

import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jdk.jshell.SourceCodeAnalysis;

/**
 * Lets JShell's analysis show the documentation of this project, too: it looks for that in sources, of
 * which it knows the JDK's only. That is inside the JDK; where another has it differently, nothing is shown.
 */
final class OurSources {

    private static final Path SOURCES = Path.of("src", "main", "java");

    private OurSources() {}

    static void addTo(SourceCodeAnalysis analysis) {
        if (!Files.isDirectory(SOURCES)) return;
        try {
            Method find = analysis.getClass().getDeclaredMethod("findSources");
            find.setAccessible(true);
            @SuppressWarnings("unchecked")
            List<Path> known = (List<Path>) find.invoke(analysis);
            known.add(SOURCES.toAbsolutePath());
        } catch (ReflectiveOperationException | RuntimeException e) {
            // Without it, Tab still tells the signatures.
        }
    }
}
