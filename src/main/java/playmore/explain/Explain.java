package playmore.explain;

import java.util.List;
import java.util.stream.IntStream;
import playmore.engine.Graph;
import playmore.engine.Node;

/** Says in words how a gradient came about. */
public final class Explain {

    private final Expression e;
    private final int node;
    private final ChainRule rule;
    private final double size;

    private Explain(Expression e, int node) {
        this.e = e;
        this.node = node;
        this.rule = new ChainRule(e, node, ChainRule.gradients(e));
        this.size = ChainRule.sizes(e)[node];
    }

    /**
     * Prints how the derivative of {@code root} by {@code node} comes about: for each use of the node
     * the gradient that arrives there and the local derivative, and what they give; then whether the
     * node's {@code grad} holds that, and if not, what may have happened.
     *
     * <pre>{@code
     * explain(L, a);
     * // dL/da = dL/de · de/da = −2 · −3 = 6
     * //   e = a · b     de/da = b = −3
     * //   a.grad holds it.
     * }</pre>
     *
     * @throws IllegalArgumentException if {@code root} was not made from {@code node}, or from over a
     *     million values
     */
    public static void explain(Node root, Node node) {
        Graph graph = Graph.of(root);
        List<Node> nodes = graph.origins();
        int place = IntStream.range(0, nodes.size()).filter(i -> nodes.get(i) == node).findFirst().orElse(-1);
        if (place < 0) {
            throw new IllegalArgumentException((node == null ? "null" : node.toString()) + " is not among the "
                    + nodes.size() + " values that " + root + " was made from: explain(root, node) takes the"
                    + " result first, then a value that went into it");
        }
        System.out.println(new Explain(new Expression(graph), place).text());
    }

    private String text() {
        int uses = rule.terms().size();
        String head = uses > 1 ? rule.sum() + ", a sum over " + uses + " uses:" : rule.formula();
        StringBuilder text = new StringBuilder(head + "\n");
        List<String> made = rule.terms().stream().limit(ChainRule.TOLD).map(t -> e.equation(t.use().result())).toList();
        int width = made.stream().mapToInt(String::length).max().orElse(0);
        for (int i = 0; i < made.size(); i++) {
            ChainRule.Term term = rule.terms().get(i);
            text.append("  ").append(made.get(i)).append(" ".repeat(width - made.get(i).length() + 5));
            if (uses > 1) {
                text.append(rule.symbols(term)).append(ChainRule.numbers(term)).append(", ");
            }
            text.append(rule.local(term)).append("\n");
        }
        if (uses > made.size()) text.append("  … and ").append(uses - made.size()).append(" uses more\n");
        if (node == e.root()) text.append("  ").append("the result itself: here the walk back begins\n");
        return text.append("  ").append(verdict()).toString();
    }

    /** Whether the node holds the gradient that it should. */
    private String verdict() {
        double held = e.held(node), right = rule.gradient();
        String holds = e.grad(node) + " holds ";
        boolean known = IntStream.range(0, e.size()).allMatch(i -> e.isLeaf(i) || e.operation(i) != null);
        boolean unknown = Double.isNaN(right) && !known;
        if (!unknown && ChainRule.near(held, right, size)) return holds + "it.";
        holds += Numbers.text(held);
        if (unknown) {
            return holds + "; this operation's rule is not known here.";
        }
        if (IntStream.range(0, e.size()).allMatch(i -> e.held(i) == 0)) {
            return holds + ", like all the others: backward() has not run yet.";
        }
        if (Double.isNaN(right)) {
            return holds + ", and not NaN: was data changed since?";
        }
        double times = held / right;
        if (e.isLeaf(node) && times > 1.5 && Double.isFinite(times) && ChainRule.near(times, Math.rint(times), 0)) {
            return holds + ", " + Numbers.text(times) + " times that: backward() ran " + Numbers.text(times)
                    + " times, and nobody set the gradients back to 0.";
        }
        if (rule.terms().size() > 1 && rule.terms().stream().anyMatch(t -> ChainRule.near(held, t.product(), 0))) {
            return holds + ", what one use alone gives: is there an = where there should be a +=?";
        }
        return holds + ", which is another number: was data changed since, or did backward() start from another"
                + " result?";
    }
}
