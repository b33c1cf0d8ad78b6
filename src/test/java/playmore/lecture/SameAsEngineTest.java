package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import playmore.lesson.Moons;
import playmore.engine.MLP;
import playmore.engine.Rng;
import playmore.engine.Value;

/** What the chapters write in full sight computes what the engine does. */
class SameAsEngineTest {

    private static final double[][] XS = {{2, 3, -1}, {3, -1, 0.5}, {0.5, 1, 1}, {1, 1, -1}};
    private static final double[] YS = {1, -1, -1, 1};

    private MLP n;

    @BeforeEach
    void theChaptersNetwork() {
        Rng.seed(17);
        n = new MLP(3, 4, 4, 1);
    }

    private Value loss() {
        Value loss = new Value(0);
        for (int i = 0; i < XS.length; i++) loss = loss.add(n.predict(XS[i]).sub(YS[i]).pow(2));
        return loss;
    }

    @Test
    void theNetworkOfChapter14() {
        Value out = n.predict(2, 3, -1);
        out.backward();
        Transcript run = Chapters.transcript("14-neural-net");
        assertEquals(out.data, run.number("network on (2, 3, -1): out"), 1e-12);
        assertEquals(n.parameters().get(0).grad, run.number("d out / d w[0,0,0] ="), 1e-12);
        assertEquals(n.parameters().get(0).grad, run.number("d out / d w[0,0,0] by bump"), 1e-9);
    }

    @Test
    void lossAndGradientOfChapter15() {
        Value loss = loss();
        loss.backward();
        Value first = n.parameters().get(0);
        Transcript run = Chapters.transcript("15-loss");
        assertEquals(loss.data, run.number("loss ="), 1e-12);
        assertEquals(first.data, run.number("first weight ="), 1e-12);
        assertEquals(first.grad, run.number("first weight's grad"), 1e-12);
        first.data -= 0.01;
        assertEquals(loss().data - loss.data, run.number("change"), 1e-12);
        assertEquals(-0.01 * first.grad, run.number("promised by the gradient"), 1e-12);
    }

    @Test
    void parametersOfChapter16() {
        loss().backward();
        List<String[]> rows = Chapters.transcript("16-parameters").rows("01-parameters");
        assertEquals(n.parameters().stream().map(p -> p.label).toList(), rows.stream().map(row -> row[0]).toList());
        for (int i = 0; i < rows.size(); i++) {
            assertEquals(n.parameters().get(i).data, Double.parseDouble(rows.get(i)[1]), 1e-12);
            assertEquals(n.parameters().get(i).grad, Double.parseDouble(rows.get(i)[2]), 1e-12);
        }
    }

    @Test
    void moonsOfChapter20() {
        Rng.seed(1337);
        assertEquals(List.of("first point = " + Arrays.toString(new Moons(100, 0.1).xs[0])),
                Chapters.transcript("20-moons").lines("first point"));
    }
}
