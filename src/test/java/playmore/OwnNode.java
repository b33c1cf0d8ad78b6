package playmore;

import java.util.List;
import playmore.engine.Node;

/** A node as a learner's own class has it in the first chapters, without a gradient. */
public record OwnNode(String label, double data, String op, List<? extends Node> children) implements Node {

    @Override
    public View view() {
        return new View(label, data, 0, op, children);
    }
}
