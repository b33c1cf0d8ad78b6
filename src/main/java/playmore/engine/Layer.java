package playmore.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * A layer of neurons. They all get the same inputs, and none depends on another.
 *
 * <p>Lecture 1:43:55.
 */
public final class Layer {

    /** The neurons, one per output. */
    public final List<Neuron> neurons;

    /**
     * A layer with tanh, as in the lecture.
     *
     * @param nin the number of inputs, at least 1
     * @param nout the number of neurons, at least 1
     */
    public Layer(int nin, int nout) {
        this(nin, nout, Op.TANH, "");
    }

    Layer(int nin, int nout, Op activation, String position) {
        if (nout < 1) throw new IllegalArgumentException("Layer needs at least 1 neuron, got " + nout);
        String prefix = position.isEmpty() ? "" : position + ",";
        List<Neuron> made = new ArrayList<>();
        for (int i = 0; i < nout; i++) made.add(new Neuron(nin, activation, prefix + i));
        neurons = List.copyOf(made);
    }

    /** Computes the output of each neuron; {@code x} has one value per input. */
    public Value[] forward(Value... x) {
        Value[] out = new Value[neurons.size()];
        for (int i = 0; i < out.length; i++) out[i] = neurons.get(i).forward(x);
        return out;
    }

    /** Computes the output of each neuron; {@code x} has one number per input. */
    public Value[] forward(double... x) {
        return forward(Neuron.inputs(x));
    }

    /** The parameters of all neurons, in the order of the neurons. */
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
