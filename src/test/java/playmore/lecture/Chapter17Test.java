package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Training by hand. */
class Chapter17Test {

    private static Transcript run;

    @BeforeAll
    static void run() {
        run = JShellProcess.run("17-gradient-descent");
    }

    @Test
    void eachStepByHandMakesTheLossLess() {
        double[] loss = {run.numbers("loss before")[0], run.numbers("loss after step 1")[0],
                run.numbers("loss after step 2")[0], run.numbers("loss after step 3")[0]};
        assertTrue(loss[0] > loss[1] && loss[1] > loss[2] && loss[2] > loss[3], Arrays.toString(loss));
        double moved = run.numbers("first weight now")[0] - run.numbers("first weight")[0];
        assertEquals(-0.05 * run.numbers("first weight's grad")[0], moved, 1e-12);
    }

    @Test
    void theLoopLearns() {
        List<String[]> rows = run.rows("01-loss-by-step");
        assertEquals(20, rows.size());
        run.printed("step 1 loss", Double.parseDouble(rows.get(0)[1]));
        assertEquals(run.numbers("loss after step 3")[0], Double.parseDouble(rows.get(0)[1]));
        assertTrue(run.numbers("loss at the end")[0] < 0.1);
        for (String[] row : run.rows("03-predictions")) {
            assertTrue(Double.parseDouble(row[1]) * Double.parseDouble(row[2]) > 0.5, row[0]);
        }
    }

    @Test
    void theCurveJumpsUpAsTheProseSays() {
        double[] loss = run.rows("01-loss-by-step").stream().mapToDouble(row -> Double.parseDouble(row[1])).toArray();
        assertTrue(IntStream.range(1, 20).anyMatch(k -> loss[k] > loss[k - 1] + 0.5));
    }

    @Test
    void threeRatesThreeFates() {
        assertTrue(run.numbers("rate 0.0001: loss")[0] > 5);
        assertTrue(run.numbers("rate 0.05: loss")[0] < 0.1);
        run.printed("rate 1: loss", 8, 1e-6);
        String words = " | " + run.words("04-Three-learning-rates") + " | ";
        for (String series : List.of("rate 0.0001", "rate 0.05", "rate 1")) {
            assertTrue(words.contains(" | " + series + " | "), words);
        }
        assertTrue(run.words("02-Loss-by-step").contains("step"));
    }
}
