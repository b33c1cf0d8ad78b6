package playmore.lesson;

import static java.lang.StrictMath.log;
import static playmore.explain.Numbers.text;
import static playmore.lesson.Verdict.same;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import playmore.engine.Graph;
import playmore.engine.Node;

/** Exercise 4: softmax, and the negative log likelihood of the right answer, which is one of four. */
public final class NegativeLogLikelihood {

    /** The learner's loss, after its backward(). The logits have the labels "logit 0", "logit 1" and so on. */
    @FunctionalInterface
    public interface Loss {
        Node of(int answer, double... logits);
    }

    /** The logits that a network gives, and the index of the one that should be large. */
    private record Case(int answer, double... logits) {

        double logit() {
            return logits[answer];
        }

        double exp() {
            return StrictMath.exp(logit());
        }

        /** The sum of the exps of all logits. */
        double sum() {
            return Arrays.stream(logits).map(StrictMath::exp).sum();
        }

        double probability(int i) {
            return StrictMath.exp(logits[i]) / sum();
        }

        double probability() {
            return probability(answer);
        }

        double loss(int answer) {
            return -StrictMath.log(probability(answer));
        }
    }

    private static final List<Case> CASES = List.of(new Case(2, 1, -2, 0.5, 3), new Case(1, 0.3, 1.1, 2, -0.4));

    /** What answers take for the loss. */
    private static final List<Slip<ToDoubleFunction<Case>>> SLIPS = List.of(
        Slip.of("That is the probability of the answer. Now minus its logarithm.", Case::probability),
        Slip.of("That is minus the probability. Its logarithm is wanted.", c -> -c.probability()),
        Slip.of("The minus is missing: a loss is to be made small.", c -> -c.loss(c.answer)),
        Slip.of("That is the probability upside down. Its logarithm is wanted.", c -> 1 / c.probability()),
        Slip.of("That is the loss if the answer were any of the others.", c -> -log(1 - c.probability())),
        Slip.of("That is the logarithm to the base of 10. Value.log() is the natural one.",
            c -> -StrictMath.log10(c.probability())),
        Slip.of("That is the logit of the answer, any number. Make probabilities of them all first.", Case::logit),
        Slip.of("The exp is not divided by the sum of them all.", c -> -c.logit()),
        Slip.of("That is the exp of the answer's logit. It is not divided by the sum of them all.", Case::exp),
        Slip.of("That is the sum of the exps, by which the answer's is to be divided.", Case::sum),
        Slip.of("That is the logarithm of the sum alone. Where does the answer come in?",
            c -> log(c.sum()), c -> -log(c.sum())),
        Slip.of("The exp is missing: a logit may be negative, a probability may not.",
            c -> -log(c.logit() / Arrays.stream(c.logits).sum())),
        Slip.of("The answer's logit has no exp, only those in the sum have.", c -> -log(c.logit() / c.sum())),
        Slip.of("The sum lacks the answer's own exp: divide by the sum of them all.",
            c -> -log(c.exp() / (c.sum() - c.exp()))),
        Slip.of("Divide by the sum of the exps, not by how many they are.", c -> -log(c.exp() / c.logits.length)),
        Slip.of("The logarithm comes last: of the quotient, not of what is divided.",
            c -> -log(c.exp()) / log(c.sum()), c -> -log(c.exp()) / c.sum()),
        Slip.of("That is the loss of all the numbers. Only that of the answer counts.",
            c -> IntStream.range(0, c.logits.length).mapToDouble(c::loss).sum()),
        Slip.of("That is the loss of the number after the answer: they are counted from 0.", c -> c.loss(c.answer + 1)),
        Slip.of("That is the loss of the number before the answer: they are counted from 0.",
            c -> c.loss(c.answer - 1)));

    private NegativeLogLikelihood() {}

    /** Checks the loss in two cases, and then the gradients of the logits. */
    public static Verdict check(Loss loss) {
        return Verdict.of(() -> {
            List<Node> roots = CASES.stream().map(c -> loss.of(c.answer, c.logits.clone())).toList();
            if (roots.stream().anyMatch(Objects::isNull)) {
                return Verdict.wrong("the loss is null.", "Return the Value that you computed.");
            }
            List<Graph> graphs = roots.stream().map(Graph::of).toList();
            double[] given = graphs.stream().mapToDouble(graph -> graph.root().data()).toArray();
            if (graphs.get(0).nodes().stream().anyMatch(node -> node.isLeaf() && Double.isNaN(node.data()))) {
                return Verdict.notYet("the loss is still blank. First the exp of each logit, then the share of the"
                        + " answer in their sum.");
            }
            for (int k = 0; k < CASES.size(); k++) {
                Case c = CASES.get(k);
                double expected = c.loss(c.answer);
                if (same(given[k], expected)) continue;
                String finding = "the loss of logits " + Arrays.toString(c.logits) + " is " + text(given[k], expected)
                        + " where the answer is number " + c.answer + ", and should be "
                        + text(expected, given[k]) + ".";
                return Verdict.wrong(finding, cause(given, k));
            }
            for (int k = 0; k < CASES.size(); k++) {
                Verdict verdict = ofGradients(CASES.get(k), graphs.get(k), roots.get(k));
                if (!verdict.right()) return verdict;
            }
            return Verdict.right("the loss is " + text(given[0]) + ", and the gradient of each logit is its"
                    + " probability, less 1 for the answer.");
        });
    }

    private static String cause(double[] given, int wrong) {
        Optional<String> hint = Slip.hint(SLIPS, formula -> IntStream.range(0, given.length)
                .allMatch(k -> same(given[k], formula.applyAsDouble(CASES.get(k)))));
        if (hint.isPresent()) return hint.get();
        Case c = CASES.get(wrong), first = CASES.get(0);
        if (wrong > 0 && same(given[wrong], c.loss(first.answer))) {
            return "That is the loss of number " + first.answer + ", as before. The answer may be another: it is what"
                    + " the method is called with.";
        }
        if (wrong > 0) {
            return "It was right for number " + first.answer + " of other logits."
                    + " Is a number of those written into it?";
        }
        if (Double.isNaN(given[wrong])) {
            return "A negative number has no logarithm. Is the logarithm that of a probability, which is an exp over a"
                    + " sum of exps?";
        }
        return "On the way to it, the exps should add up to " + text(c.sum()) + ", and the answer's share of that be "
                + text(c.probability()) + ".";
    }

    private static Verdict ofGradients(Case c, Graph graph, Node root) {
        for (int i = 0; i < c.logits.length; i++) {
            if (logits(graph, i).isEmpty()) {
                return Verdict.wrong("the loss is right, but the graph does not reach logit " + i
                        + ", so it learns nothing.",
                        "Is there a .data in between? Compute with Values all the way.");
            }
        }
        Verdict verdict = BackwardCheck.of(root);
        if (!verdict.right()) return verdict;
        for (int i = 0; i < c.logits.length; i++) {
            double expected = c.probability(i) - (i == c.answer ? 1 : 0);
            for (Graph.Item logit : logits(graph, i)) {
                if (!same(logit.grad(), expected)) {
                    return Verdict.wrong("the loss is right, but the gradient of logit " + i + " is "
                            + text(logit.grad(), expected) + ", and should be " + text(expected, logit.grad()) + ".",
                            "Is a part of the loss computed with a copy of it, by way of .data?"
                            + " Compute with Values all the way.");
                }
            }
        }
        return verdict;
    }

    private static List<Graph.Item> logits(Graph graph, int i) {
        return graph.nodes().stream().filter(node -> node.isLeaf() && node.label().equals("logit " + i)).toList();
    }
}
