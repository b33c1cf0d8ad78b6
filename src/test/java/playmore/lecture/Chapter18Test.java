package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The bug everyone makes. */
class Chapter18Test {

    private static Transcript run;

    @BeforeAll
    static void run() {
        run = JShellProcess.run("18-zero-grad");
    }

    @Test
    void gradientsThatStandAreDoubled() {
        run.printed("after the second backward =", 2 * run.numbers("first weight's grad")[0]);
    }

    @Test
    void withZeroedGradientsTheLossOnlyFalls() {
        List<String[]> rows = run.rows("02-loss-by-step");
        assertEquals(20, rows.size());
        for (int k = 1; k < 20; k++) {
            assertTrue(Double.parseDouble(rows.get(k)[2]) < Double.parseDouble(rows.get(k - 1)[2]), "step " + (k + 1));
        }
        for (int k = 0; k < 2; k++) assertEquals(rows.get(k)[1], rows.get(k)[2]);
        assertTrue(run.numbers("loss at the end")[0] < 0.1);
        for (String[] row : run.rows("03-predictions")) {
            assertTrue(Double.parseDouble(row[1]) * Double.parseDouble(row[2]) > 0.5, row[0]);
        }
    }

    @Test
    void theBrokenLoopEndsWithLessAsTheProseSays() {
        String[] last = run.rows("02-loss-by-step").get(19);
        assertTrue(Double.parseDouble(last[1]) < Double.parseDouble(last[2]));
    }

    @Test
    void bothCurvesAreInOnePlot() {
        String words = run.words("01-Loss-with-and-without-zeroed-gradients");
        assertTrue(words.contains("gradients left standing"), words);
        assertTrue(words.contains("gradients zeroed"), words);
    }

    @Test
    void amongAHundredTheBrokenLoopLosesAndTheMendedOneGains() {
        List<String[]> rows = run.rows("04-networks-of-100-with-a-loss-below-a-half");
        assertEquals(List.of("20", "50", "100"), rows.stream().map(row -> row[0]).toList());
        int[] standing = rows.stream().mapToInt(row -> Integer.parseInt(row[1])).toArray();
        int[] zeroed = rows.stream().mapToInt(row -> Integer.parseInt(row[2])).toArray();
        assertTrue(standing[0] > standing[1] && standing[1] > standing[2]);
        assertTrue(zeroed[0] <= zeroed[1] && zeroed[1] <= zeroed[2] && zeroed[2] >= 95);
    }
}
