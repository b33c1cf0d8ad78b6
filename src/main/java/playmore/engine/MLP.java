package playmore.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * A multi-layer perceptron: layers of neurons, where the outputs of one layer are the inputs of the next.
 *
 * <pre>{@code
 * MLP n = new MLP(3, 4, 4, 1);          // 3 inputs, two layers of 4, 1 output: 41 parameters
 * Value y = n.predict(2, 3, -1);
 * }</pre>
 *
 * <p>The label of a parameter says where it is, counted from 0: {@code w[1,0,2]} is weight 2 of neuron 0
 * of layer 1, or {@code layers.get(1).neurons.get(0).w.get(2)}; {@code b[1,0]} is the bias of the same neuron.
 *
 * <p>Lecture 1:43:55.
 */
public final class MLP {

    /** The layers, from the inputs to the outputs. */
    public final List<Layer> layers;

    /**
     * The lecture's network: tanh in every layer, weights and biases uniform in [-1, 1).
     *
     * @param nin the number of inputs, at least 1
     * @param nouts the number of neurons of each layer, at least one layer; the last layer makes the outputs
     */
    public MLP(int nin, int... nouts) {
        this(Op.TANH, Op.TANH, nin, nouts);
    }

    /**
     * A network with other activations. The biases of neurons with tanh start random, all others at 0.
     *
     * @param hidden the activation of the hidden layers, an operation with one operand
     * @param last the activation of the last layer; {@link Op#LINEAR} passes the sum on as it is
     * @param nin the number of inputs, at least 1
     * @param nouts the number of neurons of each layer, at least one layer
     */
    public MLP(Op hidden, Op last, int nin, int... nouts) {
        if (hidden == null || last == null) {
            throw new IllegalArgumentException(
                    "MLP needs an activation, got null: Op.LINEAR passes the sum on as it is");
        }
        int n = nouts == null ? 0 : nouts.length;
        if (n == 0) {
            throw new IllegalArgumentException("MLP needs at least 1 layer, got 0: write new MLP(" + nin + ", 1)");
        }
        List<Layer> made = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            made.add(new Layer(i == 0 ? nin : nouts[i - 1], nouts[i], i == n - 1 ? last : hidden, "" + i));
        }
        layers = List.copyOf(made);
    }

    /**
     * The network of micrograd's own library: ReLU in the hidden layers, linear outputs, weights
     * uniform in [-1, 1), biases 0. Lecture 2:16:46.
     */
    public static MLP relu(int nin, int... nouts) {
        return new MLP(Op.RELU, Op.LINEAR, nin, nouts);
    }

    /** Computes the outputs of the last layer; {@code x} has one value per input. */
    public Value[] forward(Value... x) {
        Neuron.check("MLP", layers.get(0).neurons.get(0).w.size(), x);
        for (Layer layer : layers) x = layer.forward(x);
        return x;
    }

    /** Computes the outputs of the last layer; {@code x} has one number per input. */
    public Value[] forward(double... x) {
        return forward(Neuron.inputs(x));
    }

    /**
     * Computes the output of a network that has only one; {@code x} has one number per input.
     *
     * @throws IllegalStateException if the network has several outputs
     */
    public Value predict(double... x) {
        Value[] out = forward(x);
        if (out.length == 1) return out[0];
        throw new IllegalStateException(
                "predict is for a network with 1 output, this one has " + out.length + ": use forward");
    }

    /** The parameters of all layers, from the first layer to the last. */
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
