package playmore.engine;

import static ai.djl.nn.Activation.relu;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import playmore.Needs;
import playmore.pytorch.PyTorch;

/** The engine against the real PyTorch, in float64. */
class PyTorchTest {

    private static final double TOLERANCE = 1e-12, INFINITY = Double.POSITIVE_INFINITY;

    private static NDManager torch;
    private static GradientCollector graph;

    @BeforeAll
    static void pyTorchIsThere() {
        Needs.that(PyTorch.isAvailable(), PyTorch.missing());
    }

    @BeforeEach
    void open() {
        torch = PyTorch.newManager();
        graph = torch.getEngine().newGradientCollector();
    }

    @AfterEach
    void close() {
        graph.close();
        torch.close();
    }

    @Test
    void randomExpressionsHaveTheNumbersAndGradientsOfPyTorch() {
        Random random = new Random(13);
        for (int round = 0; round < 500; round++) {
            List<Value> ours = new ArrayList<>();
            List<NDArray> theirs = new ArrayList<>();
            StringBuilder expression = new StringBuilder("expression " + round + ":");
            for (int i = 0; i < 4; i++) {
                double data = random.nextDouble() * 4 - 2;
                ours.add(new Value(data));
                theirs.add(leaf(data));
            }
            for (int i = 0; i < 20; i++) {
                Operation op = Operation.any(random);
                int a = random.nextInt(ours.size()), b = random.nextInt(ours.size());
                expression.append(" [").append(i + 4).append("] ").append(op)
                        .append(" of ").append(a).append(", ").append(b);
                ours.add(op.tamed(ours.get(a), ours.get(b)));
                theirs.add(op.tamed(theirs.get(a), theirs.get(b)));
            }
            // Everything flows into the root, so that no leaf is left out.
            Value root = Value.sum(ours);
            NDArray torchRoot = theirs.stream().reduce(NDArray::add).orElseThrow();
            root.backward();
            graph.backward(torchRoot);
            assertNear(torchRoot.getDouble(), root.data, expression + ", data");
            for (int i = 0; i < 4; i++) {
                assertNear(theirs.get(i).getGradient().getDouble(), ours.get(i).grad, expression + ", gradient " + i);
            }
            close();
            open();
        }
    }

    /** Zero, infinities, NaN, the largest and the smallest: each operation, forward and back, at each pair of them. */
    @Test
    void cornersAreAsInPyTorch() {
        double[] corners = {0, -0.0, 1, -1, 2.5, -8, 800, -800, 1e-310, 1e200, -1e200, INFINITY, -INFINITY, Double.NaN};
        for (Operation op : Operation.ALL) {
            for (double a : corners) {
                for (double b : corners) {
                    // a / b is a times b⁻¹, as in the lecture, and b⁻¹ or b⁻² leaves the range there.
                    if (op.name().equals("a / b") && (b == 1e-310 || Math.abs(b) == 1e200)) continue;
                    assertAsInPyTorch(op.name(), op.engine(), op.torch(), a, b, 1e-9, 0);
                }
            }
        }
    }

    /** Each operation after each other: what a closed ReLU lets through, what 0 times infinity is. */
    @Test
    void cornersOfTwoOperationsAreAsInPyTorch() {
        for (Operation outer : Operation.ALL) {
            for (Operation inner : Operation.ALL) {
                for (double a : new double[] {0, -1, 2.5, INFINITY, -INFINITY, Double.NaN}) {
                    assertAsInPyTorch(outer + " of " + inner,
                            (x, y) -> outer.engine().apply(inner.engine().apply(x, y), y),
                            (x, y) -> outer.torch().apply(inner.torch().apply(x, y), y), a, 3, 1e-8, 1e-15);
                }
            }
        }
    }

    private static void assertAsInPyTorch(String name, BinaryOperator<Value> engine, BinaryOperator<NDArray> pytorch,
            double x, double y, double part, double allowed) {
        Value a = new Value(x), b = new Value(y), root = engine.apply(a, b);
        NDArray ta = leaf(x), tb = leaf(y), torchRoot = pytorch.apply(ta, tb);
        root.backward();
        graph.backward(torchRoot.add(tb.mul(number(0))));      // in it, so that b always has a gradient
        double[] ours = {root.data, a.grad, b.grad};
        double[] theirs = {torchRoot.getDouble(), ta.getGradient().getDouble(), tb.getGradient().getDouble()};
        for (int i = 0; i < 3; i++) {
            assertTrue(Slope.near(theirs[i], ours[i], part, allowed), name + " at a = " + x + ", b = " + y
                    + ": data and gradients are " + Arrays.toString(ours) + ", in PyTorch " + Arrays.toString(theirs));
        }
    }

    /** The first test of micrograd's own suite. */
    @Test
    void sanityCheckOfMicrograd() {
        Value x = new Value(-4.0);
        Value z = Value.mul(2, x).add(2).add(x);
        Value q = z.relu().add(z.mul(x));
        Value h = z.mul(z).relu();
        Value y = h.add(q).add(q.mul(x));
        y.backward();

        NDArray tx = leaf(-4.0);
        NDArray tz = tx.mul(number(2)).add(number(2)).add(tx);
        NDArray tq = relu(tz).add(tz.mul(tx));
        NDArray th = relu(tz.mul(tz));
        NDArray ty = th.add(tq).add(tq.mul(tx));
        graph.backward(ty);

        assertEquals(ty.getDouble(), y.data);
        assertEquals(tx.getGradient().getDouble(), x.grad);
    }

    /** The second, which is also the example of micrograd's README. */
    @Test
    void moreOperationsOfMicrograd() {
        Value a = new Value(-4.0), b = new Value(2.0), g = ValueTest.microgradsReadme(a, b);
        g.backward();

        NDArray ta = leaf(-4.0), tb = leaf(2.0);
        NDArray tc = ta.add(tb);
        NDArray td = ta.mul(tb).add(tb.pow(number(3)));
        tc = tc.add(tc.add(number(1)));
        tc = tc.add(tc.add(number(1)).add(ta.neg()));
        td = td.add(td.mul(number(2)).add(relu(tb.add(ta))));
        td = td.add(td.mul(number(3)).add(relu(tb.sub(ta))));
        NDArray tf = tc.sub(td).pow(2);
        NDArray tg = tf.div(number(2)).add(number(10).div(tf));
        graph.backward(tg);

        assertNear(tg.getDouble(), g.data, "g");
        assertNear(ta.getGradient().getDouble(), a.grad, "dg/da");
        assertNear(tb.getGradient().getDouble(), b.grad, "dg/db");
        assertEquals(24.7041, tg.getDouble(), 5e-5);
        assertEquals(138.8338, ta.getGradient().getDouble(), 5e-5);
        assertEquals(645.5773, tb.getGradient().getDouble(), 5e-5);
    }

    @Test
    void secondBackwardAddsToTheLeavesAsInPyTorch() {
        Value a = new Value(2);
        NDArray ta = leaf(2);
        for (int i = 0; i < 2; i++) {
            a.mul(a).tanh().backward();
            graph.backward(ta.mul(ta).tanh());
            assertNear(ta.getGradient().getDouble(), a.grad, "after " + (i + 1));
        }
        assertTrue(a.grad != 0);
    }

    /** A constant. DJL's own a.mul(2) frees the 2 too early: PyTorch then reads garbage when it walks back. */
    private static NDArray number(double data) {
        return torch.create(data);
    }

    private static NDArray leaf(double data) {
        NDArray leaf = number(data);
        leaf.setRequiresGradient(true);
        return leaf;
    }

    private static void assertNear(double expected, double actual, String what) {
        assertEquals(expected, actual, TOLERANCE * Math.max(1, Math.abs(expected)), what);
    }
}
