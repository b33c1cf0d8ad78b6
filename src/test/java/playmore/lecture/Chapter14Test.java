package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import playmore.engine.MLP;
import playmore.engine.Rng;
import playmore.engine.Value;

/** Neuron, Layer, MLP. */
class Chapter14Test {

    private static Transcript run;

    @BeforeAll
    static void run() {
        run = JShellProcess.run("14-neural-net");
    }

    @Test
    void theLayersFirstNeuronIsTheNeuronOfTheSameSeed() {
        double neuron = run.numbers("one neuron on (2, 3): out =")[0];
        assertTrue(Math.abs(neuron) < 1);
        run.printed("layer out[0] =", neuron);
        assertEquals(3, run.lines("layer out").size());
    }

    @Test
    void theSessionsNetworkIsTheEngines() {
        Rng.seed(17);
        MLP n = new MLP(3, 4, 4, 1);
        Value out = n.predict(2, 3, -1);
        out.backward();
        double grad = n.layers.get(0).neurons.get(0).w.get(0).grad;
        run.printed("network on (2, 3, -1): out =", out.data);
        run.printed("d out / d w[0,0,0] =", grad);
        run.printed("d out / d w[0,0,0] by bump =", grad, 1e-6);
        run.printed("parameters =", 41);
    }

    @Test
    void drawsTheNeuronAndTheWholeNetwork() {
        assertEquals(List.of("01-neuron.svg", "02-out.svg", "03-network.svg", "04-out.svg"), run.files());
        String neuron = " | " + run.words("02-out");
        for (String label : List.of("x1", "x2", "w1", "w2", "b")) {
            assertTrue(neuron.contains(" | " + label + " | data "), neuron);
        }
        String network = run.words("04-out");
        for (String label : List.of("w[0,0,0]", "w[0,3,2]", "w[1,3,3]", "w[2,0,3]", "b[0,0]", "b[1,3]", "b[2,0]")) {
            assertTrue(network.contains(label + " | data "), network);
        }
        assertEquals(9, network.split(" \\| tanh", -1).length - 1);
        assertTrue(network.contains("out | data -0.8378 | grad 1.0000"), network);
    }
}
