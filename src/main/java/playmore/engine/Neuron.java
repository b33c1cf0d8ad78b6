package playmore.engine;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One neuron: it multiplies each input by a weight, adds the products and a bias, and applies its activation.
 *
 * <p>Lecture 0:52:52 (the picture) and 1:43:55 (the class).
 */
public final class Neuron {

    /** The weights, one per input; they start uniform in [-1, 1). */
    public final List<Value> w;

    /** The bias, which is added whatever the inputs are. */
    public final Value b;

    private final Op activation;

    /**
     * A neuron with tanh, its weights and bias uniform in [-1, 1), as in the lecture.
     *
     * @param nin the number of inputs, at least 1
     */
    public Neuron(int nin) {
        this(nin, Op.TANH, "");
    }

    /** The bias starts random with tanh, as in the lecture, and at 0 otherwise, as in micrograd's library. */
    Neuron(int nin, Op activation, String position) {
        if (nin < 1) throw new IllegalArgumentException("Neuron needs at least 1 input, got " + nin);
        String prefix = position.isEmpty() ? "" : position + ",";
        w = IntStream.range(0, nin).mapToObj(i -> new Value(Rng.uniform(-1, 1), "w[" + prefix + i + "]")).toList();
        double bias = activation == Op.TANH ? Rng.uniform(-1, 1) : 0;
        b = new Value(bias, position.isEmpty() ? "b" : "b[" + position + "]");
        this.activation = activation;
    }

    /** Computes the output, tanh(w · x + b); {@code x} has one value per weight. */
    public Value forward(Value... x) {
        check("Neuron", w.size(), x);
        Value sum = b;
        for (int i = 0; i < x.length; i++) sum = sum.add(w.get(i).mul(x[i]));
        return activation == Op.LINEAR ? sum : sum.apply(activation);    // a linear neuron adds no node to the graph
    }

    /** Computes the output; {@code x} has one number per weight. */
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
        return "Neuron(" + inputs(w.size()) + ", " + activation + ")";
    }

    /** Turns numbers into values named {@code x1}, {@code x2} and so on. */
    static Value[] inputs(double[] x) {
        if (x == null) return null;    // check refuses it
        return IntStream.range(0, x.length).mapToObj(i -> new Value(x[i], "x" + (i + 1))).toArray(Value[]::new);
    }

    /** Throws if {@code x} does not have {@code nin} values; {@code who} names the class that expects them. */
    static void check(String who, int nin, Value[] x) {
        if (x != null && x.length == nin) return;
        String got = x == null ? "null" : "" + x.length;
        throw new IllegalArgumentException(who + " expects " + inputs(nin) + ", got " + got);
    }

    private static String inputs(int n) {
        return n == 1 ? "1 input" : n + " inputs";
    }
}
