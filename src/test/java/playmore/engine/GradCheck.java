package playmore.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * One leaf's gradient beside the slope measured by bumping the leaf a little up and a little down.
 *
 * <pre>{@code
 * L.backward();
 * GradCheck.of(L);      // one GradCheck a leaf of L
 * }</pre>
 *
 * @param label the leaf's name
 * @param data the leaf's number
 * @param grad the gradient that the leaf holds
 * @param bump the measured slope, (f(x+h) - f(x-h)) / 2h
 * @param noise how far off the measured slope may be
 */
public record GradCheck(String label, double data, double grad, double bump, double noise) {

    /**
     * Checks the gradient of every leaf under {@code root}, as the leaves hold it now: call
     * {@code backward()} first. Nothing is changed. Lecture 0:32:10.
     */
    public static List<GradCheck> of(Value root) {
        Graph graph = Graph.of(root, Integer.MAX_VALUE);
        List<GradCheck> checks = new ArrayList<>();
        for (int i = 0; i < graph.nodes().size(); i++) {
            Graph.Item leaf = graph.nodes().get(i);
            if (!leaf.isLeaf()) continue;
            int place = i;
            Slope slope = Slope.of(data -> forward(graph, place, data), leaf.data());
            checks.add(new GradCheck(leaf.label(), leaf.data(), leaf.grad(), slope.value(), slope.noise()));
        }
        return checks;
    }

    /** The root, where one leaf has other data. */
    private static double forward(Graph graph, int leaf, double data) {
        double[] now = new double[graph.nodes().size()];
        for (int i = 0; i < now.length; i++) {
            Value v = (Value) graph.origins().get(i);
            List<Integer> operands = graph.nodes().get(i).children();
            now[i] = i == leaf ? data : v.isLeaf() ? v.data : v.operation().orElseThrow().forward(now[operands.get(0)],
                    operands.size() > 1 ? now[operands.get(1)] : v.exponent());
        }
        return now[now.length - 1];
    }

    /**
     * How far the gradient is from the slope beyond the noise, next to their size: 0 is perfect, below 1e-6
     * is right; NaN where there is no slope to measure, as for the root of 0.
     */
    public double error() {
        if (Slope.near(grad, bump, 0, noise)) return 0;
        if (Double.isNaN(bump)) return Double.NaN;
        double difference = Math.abs(grad - bump) - noise;
        return Double.isFinite(difference) ? difference / Math.max(Math.abs(grad), Math.abs(bump)) : Double.POSITIVE_INFINITY;
    }
}
