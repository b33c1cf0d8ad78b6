package playmore.explain;

import java.util.ArrayList;
import java.util.List;

/** What is said when a node gets its gradient. */
public final class Reasons {

    private Reasons() {}

    /** The chain rule for this node, then its parts: each use, and where the node comes from. */
    public static List<String> of(Expression e, int node, double[] grads) {
        ChainRule rule = new ChainRule(e, node, grads);
        List<String> lines = new ArrayList<>();
        lines.add(rule.formula());
        if (node == e.root()) {
            lines.add("The result itself: if it grows by h, it grows by h. Every backward pass begins so.");
        }
        int uses = rule.terms().size();
        boolean several = uses > 1;
        if (several) lines.add(e.name(node) + " is used " + uses + " times, and what arrives adds up:");
        for (ChainRule.Term term : rule.terms().subList(0, Math.min(uses, ChainRule.TOLD))) {
            lines.add(e.equation(term.use().result()) + ", so " + rule.local(term)
                    + (several ? ", which gives " + ChainRule.numbers(term).substring(3) : ""));
        }
        if (uses > ChainRule.TOLD) lines.add("… and " + (uses - ChainRule.TOLD) + " uses more.");
        Sources.line(e.name(node)).ifPresent(line -> lines.add("Made in " + line));
        return lines;
    }
}
