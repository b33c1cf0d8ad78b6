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
 * A training, shot step by step, to be played back: the loss, what the network says of its examples, the plane
 * behind them where they lie in one, the parameters as they move.
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
 * A shot keeps no more than the loss and the parameters; the page computes the rest from them as it plays.
 */
public final class Film {

    /** What answers: {@code n::predict}, of the engine's MLP or of one's own. */
    @FunctionalInterface
    public interface Model {
        Node predict(double... x);
    }

    private record Shot(double loss, double[] parameters) {}

    /** A film as the page takes it: where the inputs and the parameters are among the nodes; a frame is the number of its shot. */
    private record Reel(String label, double[][] xs, double[] ys, List<Live.Item> nodes, int[][] inputs, int[] parameters,
            List<String> losses, List<Integer> frames, String weights) {}

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
     * A film of the training of {@code n}, without shots so far.
     *
     * @param xs the examples, each its inputs
     * @param ys what the network should answer to each
     * @throws IllegalArgumentException if there are not as many answers as examples, or none, or not all have as many
     *     inputs as the network, all finite
     */
    public static Film film(MLP n, double[][] xs, double[] ys) {
        return film(n == null ? null : n::predict, n == null ? null : n.parameters(), xs, ys);
    }

    /** The same of a network of one's own: {@code film(n::predict, n.parameters(), xs, ys)}. */
    public static Film film(Model model, List<? extends Node> parameters, double[][] xs, double[] ys) {
        if (model == null || parameters == null || parameters.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("A film needs a network and its parameters, and one of them is null");
        }
        if (xs == null || ys == null || xs.length == 0 || xs.length != ys.length) {
            throw new IllegalArgumentException("A film needs examples, and an answer to each: here are " + MotionPage.mismatch("example", xs, ys));
        }
        for (int i = 0; i < xs.length; i++) {
            if (xs[i] == null || xs[i].length != xs[0].length || !DoubleStream.of(xs[i]).allMatch(Double::isFinite) || !Double.isFinite(ys[i])) {
                throw new IllegalArgumentException("All examples have as many inputs, and all numbers are finite; example " + i + " is "
                        + Arrays.toString(xs[i]) + ", and its answer " + ys[i]);
            }
        }
        if (model.predict(xs[0].clone()) == null) {    // which refuses what has another number of inputs
            throw new IllegalArgumentException("A film needs a network that answers, and what this one predicts is null");
        }
        return new Film(model, parameters, Arrays.stream(xs).map(double[]::clone).toArray(double[][]::new), ys.clone());
    }

    /** Names this film and returns it, so that two can be told apart. */
    public Film label(String label) {
        this.label = label == null ? "" : label;
        return this;
    }

    /** Takes down the loss, and the parameters that it was computed from. */
    public void shot(Node loss) {
        if (loss == null) throw new IllegalArgumentException("A shot needs the loss, and it is null");
        shots.add(new Shot(loss.view().data(), parameters.stream().mapToDouble(p -> p.view().data()).toArray()));
    }

    /**
     * Writes a page that plays the film. It is one file that needs no network.
     *
     * @throws IllegalStateException if there is no shot
     * @throws IllegalArgumentException if the page cannot compute what the network does: it has an operation that is
     *     not known here, or computes something from its inputs outside of the expression
     */
    public Page show() {
        return show(List.of(this));
    }

    /** Writes a page that plays both, side by side. */
    public Page show(Film other) {
        if (other == null) throw new IllegalArgumentException("There is no other film: it is null");
        return show(List.of(this, other));
    }

    /** For the prompt. */
    @Override
    public String toString() {
        return "Film(" + (label.isBlank() ? "" : label + ", ") + shots.size() + (shots.size() == 1 ? " shot)" : " shots)");
    }

    private static Page show(List<Film> films) {
        List<Reel> reels = films.stream().map(Film::reel).toList();
        String labels = String.join(" and ", films.stream().map(film -> film.label).filter(label -> !label.isBlank()).toList());
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

    /** Numbers that no network has by chance. */
    private double[] probe(int seed) {
        return IntStream.range(0, xs[0].length).mapToDouble(k -> Math.sqrt(seed + 10 * k) / 3).toArray();
    }

    /** Where the parameters are in the expression; -1 for one that is not. */
    private int[] places(Graph graph) {
        Map<Node, Integer> places = new IdentityHashMap<>();
        for (int i = 0; i < graph.nodes().size(); i++) places.put(graph.origins().get(i), i);
        int[] where = parameters.stream().mapToInt(p -> places.getOrDefault(p, -1)).toArray();
        if (IntStream.of(where).allMatch(place -> place < 0)) {
            throw new IllegalArgumentException("None of the film's parameters is in what its network computes: are they those of another network?");
        }
        return where;
    }

    /** Where each input is in the expression: the leaves that take on its numbers. */
    private static int[][] inputs(Graph graph, double[] one, Graph again, double[] other) {
        List<Graph.Item> first = graph.nodes(), second = again.nodes();
        boolean same = first.size() == second.size() && IntStream.range(0, first.size()).allMatch(i ->
                first.get(i).op().equals(second.get(i).op()) && first.get(i).children().equals(second.get(i).children())
                        && (!first.get(i).isLeaf() || Double.compare(first.get(i).data(), second.get(i).data()) == 0 || input(first.get(i), one) >= 0
                                && input(first.get(i), one) == input(second.get(i), other)));
        if (!same) {
            throw new IllegalArgumentException("The network makes something of its inputs that is not in the expression, so the film cannot compute it");
        }
        return IntStream.range(0, one.length).mapToObj(k -> IntStream.range(0, first.size())
                .filter(i -> first.get(i).isLeaf() && input(first.get(i), one) == k && input(second.get(i), other) == k).toArray())
                .toArray(int[][]::new);
    }

    private static int input(Graph.Item leaf, double[] inputs) {
        return IntStream.range(0, inputs.length).filter(k -> inputs[k] == leaf.data()).findFirst().orElse(-1);
    }

    /** The parameters of these shots, as numbers of 32 bits in base 64. */
    private String weights(List<Integer> frames) {
        ByteBuffer buffer = ByteBuffer.allocate(4 * frames.size() * parameters.size()).order(ByteOrder.LITTLE_ENDIAN);
        for (int frame : frames) {
            for (double parameter : shots.get(frame).parameters) buffer.putFloat((float) parameter);
        }
        return Base64.getEncoder().encodeToString(buffer.array());
    }
}
