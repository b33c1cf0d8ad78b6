package playmore.draw;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import playmore.engine.Node;

/**
 * An expression as it stood at one moment.
 *
 * @param nodes operands before what was made of them, the root last; the order depends on the
 *     expression alone
 */
public record Graph(List<Item> nodes) {

    /** What can be drawn, and still be read, in seconds. */
    private static final int MAX_NODES = 2000;

    private static final int COUNTED = 1_000_000;

    /**
     * One node of the graph.
     *
     * @param label what it is called, {@code ""} where it has no name
     * @param data its number
     * @param grad the gradient it held
     * @param op the operation that made it, {@code ""} for a leaf
     * @param children where its operands are in {@link Graph#nodes}, one entry a use
     */
    public record Item(String label, double data, double grad, String op, List<Integer> children) {

        public Item {
            children = List.copyOf(children);
        }
    }

    public Graph {
        nodes = List.copyOf(nodes);
    }

    /** The node that all the others lead to. */
    public Item root() {
        return nodes.get(nodes.size() - 1);
    }

    /**
     * Takes down all that {@code root} was made from.
     *
     * @throws IllegalArgumentException if there is no root, a node is made from itself, a node's view
     *     is not whole, or there are more nodes than the system property {@code playmore.maxNodes}
     *     allows, which is 2000 unless set
     */
    public static Graph of(Node root) {
        List<Node> order = order(root);
        int max = Integer.getInteger("playmore.maxNodes", MAX_NODES);
        if (order.size() > max) {
            throw new IllegalArgumentException(String.format(Locale.ROOT,
                    "This graph has %s%,d values, more than the %,d that can be drawn legibly: draw a part of it,"
                            + " or allow more with System.setProperty(\"playmore.maxNodes\", \"%d\")",
                    order.size() < COUNTED ? "" : "at least ", order.size(), max, order.size()));
        }
        return of(order);
    }

    /** Takes down the nodes that are given in such an order that operands come first. */
    public static Graph of(List<Node> order) {
        Map<Node, Integer> places = new IdentityHashMap<>();
        List<Item> nodes = new ArrayList<>();
        for (Node node : order) {
            places.put(node, places.size());
            nodes.add(new Visit(node).item(places));
        }
        return new Graph(nodes);
    }

    /**
     * All that {@code root} was made from, operands before what was made of them, the root last; of
     * more than a million nodes only the first million.
     *
     * @throws IllegalArgumentException if there is no root, a node is made from itself, or a node's
     *     view is not whole
     */
    public static List<Node> order(Node root) {
        if (root == null) {
            throw new IllegalArgumentException("There is nothing to draw: the value is null");
        }
        List<Node> order = new ArrayList<>();
        Map<Node, Boolean> open = new IdentityHashMap<>();
        Deque<Visit> path = new ArrayDeque<>();    // from the root to the node at hand, whose operands come first
        open.put(root, true);
        path.push(new Visit(root));
        while (!path.isEmpty() && order.size() < COUNTED) {
            Visit visit = path.peek();
            if (visit.operands.hasNext()) {
                Node operand = visit.operands.next();
                Boolean isOpen = open.putIfAbsent(operand, true);
                if (isOpen == null) {
                    path.push(new Visit(operand));
                } else if (isOpen) {
                    throw new IllegalArgumentException("The expression has a cycle, which cannot be drawn: "
                            + visit.name() + " is made, in the end, from itself");
                }
            } else {
                path.pop();
                open.put(visit.node, false);
                order.add(visit.node);
            }
        }
        return order;
    }

    /** A node that is being visited, and those of its operands that are still to come. */
    private static final class Visit {

        final Node node;
        final Node.View view;
        final Iterator<? extends Node> operands;

        Visit(Node node) {
            this.node = node;
            this.view = node.view();
            if (view == null || view.children() == null) {
                throw new IllegalArgumentException(name() + (view == null ? " has no view: view() returns null"
                        : " has null for its children: a leaf has an empty list, List.of()"));
            }
            for (Node child : view.children()) {
                if (child == null) throw new IllegalArgumentException(name() + " has a null among its children");
            }
            this.operands = view.children().iterator();
        }

        Item item(Map<Node, Integer> places) {
            return new Item(orEmpty(view.label()), view.data(), view.grad(), orEmpty(view.op()),
                    view.children().stream().map(places::get).toList());
        }

        String name() {
            String label = view == null ? "" : orEmpty(view.label());
            return "A " + node.getClass().getSimpleName() + (label.isEmpty() ? "" : " called \"" + label + "\"");
        }

        private static String orEmpty(String text) {
            return text == null ? "" : text;
        }
    }
}
