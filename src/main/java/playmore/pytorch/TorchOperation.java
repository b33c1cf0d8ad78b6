package playmore.pytorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.nn.Activation;
import ai.djl.training.GradientCollector;

/**
 * The result and the derivative of one PyTorch operation at one number, in float64. Chapter 24 compares a learner's
 * own operation with it.
 *
 * @param data what PyTorch computes
 * @param grad the derivative that its backward pass finds
 */
public record TorchOperation(double data, double grad) {

    /**
     * Computes the operation called {@code name} at {@code x}.
     *
     * @param name {@code "exp"}, {@code "log"}, {@code "tanh"}, {@code "sigmoid"}, {@code "relu"},
     *     {@code "swish"} or {@code "softplus"}
     * @throws IllegalArgumentException if the name is none of these
     * @throws IllegalStateException if PyTorch does not run here
     */
    public static TorchOperation of(String name, double x) {
        try (NDManager torch = PyTorch.newManager();
             GradientCollector graph = torch.getEngine().newGradientCollector()) {
            NDArray leaf = TorchNeuron.leaf(torch, x, DataType.FLOAT64);
            NDArray result = apply(name, leaf);
            graph.backward(result);
            return new TorchOperation(TorchNeuron.item(result), TorchNeuron.item(leaf.getGradient()));
        }
    }

    private static NDArray apply(String name, NDArray x) {
        return switch (name) {
            case "exp" -> x.exp();
            case "log" -> x.log();
            case "tanh" -> x.tanh();
            case "sigmoid" -> Activation.sigmoid(x);
            case "relu" -> Activation.relu(x);
            case "swish" -> Activation.swish(x, 1);
            case "softplus" -> Activation.softPlus(x);
            default -> throw new IllegalArgumentException("There is no operation \"" + name
                    + "\" here; it can be exp, log, tanh, sigmoid, relu, swish or softplus");
        };
    }
}
