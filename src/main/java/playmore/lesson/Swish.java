package playmore.lesson;

import java.util.Map;
import playmore.engine.Node;

/** Exercise 5: the operation swish(x) = x·σ(x), where σ(x) = 1 / (1 + e⁻ˣ), and its backward rule. */
public final class Swish {

    private Swish() {}

    /** Checks the gradients under {@code root}, an expression with swish in it. */
    public static Verdict check(Node root) {
        return BackwardCheck.of(root, "swish", x -> x * sigmoid(x), Map.of(
                "σ(x)", Swish::sigmoid,
                "x·σ(x)·(1 − σ(x))", x -> x * sigmoid(x) * (1 - sigmoid(x))));
    }

    private static double sigmoid(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }
}
