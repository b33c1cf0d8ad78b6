package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import playmore.pytorch.PyTorch;
import tech.tablesaw.api.Table;

/** What the chapter computes is checked, how long it takes is not. */
class Chapter22Test {

    private static final String NAME = "22-efficiency";
    private static final Path SCRIPT = Path.of("scripts", NAME + ".jsh");

    static final Transcript run = JShellProcess.run(NAME);

    @Test
    void replayComputesTheSame() {
        run.printed("values", 65814);
        run.printed("bytes a value", 72);
        run.printed("loss, replay", run.numbers("loss, eager")[0]);
        run.printed("largest difference", 0, 1e-12);
        assertTrue(run.numbers("loss after training")[0] < 0.05);
    }

    @Test
    void showsTheRaceAsTableAndPlot() {
        assertEquals(List.of("01-an-eager-step.csv", "02-microseconds-a-step.csv", "03-time-of-a-step.svg"), run.files());
        Table race = Table.read().csv(run.csv("02-microseconds-a-step"), "race");
        List<String> columns = PyTorch.isAvailable()
                ? List.of("points", "eager", "replay", "PyTorch") : List.of("points", "eager", "replay");
        assertEquals(columns, race.columnNames());
        race.forEach(row -> columns.forEach(column -> assertTrue(row.getNumber(column) > 0)));
        for (String column : columns.subList(1, columns.size())) {
            assertTrue(run.svg("03-time-of-a-step").contains(column));
        }
    }

    @Test
    void doesWithoutPyTorch() {
        String without = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("djl")).collect(Collectors.joining(File.pathSeparator));
        Transcript run = JShellProcess.run(List.of(SCRIPT), without).get(NAME);
        run.contains("PyTorch is ");
        assertEquals(List.of("points", "eager", "replay"),
                Table.read().csv(run.csv("02-microseconds-a-step"), "race").columnNames());
    }

    /** The code that the chapter shows is the code that it runs. */
    @Test
    void showsTheSourceThatRuns() throws IOException {
        Matcher shown = Pattern.compile("(?sm)^// ```java\n(.*?)^// ```$").matcher(Files.readString(SCRIPT));
        assertTrue(shown.find());
        String source = bare(Files.readString(Path.of("src/main/java/playmore/pytorch/TorchMoons.java")).replace("private ", ""));
        assertTrue(source.contains(bare(shown.group(1).replaceAll("(?m)^// ?", ""))), shown.group(1));
    }

    /** Without indentation and empty lines. */
    private static String bare(String code) {
        return code.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }
}
