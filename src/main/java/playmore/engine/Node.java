package playmore.engine;

import java.util.List;

/**
 * A node of an expression graph, whatever class it is written in.
 *
 * <p>{@link Value} is one. So is any class that a learner writes along the lecture, as soon as it
 * answers with one line what it holds:
 *
 * <pre>{@code
 * public View view() { return new View(label, data, grad, op, children); }
 * }</pre>
 */
public interface Node {

    /** What this node holds at this moment. */
    View view();

    /**
     * A snapshot of one node.
     *
     * @param label what the node is called, {@code ""} where it has no name
     * @param data the number the forward pass computed
     * @param grad the derivative of the output with respect to this node
     * @param op the operation that made the node, {@code ""} for a leaf
     * @param children the operands, in their order, one entry a use: {@code x + x} has {@code x} twice
     */
    record View(String label, double data, double grad, String op, List<? extends Node> children) {}
}
