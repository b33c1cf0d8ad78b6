package playmore.lesson;

import static playmore.lesson.Numbers.same;
import static playmore.lesson.Numbers.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import playmore.engine.Graph;
import playmore.engine.Node;
import playmore.engine.Op;
import playmore.engine.Slope;

/**
 * Finds the first gradient that is wrong, walking back from the root, and says what is likely to have
 * gone wrong there.
 *
 * <pre>{@code
 * L.backward();
 * BackwardCheck.of(L, "square", x -> x * x)      // L may use an operation of your own
 * }</pre>
 *
 * <p>The expression is computed anew from its graph, whatever class its nodes are of, with one node
 * after the other, results in between too, bumped up and down.
 */
public final class BackwardCheck {

    private final Graph graph;
    private final List<Graph.Item> nodes;       // operands before results, the root last
    private final String newOp;
    private final DoubleUnaryOperator newRule;
    private final Map<String, DoubleUnaryOperator> terms;
    private final Slope[] measured;             // the gradient of each node

    private BackwardCheck(Node root, String newOp, DoubleUnaryOperator newRule, Map<String, DoubleUnaryOperator> terms) {
        this.newOp = newOp;
        this.newRule = newRule;
        this.terms = terms;
        graph = Graph.of(root);
        nodes = graph.nodes();
        measured = IntStream.range(0, nodes.size()).mapToObj(i ->
                Slope.of(data -> rootWith(i, data), nodes.get(i).data())).toArray(Slope[]::new);
    }

    /** Checks the gradients that the nodes under {@code root} hold now: call {@code backward()} first. */
    public static Verdict of(Node root) {
        return of(root, "", x -> x);
    }

    /**
     * The same where the expression has an operation of the learner's own.
     *
     * @param newOp what the nodes call it
     * @param newRule what it computes from its one operand
     * @throws IllegalArgumentException if there is yet another operation that the check does not know
     */
    public static Verdict of(Node root, String newOp, DoubleUnaryOperator newRule) {
        return of(root, newOp, newRule, Map.of());
    }

    /** The same; {@code terms} are what the operation's local derivative is the sum of, by name. */
    static Verdict of(Node root, String newOp, DoubleUnaryOperator newRule, Map<String, DoubleUnaryOperator> terms) {
        return new BackwardCheck(root, newOp, newRule, terms).verdict();
    }

    private Verdict verdict() {
        int root = nodes.size() - 1;
        for (int i = 0; i <= root; i++) {
            if (!nodes.get(i).op().isEmpty() && !same(nodes.get(i).data(), forward(i, data(nodes.get(i).children())))) {
                return Verdict.wrong(name(i) + " is " + text(nodes.get(i).data()) + ", where \"" + nodes.get(i).op()
                        + "\" makes " + text(forward(i, data(nodes.get(i).children()))) + " of its operands.",
                        "Look at the way forward first, then at the way back.");
            }
        }
        if (nodes.stream().allMatch(node -> node.grad() == 0)) {
            return Verdict.notYet("nothing has flowed back. Begin with the gradient of " + name(root) + ", which is 1.");
        }
        if (root > 0 && nodes.subList(0, root).stream().allMatch(node -> node.grad() == 0)) {
            return Verdict.notYet(name(root) + " has its gradient, and has passed nothing on.");
        }
        for (int i = root; i >= 0; i--) {
            double grad = nodes.get(i).grad();
            if (Double.isNaN(grad) && !Double.isNaN(measured[i].value())) {
                return Verdict.notYet("the gradient of " + name(i) + " is NaN. Is there still a blank in the rule of "
                        + ops(List.of(suspect(uses(i)))) + "?");
            }
            if (!measured[i].is(grad)) {
                return Verdict.wrong("the gradient of " + name(i) + " is " + text(grad) + ", bumping it measures "
                        + text(measured[i].value()) + ".", i == root ? "A root's is 1. Did backward run twice?" : cause(i, grad));
            }
        }
        return Verdict.right("bumping measures the same gradient for each of the " + nodes.size() + " nodes.");
    }

    /** One use of a node: by which result, at which place, and what it should pass on. */
    private record Use(int by, double local, double gradient) {}

    private List<Use> uses(int i) {
        List<Use> uses = new ArrayList<>();
        for (Graph.Use use : graph.uses(i)) {
            double local = local(use.result(), use.operand());
            uses.add(new Use(use.result(), local, local * measured[use.result()].value()));
        }
        return uses;
    }

    /** All that used node i had their right gradient, so one of their rules did wrong, or ran at the wrong time. */
    private String cause(int i, double grad) {
        List<Use> uses = uses(i);
        Use suspect = suspect(uses);
        String op = ops(List.of(suspect));
        for (List<Use> some : parts(uses)) {
            if (!some.isEmpty() && same(grad, sum(some))) {
                return "It is used " + uses.size() + " times, and only the use by " + ops(some) + " counts. "
                        + (some.contains(suspect) || newOp.isEmpty()
                        ? "Does a rule say = where it should say +=? If not, a rule ran too early."
                        : "Does the rule of " + op + " pass anything on?");
            }
        }
        if (grad == 0) {
            return "Nothing was passed on to it. Did the rule of " + ops(uses)
                    + " run, and after the gradient of its result was complete?";
        }
        double passed = grad - (sum(uses) - suspect.gradient);
        for (List<Use> some : parts(uses(suspect.by))) {
            if (same(passed, suspect.local * sum(some))) {
                return "The rule of " + op + " ran before the gradient of its result was complete: first everything"
                        + " that uses a result, then the result itself.";
            }
        }
        if (same(passed, suspect.local)) {
            return "That is the local derivative of " + op + " alone. The chain rule multiplies it by out.grad.";
        }
        for (String term : terms.keySet()) {
            double without = suspect.local - terms.get(term).applyAsDouble(nodes.get(i).data());
            if (same(passed, without * measured[suspect.by].value())) {
                return "The local derivative of " + op + " has a term more: " + term + ".";
            }
        }
        if (same(passed, -suspect.gradient)) {
            return "The sign in the rule of " + op + " is the other way round.";
        }
        for (int times = 2; times <= 5; times++) {
            if (same(grad, times * measured[i].value())) {
                return "That is " + times + " times as much. Did a rule run " + times + " times, or start from old gradients?";
            }
        }
        for (int place = 0; place < nodes.get(suspect.by).children().size(); place++) {
            if (same(passed, local(suspect.by, place) * measured[suspect.by].value())) {
                return "That belongs to the other operand of " + op + ": each one's derivative is the other one's data.";
            }
        }
        return "The rule of " + op + " gives " + text(passed / measured[suspect.by].value()) + " for the local derivative, and "
                + text(suspect.local) + " is measured.";
    }

    /** The use to look at first: that by the learner's operation, if there is one. */
    private Use suspect(List<Use> uses) {
        return uses.stream().filter(use -> nodes.get(use.by).op().equals(newOp)).findFirst().orElse(uses.get(0));
    }

    /** Every part of the uses but all of them. */
    private static List<List<Use>> parts(List<Use> uses) {
        if (uses.size() > 10) return List.of();
        return IntStream.range(0, (1 << uses.size()) - 1).mapToObj(part ->
                IntStream.range(0, uses.size()).filter(k -> (part >> k & 1) == 1).mapToObj(uses::get).toList()).toList();
    }

    private static double sum(List<Use> uses) {
        return uses.stream().mapToDouble(Use::gradient).sum();
    }

    private String ops(List<Use> uses) {
        return String.join(" and ", uses.stream().map(use -> "\"" + nodes.get(use.by).op() + "\"").toList());
    }

    private String name(int i) {
        Graph.Item node = nodes.get(i);
        return !node.label().isEmpty() ? node.label()
                : node.op().isEmpty() ? "the constant " + node.data() : "the result of \"" + node.op() + "\"";
    }

    private double[] data(List<Integer> places) {
        return places.stream().mapToDouble(place -> nodes.get(place).data()).toArray();
    }

    /** The root, where node {@code bumped} has other data. */
    private double rootWith(int bumped, double data) {
        double[] now = new double[nodes.size()];
        for (int i = 0; i < now.length; i++) {
            now[i] = i == bumped ? data : nodes.get(i).op().isEmpty() ? nodes.get(i).data()
                    : forward(i, nodes.get(i).children().stream().mapToDouble(place -> now[place]).toArray());
        }
        return now[now.length - 1];
    }

    /** The measured derivative of result i with respect to one operand alone. */
    private double local(int i, int place) {
        double[] x = data(nodes.get(i).children());
        return Slope.of(data -> {
            double[] moved = x.clone();
            moved[place] = data;
            return forward(i, moved);
        }, x[place]).value();
    }

    private double forward(int i, double[] x) {
        String op = nodes.get(i).op();
        if (op.equals(newOp)) return newRule.applyAsDouble(x[0]);
        Op known = Op.of(op, x.length).filter(o -> o.operands == x.length).orElseThrow(() -> new IllegalArgumentException(
                "The check does not know the operation \"" + op + "\"; tell it: BackwardCheck.of(root, \"" + op + "\", x -> ...)"));
        return known.forward(x[0], x.length == 1 ? Op.exponent(op) : x[1]);
    }
}
