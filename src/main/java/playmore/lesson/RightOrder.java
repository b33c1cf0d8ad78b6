package playmore.lesson;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import playmore.engine.Graph;
import playmore.engine.Node;

/** Exercise 6: in which order the rules of an expression must run. */
public final class RightOrder {

    private RightOrder() {}

    /**
     * Runs the rules in the learner's order, and says which results are missing, occur twice, or come too early.
     *
     * @param root the final result, whose gradient is already 1
     * @param order the results whose rules should run; it may contain leaves, which pass nothing on
     * @param rule runs the rule of one node
     */
    public static <V extends Node> Verdict check(V root, Supplier<List<V>> order, Consumer<V> rule) {
        return Verdict.of(() -> {
            List<V> given = order.get();
            if (given == null) return Verdict.wrong("the order is null.", "It is a list: List.of(...).");
            Graph graph = Graph.of(root);
            List<Node> nodes = graph.origins();
            List<Integer> turns = new ArrayList<>();
            for (V node : given) {
                int place = IntStream.range(0, nodes.size()).filter(i -> nodes.get(i) == node).findFirst().orElse(-1);
                if (place < 0) {
                    String found = node == null ? "null"
                            : "something that " + name(graph, nodes.size() - 1) + " was not made of: " + node;
                    return Verdict.wrong("in the order is " + found + ".",
                            "It is a list of " + names(graph, results(graph)) + ".");
                }
                if (!graph.nodes().get(place).isLeaf()) turns.add(place);
            }
            given.forEach(rule);
            Verdict verdict = of(graph, turns);
            return verdict.right() ? BackwardCheck.of(root) : verdict;
        });
    }

    private static Verdict of(Graph graph, List<Integer> turns) {
        List<Integer> results = results(graph);
        if (turns.isEmpty()) {
            return Verdict.notYet("the order is empty. Which of " + names(graph, results)
                    + " has its whole gradient before any rule has run?");
        }
        List<Integer> missing = results.stream().filter(i -> !turns.contains(i)).toList();
        if (!missing.isEmpty()) {
            return Verdict.wrong(names(graph, missing) + (missing.size() == 1 ? " is" : " are") + " missing.",
                    "What a rule does not pass on, its operands never hear of.");
        }
        List<Integer> twice = results.stream().filter(i -> Collections.frequency(turns, i) > 1).toList();
        if (!twice.isEmpty()) {
            return Verdict.wrong(names(graph, twice) + (twice.size() == 1 ? " is" : " are") + " there more than once.",
                    "Each time the rule adds to its operands' gradients: once is right.");
        }
        for (int early : turns) {
            List<Integer> later = later(graph, turns, early);
            if (later.isEmpty()) continue;
            List<Integer> reversed = new ArrayList<>(turns);
            Collections.reverse(reversed);
            if (reversed.stream().allMatch(i -> later(graph, reversed, i).isEmpty())) {
                return Verdict.wrong("that is the order in which they were made, the way forward.",
                        "Backward, a result comes before what it was made of.");
            }
            return Verdict.wrong(name(graph, early) + " comes too early, before " + names(graph, later) + ".",
                    name(graph, early) + " is used for " + names(graph, later)
                            + ", so its gradient was not complete when it was passed on.");
        }
        return Verdict.right("");
    }

    /** The results that use the node but have their turn after it, although they should come before it. */
    private static List<Integer> later(Graph graph, List<Integer> turns, int node) {
        return graph.uses(node).stream().map(Graph.Use::result).distinct()
                .filter(user -> turns.indexOf(user) > turns.indexOf(node)).toList();
    }

    private static List<Integer> results(Graph graph) {
        return IntStream.range(0, graph.nodes().size()).filter(i -> !graph.nodes().get(i).isLeaf()).boxed().toList();
    }

    private static String name(Graph graph, int place) {
        return graph.nodes().get(place).label();
    }

    /** {@code d, e and f}. */
    private static String names(Graph graph, List<Integer> places) {
        String names = places.stream().map(place -> name(graph, place)).collect(Collectors.joining(", "));
        int last = names.lastIndexOf(", ");
        return last < 0 ? names : names.substring(0, last) + " and" + names.substring(last + 1);
    }
}
