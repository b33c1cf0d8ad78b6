package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All scripts one after the other in a single session, as a learner goes through the lecture. */
class InOrderTest {

    @Test
    void everyScriptPrintsAndWritesWhatItDoesAlone() throws IOException {
        List<Path> scripts;
        try (Stream<Path> files = Files.list(Path.of("scripts"))) {
            scripts = files.filter(f -> f.toString().endsWith(".jsh")).sorted().toList();
        }
        Map<String, Transcript> inOrder = JShellProcess.run(scripts);
        assertEquals(scripts.size() + 1, inOrder.size(), "each script, and startup.jsh: " + inOrder.keySet());
        for (Path script : scripts) {
            String name = script.getFileName().toString().replace(".jsh", "");
            Transcript alone = JShellProcess.run(name);
            assertEquals(alone.repeatable(), inOrder.get(name).repeatable(), name);
            assertEquals(alone.files(), inOrder.get(name).files(), name);
        }
    }
}
