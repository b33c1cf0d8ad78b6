package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import playmore.Beside;

/** The chapters that use PyTorch do without it. */
@Beside
class WithoutPyTorchTest {

    @Test
    void withoutPyTorchTheySaySoAndShowNoNumberOfIts() {
        String without = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("djl")).collect(Collectors.joining(File.pathSeparator));
        Map<String, Transcript> runs = JShellProcess.run(List.of(Path.of("scripts/13-pytorch.jsh"), Path.of("scripts/22-efficiency.jsh")), without);

        Transcript run = runs.get("13-pytorch");
        assertEquals(1, run.lines("PyTorch is").size(), run::text);
        assertEquals(Math.sqrt(0.5), run.number("o ="), 1e-12);
        assertEquals(0, run.number("largest difference from the bump"), 1e-6);
        assertEquals(List.of("Verdict: two ways, one answer; the third, PyTorch, is not here."), run.lines("Verdict"));
        assertEquals(List.of(), run.lines("PyTorch:"));
        assertEquals(List.of(), run.lines("float32:"));
        assertEquals("node,data,ours,by bump,largest difference", run.csv("03-gradients-three-ways").lines().findFirst().orElseThrow());
        double[] gradients = {-1.5, 1, 0.5, 0, 0.5, 0.5, 0.5, 0.5, 0.5, 1};
        assertEquals(gradients.length, run.rows("03-gradients-three-ways").size());
        for (int i = 0; i < gradients.length; i++) {
            assertEquals(gradients[i], run.column("03-gradients-three-ways", 2)[i], 1e-12);
            assertEquals(gradients[i], run.column("03-gradients-three-ways", 3)[i], 1e-6);
        }

        run = runs.get("22-efficiency");
        assertEquals(1, run.lines("PyTorch is").size(), run::text);
        assertEquals("points,eager,replay", run.csv("02-microseconds-a-step").lines().findFirst().orElseThrow());
        assertEquals(List.of("01-an-eager-step.csv", "02-microseconds-a-step.csv", "03-time-of-a-step.svg"), run.files());
    }
}
