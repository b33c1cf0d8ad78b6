package playmore.lesson;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import playmore.engine.Node;

/** Exercise 5: the operation swish(x) = x·σ(x), where σ(x) = 1 / (1 + e⁻ˣ), and its backward rule. */
public final class Swish {

    /** What answers take for the slope of swish, at x. */
    private static final List<Slip<DoubleUnaryOperator>> SLIPS = List.of(
        Slip.of("The second term is missing: x stands in σ(x), too.", Swish::sigmoid),
        Slip.of("The first term is missing: x stands before σ(x), too.", Swish::secondTerm),
        Slip.of("That is the slope of σ(x) alone. Swish is a product: each factor's slope times the other factor,"
            + " added up.", x -> sigmoid(x) * (1 - sigmoid(x))),
        Slip.of("In the second term the factor x is missing.", x -> sigmoid(x) + sigmoid(x) * (1 - sigmoid(x))),
        Slip.of("The slope of σ(x) is σ(x)·(1 − σ(x)): a factor σ(x) is missing.",
            x -> sigmoid(x) + x * (1 - sigmoid(x))),
        Slip.of("The slope of σ(x) is σ(x)·(1 − σ(x)), not σ(x).", x -> sigmoid(x) + x * sigmoid(x)),
        Slip.of("The slope of σ(x) is σ(x)·(1 − σ(x)), with a minus.",
            x -> sigmoid(x) + x * sigmoid(x) * (1 + sigmoid(x))),
        Slip.of("The two terms are to be added.", x -> sigmoid(x) - secondTerm(x)),
        Slip.of("The two terms are to be added, not multiplied.", x -> sigmoid(x) * secondTerm(x)),
        Slip.of("A bracket is in the wrong place: (1 − σ(x)) belongs to the second term alone.",
            x -> (sigmoid(x) + x * sigmoid(x)) * (1 - sigmoid(x))),
        Slip.of("That adds the slopes of the two factors. In a product each is times the other factor.",
            x -> 1 + sigmoid(x) * (1 - sigmoid(x))),
        Slip.of("That is swish itself, not its slope.", Swish::swish),
        Slip.of("That is the slope of ReLU.", x -> x > 0 ? 1 : 0),
        Slip.of("That is the rule of tanh.", x -> 1 - swish(x) * swish(x)),
        Slip.of("That is right for x = 1.5 alone. A rule takes the data of its own x.", x -> slope(1.5)),
        Slip.of("That is right for y = −2 alone. A rule takes the data of its own x.", x -> slope(-2)));

    private Swish() {}

    /** Checks the gradients of an expression that contains swish. */
    public static Verdict check(Supplier<? extends Node> expression) {
        return Verdict.of(() -> {
            Node root = expression.get();
            if (root == null) return Verdict.wrong("swish returns null.", "It returns out, once out has its rule.");
            return BackwardCheck.of(root, "swish", Swish::swish, SLIPS);
        });
    }

    private static double swish(double x) {
        return x * sigmoid(x);
    }

    private static double slope(double x) {
        return sigmoid(x) + secondTerm(x);
    }

    private static double secondTerm(double x) {
        return x * sigmoid(x) * (1 - sigmoid(x));
    }

    private static double sigmoid(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }
}
