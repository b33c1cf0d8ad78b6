package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import playmore.replay.Script;

/** The scripts mean the same to jshell, one after the other and whatever was typed between, and alone to the replay. */
class ScriptsTest {

    @Test
    void everyScriptPrintsAndWritesInJShellAfterTheOthersWhatItDoesAloneInTheReplay() throws IOException, InterruptedException {
        for (Script script : Script.all(Path.of("scripts"))) {
            Transcript alone = Chapters.transcript(script.name());
            Opened inTurn = Opened.run(script);
            assertEquals(alone.repeatable(), new Transcript(script.name(), inTurn.printed(), alone.folder()).repeatable(), script.name());
            assertEquals(alone.files(), inTurn.files(), script.name());
        }
    }
}
