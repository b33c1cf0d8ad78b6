package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import playmore.pytorch.PyTorch;
import tech.tablesaw.api.Table;

class Chapter13Test {

    private static final String NAME = "13-pytorch";
    private static final Path SCRIPT = Path.of("scripts", NAME + ".jsh");

    private static final Map<String, Double> GRADIENTS = new LinkedHashMap<>();
    static {
        GRADIENTS.put("x1", -1.5);
        GRADIENTS.put("w1", 1.0);
        GRADIENTS.put("x2", 0.5);
        GRADIENTS.put("w2", 0.0);
        GRADIENTS.put("b", 0.5);
        GRADIENTS.put("x1w1", 0.5);
        GRADIENTS.put("x2w2", 0.5);
        GRADIENTS.put("x1w1x2w2", 0.5);
        GRADIENTS.put("n", 0.5);
        GRADIENTS.put("o", 1.0);
    }

    @Test
    void comparesOursWithPyTorchAndTheBump() {
        assumeTrue(PyTorch.isAvailable(), PyTorch.missing());
        Transcript run = JShellProcess.run(NAME);
        run.contains("PyTorch 2.7.1 runs here.");
        run.printed("o", 0.7071067811865476);
        run.printed("PyTorch: o", 0.7071067811865476);
        run.contains("PyTorch chose float32");
        run.printed("float32: o", 0.7071067811865476, 1e-6);
        assertTrue(Math.abs(run.numbers("float32: o")[0] - 0.7071067811865476) > 1e-9, "float32 has fewer digits");
        for (String leaf : List.of("x1", "w1", "x2", "w2", "b")) {
            run.printed(leaf + ".grad", GRADIENTS.get(leaf));
            run.printed("PyTorch: " + leaf + ".grad", GRADIENTS.get(leaf));
            run.printed("float32: " + leaf + ".grad", GRADIENTS.get(leaf), 1e-6);
        }
        run.printed("largest difference from PyTorch", 0, 1e-12);
        run.printed("largest difference from the bump", 0, 1e-6);
        run.contains("Verdict: three ways, one answer.");
        Table table = Table.read().csv(run.csv("03-gradients-three-ways"), "gradients");
        assertEquals(List.copyOf(GRADIENTS.keySet()), table.stringColumn("node").asList());
        checkColumn(table, "ours", 1e-12);
        checkColumn(table, "PyTorch", 1e-12);
        checkColumn(table, "by bump", 1e-6);
        assertTrue(run.svg("01-o").contains("grad 0.5000"));
    }

    @Test
    void saysThatPyTorchIsNotThereAndShowsNoNumberOfIts() {
        String without = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("djl")).collect(Collectors.joining(File.pathSeparator));
        Transcript run = JShellProcess.run(List.of(SCRIPT), without).get(NAME);
        run.contains("PyTorch is ");
        run.printed("o", 0.7071067811865476);
        run.printed("largest difference from the bump", 0, 1e-6);
        run.contains("Verdict: two ways, one answer; the third, PyTorch, is not here.");
        assertEquals(List.of(), run.lines("PyTorch:"));
        assertEquals(List.of(), run.lines("float32:"));
        Table table = Table.read().csv(run.csv("03-gradients-three-ways"), "gradients");
        checkColumn(table, "ours", 1e-12);
        assertFalse(table.columnNames().contains("PyTorch"));
    }

    /** The code that the chapter shows is the code that it runs. */
    @Test
    void showsTheSourceThatRuns() throws IOException {
        String source = bare(Files.readString(Path.of("src/main/java/playmore/pytorch/TorchNeuron.java"))
                .replaceAll("(?s)/\\*\\*.*?\\*/", "").replace("public static ", "").replace("static ", ""));
        for (String block : shownCode()) {
            assertTrue(source.contains(bare(block)), "not in TorchNeuron.java:\n" + block);
        }
    }

    /** And a learner can type it. */
    @Test
    void shownCodeRunsAtThePrompt(@TempDir Path temp) throws IOException {
        assumeTrue(PyTorch.isAvailable(), PyTorch.missing());
        Path typed = Files.writeString(temp.resolve("typed.jsh"), """
                import playmore.pytorch.*;
                import ai.djl.ndarray.*; import ai.djl.ndarray.types.*; import ai.djl.training.*;
                """ + String.join("\n", shownCode()) + """
                neuron("float64").forEach((name, number) -> print(name, "=", number));
                everyGradient().forEach((name, number) -> print("every", name, "=", number));
                """);
        Transcript run = JShellProcess.run(List.of(typed)).get("typed");
        run.printed("o", 0.7071067811865476);
        run.printed("x1.grad", -1.5);
        GRADIENTS.forEach((node, gradient) -> run.printed("every " + node, gradient));
    }

    private static void checkColumn(Table table, String column, double tolerance) {
        table.forEach(row -> assertEquals(GRADIENTS.get(row.getString("node")), row.getNumber(column), tolerance,
                column + " of " + row.getString("node")));
    }

    private static List<String> shownCode() throws IOException {
        List<String> blocks = Pattern.compile("(?sm)^// ```java\n(.*?)^// ```$").matcher(Files.readString(SCRIPT))
                .results().map(MatchResult::group).map(block -> block.replaceAll("(?m)^// ?(```.*)?", "")).toList();
        assertEquals(2, blocks.size());
        return blocks;
    }

    /** Without indentation and empty lines. */
    private static String bare(String code) {
        return code.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }
}
