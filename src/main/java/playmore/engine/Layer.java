package playmore.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * A row of neurons that all see the same inputs and know nothing of each other.
 *
 * <p>Lecture 1:43:55.
 */
public final class Layer {

    public final List<Neuron> neurons;

    /**
     * A layer of {@code nout} neurons with {@code nin} inputs each, with tanh as in the lecture.
     *
     * @throws IllegalArgumentException if either number is less than 1
     */
    public Layer(int nin, int nout) {
        this(nin, nout, Op.TANH, "");
    }

    Layer(int nin, int nout, Op activation, String position) {
        if (nout < 1) {
            throw new IllegalArgumentException("Layer needs at least 1 neuron, got " + nout);
        }
        List<Neuron> neurons = new ArrayList<>();
        for (int i = 0; i < nout; i++) {
            neurons.add(new Neuron(nin, activation, position.isEmpty() ? "" + i : position + "," + i));
        }
        this.neurons = List.copyOf(neurons);
    }

    /**
     * One output a neuron.
     *
     * @throws IllegalArgumentException if {@code x} has not one number for each input
     */
    public Value[] forward(Value... x) {
        Value[] out = new Value[neurons.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = neurons.get(i).forward(x);
        }
        return out;
    }

    /** The same, of plain numbers. */
    public Value[] forward(double... x) {
        return forward(Neuron.inputs(x));
    }

    /** The parameters of each neuron in turn. */
    public List<Value> parameters() {
        List<Value> parameters = new ArrayList<>();
        neurons.forEach(n -> parameters.addAll(n.parameters()));
        return parameters;
    }

    /** Sets the gradient of every parameter to 0. */
    public void zeroGrad() {
        neurons.forEach(Neuron::zeroGrad);
    }

    @Override
    public String toString() {
        return "Layer" + neurons;
    }
}
