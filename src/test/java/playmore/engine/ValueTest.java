package playmore.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ValueTest {

    static Stream<Operation> operations() {
        return Operation.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void operationComputesItsNumber(Operation op) {
        for (double[] point : op.domain().points()) {
            Value result = op.engine().apply(new Value(point[0]), new Value(point[1]));
            assertNear(op.jdk().applyAsDouble(point[0], point[1]), result.data, 1e-12, op + " at " + show(point));
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void operationHasTheDerivativeThatBumpingMeasures(Operation op) {
        for (double[] point : op.domain().points()) {
            Value a = new Value(point[0], "a");
            Value b = new Value(point[1], "b");
            op.engine().apply(a, b).backward();
            for (int i = 0; i < 2; i++) {
                double h = 1e-5 * Math.abs(point[i]);
                double slope = (at(op, point, i, h) - at(op, point, i, -h)) / (2 * h);
                assertNear(slope, (i == 0 ? a : b).grad, 1e-6, "d(" + op + ")/d" + "ab".charAt(i) + " at " + show(point));
            }
        }
    }

    private static double at(Operation op, double[] point, int bumped, double h) {
        double[] moved = point.clone();
        moved[bumped] += h;
        return op.engine().apply(new Value(moved[0]), new Value(moved[1])).data;
    }

    @ParameterizedTest
    @MethodSource("operations")
    void tapeComputesTheSameToTheLastBit(Operation op) {
        for (double[] point : op.domain().points()) {
            Value a = new Value(7);
            Value b = new Value(7);
            playmore.tape.Tape tape = new playmore.tape.Tape(op.engine().apply(a, b));
            a.data = point[0];
            b.data = point[1];
            double fresh = op.engine().apply(new Value(point[0]), new Value(point[1])).data;
            assertEquals(fresh, tape.forward(), op + " at " + show(point));
        }
    }

    /** The expression of micrograd's README. */
    static Value microgradsReadme(Value a, Value b) {
        Value c = a.add(b);
        Value d = a.mul(b).add(b.pow(3));
        c = c.add(c.add(1));
        c = c.add(Value.add(1, c).add(a.neg()));
        d = d.add(d.mul(2).add(b.add(a).relu()));
        d = d.add(Value.mul(3, d).add(b.sub(a).relu()));
        Value f = c.sub(d).pow(2);
        return f.div(2.0).add(Value.div(10.0, f));
    }

    @Test
    void microgradsReadmeExpression() {
        Value a = new Value(-4.0), b = new Value(2.0), g = microgradsReadme(a, b);
        g.backward();
        assertEquals(24.7041, g.data, 5e-5);
        assertEquals(138.8338, a.grad, 5e-5);
        assertEquals(645.5773, b.grad, 5e-5);
    }

    @Test
    void expressionOfTheLecture() {
        Value a = new Value(2, "a"), b = new Value(-3, "b"), c = new Value(10, "c"), f = new Value(-2, "f");
        Value e = a.mul(b).label("e");
        Value d = e.add(c).label("d");
        Value L = d.mul(f).label("L");
        L.backward();
        assertEquals(-8, L.data);
        double[] grads = {a.grad, b.grad, c.grad, d.grad, e.grad, f.grad, L.grad};
        assertEquals(List.of(6.0, -4.0, -2.0, -2.0, -2.0, 4.0, 1.0), boxed(grads));
    }

    @Test
    void neuronOfTheLecture() {
        Value x1 = new Value(2), x2 = new Value(0), w1 = new Value(-3), w2 = new Value(1);
        Value b = new Value(6.8813735870195432);
        Value o = x1.mul(w1).add(x2.mul(w2)).add(b).tanh();
        o.backward();
        assertNear(0.7071067811865476, o.data, 1e-12, "o");
        double[] expected = {-1.5, 0.5, 1, 0, 0.5};
        double[] grads = {x1.grad, x2.grad, w1.grad, w2.grad, b.grad};
        for (int i = 0; i < expected.length; i++) {
            assertNear(expected[i], grads[i], 1e-12, "gradient " + i);
        }
    }

    @Test
    void reusedNodeAccumulatesItsGradient() {
        Value a = new Value(-2), b = new Value(3);
        a.mul(b).mul(a.add(b)).backward();
        assertEquals(-3, a.grad);
        assertEquals(-8, b.grad);

        Value x = new Value(3);
        x.add(x).add(x.add(x)).backward();
        assertEquals(4, x.grad);
    }

    @Test
    void secondBackwardAddsTheSameAgainToTheLeaves() {
        Value a = new Value(2), b = new Value(-3);
        Value e = a.mul(b);
        Value f = e.mul(e);
        f.backward();
        double once = a.grad;
        f.backward();
        assertEquals(2 * once, a.grad);
        assertEquals(-12, e.grad, "what lies between root and leaves starts from 0");
        f.zeroGrad();
        assertEquals(List.of(0.0, 0.0, 0.0, 0.0), boxed(a.grad, b.grad, e.grad, f.grad));
        f.backward();
        assertEquals(once, a.grad);
    }

    @Test
    void backwardOfALeafIsOne() {
        Value a = new Value(5);
        a.backward();
        assertEquals(1, a.grad);
    }

    @Test
    void backwardThroughAPartLeavesTheRestAlone() {
        Value a = new Value(2);
        Value e = a.mul(3);
        Value f = e.mul(5);
        e.backward();
        assertEquals(3, a.grad);
        assertEquals(0, f.grad);
        f.backward();
        assertEquals(3 + 15, a.grad);
    }

    @Test
    void changingALeafChangesNoResultThereIs() {
        Value a = new Value(2), b = new Value(-3);
        Value c = a.mul(b);
        a.data = 100;
        assertEquals(-6, c.data);
        c.backward();
        assertEquals(2, b.grad, "the derivative belongs to the numbers of the forward pass");
    }

    @Test
    void longChainsAreNotTooDeep() {
        Value a = new Value(0.5);
        Value v = a;
        for (int i = 0; i < 200_000; i++) {
            v = v.add(1);
        }
        v.backward();
        assertEquals(1, a.grad);
        v.zeroGrad();
        assertEquals(0, a.grad);
        assertEquals(200_000.5, new playmore.tape.Tape(v).forward());
    }

    @Test
    void manyResultsWaitForTheirTurn() {
        Value a = new Value(1), v = a;
        for (int i = 0; i < 1000; i++) v = a.mul(2).add(v);
        v.backward();
        assertEquals(2001, a.grad);
    }

    @Test
    void manyPathsAreWalkedOnce() {
        Value a = new Value(1);
        Value v = a;
        for (int i = 0; i < 60; i++) {
            v = v.add(v);
        }
        v.backward();
        assertEquals(Math.pow(2, 60), a.grad);
    }

    @Test
    void tanhIsRightForAnyFiniteInput() {
        for (double x : new double[] {400, -400, 1e300, -1e300, Double.MAX_VALUE}) {
            Value v = new Value(x);
            Value t = v.tanh();
            t.backward();
            assertEquals(Math.signum(x), t.data);
            assertEquals(0, v.grad);
        }
        assertEquals(1e-300, new Value(1e-300).tanh().data);
    }

    @Test
    void nanAndInfinityPassThroughAsIeeeSays() {
        Value nan = new Value(Double.NaN);
        for (Operation op : Operation.ALL) {
            double data = op.engine().apply(nan, nan).data;
            assertTrue(op.name().equals("a ** 0.0") ? data == 1 : Double.isNaN(data), op + " of NaN");
        }
        assertEquals(Double.POSITIVE_INFINITY, new Value(1000).exp().data);
        assertEquals(Double.POSITIVE_INFINITY, new Value(1).div(new Value(0)).data);
        assertEquals(Double.NEGATIVE_INFINITY, new Value(0).log().data);
        assertTrue(Double.isNaN(new Value(-1).log().data));
        assertTrue(Double.isNaN(new Value(Double.POSITIVE_INFINITY).sub(Double.POSITIVE_INFINITY).data));
        assertEquals(0, new Value(Double.NEGATIVE_INFINITY).exp().data);
    }

    @Test
    void childrenKeepOrderAndMultiplicity() {
        Value a = new Value(1, "a"), b = new Value(2, "b");
        Value sum = b.add(a);
        assertSame(b, sum.children().get(0));
        assertSame(a, sum.children().get(1));
        assertEquals(List.of(a, a), a.add(a).children());
        assertEquals(List.of(a), a.tanh().children());
        assertEquals(List.of(), a.children());
        assertEquals("+", sum.view().op());
        assertEquals("**2", a.pow(2).view().op());
        assertEquals("**0.5", a.pow(0.5).view().op());
    }

    @Test
    void sumOfNothingIsZeroAndOfOneItself() {
        assertEquals(0, Value.sum().data);
        Value a = new Value(3);
        assertSame(a, Value.sum(a));
        assertEquals(6, Value.sum(List.of(a, new Value(1), new Value(2))).data);
        assertNotSame(a, Value.sum(a, a));
    }

    /** It is as if it had none: at the prompt, in a picture, and in a table of what it was made of. */
    @Test
    void aNameMayBeNull() {
        for (Value v : List.of(new Value(2, null), new Value(2, "a").label(null))) {
            assertEquals("Value(data=2.0)", v.toString());
            assertEquals("", Graph.of(v).root().label());
        }
    }

    /** Else it would pass for the operand that an operation with one of them does not have, and the result be wrong. */
    @Test
    void nullIsNoOperand() {
        Value a = new Value(2);
        List<Executable> computing = new ArrayList<>(List.of(() -> a.add(null), () -> a.sub(null), () -> a.mul(null), () -> a.div(null),
                () -> Value.add(1, null), () -> Value.sub(1, null), () -> Value.mul(1, null), () -> Value.div(1, null),
                () -> Value.sum((Value) null), () -> Value.sum(a, null), () -> Value.sum(Arrays.asList(null, a))));
        for (Op op : Op.values()) if (op.operands == 2) computing.add(() -> a.apply(op, null));
        for (Executable e : computing) {
            assertEquals("There is no number to compute with: the value is null", assertThrows(IllegalArgumentException.class, e).getMessage());
        }
    }

    @Test
    void printsAsTheLectureDoes() {
        assertEquals("Value(data=2.0)", new Value(2).toString());
        assertEquals("Value(data=2.0, label=a)", new Value(2, "a").toString());
        assertEquals("Value(data=-6.0, label=e)", new Value(2).mul(-3).label("e").toString());
    }

    /** Random expressions with shared nodes, each gradient against a symmetric bump. */
    @Test
    void gradientsOfRandomExpressionsAreTheMeasuredSlopes() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            Value[] x = new Value[4];
            Arrays.setAll(x, i -> new Value(random.nextDouble() * 4 - 2, "x" + i));
            Value root = Operation.expression(random, 15, x);
            root.backward();
            List<GradCheck> checks = GradCheck.of(root);
            assertTrue(checks.stream().map(GradCheck::label).toList().containsAll(List.of("x0", "x1", "x2", "x3")));
            for (GradCheck check : checks) {
                assertTrue(check.error() < 1e-6, "expression " + round + ": " + check);
            }
        }
    }

    private static void assertNear(double expected, double actual, double tolerance, String what) {
        assertEquals(expected, actual, tolerance * Math.max(1, Math.abs(expected)), what);
    }

    private static String show(double[] point) {
        return "a=" + point[0] + ", b=" + point[1];
    }

    private static List<Double> boxed(double... numbers) {
        List<Double> list = new ArrayList<>();
        for (double d : numbers) {
            list.add(d);
        }
        return list;
    }

    @Test
    void threadsThatWalkOneExpressionLoseNothingAndLeaveItRight() {
        for (int round = 0; round < 20; round++) {
            Value w = new Value(0.7, "w"), m = w;
            for (int i = 0; i < 200; i++) m = m.add(w).mul(m).tanh().add(w.mul(0.01));
            Value top = m;
            top.backward();
            double once = w.grad;
            w.grad = 0;
            java.util.stream.IntStream.range(0, 100).parallel().forEach(i -> top.mul(1).backward());
            assertEquals(100 * once, w.grad, 1e-9 * Math.abs(100 * once));
            top.zeroGrad();
            top.backward();
            assertEquals(once, w.grad);
        }
    }

    @Test
    void zeroGradClearsWhateverWasThere() {
        Value a = new Value(0), b = a.log(), c = b.mul(a).add(b);
        c.backward();
        assertTrue(Double.isNaN(a.grad));
        c.zeroGrad();
        for (Value v : java.util.List.of(a, b, c)) assertEquals(0, v.grad);
        a.grad = Double.POSITIVE_INFINITY;
        a.zeroGrad();
        assertEquals(0, a.grad);
    }

    @Test
    void noNameIsAnEmptyOneAndNoOperationIsRefused() {
        assertEquals("", new Value(1, null).label);
        assertEquals("", new Value(1, "a").label(null).label);
        assertThrows(IllegalArgumentException.class, () -> new Value(1).apply(null));
        assertThrows(IllegalArgumentException.class, () -> new Value(1).apply(null, new Value(2)));
    }
}
