package playmore.motion;

import java.util.ArrayList;
import java.util.List;
import playmore.draw.DrawDot;
import playmore.engine.Node;
import playmore.explain.ChainRule;
import playmore.explain.Expression;
import playmore.explain.LocalDerivative;
import playmore.explain.Reasons;
import playmore.output.Page;

/** The backward pass of an expression, node by node. */
public final class Walk {

    private Walk() {}

    /**
     * Writes a page on which the gradients of everything that {@code root} was made from fill in, one
     * at a time, each with the rule that gives it in symbols and in numbers.
     *
     * <p>The page shows what {@code backward()} does, from gradients of 0; what the values hold at the
     * moment does not matter, and is not changed. It is one file that needs no network.
     *
     * <p>Lecture 0:32:10 to 1:22:30.
     *
     * @throws IllegalArgumentException if the derivative of an operation is not known here
     */
    public static Page walk(Node root) {
        Expression e = new Expression(DrawDot.graph(root));
        LocalDerivative.checkKnown(e);
        Motion motion = motion(e);
        return MotionPage.page("Backward through " + e.name(e.root()), motion::html);
    }

    static Motion motion(Expression e) {
        List<Motion.State> states = new ArrayList<>();
        List<List<String>> steps = new ArrayList<>();
        double[] right = ChainRule.gradients(e), grads = new double[e.size()];
        states.add(new Motion.State(e.data(), grads.clone(), List.of(), List.of()));
        steps.add(List.of("All gradients are 0.", "We go from " + e.name(e.root()) + " back to the leaves. A node gets"
                + " its gradient when all nodes that use it have theirs."));
        for (int node = e.root(); node >= 0; node--) {
            grads[node] = right[node];
            states.add(new Motion.State(e.data(), grads.clone(), List.of(node), List.of()));
            steps.add(Reasons.of(e, node, right));
        }
        String root = e.name(e.root());
        return new Motion("Every gradient of " + root + ", step by step", List.of(new Motion.Lane(root, e, states)), steps, 0);
    }
}
