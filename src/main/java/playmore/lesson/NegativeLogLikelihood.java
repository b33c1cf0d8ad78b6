package playmore.lesson;

import static playmore.lesson.Numbers.same;
import static playmore.lesson.Numbers.text;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import playmore.engine.Graph;
import playmore.engine.Node;

/** Exercise 4: softmax, and the negative log likelihood of the answer, number 2 of four. */
public final class NegativeLogLikelihood {

    private static final double[] LOGITS = {1, -2, 0.5, 3};
    private static final int ANSWER = 2;

    private NegativeLogLikelihood() {}

    /**
     * Checks a loss and the gradients of its logits.
     *
     * @param loss makes a loss of four numbers, in nodes that are called {@code "logit 0"} to
     *     {@code "logit 3"}, and walks back from it
     */
    public static Verdict check(Function<double[], ? extends Node> loss) {
        Node root = loss.apply(LOGITS.clone());
        double given = root.view().data(), expected = expected(LOGITS);
        if (Double.isNaN(given) && root.view().children().isEmpty()) {
            return Verdict.notYet("the loss is still blank. First the exp of each logit, then the share of the answer in their sum.");
        }
        if (!same(given, expected)) {
            return Verdict.wrong("the loss of logits " + Arrays.toString(LOGITS) + " is " + text(given) + ", and should be "
                    + text(expected) + ".", cause(given));
        }
        List<Graph.Item> nodes = Graph.of(root).nodes();
        for (int i = 0; i < LOGITS.length; i++) {
            String name = "logit " + i;
            if (nodes.stream().noneMatch(node -> node.label().equals(name))) {
                return Verdict.wrong("the loss is right, but the graph does not reach " + name + ", so it learns nothing.",
                        "Is there a .data in between? Compute with Values all the way.");
            }
        }
        Verdict verdict = BackwardCheck.of(root);
        return !verdict.right() ? verdict : Verdict.right("the loss is " + text(given)
                + ", and the gradient of each logit is its probability, less 1 for the answer.");
    }

    private static String cause(double given) {
        double[] exps = Arrays.stream(LOGITS).map(StrictMath::exp).toArray();
        double sum = Arrays.stream(exps).sum();
        if (same(given, exps[ANSWER] / sum)) return "That is the probability of the answer. Now minus its logarithm.";
        if (same(given, StrictMath.log(exps[ANSWER] / sum))) return "The minus is missing: a loss is to be made small.";
        if (same(given, -LOGITS[ANSWER])) return "The exp is not divided by the sum of them all.";
        if (same(given, -StrictMath.log(LOGITS[ANSWER] / Arrays.stream(LOGITS).sum()))) {
            return "The exp is missing: a logit may be negative, a probability may not.";
        }
        for (int i = 0; i < LOGITS.length; i++) {
            if (i != ANSWER && same(given, -StrictMath.log(exps[i] / sum))) return "That is the loss if the answer were number " + i + ".";
        }
        return "It is −log(e^logit of the answer / the sum of all e^logit).";
    }

    private static double expected(double[] logits) {
        return -StrictMath.log(StrictMath.exp(logits[ANSWER]) / Arrays.stream(logits).map(StrictMath::exp).sum());
    }
}
