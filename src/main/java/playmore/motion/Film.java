package playmore.motion;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import playmore.engine.Graph;
import playmore.engine.MLP;
import playmore.engine.Node;
import playmore.explain.Expression;
import playmore.explain.LocalDerivative;
import playmore.output.Page;

/**
 * A recording of a training run, one shot per step. Its page plays back the loss, the network's answers to the
 * examples, the parameters and, if the examples are points of the plane, the network's answer everywhere in the
 * plane.
 *
 * <pre>{@code
 * var film = film(n, xs, ys);
 * for (int k = 0; k < 100; k++) {
 *     Value loss = lossOf(n);
 *     film.shot(loss);             // between forward and step
 *     ...
 * }
 * film.show()
 * }</pre>
 *
 * A shot records only the loss and the parameters. The page computes the rest from these.
 */
public final class Film {

    /** The network's answer to an example: {@code n::predict}, for the kit's MLP or the learner's own. */
    @FunctionalInterface
    public interface Model {
        Node predict(double... x);
    }

    private record Shot(double loss, double[] parameters) {}

    /**
     * The data of a film for the page's script.
     *
     * @param inputs for each input, the indices of its nodes
     * @param parameters for each parameter, the index of its node, or -1
     * @param frames the shots that the page shows; the losses are of all shots
     * @param weights the parameters at these shots, see {@link #weights}
     */
    private record Reel(String label, double[][] xs, double[] ys, List<Live.Item> nodes, int[][] inputs,
            int[] parameters, List<String> losses, List<Integer> frames, String weights) {}

    private static final int MOST_FRAMES = 200;

    private final Model model;
    private final List<? extends Node> parameters;
    private final double[][] xs;
    private final double[] ys;
    private final List<Shot> shots = new ArrayList<>();
    private String label = "";

    private Film(Model model, List<? extends Node> parameters, double[][] xs, double[] ys) {
        this.model = model;
        this.parameters = List.copyOf(parameters);
        this.xs = xs;
        this.ys = ys;
    }

    /**
     * A film of the training of {@code n}, without any shots yet.
     *
     * @param xs the inputs of each example
     * @param ys the right answer to each example
     * @throws IllegalArgumentException if there are no examples, the number of answers differs from the number of
     *     examples, an example does not have as many inputs as the network, or a number is not finite
     */
    public static Film film(MLP n, double[][] xs, double[] ys) {
        return film(n == null ? null : n::predict, n == null ? null : n.parameters(), xs, ys);
    }

    /** The same for a network of another class: {@code film(n::predict, n.parameters(), xs, ys)}. */
    public static Film film(Model model, List<? extends Node> parameters, double[][] xs, double[] ys) {
        if (model == null || parameters == null || parameters.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("A film needs a network and its parameters, and one of them is null");
        }
        if (xs == null || ys == null || xs.length == 0 || xs.length != ys.length) {
            throw new IllegalArgumentException("A film needs examples, and an answer to each: here are "
                    + MotionPage.mismatch("example", xs, ys));
        }
        for (int i = 0; i < xs.length; i++) {
            if (xs[i] == null || xs[i].length != xs[0].length
                    || !DoubleStream.of(xs[i]).allMatch(Double::isFinite) || !Double.isFinite(ys[i])) {
                throw new IllegalArgumentException("All examples have as many inputs, and all numbers are finite;"
                        + " example " + i + " is " + Arrays.toString(xs[i]) + ", and its answer " + ys[i]);
            }
        }
        if (model.predict(xs[0].clone()) == null) {    // predict itself rejects a wrong number of inputs
            throw new IllegalArgumentException("A film needs a network that answers, and what this one predicts is"
                    + " null");
        }
        return new Film(model, parameters, Arrays.stream(xs).map(double[]::clone).toArray(double[][]::new), ys.clone());
    }

    /** Names this film and returns it. The page of two films shows both names. */
    public Film label(String label) {
        this.label = label == null ? "" : label;
        return this;
    }

    /** Records the loss and the current parameters. Call it before the step that changes them. */
    public void shot(Node loss) {
        if (loss == null) throw new IllegalArgumentException("A shot needs the loss, and it is null");
        shots.add(new Shot(loss.view().data(), parameters.stream().mapToDouble(p -> p.view().data()).toArray()));
    }

    /**
     * Writes a page that plays the film. It is one file that works offline.
     *
     * @throws IllegalStateException if there is no shot
     * @throws IllegalArgumentException if the page cannot compute what the network computes: it has an operation that
     *     is unknown to the kit, or does something with its inputs outside the expression
     */
    public Page show() {
        return show(List.of(this));
    }

    /** Writes a page that plays both films, side by side. */
    public Page show(Film other) {
        if (other == null) throw new IllegalArgumentException("There is no other film: it is null");
        return show(List.of(this, other));
    }

    /** The text that the prompt shows. */
    @Override
    public String toString() {
        String count = shots.size() + (shots.size() == 1 ? " shot" : " shots");
        return "Film(" + (label.isBlank() ? "" : label + ", ") + count + ")";
    }

    private static Page show(List<Film> films) {
        List<Reel> reels = films.stream().map(Film::reel).toList();
        List<String> named = films.stream().map(film -> film.label).filter(label -> !label.isBlank()).toList();
        String labels = String.join(" and ", named);
        String title = labels.isEmpty() ? "Film of the training" : "Film, " + labels;
        return MotionPage.page(title, prefix -> MotionPage.figure("film", title, MotionPage.player(), reels));
    }

    private Reel reel() {
        if (shots.isEmpty()) {
            throw new IllegalStateException("The film has no shots: call film.shot(loss) in each step of the training");
        }
        double[] one = probe(2), other = probe(3);
        Graph graph = Graph.of(model.predict(one)), again = Graph.of(model.predict(other));
        Expression e = new Expression(graph);
        LocalDerivative.checkKnown(e);
        int last = shots.size() - 1, apart = last / MOST_FRAMES + 1;
        List<Integer> frames = IntStream.rangeClosed(0, last).filter(i -> i % apart == 0 || i == last).boxed().toList();
        return new Reel(label, xs, ys, Live.items(e), inputs(graph, one, again, other), places(graph),
                shots.stream().map(shot -> Double.toString(shot.loss)).toList(), frames, weights(frames));
    }

    /** Inputs that no leaf of a network equals by chance. */
    private double[] probe(int seed) {
        return IntStream.range(0, xs[0].length).mapToDouble(k -> Math.sqrt(seed + 10 * k) / 3).toArray();
    }

    /** For each parameter, the index of its node; -1 if it is not in the expression. */
    private int[] places(Graph graph) {
        Map<Node, Integer> places = new IdentityHashMap<>();
        for (int i = 0; i < graph.nodes().size(); i++) places.put(graph.origins().get(i), i);
        int[] where = parameters.stream().mapToInt(p -> places.getOrDefault(p, -1)).toArray();
        if (IntStream.of(where).allMatch(place -> place < 0)) {
            throw new IllegalArgumentException("None of the film's parameters is in what its network computes: are they"
                    + " those of another network?");
        }
        return where;
    }

    /**
     * For each input, the indices of its nodes. Those are the leaves that hold its number when the network is given the
     * inputs {@code one}, and again when it is given {@code other}.
     */
    private static int[][] inputs(Graph graph, double[] one, Graph again, double[] other) {
        List<Graph.Item> first = graph.nodes(), second = again.nodes();
        boolean same = first.size() == second.size() && IntStream.range(0, first.size()).allMatch(i ->
                first.get(i).op().equals(second.get(i).op()) && first.get(i).children().equals(second.get(i).children())
                        && (!first.get(i).isLeaf() || isSameLeaf(first.get(i), one, second.get(i), other)));
        if (!same) {
            throw new IllegalArgumentException("The network makes something of its inputs that is not in the"
                    + " expression, so the film cannot compute it");
        }
        return IntStream.range(0, one.length).mapToObj(k -> IntStream.range(0, first.size())
                .filter(i -> first.get(i).isLeaf() && input(first.get(i), one) == k && input(second.get(i), other) == k)
                .toArray()).toArray(int[][]::new);
    }

    /** Whether two leaves have the same number, or are the same input. */
    private static boolean isSameLeaf(Graph.Item leaf, double[] one, Graph.Item leafAgain, double[] other) {
        int input = input(leaf, one);
        return Double.compare(leaf.data(), leafAgain.data()) == 0 || input >= 0 && input == input(leafAgain, other);
    }

    private static int input(Graph.Item leaf, double[] inputs) {
        return IntStream.range(0, inputs.length).filter(k -> inputs[k] == leaf.data()).findFirst().orElse(-1);
    }

    /** The parameters at these shots, as 32-bit floats in base 64. */
    private String weights(List<Integer> frames) {
        ByteBuffer buffer = ByteBuffer.allocate(4 * frames.size() * parameters.size()).order(ByteOrder.LITTLE_ENDIAN);
        for (int frame : frames) {
            for (double parameter : shots.get(frame).parameters) buffer.putFloat((float) parameter);
        }
        return Base64.getEncoder().encodeToString(buffer.array());
    }
}
