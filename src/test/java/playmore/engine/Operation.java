package playmore.engine;

import java.util.List;
import java.util.function.DoubleBinaryOperator;

/**
 * The catalogue of operations: what each is called, how the engine does it, what the JDK says the
 * number is, and points to try it at. It drives the tests of values and those of derivatives.
 */
record Operation(String name, Forward engine, DoubleBinaryOperator expected, List<double[]> points) {

    interface Forward {
        Value apply(Value a, Value b);
    }

    private static final List<double[]> ANYWHERE = List.of(new double[][] {
        {2, -3}, {-0.5, 4}, {1e-3, 7}, {-6, -0.25}, {30, 0.1}, {0.7, 0.7}});
    private static final List<double[]> POSITIVE = List.of(new double[][] {
        {2, 3}, {0.5, 4}, {1e-2, 7}, {6, 0.25}, {30, 0.1}, {0.7, 0.7}});

    /** Each operation the engine has; a one-operand operation ignores b. */
    static final List<Operation> ALL = List.of(
        new Operation("a + b", Value::add, (a, b) -> a + b, ANYWHERE),
        new Operation("a - b", Value::sub, (a, b) -> a - b, ANYWHERE),
        new Operation("a * b", Value::mul, (a, b) -> a * b, ANYWHERE),
        new Operation("a / b", Value::div, (a, b) -> a / b, ANYWHERE),
        new Operation("a + 2", (a, b) -> a.add(2), (a, b) -> a + 2, ANYWHERE),
        new Operation("a - 2", (a, b) -> a.sub(2), (a, b) -> a - 2, ANYWHERE),
        new Operation("a * 2", (a, b) -> a.mul(2), (a, b) -> a * 2, ANYWHERE),
        new Operation("a / 4", (a, b) -> a.div(4), (a, b) -> a / 4, ANYWHERE),
        new Operation("2 + a", (a, b) -> Value.add(2, a), (a, b) -> 2 + a, ANYWHERE),
        new Operation("2 - a", (a, b) -> Value.sub(2, a), (a, b) -> 2 - a, ANYWHERE),
        new Operation("2 * a", (a, b) -> Value.mul(2, a), (a, b) -> 2 * a, ANYWHERE),
        new Operation("2 / a", (a, b) -> Value.div(2, a), (a, b) -> 2 / a, ANYWHERE),
        new Operation("-a", (a, b) -> a.neg(), (a, b) -> -a, ANYWHERE),
        new Operation("a ** 3", (a, b) -> a.pow(3), (a, b) -> a * a * a, ANYWHERE),
        new Operation("a ** -1", (a, b) -> a.pow(-1), (a, b) -> 1 / a, ANYWHERE),
        new Operation("a ** 0.5", (a, b) -> a.pow(0.5), (a, b) -> Math.sqrt(a), POSITIVE),
        new Operation("exp a", (a, b) -> a.exp(), (a, b) -> Math.exp(a), ANYWHERE),
        new Operation("log a", (a, b) -> a.log(), (a, b) -> Math.log(a), POSITIVE),
        new Operation("tanh a", (a, b) -> a.tanh(), (a, b) -> Math.sinh(a) / Math.cosh(a), ANYWHERE),
        new Operation("relu a", (a, b) -> a.relu(), (a, b) -> a > 0 ? a : 0, ANYWHERE),
        new Operation("sum a, b, a", (a, b) -> Value.sum(a, b, a), (a, b) -> a + b + a, ANYWHERE),
        new Operation("a * a", (a, b) -> a.mul(a), (a, b) -> a * a, ANYWHERE),
        new Operation("a + a", (a, b) -> a.add(a), (a, b) -> a + a, ANYWHERE),
        new Operation("a * tanh a", (a, b) -> a.tanh().mul(a), (a, b) -> a * Math.tanh(a), ANYWHERE));

    @Override
    public String toString() {
        return name;
    }
}
