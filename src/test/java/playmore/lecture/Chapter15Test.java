package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import playmore.engine.MLP;
import playmore.engine.Rng;
import playmore.engine.Value;

/** A tiny dataset and the loss. */
class Chapter15Test {

    static final double[][] XS = {{2, 3, -1}, {3, -1, 0.5}, {0.5, 1, 1}, {1, 1, -1}};
    static final double[] YS = {1, -1, -1, 1};

    private static Transcript run;

    @BeforeAll
    static void run() {
        run = JShellProcess.run("15-loss");
    }

    /** The same loss by the engine itself. */
    static Value loss(MLP n) {
        Value loss = new Value(0);
        for (int i = 0; i < XS.length; i++) loss = loss.add(n.predict(XS[i]).sub(YS[i]).pow(2));
        return loss;
    }

    @Test
    void theSquaredErrorsAddUpToTheLoss() {
        List<String[]> rows = run.rows("02-squared-errors");
        assertEquals(4, rows.size());
        double sum = 0;
        for (int i = 0; i < 4; i++) {
            double target = Double.parseDouble(rows.get(i)[1]), prediction = Double.parseDouble(rows.get(i)[2]);
            double error = Double.parseDouble(rows.get(i)[3]);
            assertEquals(YS[i], target);
            assertTrue(prediction < 0, "the prose says minus to all");
            assertEquals((prediction - target) * (prediction - target), error, 1e-12);
            assertEquals(rows.get(i)[2], run.rows("01-predictions").get(i)[2]);
            sum += error;
        }
        run.printed("sum of the squared errors =", sum);
        run.printed("loss =", sum);
    }

    @Test
    void lossAndGradientAreTheEngines() {
        Rng.seed(17);
        MLP n = new MLP(3, 4, 4, 1);
        Value loss = loss(n);
        loss.backward();
        Value first = n.parameters().get(0);
        run.printed("loss =", loss.data);
        run.printed("first weight =", first.data);
        run.printed("first weight's grad =", first.grad);
        first.data -= 0.01;
        run.printed("change =", loss(n).data - loss.data);
        run.printed("promised by the gradient =", -0.01 * first.grad);
    }

    @Test
    void drawsAllFourExamples() {
        String words = run.words("03-loss");
        assertEquals(4, words.split("\\*\\*2", -1).length - 1);
        assertEquals(36, words.split(" \\| tanh", -1).length - 1);
        for (int i = 1; i <= 4; i++) assertTrue(words.contains("prediction " + i + " | data "), words);
        assertTrue(words.contains("loss | data 6.0624 | grad 1.0000"), words);
    }
}
