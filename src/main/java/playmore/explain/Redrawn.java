package playmore.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import playmore.draw.Graph;

/**
 * The pictures that a chapter drew of one expression, as a motion: what changed from one to the next,
 * node by node, and the chain rule behind it. A gradient that the chain rule does not give is marked.
 */
public final class Redrawn {

    private final List<Motion.State> states = new ArrayList<>();
    private final List<List<String>> steps = new ArrayList<>();

    private Redrawn() {}

    /** Whether both show the same expression, whatever the numbers. */
    public static boolean sameExpression(Graph a, Graph b) {
        return a.nodes().size() == b.nodes().size() && IntStream.range(0, a.nodes().size()).allMatch(i -> {
            Graph.Item v = a.nodes().get(i), w = b.nodes().get(i);
            return v.label().equals(w.label()) && v.op().equals(w.op()) && v.children().equals(w.children());
        });
    }

    /** The motion through at least two pictures of the same expression, in the order they were drawn. */
    public static Motion motion(List<Graph> graphs) {
        Redrawn redrawn = new Redrawn();
        Expression last = null;
        for (Graph graph : graphs) {
            Expression e = new Expression(graph);
            redrawn.draw(e);
            last = e;
        }
        String root = last.name(last.root());
        return new Motion("Gradients in motion: " + root, List.of(new Motion.Lane(root, last, redrawn.states)),
                redrawn.steps, 0);
    }

    private void draw(Expression e) {
        if (states.isEmpty()) {
            add(e.data(), new double[e.size()], List.of(), List.of(), List.of("The expression, before any gradient."));
        }
        Motion.State before = states.get(states.size() - 1);
        if (!Arrays.equals(before.data(), e.data())) {
            newData(e, before);
        } else if (!Arrays.equals(before.grads(), e.held())) {
            newGradients(e, before);
        }
    }

    private void newData(Expression e, Motion.State before) {
        List<Integer> changed = IntStream.range(0, e.size()).filter(i -> before.data()[i] != e.data(i)).boxed().toList();
        String numbers = String.join(", ", changed.stream()
                .map(i -> e.name(i) + " " + Numbers.text(before.data()[i]) + " → " + Numbers.text(e.data(i))).toList());
        boolean zero = Arrays.stream(e.held()).allMatch(g -> g == 0);
        add(e.data(), e.held(), changed, List.of(), List.of("New data: " + numbers,
                zero ? "The expression was built anew, so its gradients are 0 again." : "The gradients are those of the new data."));
    }

    private void newGradients(Expression e, Motion.State before) {
        double[] grads = before.grads().clone();
        List<Integer> wrong = new ArrayList<>(before.wrong());
        for (int node = e.root(); node >= 0; node--) {
            double old = grads[node], held = e.held(node);
            if (Double.compare(old, held) == 0) continue;
            grads[node] = held;
            wrong.remove((Integer) node);
            List<String> lines = new ArrayList<>(Steps.of(e, node, e.held()));
            double right = new ChainRule(e, node, e.held()).gradient();
            if (Double.isNaN(right)) {
                lines = List.of(e.name(node) + ".grad is " + Numbers.text(held) + ".");
            } else if (held == 0 && right != 0) {
                lines = List.of(e.name(node) + ".grad is back at 0.");
            } else if (old != 0 && Numbers.near(held, old + right)) {
                lines.add("It is added to the " + Numbers.text(old) + " that was there: " + Numbers.text(held) + ".");
            } else if (!Numbers.near(held, right)) {
                wrong.add(node);
                lines.add(1, "But " + e.name(node) + ".grad holds " + Numbers.text(held) + ": that is wrong.");
            }
            add(e.data(), grads.clone(), List.of(node), List.copyOf(wrong), lines);
        }
    }

    private void add(double[] data, double[] grads, List<Integer> changed, List<Integer> wrong, List<String> lines) {
        states.add(new Motion.State(data, grads, changed, wrong));
        steps.add(lines);
    }
}
