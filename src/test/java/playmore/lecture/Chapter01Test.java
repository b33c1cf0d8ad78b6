package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is a derivative? */
class Chapter01Test {

    private static Transcript run;

    @BeforeAll
    static void run() {
        run = JShellProcess.run("01-derivative");
    }

    @Test
    void evaluatesAndPlotsTheFunction() {
        run.printed("f(3) =", 20);
        run.printed("points =", 40);
        run.contains("xs = [-5.0, -4.75, ");
        run.contains(", 4.5, 4.75]");
        assertTrue(run.words("01-The-parabola-f").contains("The parabola f"));
    }

    @Test
    void showsSecantsTurningIntoTheTangent() {
        String words = run.words("02-From-secant-to-tangent");
        for (String series : List.of("f", "h = 4", "h = 2", "h = 0.00001", "x = 3, 5 and 7")) {
            assertTrue((" | " + words + " | ").contains(" | " + series + " | "), words);
        }
    }

    @Test
    void measuresTheSlopes() {
        run.printed("slope at 3 =", 14.00003, 1e-6);
        run.printed("slope at 2/3 =", 3.0e-5, 1e-6);
    }

    @Test
    void theEstimateConvergesUntilRoundingSpoilsIt() {
        List<double[]> rows = run.csv("03-h-and-the-slope").lines().skip(1)
                .map(line -> List.of(line.split(",")).stream().mapToDouble(Double::parseDouble).toArray()).toList();
        assertEquals(15, rows.size());
        for (int k = 1; k <= 15; k++) {
            double[] row = rows.get(k - 1);
            double h = row[0], estimate = row[1], error = row[2];
            assertEquals(Math.pow(10, -k), h, 1e-12 * h);
            assertEquals(estimate - 14, error, 1e-12);
            if (k <= 6) assertEquals(3 * h, error, 1e-2 * h);             // f(x+h) − f(x) = 14h + 3h²
            if (k >= 11) assertTrue(Math.abs(error) > 1e-5, "h = " + h);
        }
    }

    @Test
    void writesTwoPlotsAndATable() {
        assertEquals(List.of("01-The-parabola-f.svg", "02-From-secant-to-tangent.svg", "03-h-and-the-slope.csv"),
                run.files());
    }
}
