package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The exercises in the session of chapter 21, where a learner solves them. */
class SolutionsTest {

    @Test
    void whatSolutionPrintsIsAccepted(@TempDir Path temp) throws IOException {
        StringBuilder typed = new StringBuilder();
        for (int i = 1; i <= 6; i++) {
            typed.append("print(\"solution " + i + "\"); solution(" + i + ")\n");
            typed.append(Files.readString(Path.of("src/main/resources/playmore/lesson/solution-" + i + ".jsh")));
            typed.append("print(\"answer " + i + ":\", check" + i + "())\n");
        }
        typed.append("print(\"solved =\", checks().stream().filter(v -> v.right()).count())\n");
        Path answers = Files.writeString(temp.resolve("answers.jsh"), typed);
        Transcript run = JShellProcess.run(List.of(Path.of("scripts/21-exercises.jsh"), answers)).get("answers");
        for (int i = 1; i <= 6; i++) {
            List<String> verdict = run.lines("answer " + i + ":");
            assertEquals(1, verdict.size());
            assertTrue(verdict.get(0).startsWith("answer " + i + ": Right: "), verdict::toString);
            String printed = "solution " + i + "\n" + Files.readString(Path.of("src/main/resources/playmore/lesson/solution-" + i + ".jsh"));
            assertTrue(run.text().contains(printed), () -> printed + "\nin\n" + run.text());
        }
        assertEquals(6, run.number("solved"));
    }
}
