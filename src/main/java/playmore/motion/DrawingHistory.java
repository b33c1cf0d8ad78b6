package playmore.motion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import playmore.engine.Graph;
import playmore.explain.ChainRule;
import playmore.explain.Expression;
import playmore.explain.Numbers;
import playmore.explain.Reasons;

/**
 * The pictures that a chapter draws of one expression, as a {@link Motion}. It shows, node by node, what changed from
 * one picture to the next, with the chain rule behind it. A gradient that differs from the chain rule's is marked as
 * wrong.
 */
public final class DrawingHistory {

    private static final int MAX_NODES = 150;

    private final Graph first;
    private final List<Motion.State> states = new ArrayList<>();
    private final List<List<String>> steps = new ArrayList<>();
    private Expression last;
    private int pictures;
    private boolean hasGradients;

    /** A history that begins with this picture. */
    public DrawingHistory(Graph graph) {
        first = graph;
        add(graph);
    }

    /** Whether the graph is of the same expression, whatever its numbers. */
    public boolean isOf(Graph graph) {
        List<Graph.Item> mine = first.nodes(), other = graph.nodes();
        return mine.size() == other.size() && IntStream.range(0, mine.size()).allMatch(i ->
                mine.get(i).label().equals(other.get(i).label()) && mine.get(i).op().equals(other.get(i).op())
                        && mine.get(i).children().equals(other.get(i).children()));
    }

    /** Adds the next picture. */
    public void add(Graph graph) {
        pictures++;
        if (graph.nodes().size() > MAX_NODES) return;
        last = new Expression(graph);
        hasGradients |= Arrays.stream(last.held()).anyMatch(g -> g != 0);
        if (states.isEmpty()) {
            List<String> lines = List.of("The expression, before any gradient.");
            add(last.data(), new double[last.size()], List.of(), List.of(), lines);
        }
        Motion.State before = states.get(states.size() - 1);
        if (!Arrays.equals(before.data(), last.data())) {
            newData(last, before);
        } else {
            newGradients(last, before);
        }
    }

    /** Whether the motion shows more than the pictures one by one. */
    public boolean moves() {
        return pictures > 1 && hasGradients && states.size() > 2;
    }

    /** All pictures so far as a motion. Call it only if {@link #moves} is true. */
    public Motion motion() {
        String root = last.name(last.root());
        return new Motion("Gradients in motion: " + root, List.of(new Motion.Lane(root, last, states)), steps, 0);
    }

    private void newData(Expression e, Motion.State before) {
        double[] old = before.data();
        List<Integer> changed = IntStream.range(0, e.size()).filter(i -> old[i] != e.data(i)).boxed().toList();
        List<String> numbers = changed.stream()
                .map(i -> e.name(i) + " " + Numbers.text(old[i]) + " → " + Numbers.text(e.data(i))).toList();
        List<String> lines = new ArrayList<>(List.of("New data: " + String.join(", ", numbers)));
        List<String> zeroed = IntStream.range(0, e.size()).filter(i -> before.grads()[i] != 0 && e.held(i) == 0)
                .mapToObj(e::name).toList();
        if (!zeroed.isEmpty()) lines.add("With gradient 0 again: " + String.join(", ", zeroed) + ".");
        add(e.data(), e.held(), changed, List.of(), lines);
    }

    private void newGradients(Expression e, Motion.State before) {
        double[] grads = before.grads().clone();
        List<Integer> wrong = new ArrayList<>(before.wrong());
        for (int node = e.root(); node >= 0; node--) {
            double old = grads[node], held = e.held(node);
            if (Double.compare(old, held) == 0) continue;
            grads[node] = held;
            wrong.remove((Integer) node);
            List<String> lines = new ArrayList<>(Reasons.of(e, node, e.held()));
            ChainRule rule = new ChainRule(e, node, e.held());
            double right = rule.gradient(), size = rule.size();
            if (Double.isNaN(right)) {
                lines = List.of(e.grad(node) + " is " + Numbers.text(held) + ".");
            } else if (held == 0 && right != 0) {
                lines = List.of(e.grad(node) + " is back at 0.");
            } else if (old != 0 && ChainRule.near(held, old + right, size)) {
                lines.add("It is added to the " + Numbers.text(old) + " that was there: " + Numbers.text(held) + ".");
            } else if (!ChainRule.near(held, right, size)) {
                wrong.add(node);
                lines.add(1, "But " + e.grad(node) + " holds " + Numbers.text(held) + ": that is wrong.");
            }
            add(e.data(), grads.clone(), List.of(node), List.copyOf(wrong), lines);
        }
    }

    private void add(double[] data, double[] grads, List<Integer> changed, List<Integer> wrong, List<String> lines) {
        states.add(new Motion.State(data, grads, changed, wrong));
        steps.add(lines);
    }
}
