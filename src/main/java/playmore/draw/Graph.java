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

    /** What can be laid out in seconds, and still be read. */
    private static final int MAX_NODES = 2000;

    private static final int COUNTED = 1_000_000;    // beyond it a node may be making new operands for ever

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

        boolean isLeaf() {
            return children.isEmpty();
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
        List<Visit> visits = visits(root);
        int max = Integer.getInteger("playmore.maxNodes", MAX_NODES);
        if (visits.size() > max) throw tooLarge("", visits.size(), max);
        return graph(visits);
    }

    /** Takes down the nodes that are given, which are in such an order that operands come first. */
    public static Graph of(List<Node> order) {
        return graph(order.stream().map(Visit::new).toList());
    }

    /**
     * All that {@code root} was made from, operands before what was made of them, the root last.
     *
     * @throws IllegalArgumentException if there is no root, a node is made from itself, a node's view
     *     is not whole, or there are more than a million nodes
     */
    public static List<Node> order(Node root) {
        return visits(root).stream().map(v -> v.node).toList();
    }

    private static Graph graph(List<Visit> visits) {
        Map<Node, Integer> places = new IdentityHashMap<>();
        List<Item> nodes = new ArrayList<>();
        for (Visit v : visits) {
            places.put(v.node, nodes.size());
            nodes.add(new Item(v.label, v.view.data(), v.view.grad(), orEmpty(v.view.op()),
                    v.children.stream().map(places::get).toList()));
        }
        return new Graph(nodes);
    }

    private static List<Visit> visits(Node root) {
        if (root == null) {
            throw new IllegalArgumentException("There is nothing to draw: the value is null");
        }
        List<Visit> visits = new ArrayList<>();
        Map<Node, Boolean> done = new IdentityHashMap<>();
        Deque<Visit> path = new ArrayDeque<>();    // from the root to the node whose operands are being visited
        done.put(root, false);
        path.push(new Visit(root));
        while (!path.isEmpty()) {
            Visit visit = path.peek();
            if (visit.rest.hasNext()) {
                Node operand = visit.rest.next();
                Boolean operandDone = done.putIfAbsent(operand, false);
                if (operandDone == null) {
                    if (done.size() > COUNTED) throw tooLarge("more than ", COUNTED, MAX_NODES);
                    path.push(new Visit(operand));
                } else if (!operandDone) {
                    throw new IllegalArgumentException("The expression has a cycle, which cannot be drawn: "
                            + visit.name() + " is made, in the end, from itself");
                }
            } else {
                path.pop();
                done.put(visit.node, true);
                visits.add(visit);
            }
        }
        return visits;
    }

    private static IllegalArgumentException tooLarge(String orMore, int size, int max) {
        return new IllegalArgumentException(String.format(Locale.ROOT, "This expression has %s%,d values, and a picture"
                + " can be read up to %,d: draw a part of it, or raise the limit with"
                + " System.setProperty(\"playmore.maxNodes\", \"%d\")", orMore, size, max, size));
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    /** A node, what it said of itself when it was asked, and those of its operands that are still to be visited. */
    private static final class Visit {

        final Node node;
        final Node.View view;
        final String label;
        final List<Node> children = new ArrayList<>();
        final Iterator<Node> rest;

        Visit(Node node) {
            this.node = node;
            this.view = node.view();
            this.label = view == null ? "" : orEmpty(view.label());
            if (view == null) throw new IllegalArgumentException(name() + " cannot be drawn: its view() is null");
            if (view.children() == null) {
                throw new IllegalArgumentException(name() + " cannot be drawn: its children are null;"
                        + " a leaf has an empty list, List.of()");
            }
            for (Node child : view.children()) {
                if (child == null) {
                    throw new IllegalArgumentException(name() + " cannot be drawn: there is a null among its children");
                }
                children.add(child);
            }
            this.rest = children.iterator();
        }

        String name() {
            String name = node.getClass().getSimpleName();
            return "The " + (name.isEmpty() ? "node" : name)
                    + (label.isEmpty() ? " without a label" : " called \"" + Dot.shorten(label, 40) + "\"");
        }
    }
}
