package playmore.lesson;

import playmore.engine.Rng;

/**
 * Two half moons in the plane. One opens down and one opens up, and each reaches into the other, so no straight line
 * separates them.
 *
 * <p>They have the shape of scikit-learn's {@code make_moons}, which micrograd's demo uses. Chapter 20 makes them
 * step by step. Lecture 2:16:46.
 */
public final class Moons {

    /** The points: {@code xs[i][0]} and {@code xs[i][1]} are the coordinates of point {@code i}. */
    public final double[][] xs;

    /** The moon of each point: -1 for the upper one, which opens down; 1 for the lower one, which opens up. */
    public final double[] ys;

    /**
     * Makes {@code n} points, alternately on the upper and on the lower moon, evenly spaced along each.
     *
     * @param noise the standard deviation of the random shift of each point, in each direction
     * @throws IllegalArgumentException if {@code n} is odd or less than 4, or the noise is negative or not finite
     */
    public Moons(int n, double noise) {
        if (n < 4 || n % 2 != 0) throw new IllegalArgumentException("n must be even and at least 4, got " + n);
        if (!(noise >= 0 && noise < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("noise must be a number from 0 on, got " + noise);
        }
        xs = new double[n][];
        ys = new double[n];
        for (int i = 0; i < n; i++) {
            boolean upper = i % 2 == 0;
            double angle = Math.PI * (i / 2) / (n / 2 - 1);
            double x = upper ? StrictMath.cos(angle) : 1 - StrictMath.cos(angle);
            double y = upper ? StrictMath.sin(angle) : 0.5 - StrictMath.sin(angle);
            xs[i] = new double[] {x + noise * Rng.gaussian(), y + noise * Rng.gaussian()};
            ys[i] = upper ? -1 : 1;
        }
    }

    /** The text that the prompt shows. */
    @Override
    public String toString() {
        return "Moons(" + ys.length + " points)";
    }
}
