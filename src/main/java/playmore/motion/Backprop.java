package playmore.motion;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import playmore.engine.Graph;
import playmore.explain.Expression;
import playmore.explain.LocalDerivative;

/**
 * Backpropagation with three choices, each of which can be made wrongly: the gradients at the start, the order in which
 * the nodes have their turn, and whether a node adds to the gradients of its operands or overwrites them.
 */
final class Backprop {

    /** The gradients of all nodes after {@code node} had its turn. */
    record Turn(int node, double[] grads) {}

    private final double[] start;
    private final List<Turn> turns = new ArrayList<>();
    private final double[] passedOn;

    /**
     * Runs backpropagation.
     *
     * @param start the gradients of all nodes at the start, including the root's
     * @param order all nodes, in the order of their turns
     * @param adds whether a node adds to the gradients of its operands, instead of overwriting them
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

    List<Turn> turns() {
        return turns;
    }

    /** The gradients at the end. */
    double[] grads() {
        return turns.get(turns.size() - 1).grads();
    }

    /** The gradient that the node held at its turn and passed on. For a leaf, its gradient at the end. */
    double passedOn(int node) {
        return passedOn[node];
    }

    /** The right order: each node before its operands. */
    static List<Integer> fromTheRoot(Expression e) {
        return IntStream.rangeClosed(0, e.root()).map(i -> e.root() - i).boxed().toList();
    }

    /** The right start: 1 for the root, 0 for all other nodes. */
    static double[] zeros(Expression e) {
        double[] grads = new double[e.size()];
        grads[e.root()] = 1;
        return grads;
    }
}
