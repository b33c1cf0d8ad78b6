package playmore.lesson;

import playmore.engine.Rng;

/**
 * Two half moons in the plane, one opening down and one up, each reaching into the other: no straight
 * line parts them.
 *
 * <p>The same shape as scikit-learn's {@code make_moons}, which micrograd's demo learns; chapter 20
 * makes it step by step. Lecture 2:16:46.
 */
public final class Moons {

    /** The points, each its two coordinates: {@code xs[i][0]} and {@code xs[i][1]}. */
    public final double[][] xs;

    /** Which moon each point is on: -1 the upper, which opens down; 1 the lower, which opens up. */
    public final double[] ys;

    /**
     * {@code n} points, by turns on the upper moon and on the lower, evenly spaced along each.
     *
     * @param noise how far a point is thrown off its moon: the standard deviation in each direction
     * @throws IllegalArgumentException if {@code n} is odd or less than 4, or the noise negative or infinite
     */
    public Moons(int n, double noise) {
        if (n < 4 || n % 2 != 0) throw new IllegalArgumentException("n must be even and at least 4, got " + n);
        if (!(noise >= 0 && noise < Double.POSITIVE_INFINITY)) throw new IllegalArgumentException("noise must be a number from 0 on, got " + noise);
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

    /** For the prompt. */
    @Override
    public String toString() {
        return "Moons(" + ys.length + " points)";
    }
}
