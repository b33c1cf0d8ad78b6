package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Summary. */
class Chapter19Test {

    private static Transcript run;

    @BeforeAll
    static void run() {
        run = JShellProcess.run("19-summary");
    }

    @Test
    void theNetworkLearnsTheFourExamples() {
        run.printed("parameters =", 41);
        assertTrue(run.numbers("loss before")[0] > 1);
        assertTrue(run.numbers("loss after")[0] < 0.05);
        for (String[] row : run.rows("02-predictions")) {
            assertTrue(Double.parseDouble(row[1]) * Double.parseDouble(row[2]) > 0.8, row[0]);
        }
    }

    @Test
    void writesAPlotAndATable() {
        assertEquals(List.of("01-Loss-by-step.svg", "02-predictions.csv"), run.files());
    }
}
