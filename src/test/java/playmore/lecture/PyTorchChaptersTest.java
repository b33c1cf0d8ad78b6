package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import playmore.Needs;
import playmore.pytorch.PyTorch;

/** The chapters that use PyTorch show the code that they run. */
class PyTorchChaptersTest {

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
