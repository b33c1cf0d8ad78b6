package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import playmore.engine.MLP;
import playmore.engine.Rng;
import playmore.engine.Value;

/** All the parameters. */
class Chapter16Test {

    private static Transcript run;

    @BeforeAll
    static void run() {
        run = JShellProcess.run("16-parameters");
    }

    @Test
    void thereAre41() {
        run.printed("parameters =", 41);
    }

    @Test
    void eachWithNameDataAndGradAsInTheEngine() {
        Rng.seed(17);
        MLP n = new MLP(3, 4, 4, 1);
        Chapter15Test.loss(n).backward();
        List<Value> parameters = n.parameters();
        List<String[]> rows = run.rows("01-parameters");
        assertEquals(41, rows.size());
        for (int i = 0; i < 41; i++) {
            assertEquals(parameters.get(i).label, rows.get(i)[0]);
            assertEquals(parameters.get(i).data, Double.parseDouble(rows.get(i)[1]), 1e-12);
            assertEquals(parameters.get(i).grad, Double.parseDouble(rows.get(i)[2]), 1e-12);
        }
        double largest = parameters.stream().mapToDouble(p -> Math.abs(p.grad)).max().orElseThrow();
        assertEquals(largest, Double.parseDouble(run.rows("02-the-five-that-matter-most").get(0)[3]), 1e-12);
    }
}
