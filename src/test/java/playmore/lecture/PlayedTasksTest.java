package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import playmore.Beside;
import playmore.pytorch.PyTorch;
import playmore.replay.Script;

/** What every chapter says under <em>Try it</em> comes out as it says in {@code play}, too, at the end of the chapter. */
@Beside
class PlayedTasksTest {

    @Test
    void everyTaskComesOutAsItSays() throws Exception {
        Path project = Project.make(Project.temp("play-test"));
        List<Script> chapters = Script.all(Path.of("scripts"));
        for (Script chapter : chapters) Files.copy(chapter.file(), project.resolve("scripts").resolve(chapter.file().getFileName()));
        if (PyTorch.isAvailable()) Files.createSymbolicLink(project.resolve("target/pytorch"), Path.of("target/pytorch").toAbsolutePath());
        List<Executable> checks = new ArrayList<>();
        try (PlayProcess play = new PlayProcess(project, Map.of())) {
            for (Script chapter : chapters) {
                play.type("/go " + chapter.number() + "/1");
                assertTrue(play.place().startsWith(chapter.number() + " 1/"), play.place());
                play.type("/go " + play.place().replaceFirst(".*/", ""));
                for (String said = ""; !said.contains("This is the end of the chapter."); ) said = play.type("");
                assertEquals(chapter.number() + " ✓", play.place());
                for (Task task : Task.of(chapter)) {
                    if (task.code().isEmpty() || task.usesPyTorch() && !PyTorch.isAvailable()) continue;
                    String reply = play.type(task.played(project));
                    checks.add(() -> assertEquals("", TryItTest.wrong(task.says(), asInJShell(reply)), () -> chapter.number() + " " + task.text()));
                }
            }
        }
        assertAll(checks);
    }

    private static String asInJShell(String reply) {
        return reply.replaceAll("(?m)^ +→ ", "").replaceAll("(?m)^ +✗ ", "Error:\n").replaceAll("(?m)^ +(wrote )?", "");
    }
}
