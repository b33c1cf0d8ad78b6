package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** backward for each operation. */
class Chapter09Test {

    private static Transcript run;

    @BeforeAll
    static void run() {
        run = JShellProcess.run("09-backward-per-op");
    }

    @Test
    void theNumbersOfChapter08() {
        run.printed("n =", 0.8813735870195432);
        run.printed("o =", 0.7071067811865476);
        run.printed("do/dn =", 0.5);
        run.printed("do/d(x1w1 + x2w2) =", 0.5);
        run.printed("do/db =", 0.5);
        run.printed("do/d(x1w1) =", 0.5);
        run.printed("do/d(x2w2) =", 0.5);
        run.printed("do/dx1 =", -1.5);
        run.printed("do/dw1 =", 1);
        run.printed("do/dx2 =", 0.5);
        run.printed("do/dw2 =", 0);
    }

    @Test
    void withoutAOneAtTheOutputNothingIsPassedOn() {
        run.printed("n.grad =", 0);
    }

    @Test
    void gradientsFillInPictureByPicture() {
        String begun = run.words("01-o"), half = run.words("02-o"), full = run.words("03-o");
        for (String words : List.of(begun, half, full)) {
            assertTrue(words.contains("o | data 0.7071 | grad 1.0000"), words);
        }
        assertTrue(begun.contains("n | data 0.8814 | grad 0.0000"), begun);
        assertTrue(half.contains("n | data 0.8814 | grad 0.5000"), half);
        assertTrue(half.contains("x1w1 | data -6.0000 | grad 0.5000"), half);
        assertTrue(half.contains("x1 | data 2.0000 | grad 0.0000"), half);
        assertTrue(full.contains("x1 | data 2.0000 | grad -1.5000"), full);
        assertTrue(full.contains("w1 | data -3.0000 | grad 1.0000"), full);
    }

    @Test
    void theTableHasThemAll() {
        Map<String, Double> expected = Map.of("o", 1.0, "n", 0.5, "b", 0.5, "x1w1 + x2w2", 0.5, "x1w1", 0.5,
                "x2w2", 0.5, "x1", -1.5, "w1", 1.0, "x2", 0.5, "w2", 0.0);
        List<String[]> rows = run.rows("04-gradients");
        assertEquals(10, rows.size());
        for (String[] row : rows) {
            assertEquals(expected.get(row[0]), Double.parseDouble(row[3]), 1e-12, row[0]);
        }
    }
}
