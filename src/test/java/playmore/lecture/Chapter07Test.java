package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A neuron. */
class Chapter07Test {

    private static Transcript run;

    @BeforeAll
    static void run() {
        run = JShellProcess.run("07-neuron");
    }

    @Test
    void computesTheNeuronAndItsSaturation() {
        double[] n = run.numbers("n ="), o = run.numbers("o =");
        assertEquals(0.7, n[0], 1e-12);
        assertEquals(0.6043677771171636, o[0], 1e-12);
        assertEquals(105, n[1]);
        assertEquals(1, o[1]);
    }

    @Test
    void tanhSquashes() {
        run.printed("tanh(0) =", 0);
        run.printed("tanh(1000) =", 1);
        run.printed("tanh(-1000) =", -1);
    }

    @Test
    void drawsTheNeuron() {
        assertEquals(List.of("01-neuron.svg", "02-tanh.svg", "03-n.svg", "04-o.svg", "05-o.svg"), run.files());
        assertTrue(run.words("03-n").contains("x1w1 + x2w2 | data -6.0000 | grad 0.0000"));
        assertTrue(!run.words("03-n").contains("tanh"));
        assertTrue(run.words("04-o").contains("tanh"));
        assertTrue(run.words("04-o").contains("o | data 0.6044"));
        assertTrue(run.words("05-o").contains("b | data 111.0000"));
        assertTrue(run.words("05-o").contains("n | data 105.0000"));
        assertTrue(run.words("05-o").contains("o | data 1.0000"));
    }
}
