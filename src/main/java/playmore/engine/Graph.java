package playmore.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A snapshot of an expression: each node once, operands before their results, the root last. The order
 * depends only on the expression.
 */
public final class Graph {

    private static final int MOST = 1_000_000;      // more: perhaps a node makes new operands each time it is asked
    private static final Integer OPEN = -1;         // the index of a node whose operands are still being visited

    /**
     * One node of the graph.
     *
     * @param label its name, {@code ""} if it has none
     * @param data its number
     * @param grad the gradient it held
     * @param op the operation that made it, {@code ""} for a leaf
     * @param children the indices of its operands in {@link Graph#nodes}, one entry per use: two for {@code a * a},
     *     even if the node's own class keeps its children as a set
     */
    public record Item(String label, double data, double grad, String op, List<Integer> children) {

        public Item {
            children = List.copyOf(children);
        }

        public boolean isLeaf() {
            return children.isEmpty();
        }
    }

    /** One use of a node: as operand number {@code operand}, from 0, of the node with the index {@code result}. */
    public record Use(int result, int operand) {}

    private final List<Item> items;
    private final List<Node> origins = new ArrayList<>();
    private List<List<Use>> uses;                   // computed when first asked for

    /** A graph of these nodes; each must come after its operands. */
    public Graph(List<Item> nodes) {
        if (nodes.isEmpty()) throw new IllegalArgumentException("A graph has at least one node, its root");
        items = List.copyOf(nodes);
    }

    /**
     * Records {@code root} and everything that it was made from, whatever class the nodes have.
     *
     * @throws IllegalArgumentException if {@code root} is null, a node is made from itself, a node's view
     *     is incomplete, or there are more than a million nodes
     */
    public static Graph of(Node root) {
        return new Graph(root, MOST);
    }

    /** Records an expression of at most {@code most} nodes. */
    public static Graph of(Node root, int most) {
        return new Graph(root, most);
    }

    private Graph(Node root, int most) {
        if (root == null) throw new IllegalArgumentException("There is no expression: the value is null");
        items = new ArrayList<>();
        Map<Node, Integer> indices = new IdentityHashMap<>();
        Deque<Visit> path = new ArrayDeque<>();     // from the root to the node whose operands are being visited
        indices.put(root, OPEN);
        path.push(new Visit(root));
        while (!path.isEmpty()) {
            Visit visit = path.peek();
            if (visit.rest.hasNext()) {
                Node operand = visit.rest.next();
                Integer index = indices.putIfAbsent(operand, OPEN);
                if (index == null) {
                    if (indices.size() > most) {
                        throw new IllegalArgumentException(String.format(
                                Locale.ROOT, "This expression has more than %,d values: take a part of it", most));
                    }
                    path.push(new Visit(operand));
                } else if (index.equals(OPEN)) {
                    throw new IllegalArgumentException(
                            "The expression has a cycle: " + visit.name() + " is made, in the end, from itself");
                }
            } else {
                path.pop();
                indices.put(visit.node, items.size());
                items.add(visit.item(indices, items));
                origins.add(visit.node);
            }
        }
    }

    /** A node on the path, its view, and its operands that are still to be visited. */
    private static final class Visit {

        final Node node;
        final Node.View view;
        final Iterator<? extends Node> rest;

        Visit(Node node) {
            this.node = node;
            view = node.view();
            if (view == null) throw refused(" says nothing of itself: its view() is null");
            List<? extends Node> children = view.children();
            if (children == null) throw refused(" has children that are null; a leaf has an empty list, List.of()");
            for (Node child : children) {
                if (child == null) throw refused(" has a null among its children");
            }
            rest = children.iterator();
        }

        private IllegalArgumentException refused(String why) {
            return new IllegalArgumentException(name() + why);
        }

        Item item(Map<Node, Integer> indices, List<Item> items) {
            String op = orEmpty(view.op());
            List<Integer> children = view.children().stream().map(indices::get).toList();
            if (children.size() == 1 && usesOperandTwice(op, items.get(children.get(0)).data)) {
                children = List.of(children.get(0), children.get(0));
            }
            return new Item(orEmpty(view.label()), view.data(), view.grad(), op, children);
        }

        /** Whether the only child is both operands: a class that keeps a set, as in the lecture, has one for a * a. */
        private boolean usesOperandTwice(String op, double x) {
            if (!op.equals(Op.ADD.symbol) && !op.equals(Op.MUL.symbol)) return false;
            double twice = op.equals(Op.ADD.symbol) ? x + x : x * x;
            return Double.compare(view.data(), twice) == 0;
        }

        String name() {
            String type = node.getClass().getSimpleName(), label = view == null ? "" : orEmpty(view.label());
            return "The " + (type.isEmpty() ? "node" : type)
                    + (label.isEmpty() ? " without a label" : " called \"" + label + "\"");
        }
    }

    /** All nodes, operands before their results, the root last. */
    public List<Item> nodes() {
        return Collections.unmodifiableList(items);
    }

    /** The node that all others lead to. */
    public Item root() {
        return items.get(items.size() - 1);
    }

    /** The nodes that were recorded, in the order of {@link #nodes}; none if the graph was made from items. */
    public List<Node> origins() {
        return Collections.unmodifiableList(origins);
    }

    /** The uses of the node with this index, in the order of the results. */
    public List<Use> uses(int index) {
        if (uses == null) {
            List<List<Use>> all = items.stream().map(item -> (List<Use>) new ArrayList<Use>()).toList();
            for (int result = 0; result < items.size(); result++) {
                List<Integer> operands = items.get(result).children;
                for (int k = 0; k < operands.size(); k++) all.get(operands.get(k)).add(new Use(result, k));
            }
            uses = all;
        }
        return Collections.unmodifiableList(uses.get(index));
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
