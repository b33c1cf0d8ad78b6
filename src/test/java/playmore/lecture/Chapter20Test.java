package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import playmore.data.Moons;
import playmore.engine.Rng;
import tech.tablesaw.api.Table;

class Chapter20Test {

    static final Transcript run = JShellProcess.run("20-moons");

    @Test
    void partsTheMoons() {
        run.printed("parameters", 337);
        run.printed("accuracy", 100);
        double[] loss = run.numbers("step 99 loss");
        assertEquals(1, loss.length);
        assertTrue(loss[0] < 0.05, "loss " + loss[0]);
        assertEquals(11, run.lines("step").size(), "a line every ten steps, and the last");
        assertTrue(run.numbers("accuracy before training")[0] < 90);
        assertTrue(run.numbers("accuracy on 1000 new points")[0] > 97);
    }

    /** What the script makes in full sight is what the class makes. */
    @Test
    void theClassMakesTheSameMoons() {
        Rng.seed(1337);
        run.contains("first point = " + Arrays.toString(new Moons(100, 0.1).xs[0]));
    }

    @Test
    void drawsTheDataTheLossAndTheBoundary() {
        assertEquals(List.of("01-two-moons.svg", "02-loss-of-each-step.svg", "03-decision-boundary.svg",
                "04-the-hardest-points.csv"), run.files());
        assertTrue(run.svg("01-two-moons").contains("the lower moon"));
        assertTrue(run.svg("03-decision-boundary").contains("the upper moon"));
        Table hardest = Table.read().csv(run.csv("04-the-hardest-points"), "hardest");
        hardest.forEach(row -> {
            assertTrue(row.getNumber("margin") > 0);
            assertEquals(row.getNumber("answer") * row.getNumber("score"), row.getNumber("margin"), 1e-12);
        });
    }
}
