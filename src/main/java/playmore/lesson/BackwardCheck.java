package playmore.lesson;

import static playmore.explain.Numbers.text;
import static playmore.lesson.Verdict.same;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import playmore.engine.Graph;
import playmore.engine.Node;
import playmore.engine.Op;
import playmore.engine.Slope;

/**
 * Finds the first wrong gradient on the way back from the root, and says what probably went wrong there.
 *
 * <pre>{@code
 * L.backward();
 * BackwardCheck.of(L, "square", x -> x * x)      // L may use an operation of your own
 * }</pre>
 *
 * <p>The check recomputes the expression from its graph, so the nodes may be of any class. It bumps each node up and
 * down in turn, including the results in between.
 */
public final class BackwardCheck {

    private final Graph graph;
    private final List<Graph.Item> nodes;       // operands before results, the root last
    private final double[] data;
    private final Op[] known;                   // the operation that made each node; null for a leaf or an unknown one
    private final String newOp;
    private final DoubleUnaryOperator newRule;
    private final List<Slip<DoubleUnaryOperator>> slips;    // wrong local derivatives of the new operation
    private final Slope[] measured;             // the measured gradient of each node

    private BackwardCheck(Node root, String newOp, DoubleUnaryOperator newRule, List<Slip<DoubleUnaryOperator>> slips) {
        this.newOp = newOp;
        this.newRule = newRule;
        this.slips = slips;
        graph = Graph.of(root);
        nodes = graph.nodes();
        data = nodes.stream().mapToDouble(Graph.Item::data).toArray();
        known = nodes.stream().map(BackwardCheck::known).toArray(Op[]::new);
        measured = new Slope[nodes.size()];
    }

    /** Checks all gradients of an expression. Call {@code backward()} first. */
    public static Verdict of(Node root) {
        return of(root, "", x -> x);
    }

    /**
     * Checks the gradients of an expression that contains an operation of your own, as in
     * {@code BackwardCheck.of(L, "square", x -> x * x)}.
     *
     * @param newOp the name of the operation in the nodes
     * @param newRule what the operation computes from its one operand
     */
    public static Verdict of(Node root, String newOp, DoubleUnaryOperator newRule) {
        return of(root, newOp, newRule, List.of());
    }

    static Verdict of(Node root, String newOp, DoubleUnaryOperator newRule, List<Slip<DoubleUnaryOperator>> slips) {
        if (newOp == null || newRule == null) {
            throw new IllegalArgumentException("BackwardCheck needs the operation's name and what it computes, and one"
                    + " of them is null");
        }
        if (root == null) return Verdict.notYet("there is no expression, the value is null.");
        return Verdict.of(() -> new BackwardCheck(root, newOp, newRule, slips).verdict());
    }

    private Verdict verdict() {
        int root = nodes.size() - 1;
        for (int i = 0; i <= root; i++) {
            Graph.Item node = nodes.get(i);
            int operands = node.children().size();
            if (node.isLeaf() || node.op().equals(newOp) && operands == 1 || known[i] != null) continue;
            return Verdict.notYet("the check does not know the operation \"" + node.op() + "\" of " + operands
                    + (operands != 1 ? " operands." : " operand; tell it what that computes: BackwardCheck.of(root, \""
                    + node.op() + "\", x -> ...)."));
        }
        for (int i = 0; i <= root; i++) {
            if (nodes.get(i).isLeaf()) continue;
            double made = forward(i, of(data, nodes.get(i).children()));
            if (!same(data[i], made)) {
                return Verdict.wrong(name(i) + " is " + text(data[i], made) + ", where \"" + nodes.get(i).op()
                        + "\" makes " + text(made, data[i]) + " of its operands.",
                        "Look at the way forward first, then at the way back.");
            }
        }
        if (!Double.isFinite(data[root])) {
            return Verdict.notYet(name(root) + " is " + text(data[root])
                    + ", which cannot be measured by bumping: give the leaves other data.");
        }
        if (nodes.stream().allMatch(node -> node.grad() == 0)) {
            return Verdict.notYet("nothing has flowed back. Begin with the gradient of " + name(root)
                    + ", which is 1.");
        }
        Arrays.setAll(measured, i -> Slope.of(moved -> rootWith(i, moved), data[i]));
        if (nodes.subList(0, root).stream().allMatch(node -> node.grad() == 0)
                && !Arrays.stream(measured, 0, root).allMatch(slope -> slope.is(0))) {
            return Verdict.notYet(name(root) + " has its gradient, and has passed nothing on.");
        }
        for (int i = root; i >= 0; i--) {
            double grad = nodes.get(i).grad(), slope = measured[i].value();
            if (Double.isNaN(grad) && !Double.isNaN(slope)) {
                return Verdict.notYet("the gradient of " + name(i) + " is NaN. Is there still a blank in the rule of "
                        + ops(suspects(uses(i))) + "?");
            }
            if (!measured[i].is(grad)) {
                return Verdict.wrong("the gradient of " + name(i) + " is " + text(grad, slope)
                        + ", bumping it measures " + text(slope, grad) + ".",
                        i == root ? "A root's is 1. Did backward run twice?" : cause(i, grad));
            }
        }
        return Verdict.right("bumping measures the same gradient for each of the " + nodes.size() + " nodes.");
    }

    /** One use of a node: the result, the operand's number, the local derivative, and the gradient to pass on. */
    private record Use(int by, int operand, double local, double gradient) {}

    private List<Use> uses(int i) {
        List<Use> uses = new ArrayList<>();
        for (Graph.Use use : graph.uses(i)) {
            double local = local(use.result(), use.operand());
            uses.add(new Use(use.result(), use.operand(), local, local * measured[use.result()].value()));
        }
        return uses;
    }

    /** Why node i is wrong. All results that use it are right, so a rule is wrong, or ran at the wrong time. */
    private String cause(int i, double grad) {
        List<Use> uses = uses(i), suspects = suspects(uses);
        for (List<Use> some : parts(uses)) {
            if (!some.isEmpty() && same(grad, sum(some))) {
                return "It is used " + uses.size() + " times, and only the use by " + ops(some) + " counts. "
                        + (newOp.isEmpty() || some.containsAll(suspects)
                        ? "Does a rule say = where it should say +=? If not, a rule ran too early."
                        : "Does the rule of " + ops(suspects) + " pass anything on?");
            }
        }
        if (grad == 0) {
            return "Nothing was passed on to it. Did the rule of " + ops(uses)
                    + " run, and after the gradient of its result was complete?";
        }
        for (List<Use> rule : rules(suspects)) {
            Optional<String> slip = slip(i, rule, grad - (sum(uses) - sum(rule)));
            if (slip.isPresent()) return slip.get();
        }
        for (int times = 2; times <= 5; times++) {
            if (same(grad, times * measured[i].value())) {
                return "That is " + times + " times as much. Did a rule run " + times
                        + " times, or start from old gradients?";
            }
        }
        if (suspects.size() > 1) {
            return "One of the rules of " + ops(suspects) + " passes on something else than it should.";
        }
        Use suspect = suspects.get(0);
        double passed = grad - (sum(uses) - suspect.gradient);
        return "The rule of " + ops(suspects) + " gives " + text(passed / measured[suspect.by].value(), suspect.local)
                + " for the local derivative, and " + text(suspect.local, passed) + " is measured.";
    }

    /** The mistake in a rule that would make its uses of node i pass on this much. */
    private Optional<String> slip(int i, List<Use> rule, double passed) {
        String op = ops(rule);
        for (List<Use> some : parts(uses(rule.get(0).by))) {
            if (rule.size() == 1 && same(passed, rule.get(0).local * sum(some))) {
                return Optional.of("The rule of " + op + " ran before the gradient of its result was complete: first"
                        + " everything that uses a result, then the result itself.");
            }
        }
        Optional<String> hint = Slip.hint(slips, local ->
                same(passed, sum(rule, use -> local.applyAsDouble(nodes.get(i).data()))));
        if (hint.isPresent()) return hint;
        if (same(passed, rule.stream().mapToDouble(Use::local).sum())) {
            return Optional.of("That is the local derivative of " + op
                    + " alone. The chain rule multiplies it by out.grad.");
        }
        if (same(passed, -sum(rule))) return Optional.of("The sign in the rule of " + op + " is the other way round.");
        if (rule.stream().allMatch(use -> nodes.get(use.by).children().size() == 2)
                && same(passed, sum(rule, use -> local(use.by, 1 - use.operand)))) {
            return Optional.of("That belongs to the other operand of " + op
                    + ": each one's derivative is the other one's data.");
        }
        return Optional.empty();
    }

    /** What these uses would pass on if their local derivative were this one. */
    private double sum(List<Use> uses, ToDoubleFunction<Use> local) {
        return uses.stream().mapToDouble(use -> local.applyAsDouble(use) * measured[use.by].value()).sum();
    }

    /** The uses grouped by the line of code that serves them. Those in a group are right or wrong together. */
    private Collection<List<Use>> rules(List<Use> uses) {
        return uses.stream().collect(Collectors.groupingBy(use -> nodes.get(use.by).op() + use.operand,
                LinkedHashMap::new, Collectors.toList())).values();
    }

    /** The most likely culprits: the uses by the learner's operation, or all if there are none. */
    private List<Use> suspects(List<Use> uses) {
        List<Use> own = uses.stream().filter(use -> nodes.get(use.by).op().equals(newOp)).toList();
        return own.isEmpty() ? uses : own;
    }

    /** All subsets of the uses except the full set; none if there are too many. */
    private static List<List<Use>> parts(List<Use> uses) {
        if (uses.size() > 10) return List.of();
        return IntStream.range(0, (1 << uses.size()) - 1).mapToObj(chosen -> IntStream.range(0, uses.size())
                .filter(k -> (chosen >> k & 1) == 1).mapToObj(uses::get).toList()).toList();
    }

    private static double sum(List<Use> uses) {
        return uses.stream().mapToDouble(Use::gradient).sum();
    }

    private String ops(List<Use> uses) {
        return String.join(" and ", uses.stream().map(use -> "\"" + nodes.get(use.by).op() + "\"").distinct().toList());
    }

    private String name(int i) {
        Graph.Item node = nodes.get(i);
        return !node.label().isEmpty() ? node.label()
                : node.op().isEmpty() ? "the constant " + text(node.data()) : "the result of \"" + node.op() + "\"";
    }

    private static double[] of(double[] numbers, List<Integer> places) {
        double[] some = new double[places.size()];
        for (int k = 0; k < some.length; k++) some[k] = numbers[places.get(k)];
        return some;
    }

    /** The data of the root if node {@code bumped} had this data. */
    private double rootWith(int bumped, double data) {
        double[] now = this.data.clone();
        now[bumped] = data;
        for (int i = bumped + 1; i < now.length; i++) {
            if (!nodes.get(i).isLeaf()) now[i] = forward(i, of(now, nodes.get(i).children()));
        }
        return now[now.length - 1];
    }

    /** The measured derivative of result i with respect to one of its operands. */
    private double local(int i, int place) {
        double[] x = of(data, nodes.get(i).children());
        return Slope.of(data -> {
            double[] moved = x.clone();
            moved[place] = data;
            return forward(i, moved);
        }, x[place]).value();
    }

    private double forward(int i, double[] x) {
        String op = nodes.get(i).op();
        if (op.equals(newOp)) return newRule.applyAsDouble(x[0]);
        if (known[i].operands == 1) return known[i].forward(x[0], Op.exponent(op));
        double result = x[0];
        for (int k = 1; k < x.length; k++) result = known[i].forward(result, x[k]);
        return result;
    }

    private static Op known(Graph.Item node) {
        int operands = node.children().size();
        return Op.of(node.op(), operands)
                .filter(op -> op.operands == operands || operands > 0 && (op == Op.ADD || op == Op.MUL)).orElse(null);
    }
}
