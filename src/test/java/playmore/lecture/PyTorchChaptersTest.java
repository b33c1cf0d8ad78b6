package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import playmore.Needs;
import playmore.pytorch.PyTorch;

/** The chapters that use PyTorch do without it, and show the code that they run. */
class PyTorchChaptersTest {

    @Test
    void withoutPyTorchTheySaySoAndShowNoNumberOfIts() {
        String without = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("djl")).collect(Collectors.joining(File.pathSeparator));
        Map<String, Transcript> runs = JShellProcess.run(List.of(script("13-pytorch"), script("22-efficiency")), without);

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

    /** The code that a chapter shows is the code that it runs. */
    @ParameterizedTest
    @CsvSource({"13-pytorch, 1, TorchNeuron", "22-efficiency, 1, TorchMoons"})
    void shownCodeIsTheSourceThatRuns(String chapter, int count, String file) throws IOException {
        String source = bare(Files.readString(Path.of("src/main/java/playmore/pytorch", file + ".java"))
                .replaceAll("(?s)/\\*\\*.*?\\*/", "").replaceAll("\\b(public|private|static) ", ""));
        List<String> blocks = shownCode(chapter);
        assertEquals(count, blocks.size());
        for (String block : blocks) {
            assertTrue(source.contains(bare(block)), "not in " + file + ".java:\n" + block);
        }
    }

    /** And a learner can type it. */
    @Test
    void shownCodeRunsAtThePrompt(@TempDir Path temp) throws IOException {
        Needs.that(PyTorch.isAvailable(), PyTorch.missing());
        Path typed = Files.writeString(temp.resolve("typed.jsh"), """
                import playmore.pytorch.*;
                import ai.djl.ndarray.*; import ai.djl.ndarray.types.*; import ai.djl.training.*;
                """ + shownCode("13-pytorch").get(0) + """
                neuron("float64").forEach((name, number) -> print("PyTorch:", name, "=", number));
                """);
        Transcript run = JShellProcess.run(List.of(typed)).get("typed");
        assertEquals(6, run.lines("PyTorch:").size());
        assertEquals(Chapters.transcript("13-pytorch").lines("PyTorch:"), run.lines("PyTorch:"));
    }

    private static Path script(String chapter) {
        return Path.of("scripts", chapter + ".jsh");
    }

    private static List<String> shownCode(String chapter) throws IOException {
        return Pattern.compile("(?sm)^// ```java\n(.*?)^// ```$").matcher(Files.readString(script(chapter))).results()
                .map(MatchResult::group).map(block -> block.replaceAll("(?m)^// ?(```.*)?", "")).toList();
    }

    /** Without indentation and empty lines. */
    private static String bare(String code) {
        return code.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }
}
