package playmore.lesson;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import playmore.engine.Node;
import playmore.lesson.BackwardCheck.Slip;

/** Exercise 5: the operation swish(x) = x·σ(x), where σ(x) = 1 / (1 + e⁻ˣ), and its backward rule. */
public final class Swish {

    private static final DoubleUnaryOperator TERM_1 = Swish::sigmoid, TERM_2 = x -> x * sigmoid(x) * (1 - sigmoid(x));

    private static final List<Slip> SLIPS = List.of(
        new Slip(TERM_1, "The second term is missing: x stands in σ(x), too."),
        new Slip(TERM_2, "The first term is missing: x stands before σ(x), too."),
        new Slip(x -> sigmoid(x) * (1 - sigmoid(x)), "That is the slope of σ(x) alone. Swish is a product: each factor's slope times the other factor, added up."),
        new Slip(x -> sigmoid(x) + sigmoid(x) * (1 - sigmoid(x)), "In the second term the factor x is missing."),
        new Slip(x -> sigmoid(x) + x * (1 - sigmoid(x)), "The slope of σ(x) is σ(x)·(1 − σ(x)): a factor σ(x) is missing."),
        new Slip(x -> sigmoid(x) + x * sigmoid(x), "The slope of σ(x) is σ(x)·(1 − σ(x)), not σ(x)."),
        new Slip(x -> sigmoid(x) + x * sigmoid(x) * (1 + sigmoid(x)), "The slope of σ(x) is σ(x)·(1 − σ(x)), with a minus."),
        new Slip(x -> sigmoid(x) - TERM_2.applyAsDouble(x), "The two terms are to be added."),
        new Slip(x -> sigmoid(x) * TERM_2.applyAsDouble(x), "The two terms are to be added, not multiplied."),
        new Slip(x -> (sigmoid(x) + x * sigmoid(x)) * (1 - sigmoid(x)), "A bracket is in the wrong place: (1 − σ(x)) belongs to the second term alone."),
        new Slip(x -> 1 + sigmoid(x) * (1 - sigmoid(x)), "That adds the slopes of the two factors. In a product each is times the other factor."),
        new Slip(Swish::value, "That is swish itself, not its slope."),
        new Slip(x -> x > 0 ? 1 : 0, "That is the slope of ReLU."),
        new Slip(x -> 1 - value(x) * value(x), "That is the rule of tanh."),
        new Slip(x -> slope(1.5), "That is right for x = 1.5 alone. A rule takes the data of its own x."),
        new Slip(x -> slope(-2), "That is right for y = −2 alone. A rule takes the data of its own x."));

    private Swish() {}

    /** Checks the gradients under an expression with swish in it. */
    public static Verdict check(Supplier<? extends Node> expression) {
        return Verdict.of(() -> {
            Node root = expression.get();
            if (root == null) return Verdict.wrong("swish returns null.", "It returns out, once out has its rule.");
            return BackwardCheck.of(root, "swish", Swish::value, SLIPS);
        });
    }

    private static double value(double x) {
        return x * sigmoid(x);
    }

    private static double slope(double x) {
        return sigmoid(x) + TERM_2.applyAsDouble(x);
    }

    private static double sigmoid(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }
}
