package playmore.motion;

import java.util.ArrayList;
import java.util.List;
import playmore.engine.Graph;
import playmore.explain.Expression;
import playmore.explain.LocalDerivative;

/**
 * Backpropagation as an algorithm with three choices in it, so that it can be done wrongly: which
 * gradients it starts from, in which order the nodes have their turn, and whether a node adds to the
 * gradients of its operands or overwrites them.
 */
final class Backprop {

    /** What the gradients were once a node had its turn. */
    record Turn(int node, double[] grads) {}

    private final double[] start;
    private final List<Turn> turns = new ArrayList<>();
    private final double[] passedOn;

    /**
     * @param start the gradients before; that of the root counts as well
     * @param order each node once
     * @param adds whether a node adds to the gradients of its operands
     */
    Backprop(Expression e, double[] start, List<Integer> order, boolean adds) {
        this.start = start;
        this.passedOn = new double[e.size()];
        double[] grads = start.clone();
        for (int node : order) {
            passedOn[node] = grads[node];
            for (int k = 0; k < e.operands(node).size(); k++) {
                int operand = e.operands(node).get(k);
                double product = LocalDerivative.of(e, new Graph.Use(node, k)).times(grads[node]);
                grads[operand] = adds ? grads[operand] + product : product;
            }
            turns.add(new Turn(node, grads.clone()));
        }
        for (int node = 0; node < e.size(); node++) {
            if (e.isLeaf(node)) passedOn[node] = grads[node];
        }
    }

    double[] start() {
        return start;
    }

    /** The turns, in their order. */
    List<Turn> turns() {
        return turns;
    }

    /** The gradients in the end. */
    double[] grads() {
        return turns.get(turns.size() - 1).grads();
    }

    /** The gradient that a node held at its turn, and passed on; for a leaf, the one it ended with. */
    double passedOn(int node) {
        return passedOn[node];
    }

    /** Each node before its operands: the right order. */
    static List<Integer> fromTheRoot(Expression e) {
        List<Integer> order = new ArrayList<>();
        for (int node = e.root(); node >= 0; node--) {
            order.add(node);
        }
        return order;
    }

    /** Gradients of 0, but for the root's, which is 1. */
    static double[] zeros(Expression e) {
        double[] grads = new double[e.size()];
        grads[e.root()] = 1;
        return grads;
    }
}
