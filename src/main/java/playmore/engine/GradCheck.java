package playmore.engine;

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
 */
public record GradCheck(String label, double data, double grad, double bump) {

    private static final double STEP = 1e-5;

    /**
     * Checks the gradient of every leaf under {@code root}, as the leaves hold it now: call
     * {@code backward()} first. Nothing is changed. Lecture 0:32:10.
     */
    public static List<GradCheck> of(Value root) {
        Tape tape = new Tape(root);
        return tape.leaves().stream()
                .map(leaf -> new GradCheck(leaf.label, leaf.data, leaf.grad, slope(tape, leaf)))
                .toList();
    }

    private static double slope(Tape tape, Value leaf) {
        double data = leaf.data;
        double h = STEP * Math.max(1, Math.abs(data));
        try {
            leaf.data = data + h;
            double up = tape.forward();
            leaf.data = data - h;
            double down = tape.forward();
            return (up - down) / (2 * h);
        } finally {
            leaf.data = data;
        }
    }

    /** How far the gradient is from the slope, next to their size: 0 is perfect, below 1e-6 is right. */
    public double error() {
        return Math.abs(grad - bump) / Math.max(1, Math.max(Math.abs(grad), Math.abs(bump)));
    }
}
