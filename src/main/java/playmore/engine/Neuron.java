package playmore.engine;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One neuron: multiplies each input by a weight, adds a bias, and squashes the sum.
 *
 * <p>Lecture 0:52:52 (the picture) and 1:43:55 (the class).
 */
public final class Neuron {

    /** The weights, one an input; they start uniform in [-1, 1). */
    public final List<Value> w;

    /** The bias: how ready the neuron is to fire, whatever comes in. */
    public final Value b;

    private final Op activation;        // null where the sum is passed on as it is

    /** A neuron with {@code nin} inputs, at least 1, and tanh, its weights and bias uniform in [-1, 1), as in the lecture. */
    public Neuron(int nin) {
        this(nin, Op.TANH, "");
    }

    /** A neuron with tanh starts with a random bias, as in the lecture; any other with 0, as in micrograd's library. */
    Neuron(int nin, Op activation, String position) {
        if (nin < 1) throw new IllegalArgumentException("Neuron needs at least 1 input, got " + nin);
        String place = position.isEmpty() ? "" : position + ",";
        w = IntStream.range(0, nin).mapToObj(i -> new Value(Rng.uniform(-1, 1), "w[" + place + i + "]")).toList();
        b = new Value(activation == Op.TANH ? Rng.uniform(-1, 1) : 0, position.isEmpty() ? "b" : "b[" + position + "]");
        this.activation = activation;
    }

    /** What the neuron makes of the inputs {@code x}, one for each weight: tanh(w · x + b). */
    public Value forward(Value... x) {
        check("Neuron", w.size(), x);
        Value sum = b;
        for (int i = 0; i < x.length; i++) sum = sum.add(w.get(i).mul(x[i]));
        return activation == null ? sum : sum.apply(activation);
    }

    /** The same, of plain numbers. */
    public Value forward(double... x) {
        return forward(inputs(x));
    }

    /** The weights, then the bias. */
    public List<Value> parameters() {
        return Stream.concat(w.stream(), Stream.of(b)).toList();
    }

    /** Sets the gradient of every parameter to 0. */
    public void zeroGrad() {
        for (Value p : w) p.grad = 0;
        b.grad = 0;
    }

    @Override public String toString() {
        return "Neuron(" + inputs(w.size()) + ", " + (activation == null ? "LINEAR" : activation) + ")";
    }

    /** Plain numbers as values, named {@code x1}, {@code x2} and so on. */
    static Value[] inputs(double[] x) {
        return x == null ? null : IntStream.range(0, x.length).mapToObj(i -> new Value(x[i], "x" + (i + 1))).toArray(Value[]::new);
    }

    /** Refuses what is not one value for each of {@code nin} inputs. */
    static void check(String who, int nin, Value[] x) {
        if (x == null || x.length != nin) throw new IllegalArgumentException(who + " expects " + inputs(nin) + ", got " + (x == null ? "null" : x.length));
    }

    private static String inputs(int n) { return n == 1 ? "1 input" : n + " inputs"; }
}
