package playmore.pytorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.GradientCollector;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The lecture's neuron in PyTorch. Chapter 13 shows this code and runs it. Lecture 1:39:31.
 *
 * <p>The code is here and not in the script because jshell rejects a line that names a missing class, and the script
 * must also run without PyTorch.
 */
public final class TorchNeuron {

    private TorchNeuron() {}

    /**
     * Computes the output {@code o} and the gradients of the inputs, the weights and the bias, by name.
     *
     * @param dtype {@code "float64"}, or PyTorch's default, {@code "float32"}
     * @throws IllegalStateException if PyTorch does not run here
     */
    public static Map<String, Double> neuron(String dtype) {
        try (NDManager torch = PyTorch.newManager();
             GradientCollector graph = torch.getEngine().newGradientCollector()) {
            DataType type = DataType.valueOf(dtype.toUpperCase(Locale.ROOT));
            NDArray x1 = leaf(torch, 2.0, type), x2 = leaf(torch, 0.0, type);
            NDArray w1 = leaf(torch, -3.0, type), w2 = leaf(torch, 1.0, type);
            NDArray b = leaf(torch, 6.8813735870195432, type);

            NDArray n = x1.mul(w1).add(x2.mul(w2)).add(b);
            NDArray o = n.tanh();
            graph.backward(o);

            Map<String, Double> result = new LinkedHashMap<>();
            result.put("o", item(o));
            result.put("x1.grad", item(x1.getGradient()));
            result.put("w1.grad", item(w1.getGradient()));
            result.put("x2.grad", item(x2.getGradient()));
            result.put("w2.grad", item(w2.getGradient()));
            result.put("b.grad", item(b.getGradient()));
            return result;
        }
    }

    /** A tensor of one number, for which PyTorch will compute a gradient. */
    static NDArray leaf(NDManager torch, double data, DataType type) {
        NDArray leaf = torch.create(data).toType(type, false);
        leaf.setRequiresGradient(true);
        return leaf;
    }

    /** The number in a tensor that has only one. */
    static double item(NDArray tensor) {
        return tensor.toType(DataType.FLOAT64, false).getDouble();
    }

    /**
     * The type that PyTorch chooses for the quotient of two whole numbers, such as {@code "float32"}.
     *
     * @throws IllegalStateException if PyTorch does not run here
     */
    public static String defaultType() {
        try (NDManager torch = PyTorch.newManager()) {
            return torch.create(1).div(torch.create(2)).getDataType().toString();
        }
    }

    /**
     * Computes the gradient of every node by name, including intermediate results, in float64.
     *
     * @throws IllegalStateException if PyTorch does not run here
     */
    public static Map<String, Double> everyGradient() {
        try (NDManager torch = PyTorch.newManager();
             GradientCollector graph = torch.getEngine().newGradientCollector()) {
            Map<String, NDArray> bumps = new LinkedHashMap<>();
            NDArray x1 = bump("x1", torch.create(2.0), bumps), x2 = bump("x2", torch.create(0.0), bumps);
            NDArray w1 = bump("w1", torch.create(-3.0), bumps), w2 = bump("w2", torch.create(1.0), bumps);
            NDArray b = bump("b", torch.create(6.8813735870195432), bumps);
            NDArray x1w1 = bump("x1w1", x1.mul(w1), bumps);
            NDArray x2w2 = bump("x2w2", x2.mul(w2), bumps);
            NDArray x1w1x2w2 = bump("x1w1x2w2", x1w1.add(x2w2), bumps);
            NDArray n = bump("n", x1w1x2w2.add(b), bumps);
            NDArray o = bump("o", n.tanh(), bumps);
            graph.backward(o);

            Map<String, Double> gradients = new LinkedHashMap<>();
            bumps.forEach((name, zero) -> gradients.put(name, item(zero.getGradient())));
            return gradients;
        }
    }

    /** Adds a zero to the node, because PyTorch keeps only the gradients of leaves: both gradients are the same. */
    static NDArray bump(String name, NDArray node, Map<String, NDArray> bumps) {
        NDArray zero = node.zerosLike();
        zero.setRequiresGradient(true);
        bumps.put(name, zero);
        return node.add(zero);
    }
}
