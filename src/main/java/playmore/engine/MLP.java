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

    public final List<Layer> layers;

    /**
     * The lecture's network: tanh in every layer, weights and biases uniform in [-1, 1).
     *
     * @param nin how many inputs
     * @param nouts how many neurons each layer has, the last being the outputs
     * @throws IllegalArgumentException if there is no layer, or a number is less than 1
     */
    public MLP(int nin, int... nouts) {
        this(Op.TANH, Op.TANH, nin, nouts);
    }

    /**
     * A network with these operations in its hidden layers and in its last; null passes a neuron's sum
     * on as it is. The biases of neurons with tanh start random, those of others at 0.
     *
     * @throws IllegalArgumentException if there is no layer, or a number is less than 1
     */
    public MLP(Op hidden, Op last, int nin, int... nouts) {
        if (nouts.length == 0) {
            throw new IllegalArgumentException("MLP needs at least 1 layer, got 0: write new MLP(" + nin + ", 1)");
        }
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < nouts.length; i++) {
            Op activation = i == nouts.length - 1 ? last : hidden;
            layers.add(new Layer(i == 0 ? nin : nouts[i - 1], nouts[i], activation, "" + i));
        }
        this.layers = List.copyOf(layers);
    }

    /**
     * The network of micrograd's own library: ReLU in the hidden layers, a linear output, weights
     * uniform in [-1, 1), biases 0. Lecture 2:16:46.
     *
     * @throws IllegalArgumentException if there is no layer, or a number is less than 1
     */
    public static MLP relu(int nin, int... nouts) {
        return new MLP(Op.RELU, null, nin, nouts);
    }

    /**
     * The outputs of the last layer.
     *
     * @throws IllegalArgumentException if {@code x} has not one number for each input
     */
    public Value[] forward(Value... x) {
        int nin = layers.get(0).neurons.get(0).w.size();
        if (x.length != nin) {
            throw new IllegalArgumentException("MLP expects " + Neuron.inputs(nin) + ", got " + x.length);
        }
        for (Layer layer : layers) {
            x = layer.forward(x);
        }
        return x;
    }

    /** The same, of plain numbers. */
    public Value[] forward(double... x) {
        return forward(Neuron.inputs(x));
    }

    /**
     * The output of a network that has just one.
     *
     * @throws IllegalArgumentException if {@code x} has not one number for each input
     * @throws IllegalStateException if the network has more outputs than one
     */
    public Value predict(double... x) {
        Value[] out = forward(x);
        if (out.length != 1) {
            throw new IllegalStateException(
                    "predict is for a network with 1 output, this one has " + out.length + ": use forward");
        }
        return out[0];
    }

    /** The parameters of each layer in turn. */
    public List<Value> parameters() {
        List<Value> parameters = new ArrayList<>();
        layers.forEach(l -> parameters.addAll(l.parameters()));
        return parameters;
    }

    /** Sets the gradient of every parameter to 0. Lecture 2:10:23. */
    public void zeroGrad() {
        layers.forEach(Layer::zeroGrad);
    }

    @Override
    public String toString() {
        return "MLP(" + layers.get(0).neurons.get(0).w.size() + " -> "
                + String.join(" -> ", layers.stream().map(l -> "" + l.neurons.size()).toList())
                + ", " + parameters().size() + " parameters)";
    }
}
