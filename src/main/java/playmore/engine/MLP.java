package playmore.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * A multi-layer perceptron: layers of neurons, the outputs of each the inputs of the next.
 *
 * <pre>{@code
 * MLP n = new MLP(3, 4, 4, 1);          // 3 inputs, two layers of 4, 1 output: 41 parameters
 * Value y = n.predict(2, 3, -1);
 * }</pre>
 *
 * <p>A parameter is named for where it is, counted from 0: {@code w[1,0,2]} is weight 2 of neuron 0
 * of layer 1, the value of {@code layers.get(1).neurons.get(0).w.get(2)}; {@code b[1,0]} is the bias
 * beside it.
 *
 * <p>Lecture 1:43:55.
 */
public final class MLP {

    /** From the inputs to the outputs. */
    public final List<Layer> layers;

    /**
     * The lecture's network of {@code nin} inputs and layers of {@code nouts} neurons, the last being the
     * outputs: tanh in every layer, weights and biases uniform in [-1, 1).
     */
    public MLP(int nin, int... nouts) {
        this(Op.TANH, Op.TANH, nin, nouts);
    }

    /**
     * A network with these operations in its hidden layers and in its last; null passes a neuron's sum
     * on as it is. The biases of neurons with tanh start random, those of others at 0.
     */
    public MLP(Op hidden, Op last, int nin, int... nouts) {
        int n = nouts == null ? 0 : nouts.length;
        if (n == 0) throw new IllegalArgumentException("MLP needs at least 1 layer, got 0: write new MLP(" + nin + ", 1)");
        List<Layer> made = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            made.add(new Layer(i == 0 ? nin : nouts[i - 1], nouts[i], i == n - 1 ? last : hidden, "" + i));
        }
        layers = List.copyOf(made);
    }

    /**
     * The network of micrograd's own library: ReLU in the hidden layers, a linear output, weights
     * uniform in [-1, 1), biases 0. Lecture 2:16:46.
     */
    public static MLP relu(int nin, int... nouts) {
        return new MLP(Op.RELU, null, nin, nouts);
    }

    /** The outputs of the last layer; {@code x} is one value for each input. */
    public Value[] forward(Value... x) {
        Neuron.check("MLP", layers.get(0).neurons.get(0).w.size(), x);
        for (Layer layer : layers) x = layer.forward(x);
        return x;
    }

    /** The same, of plain numbers. */
    public Value[] forward(double... x) {
        return forward(Neuron.inputs(x));
    }

    /** The output of a network that has just one; {@code x} is one number for each input. */
    public Value predict(double... x) {
        Value[] out = forward(x);
        if (out.length == 1) return out[0];
        throw new IllegalStateException("predict is for a network with 1 output, this one has " + out.length + ": use forward");
    }

    /** The parameters of each layer in turn. */
    public List<Value> parameters() {
        return layers.stream().flatMap(l -> l.parameters().stream()).toList();
    }

    /** Sets the gradient of every parameter to 0. Lecture 2:10:23. */
    public void zeroGrad() {
        layers.forEach(Layer::zeroGrad);
    }

    @Override public String toString() {
        return "MLP(" + layers.get(0).neurons.get(0).w.size() + " -> "
                + String.join(" -> ", layers.stream().map(l -> "" + l.neurons.size()).toList())
                + ", " + parameters().size() + " parameters)";
    }
}
