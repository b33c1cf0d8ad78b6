package playmore.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * A row of neurons that all see the same inputs and know nothing of each other.
 *
 * <p>Lecture 1:43:55.
 */
public final class Layer {

    /** One for each output. */
    public final List<Neuron> neurons;

    /** A layer of {@code nout} neurons with {@code nin} inputs each, at least 1 of both, with tanh as in the lecture. */
    public Layer(int nin, int nout) {
        this(nin, nout, Op.TANH, "");
    }

    Layer(int nin, int nout, Op activation, String position) {
        if (nout < 1) throw new IllegalArgumentException("Layer needs at least 1 neuron, got " + nout);
        String place = position.isEmpty() ? "" : position + ",";
        List<Neuron> made = new ArrayList<>();
        for (int i = 0; i < nout; i++) made.add(new Neuron(nin, activation, place + i));
        neurons = List.copyOf(made);
    }

    /** One output a neuron; {@code x} is one value for each input. */
    public Value[] forward(Value... x) {
        Value[] out = new Value[neurons.size()];
        for (int i = 0; i < out.length; i++) out[i] = neurons.get(i).forward(x);
        return out;
    }

    /** The same, of plain numbers. */
    public Value[] forward(double... x) {
        return forward(Neuron.inputs(x));
    }

    /** The parameters of each neuron in turn. */
    public List<Value> parameters() {
        return neurons.stream().flatMap(n -> n.parameters().stream()).toList();
    }

    /** Sets the gradient of every parameter to 0. */
    public void zeroGrad() {
        neurons.forEach(Neuron::zeroGrad);
    }

    @Override public String toString() {
        return "Layer" + neurons;
    }
}
