package playmore.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.UnaryOperator;

/**
 * The catalogue of operations that all tests of values, derivatives, tapes and PyTorch draw on: what each
 * is called, how the engine does it and how PyTorch does, what the JDK says the number is, and where it can
 * be tried. An operation with one operand ignores b.
 */
public record Operation(
        String name, BinaryOperator<Value> engine, BinaryOperator<NDArray> torch, DoubleBinaryOperator jdk, Domain domain) {

    /** Which operands an operation takes without leaving the ground, and how any number becomes one. */
    public enum Domain {
        ANYWHERE(v -> v, t -> t),
        SMALL(Value::tanh, NDArray::tanh),
        NOT_ZERO(v -> v.tanh().add(1.5), t -> t.tanh().add(number(t, 1.5))),
        POSITIVE(v -> v.tanh().add(1.5), t -> t.tanh().add(number(t, 1.5)));

        final UnaryOperator<Value> tame;
        final UnaryOperator<NDArray> tameTorch;

        Domain(UnaryOperator<Value> tame, UnaryOperator<NDArray> tameTorch) {
            this.tame = tame;
            this.tameTorch = tameTorch;
        }

        /** Points (a, b) to try it at. */
        double[][] points() {
            return this == POSITIVE ? new double[][] {{2, 3}, {0.5, 4}, {1e-2, 7}, {6, 0.25}, {30, 0.1}, {0.7, 0.7}}
                    : new double[][] {{2, -3}, {-0.5, 4}, {1e-3, 7}, {-6, -0.25}, {30, 0.1}, {0.7, 0.7}};
        }
    }

    public static final List<Operation> ALL = List.of(
        of("a + b", Value::add, NDArray::add, (a, b) -> a + b, Domain.ANYWHERE),
        of("a - b", Value::sub, NDArray::sub, (a, b) -> a - b, Domain.ANYWHERE),
        of("a * b", Value::mul, NDArray::mul, (a, b) -> a * b, Domain.SMALL),
        of("a / b", Value::div, NDArray::div, (a, b) -> a / b, Domain.NOT_ZERO),
        of("a + 2", (a, b) -> a.add(2), (a, b) -> a.add(number(a, 2)), (a, b) -> a + 2, Domain.ANYWHERE),
        of("a - 2", (a, b) -> a.sub(2), (a, b) -> a.sub(number(a, 2)), (a, b) -> a - 2, Domain.ANYWHERE),
        of("a * -1.3", (a, b) -> a.mul(-1.3), (a, b) -> a.mul(number(a, -1.3)), (a, b) -> a * -1.3, Domain.ANYWHERE),
        of("a / 3", (a, b) -> a.div(3), (a, b) -> a.div(number(a, 3)), (a, b) -> a / 3, Domain.ANYWHERE),
        of("2 + a", (a, b) -> Value.add(2, a), (a, b) -> number(a, 2).add(a), (a, b) -> 2 + a, Domain.ANYWHERE),
        of("2 - a", (a, b) -> Value.sub(2, a), (a, b) -> number(a, 2).sub(a), (a, b) -> 2 - a, Domain.ANYWHERE),
        of("2 * a", (a, b) -> Value.mul(2, a), (a, b) -> number(a, 2).mul(a), (a, b) -> 2 * a, Domain.ANYWHERE),
        of("2 / a", (a, b) -> Value.div(2, a), (a, b) -> number(a, 2).div(a), (a, b) -> 2 / a, Domain.NOT_ZERO),
        of("-a", (a, b) -> a.neg(), (a, b) -> a.neg(), (a, b) -> -a, Domain.ANYWHERE),
        power(3, Domain.SMALL),
        power(2, Domain.SMALL),
        power(1, Domain.ANYWHERE),
        power(0, Domain.ANYWHERE),
        power(-1, Domain.NOT_ZERO),
        power(-2, Domain.NOT_ZERO),
        power(0.5, Domain.POSITIVE),
        power(-1.5, Domain.POSITIVE),
        of("exp a", (a, b) -> a.exp(), (a, b) -> a.exp(), (a, b) -> Math.exp(a), Domain.SMALL),
        of("log a", (a, b) -> a.log(), (a, b) -> a.log(), (a, b) -> Math.log(a), Domain.POSITIVE),
        of("tanh a", (a, b) -> a.tanh(), (a, b) -> a.tanh(), (a, b) -> Math.sinh(a) / Math.cosh(a), Domain.ANYWHERE),
        of("relu a", (a, b) -> a.relu(), (a, b) -> Activation.relu(a), (a, b) -> a > 0 ? a : 0, Domain.ANYWHERE),
        of("sigmoid a", (a, b) -> a.sigmoid(), (a, b) -> Activation.sigmoid(a), (a, b) -> 1 / (1 + Math.exp(-a)), Domain.ANYWHERE),
        of("SUB(a, b)", (a, b) -> a.apply(Op.SUB, b), NDArray::sub, (a, b) -> a - b, Domain.ANYWHERE),
        of("DIV(a, b)", (a, b) -> a.apply(Op.DIV, b), NDArray::div, (a, b) -> a / b, Domain.NOT_ZERO),
        of("NEG(a)", (a, b) -> a.apply(Op.NEG), (a, b) -> a.neg(), (a, b) -> -a, Domain.ANYWHERE),
        of("SQUARE(a)", (a, b) -> a.apply(Op.SQUARE), (a, b) -> a.square(), (a, b) -> a * a, Domain.SMALL),
        of("SQRT(a)", (a, b) -> a.apply(Op.SQRT), (a, b) -> a.sqrt(), (a, b) -> Math.sqrt(a), Domain.POSITIVE),
        of("SIN(a)", (a, b) -> a.apply(Op.SIN), (a, b) -> a.sin(), (a, b) -> Math.sin(a), Domain.SMALL),
        of("COS(a)", (a, b) -> a.apply(Op.COS), (a, b) -> a.cos(), (a, b) -> Math.cos(a), Domain.SMALL),
        of("LINEAR(a)", (a, b) -> a.apply(Op.LINEAR), (a, b) -> a.mul(number(a, 1)), (a, b) -> a, Domain.ANYWHERE),
        of("sum a, b, a", (a, b) -> Value.sum(a, b, a), (a, b) -> a.add(b).add(a), (a, b) -> a + b + a, Domain.SMALL),
        of("a * a", (a, b) -> a.mul(a), (a, b) -> a.mul(a), (a, b) -> a * a, Domain.SMALL),
        of("a + a", (a, b) -> a.add(a), (a, b) -> a.add(a), (a, b) -> a + a, Domain.ANYWHERE),
        of("a * tanh a", (a, b) -> a.tanh().mul(a), (a, b) -> a.tanh().mul(a), (a, b) -> a * Math.tanh(a), Domain.ANYWHERE));

    private static Operation of(
            String name, BinaryOperator<Value> engine, BinaryOperator<NDArray> torch, DoubleBinaryOperator jdk, Domain domain) {
        return new Operation(name, engine, torch, jdk, domain);
    }

    private static Operation power(double k, Domain domain) {
        return of("a ** " + k, (a, b) -> a.pow(k), (a, b) -> a.pow(number(a, k)), (a, b) -> Math.pow(a, k), domain);
    }

    /** A constant. DJL's own a.mul(2) frees the 2 too early: PyTorch then reads garbage when it walks back. */
    static NDArray number(NDArray beside, double data) {
        return beside.getManager().create(data);
    }

    /** The operation on any numbers: results neither explode nor turn into NaN. */
    public Value tamed(Value a, Value b) {
        return engine.apply(domain.tame.apply(a), domain.tame.apply(b));
    }

    NDArray tamed(NDArray a, NDArray b) {
        return torch.apply(domain.tameTorch.apply(a), domain.tameTorch.apply(b));
    }

    public static Operation any(Random random) {
        return ALL.get(random.nextInt(ALL.size()));
    }

    /** So many operations, drawn at random, each on values met before; all of it flows into the sum. */
    public static Value expression(Random random, int operations, Value... x) {
        List<Value> met = new ArrayList<>(Arrays.asList(x));
        for (int i = 0; i < operations; i++) {
            met.add(any(random).tamed(met.get(random.nextInt(met.size())), met.get(random.nextInt(met.size()))));
        }
        return Value.sum(met);
    }

    @Override
    public String toString() {
        return name;
    }
}
