package playmore.engine;

import java.util.List;

/**
 * A node of an expression graph.
 *
 * <p>{@link Value} is a node. A class that a learner writes along the lecture becomes one with a single line:
 *
 * <pre>{@code
 * public View view() { return new View(label, data, grad, op, children); }
 * }</pre>
 */
public interface Node {

    /** A snapshot of what this node holds now. */
    View view();

    /**
     * A snapshot of one node.
     *
     * @param label the node's name, {@code ""} if it has none
     * @param data the number that the forward pass computed
     * @param grad the derivative of the output with respect to this node
     * @param op the operation that made the node, {@code ""} for a leaf
     * @param children the operands in their order, one entry per use: {@code x + x} has {@code x} twice
     */
    record View(String label, double data, double grad, String op, List<? extends Node> children) {}
}
