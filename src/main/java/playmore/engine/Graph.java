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
 * An expression as it stood at one moment: all that a root was made from, each node once, operands
 * before what was made of them, the root last. The order depends on the expression alone.
 */
public final class Graph {

    private static final int MOST = 1_000_000;      // beyond it a node may be making new operands for ever
    private static final Integer ON_THE_WAY = -1;

    /**
     * One node of the graph.
     *
     * @param label what it is called, {@code ""} where it has no name
     * @param data its number
     * @param grad the gradient it held
     * @param op the operation that made it, {@code ""} for a leaf
     * @param children where its operands are in {@link Graph#nodes}, one entry a use, also where the node's own class
     *     keeps a set and has but one for {@code a * a}
     */
    public record Item(String label, double data, double grad, String op, List<Integer> children) {

        public Item {
            children = List.copyOf(children);
        }

        public boolean isLeaf() {
            return children.isEmpty();
        }
    }

    /** A place where a node is used: as operand number {@code operand} of the node at {@code result}. */
    public record Use(int result, int operand) {}

    private final List<Item> items;
    private final List<Node> origins = new ArrayList<>();
    private List<List<Use>> uses;                   // once they are asked for

    /** A graph of these nodes, of which each comes after its operands. */
    public Graph(List<Item> nodes) {
        if (nodes.isEmpty()) throw new IllegalArgumentException("A graph has at least one node, its root");
        items = List.copyOf(nodes);
    }

    /**
     * Takes down all that {@code root} was made from, {@link Value}s or nodes of a class of one's own.
     *
     * @throws IllegalArgumentException if there is no root, a node is made from itself, a node's view
     *     is not whole, or there are more than a million nodes
     */
    public static Graph of(Node root) {
        return new Graph(root, MOST);
    }

    /** The same of up to {@code most} nodes. */
    public static Graph of(Node root, int most) {
        return new Graph(root, most);
    }

    private Graph(Node root, int most) {
        if (root == null) throw new IllegalArgumentException("There is no expression: the value is null");
        items = new ArrayList<>();
        Map<Node, Integer> places = new IdentityHashMap<>();
        Deque<Visit> path = new ArrayDeque<>();     // from the root to the node whose operands are being visited
        places.put(root, ON_THE_WAY);
        path.push(new Visit(root));
        while (!path.isEmpty()) {
            Visit visit = path.peek();
            if (visit.rest.hasNext()) {
                Node operand = visit.rest.next();
                Integer place = places.putIfAbsent(operand, ON_THE_WAY);
                if (place == null) {
                    if (places.size() > most) throw new IllegalArgumentException(
                            String.format(Locale.ROOT, "This expression has more than %,d values: take a part of it", most));
                    path.push(new Visit(operand));
                } else if (place.equals(ON_THE_WAY)) {
                    throw new IllegalArgumentException(
                            "The expression has a cycle: " + visit.name() + " is made, in the end, from itself");
                }
            } else {
                path.pop();
                places.put(visit.node, items.size());
                items.add(visit.item(places, items));
                origins.add(visit.node);
            }
        }
    }

    /** A node, what it said of itself when it was asked, and those of its operands that are still to be visited. */
    private static final class Visit {

        final Node node;
        final Node.View view;
        final Iterator<? extends Node> rest;

        Visit(Node node) {
            this.node = node;
            view = node.view();
            if (view == null) throw new IllegalArgumentException(name() + " says nothing of itself: its view() is null");
            List<? extends Node> children = view.children();
            if (children == null) throw new IllegalArgumentException(
                    name() + " has children that are null; a leaf has an empty list, List.of()");
            for (Node child : children) {
                if (child == null) throw new IllegalArgumentException(name() + " has a null among its children");
            }
            rest = children.iterator();
        }

        Item item(Map<Node, Integer> places, List<Item> items) {
            String op = orEmpty(view.op());
            List<Integer> children = view.children().stream().map(places::get).toList();
            if (children.size() == 1 && isOfOneTwice(op, items.get(children.get(0)).data)) children = List.of(children.get(0), children.get(0));
            return new Item(orEmpty(view.label()), view.data(), view.grad(), op, children);
        }

        /** Where a class keeps its children as a set, like the lecture's Python, {@code a * a} has one. */
        private boolean isOfOneTwice(String op, double x) {
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

    /** All of them, operands before what was made of them, the root last. */
    public List<Item> nodes() {
        return Collections.unmodifiableList(items);
    }

    /** The node that all the others lead to. */
    public Item root() {
        return items.get(items.size() - 1);
    }

    /** The nodes that the graph was taken of, in the same order; none if it was put together by hand. */
    public List<Node> origins() {
        return Collections.unmodifiableList(origins);
    }

    /** Where the node at this place is used, in the order of the results. */
    public List<Use> uses(int place) {
        if (uses == null) {
            List<List<Use>> all = items.stream().map(item -> (List<Use>) new ArrayList<Use>()).toList();
            for (int result = 0; result < items.size(); result++) {
                List<Integer> operands = items.get(result).children;
                for (int k = 0; k < operands.size(); k++) all.get(operands.get(k)).add(new Use(result, k));
            }
            uses = all;
        }
        return Collections.unmodifiableList(uses.get(place));
    }

    private static String orEmpty(String text) { return text == null ? "" : text; }
}
