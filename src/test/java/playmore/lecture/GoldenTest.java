package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import playmore.Needs;
import playmore.pytorch.PyTorch;

/**
 * Each chapter prints and makes what its {@link Golden} says. Where that is to change, this writes what is new,
 * and {@code git diff} is there to be read:
 *
 * <pre>{@code ./build.sh test -Dtest=GoldenTest -Dgolden.update=true}</pre>
 */
class GoldenTest {

    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    @TestFactory
    Stream<DynamicTest> chapters() throws IOException {
        return Chapters.scripts().stream().map(JShellProcess::name)
                .map(chapter -> DynamicTest.dynamicTest(chapter, () -> check(chapter)));
    }

    private static void check(String chapter) throws IOException {
        if (Files.readString(Path.of("scripts", chapter + ".jsh")).contains("PyTorch.isAvailable()")) {
            Needs.that(PyTorch.isAvailable(), PyTorch.missing());
        }
        Golden printed = Chapters.run(chapter).printed();
        Path file = Golden.file(chapter);
        if (UPDATE) {
            Golden old = Files.exists(file) ? Golden.of(chapter) : new Golden(List.of());
            Files.writeString(file, String.join("\n", old.updated(printed).lines()) + "\n");
        }
        List<String> differences = Golden.of(chapter).differences(printed);
        if (!differences.isEmpty()) {
            fail(differences.size() + " lines differ from " + file + "; the first:\n"
                    + String.join("\n", differences.subList(0, Math.min(5, differences.size()))));
        }
    }

    @Test
    void everyGoldenIsAChapters() throws IOException {
        try (Stream<Path> goldens = Files.list(Golden.file("01").getParent())) {
            assertEquals(Chapters.scripts().stream().map(JShellProcess::name).toList(),
                    goldens.map(file -> file.getFileName().toString().replace(".txt", "")).sorted().toList());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "L = -8.0;           L = -8.0000000000001;         L = -8.0000000001",
        "dL/da = 6.0;        dL/da = 6.0;                  dL/db = 6.0",
        "x = 0.0;            x = 1.0E-13;                  x = 1.0E-11",
        "x = 1.0E20;         x = 1.00000000000001E20;      x = 1.0E19",
        "slope ≈3.0;         slope 3.0000001;              slope 3.00001",
        "points = 40;        points = 40;                  points = 40.0",
        "| a,6.0,-4.0;       | a,6.0,-4.0;                 | a,6.0,4.0",
        "| a,6.0,-4.0;       | a,6.0,-4.0;                 | a,6.0",
        "took {number} s;    took 3.25 s;                  took NaN s",
        "took {number} s;    took 3 s;                     took 3 s 4",
        "w[0,1] 1.0, 2.0;    w[0,1] 1.0, 2.0;              w[0,2] 1.0, 2.0",
        "no number;          no number;                    no number 1",
        "NaN;                NaN;                          0.0",
        "Infinity;           Infinity;                     -Infinity"})
    void tellsTheSameFromAnother(String golden, String same, String another) {
        assertTrue(Golden.matches(golden, same), same);
        assertFalse(Golden.matches(golden, another), another);
    }

    @Test
    void missesNoLineAndTellsEachOnce() {
        Golden golden = new Golden(List.of("a = 1.0", "a = 2.0"));
        assertEquals(List.of(), golden.differences(new Golden(List.of("a = 1.0", "a = 2.0"))));
        assertEquals(1, golden.differences(new Golden(List.of("a = 1.0"))).size());
        assertEquals(1, golden.differences(new Golden(List.of("a = 1.0", "a = 2.0", "a = 2.0"))).size());
        assertEquals(2, golden.differences(new Golden(List.of("a = 2.0", "a = 1.0"))).size());
    }

    @Test
    void anUpdateKeepsWhatStillHoldsAndTheMarks() {
        Golden golden = new Golden(List.of("a = 1.0", "slope ≈2.0", "took {number} s", "gone = 1.0", "b = 1.0"));
        Golden printed = new Golden(List.of("new = 5.0", "a = 1.0000000000000002", "slope 3.0", "took 4.0 s", "b = 2.0"));
        assertEquals(List.of("new = 5.0", "a = 1.0", "slope ≈3.0", "took {number} s", "b = 2.0"), golden.updated(printed).lines());
    }
}
