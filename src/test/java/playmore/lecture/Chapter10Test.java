package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** backward for a whole graph. */
class Chapter10Test {

    private static Transcript run;

    @BeforeAll
    static void run() {
        run = JShellProcess.run("10-backward-graph");
    }

    @Test
    void listsEachNodeAfterItsChildren() {
        run.contains("topo = [x1, w1, x1w1, x2, w2, x2w2, x1w1 + x2w2, b, n, o]\n");
    }

    @Test
    void fromTheWrongEndOnlyNGetsItsGradient() {
        for (String[] row : run.rows("01-the-list-as-it-stands")) {
            double expected = row[0].equals("o") ? 1 : row[0].equals("n") ? 0.5 : 0;
            assertEquals(expected, Double.parseDouble(row[2]), 1e-12, row[0]);
        }
        assertEquals("o", run.rows("02-the-list-from-its-end").get(0)[0]);
    }

    @Test
    void aWrongOrderGivesAWrongGradientAndTheRightOne4() {
        run.printed("c =", 12);
        run.printed("wrong order b, c, a: a.grad =", 0);
        run.printed("right order c, b, a: a.grad =", 4);
        run.printed("passing on at once: a.grad =", 6);
    }

    @Test
    void theFirstNodeToGoWrongIsMarked() {
        List<String[]> wrong = run.rows("03-wrong-order");
        assertEquals(List.of("b", "c", "a"), wrong.stream().map(row -> row[0]).toList());
        assertEquals("<- goes wrong first", wrong.get(0)[4]);
        assertEquals("", wrong.get(1)[4]);
        assertEquals("", wrong.get(2)[4]);
        for (String[] row : run.rows("05-right-order")) {
            assertEquals("", row[4]);
            assertEquals(row[2], row[1]);
        }
        assertTrue(run.words("04-c").contains("a | data 3.0000 | grad 0.0000"));
        assertTrue(run.words("04-c").contains("b: went too early | data 6.0000 | grad 2.0000"));
        assertTrue(run.words("06-c").contains("a | data 3.0000 | grad 4.0000"));
        assertTrue(run.words("06-c").contains("b | data 6.0000 | grad 2.0000"));
    }

    @Test
    void oneCallGivesTheNumbersOfChapter08() {
        run.printed("o =", 0.7071067811865476);
        run.printed("do/dn =", 0.5);
        run.printed("do/db =", 0.5);
        run.printed("do/d(x1w1) =", 0.5);
        run.printed("do/d(x2w2) =", 0.5);
        run.printed("do/dx1 =", -1.5);
        run.printed("do/dw1 =", 1);
        run.printed("do/dx2 =", 0.5);
        run.printed("do/dw2 =", 0);
        String before = run.words("07-o"), after = run.words("08-o");
        assertTrue(before.contains("x1 | data 2.0000 | grad 0.0000"), before);
        assertTrue(after.contains("x1 | data 2.0000 | grad -1.5000"), after);
    }
}
