package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The scripts mean the same to jshell, all of them in one session and in their order, and alone to the replay. */
class ScriptsTest {

    @Test
    void everyScriptPrintsAndWritesInJShellAfterTheOthersWhatItDoesAloneInTheReplay() throws IOException {
        List<Path> scripts = Chapters.scripts();
        Map<String, Transcript> jshell = JShellProcess.run(scripts);
        assertEquals(scripts.size() + 1, jshell.size(), "each script, and startup.jsh: " + jshell.keySet());
        for (Path script : scripts) {
            String name = JShellProcess.name(script);
            Transcript alone = Chapters.transcript(name), inTurn = jshell.get(name);
            assertEquals(alone.repeatable(), inTurn.repeatable(), name);
            assertEquals(alone.files(), inTurn.files(), name);
        }
    }
}
