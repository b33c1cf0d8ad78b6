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
     * Writes a page that fills in the gradients of everything that {@code root} was made from, one by one. Each comes
     * with the chain rule behind it, in symbols and in numbers.
     *
     * <p>The page starts from gradients of 0, whatever the values hold now, and does not change the values. It is one
     * file that works offline.
     *
     * <p>Lecture 0:32:10 to 1:22:30.
     *
     * @throws IllegalArgumentException if the derivative of an operation is unknown to the kit
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
        List<Motion.Lane> lanes = List.of(new Motion.Lane(root, e, states));
        return new Motion("Every gradient of " + root + ", step by step", lanes, steps, 0);
    }
}
