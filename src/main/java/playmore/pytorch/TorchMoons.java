package playmore.pytorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Linear;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import playmore.engine.Layer;
import playmore.engine.MLP;
import playmore.engine.Neuron;

/**
 * The training step of chapter 20 in idiomatic PyTorch: one tensor for all examples, one for all weights of a layer,
 * all float64. Chapter 22 compares its time with the engine's.
 */
public final class TorchMoons implements AutoCloseable {

    private static final double L2 = 1e-4;

    private final NDManager torch;
    private final NDArray x, minusY, one, l2;
    private final List<NDArray> weights = new ArrayList<>();    // per layer, with the shape (outputs, inputs)
    private final List<NDArray> biases = new ArrayList<>();     // per layer, with the shape (outputs)

    /**
     * Starts with a copy of the parameters of {@code model}, a network with ReLU and one linear output.
     *
     * @param xs the examples, one row of inputs per example
     * @param ys the class of each example, -1 or 1
     * @throws IllegalStateException if PyTorch does not run here
     */
    public TorchMoons(double[][] xs, double[] ys, MLP model) {
        torch = PyTorch.newManager();
        x = torch.create(Stream.of(xs).flatMapToDouble(Arrays::stream).toArray(), new Shape(xs.length, xs[0].length));
        minusY = torch.create(ys, new Shape(ys.length, 1)).neg();
        one = torch.create(1.0);
        l2 = torch.create(L2);
        for (Layer layer : model.layers) {
            List<Neuron> neurons = layer.neurons;
            double[] w = neurons.stream().flatMap(n -> n.w.stream()).mapToDouble(p -> p.data).toArray();
            double[] b = neurons.stream().mapToDouble(n -> n.b.data).toArray();
            weights.add(parameter(w, new Shape(neurons.size(), w.length / neurons.size())));
            biases.add(parameter(b, new Shape(neurons.size())));
        }
    }

    private NDArray parameter(double[] data, Shape shape) {
        NDArray parameter = torch.create(data, shape);
        parameter.setRequiresGradient(true);
        return parameter;
    }

    /** One training step: forward, backward, and an update with the learning rate {@code rate}. */
    public void step(double rate) {
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            try (GradientCollector graph = torch.getEngine().newGradientCollector()) {
                graph.backward(loss());
            }
            update(weights, rate);
            update(biases, rate);
        }
    }

    /** The loss with the current parameters. */
    public double lossNow() {
        return loss().getDouble();
    }

    private NDArray loss() {
        NDArray h = x;
        for (int i = 0; i < weights.size(); i++) {
            if (i > 0) h = Activation.relu(h);
            h = Linear.linear(h, weights.get(i), biases.get(i)).singletonOrThrow();
        }
        NDArray loss = Activation.relu(h.mul(minusY).add(one)).mean();
        NDArray squares = null;
        for (List<NDArray> parameters : List.of(weights, biases)) {
            for (NDArray p : parameters) {
                NDArray square = p.mul(p).sum();
                squares = squares == null ? square : squares.add(square);
            }
        }
        return loss.add(squares.mul(l2));
    }

    private static void update(List<NDArray> parameters, double rate) {
        for (NDArray p : parameters) {
            NDArray gradient = p.getGradient();
            p.stopGradient().subi(gradient.mul(rate));      // shares the numbers with p, but PyTorch does not record it
            gradient.subi(gradient);        // zeroes it
        }
    }

    @Override public void close() {
        torch.close();
    }
}
