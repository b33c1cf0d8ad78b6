package playmore.draw;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import playmore.engine.Node;

/**
 * An expression as it stood at one moment: its nodes, the root first, in an order that depends on the
 * expression alone.
 */
public record Graph(List<Item> nodes) {

    /**
     * One node of the graph.
     *
     * @param label what it is called, {@code ""} where it has no name
     * @param op the operation that made it, {@code ""} for a leaf
     * @param children where the operands are in {@link Graph#nodes}, one entry a use
     */
    public record Item(String label, double data, double grad, String op, List<Integer> children) {}

    /** Takes down all that {@code root} was made from. */
    static Graph of(Node root) {
        Map<Node, Integer> index = new IdentityHashMap<>();
        List<Node> found = new ArrayList<>();
        List<Node.View> views = new ArrayList<>();
        index.put(root, 0);
        found.add(root);
        for (int i = 0; i < found.size(); i++) {
            Node.View view = found.get(i).view();
            views.add(view);
            for (Node child : view.children()) {
                if (index.putIfAbsent(child, found.size()) == null) {
                    found.add(child);
                }
            }
        }
        return new Graph(views.stream()
                .map(v -> new Item(v.label(), v.data(), v.grad(), v.op(),
                        v.children().stream().map(index::get).toList()))
                .toList());
    }
}
