package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One optimization step. */
class Chapter06Test {

    private static Transcript run;

    @BeforeAll
    static void run() {
        run = JShellProcess.run("06-optimization-step");
    }

    @Test
    void oneStepRaisesL() {
        run.printed("L before =", -8);
        run.printed("L after =", -7.286496);
        run.printed("promised =", -7.28);
    }

    @Test
    void aChangedLeafChangesNoResultAlreadyComputed() {
        assertEquals(List.of("L = -8.0"), run.lines("L ="));
    }

    @Test
    void drawsBeforeAndAfter() {
        String before = run.words("01-L"), after = run.words("03-L");
        assertTrue(before.contains("a | data 2.0000 | grad 6.0000"), before);
        assertTrue(before.contains("L | data -8.0000 | grad 1.0000"), before);
        assertTrue(after.contains("a | data 2.0600 | grad 6.0000"), after);
        assertTrue(after.contains("e | data -6.2624 | grad 0.0000"), after);
        assertTrue(after.contains("L | data -7.2865 | grad 0.0000"), after);
    }

    @Test
    void theTableShowsTheStep() {
        List<String> rows = run.csv("02-one-step-up").lines().toList();
        assertEquals("leaf,was,gradient,is now", rows.get(0));
        double[] now = rows.stream().skip(1).mapToDouble(row -> Double.parseDouble(row.split(",")[3])).toArray();
        double[] expected = {2.06, -3.04, 9.98, -1.96};
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], now[i], 1e-12);
        }
    }
}
