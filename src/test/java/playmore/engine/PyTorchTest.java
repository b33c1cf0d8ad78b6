package playmore.engine;

import static ai.djl.nn.Activation.relu;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
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

    private static final double TOLERANCE = 1e-12;

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

    /** An operation here and there. Arguments are kept where results neither explode nor turn into NaN. */
    private record Op(String name, BinaryOperator<Value> ours, BinaryOperator<NDArray> torch) {}

    private static final List<Op> OPERATIONS = List.of(
        new Op("a + b", Value::add, NDArray::add),
        new Op("a - b", Value::sub, NDArray::sub),
        new Op("tanh(a) * b", (a, b) -> a.tanh().mul(b), (a, b) -> a.tanh().mul(b)),
        new Op("a / (b*b + 1)", (a, b) -> a.div(b.mul(b).add(1)), (a, b) -> a.div(b.mul(b).add(number(1)))),
        new Op("a + 0.7", (a, b) -> a.add(0.7), (a, b) -> a.add(number(0.7))),
        new Op("a - 0.7", (a, b) -> a.sub(0.7), (a, b) -> a.sub(number(0.7))),
        new Op("a * -1.3", (a, b) -> a.mul(-1.3), (a, b) -> a.mul(number(-1.3))),
        new Op("a / 3", (a, b) -> a.div(3), (a, b) -> a.div(number(3))),
        new Op("0.7 + a", (a, b) -> Value.add(0.7, a), (a, b) -> number(0.7).add(a)),
        new Op("0.7 - a", (a, b) -> Value.sub(0.7, a), (a, b) -> number(0.7).sub(a)),
        new Op("-1.3 * a", (a, b) -> Value.mul(-1.3, a), (a, b) -> number(-1.3).mul(a)),
        new Op("2 / (a*a + 1)", (a, b) -> Value.div(2, a.mul(a).add(1)), (a, b) -> number(2).div(a.mul(a).add(number(1)))),
        new Op("-a", (a, b) -> a.neg(), (a, b) -> a.neg()),
        new Op("tanh(a) ** 3", (a, b) -> a.tanh().pow(3), (a, b) -> a.tanh().pow(number(3))),
        new Op("(a*a + 0.5) ** -1", (a, b) -> a.mul(a).add(0.5).pow(-1), (a, b) -> a.mul(a).add(number(0.5)).pow(number(-1))),
        new Op("(a*a + 0.5) ** 0.5", (a, b) -> a.mul(a).add(0.5).pow(0.5), (a, b) -> a.mul(a).add(number(0.5)).pow(number(0.5))),
        new Op("exp(tanh(a))", (a, b) -> a.tanh().exp(), (a, b) -> a.tanh().exp()),
        new Op("log(a*a + 0.5)", (a, b) -> a.mul(a).add(0.5).log(), (a, b) -> a.mul(a).add(number(0.5)).log()),
        new Op("tanh(a)", (a, b) -> a.tanh(), (a, b) -> a.tanh()),
        new Op("relu(a)", (a, b) -> a.relu(), (a, b) -> relu(a)),
        new Op("sum(a, b, a)", (a, b) -> Value.sum(a, b, a), (a, b) -> a.add(b).add(a)));

    @Test
    void randomExpressionsHaveTheNumbersAndGradientsOfPyTorch() {
        Random random = new Random(13);
        for (int round = 0; round < 2000; round++) {
            List<Value> ours = new ArrayList<>();
            List<NDArray> theirs = new ArrayList<>();
            StringBuilder expression = new StringBuilder("expression " + round + ":");
            for (int i = 0; i < 4; i++) {
                double data = random.nextDouble() * 4 - 2;
                ours.add(new Value(data));
                theirs.add(leaf(data));
            }
            for (int i = 0; i < 20; i++) {
                Op op = OPERATIONS.get(random.nextInt(OPERATIONS.size()));
                int a = random.nextInt(ours.size()), b = random.nextInt(ours.size());
                expression.append(" [").append(i + 4).append("] ").append(op.name)
                        .append(" of ").append(a).append(", ").append(b);
                ours.add(op.ours.apply(ours.get(a), ours.get(b)));
                theirs.add(op.torch.apply(theirs.get(a), theirs.get(b)));
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
        Value a = new Value(-4.0), b = new Value(2.0);
        Value c = a.add(b);
        Value d = a.mul(b).add(b.pow(3));
        c = c.add(c.add(1));
        c = c.add(Value.add(1, c).add(a.neg()));
        d = d.add(d.mul(2).add(b.add(a).relu()));
        d = d.add(Value.mul(3, d).add(b.sub(a).relu()));
        Value f = c.sub(d).pow(2);
        Value g = f.div(2.0).add(Value.div(10.0, f));
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
