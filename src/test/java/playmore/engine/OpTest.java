package playmore.engine;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.api.Test;
import playmore.tape.Tape;

/** Each operation works everywhere as soon as it is a constant of {@link Op}. */
class OpTest {

    private static final long BITS = -4974891296231460042L;
    private static final double PREDICTION = 0.8679972137668759;

    private final Value a = new Value(0.75, "a"), b = new Value(1.25, "b");

    @ParameterizedTest
    @EnumSource
    void worksEverywhere(Op op) {
        Value r = made(op);
        assertEquals(op.forward(0.75, op == Op.POW ? 3 : 1.25), r.data);
        Value root = r.mul(2);
        root.backward();
        assertEquals(op.operands, GradCheck.of(root).size() - 1, "the leaves but the 2");
        for (GradCheck check : GradCheck.of(root)) assertTrue(check.error() < 1e-6, () -> "" + check);
        double byA = a.grad, byB = b.grad;
        assertTrue(byA != 0);
        a.grad = b.grad = 0;
        Tape tape = new Tape(root);
        assertEquals(root.data, tape.forward());
        tape.backward();
        assertEquals(byA, a.grad);
        assertEquals(byB, b.grad);
        assertEquals(Optional.of(op), Op.of(r.view().op(), op.operands));
        assertFalse(op.dx(new Op.Symbol("x", 0.75), new Op.Symbol("y", 3), new Op.Symbol("o", r.data)).isEmpty());
    }

    /** In rows of a tape, too. */
    @ParameterizedTest
    @EnumSource
    void worksInRows(Op op) {
        Value root = new Value(0);
        Value[] x = new Value[8];
        java.util.Arrays.setAll(x, i -> new Value(0.2 + 0.1 * i));
        for (int i = 0; i < x.length; i++) {
            root = root.add(op == Op.POW ? x[i].pow(3) : op.operands == 1 ? x[i].apply(op) : x[i].apply(op, x[(i + 1) % 8]));
        }
        root.backward();
        double[] grads = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            grads[i] = x[i].grad;
            x[i].grad = 0;
        }
        Tape tape = new Tape(root);
        assertEquals(root.data, tape.forward());
        tape.backward();
        for (int i = 0; i < x.length; i++) assertEquals(grads[i], x[i].grad, 1e-14);
    }

    private Value made(Op op) {
        return op == Op.POW ? a.pow(3) : op.operands == 1 ? a.apply(op) : a.apply(op, b);
    }

    /** What the golden files of the chapters rest on: the bits are those of one JDK's run, whichever JDK runs this. */
    @Test
    void theNumbersAreTheSameToTheLastBitOnEveryJdk() {
        Random random = new Random(1);
        long bits = 0;
        for (int i = 0; i < 10_000; i++) {
            double x = random.nextGaussian() * 3, y = random.nextGaussian() * 3;
            for (Op op : Op.values()) {
                if (op == Op.LINEAR) continue;    // it computes nothing
                double out = op.forward(x, y);
                for (double number : new double[] {out, op.dx(x, y, out), op.dy(x, y, out)}) {
                    bits = 31 * bits + Double.doubleToLongBits(number);
                }
            }
        }
        assertEquals(BITS, bits);
        Rng.seed(42);
        MLP n = new MLP(3, 4, 4, 1);
        for (int step = 0; step < 100; step++) {
            Value loss = n.predict(Rng.uniform(-1, 1), Rng.gaussian(), 0.5).sub(1).pow(2);
            n.zeroGrad();
            loss.backward();
            for (Value p : n.parameters()) p.data -= 0.05 * p.grad;
        }
        assertEquals(PREDICTION, n.predict(2, 3, -1).data);
    }

    @Test
    void neuronsTakeAny() {
        Rng.seed(2);
        Value y = new MLP(Op.SIGMOID, Op.SIGMOID, 2, 3, 1).predict(0.5, -1);
        assertEquals("sigmoid", y.view().op());
        assertTrue(0 < y.data && y.data < 1);
        y.backward();
        assertTrue(GradCheck.of(y).stream().allMatch(check -> check.error() < 1e-6));
    }

    @Test
    void cornersAreAsInPyTorch() {
        assertEquals(0, gradient(0, x -> x.pow(0)));
        assertEquals(0, gradient(0, Value::relu));
        assertEquals(0, gradient(-1, x -> x.relu().pow(0.5)), "a closed ReLU passes nothing on, not even infinity");
        assertEquals(0, gradient(-1, x -> x.relu().log()));
        assertEquals(1, gradient(Double.NaN, Value::relu));
        assertEquals(Double.NaN, gradient(0, x -> x.mul(0).log()), "0 times infinity");
        assertEquals(Double.POSITIVE_INFINITY, gradient(1e308, x -> x.pow(2).mul(1e-300)), "2x overflows");
    }

    private static double gradient(double data, java.util.function.UnaryOperator<Value> f) {
        Value x = new Value(data);
        Value root = f.apply(x);
        root.backward();
        double eager = x.grad;
        x.grad = 0;
        new Tape(root).backward();
        assertEquals(eager, x.grad, "tape");
        return eager;
    }

    /** Of a and b, with the result c. */
    @Test
    void rulesInSymbols() {
        Op.Symbol x = new Op.Symbol("a", 2), y = new Op.Symbol("b", 3), out = new Op.Symbol("c", 8);
        assertEquals("1 1 b 1 / b −1 3 · a² c 1 / a 1 − c² 1, as a > 0 c · (1 − c) 2 · a 1 / (2 · c) cos(a) −sin(a) 1",
                Stream.of(Op.values()).map(op -> op.dx(x, op == Op.POW ? new Op.Symbol("3", 3) : y, out)).collect(joining(" ")));
        assertEquals("1 −1 a −a / b²",
                Stream.of(Op.values()).filter(op -> op.operands == 2).map(op -> op.dy(x, y, out)).collect(joining(" ")));
        assertEquals("0, as a ≤ 0", Op.RELU.dx(new Op.Symbol("a", 0), y, out));
        assertEquals("1, as a is not ≤ 0", Op.RELU.dx(new Op.Symbol("a", Double.NaN), y, out));
        assertEquals("$1", Op.EXP.dx(x, y, new Op.Symbol("$1", 0)));
        assertEquals("2 · a", Op.POW.dx(x, new Op.Symbol("2", 2), out));
        assertEquals("⁰ ⁻¹² ⁹⁹⁹⁹⁹⁹⁹ ^1.0E7 ^−1.0E7 ^−2.5", DoubleStream.of(0, -12, 9_999_999, 1e7, -1e7, -2.5)
                .mapToObj(Op.Symbol::superscript).collect(joining(" ")));
    }

    @Test
    void aPowerIsCalledByItsExponent() {
        assertEquals("**3 **-1 **0 **0.5 **999999 **1000000.0 **-2.5E-7", DoubleStream.of(3, -1, 0, 0.5, 999_999, 1e6, -2.5e-7)
                .mapToObj(k -> a.pow(k).view().op()).collect(joining(" ")));
        assertEquals(0.5, a.pow(0.5).exponent());
        assertEquals(0, a.mul(b).exponent());
        assertEquals(0, a.exponent());
    }

    @Test
    void unknownNamesAreNoPowers() {
        assertEquals(Optional.empty(), Op.of("swish", 1));
        assertEquals(Optional.empty(), Op.of("**k", 1));
        assertEquals(Optional.of(Op.NEG), Op.of("-", 1));
        assertEquals(-0.5, Op.exponent("**-0.5"));
        assertEquals(2e-7, Op.exponent(a.pow(2e-7).view().op()));
        assertEquals(Optional.of(Op.SUB), Op.of("-", 2));
        assertEquals(Optional.of(Op.RELU), Op.of("ReLU", 1));
        assertEquals(0, Op.exponent("tanh"));
        assertThrows(IllegalArgumentException.class, () -> a.apply(Op.ADD));
        assertThrows(IllegalArgumentException.class, () -> a.apply(Op.POW));
        assertThrows(IllegalArgumentException.class, () -> a.apply(Op.EXP, b));
    }
}
