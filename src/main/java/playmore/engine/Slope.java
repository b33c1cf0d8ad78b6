package playmore.engine;

import java.util.function.DoubleUnaryOperator;

/**
 * The slope of a function at one point, measured by bumping its input a little up and a little down.
 *
 * @param value (f(x+h) - f(x-h)) / 2h; NaN if f is not a number on one side
 * @param noise the largest error to expect: h is not infinitely small, f is rounded, and f may have a corner at x
 */
public record Slope(double value, double noise) {

    private static final double STEP = 1e-5, FINER = 10;
    private static final double ENOUGH = 1e-7;      // noise below this fraction of the slope need not be reduced

    /** Measures the slope of {@code f} at {@code x}, with a smaller step near a corner or a pole. */
    public static Slope of(DoubleUnaryOperator f, double x) {
        double h = STEP * Math.max(1, Math.abs(x)), here = f.applyAsDouble(x);
        Slope best = null;
        for (int k = 0; k < 5; k++) {
            double up = f.applyAsDouble(x + h), down = f.applyAsDouble(x - h), value = (up - down) / (2 * h);
            double upper = f.applyAsDouble(x + h / FINER), lower = f.applyAsDouble(x - h / FINER);
            double finer = (upper - lower) / (2 * h / FINER);
            double rounding = 4 * Math.ulp(Math.max(Math.abs(up), Math.abs(down))) / h;
            // How much the slopes on the two sides differ. At a corner a finer step does not reduce the difference,
            // and any slope between the two is right.
            double bend = Math.abs(up - 2 * here + down) / h;
            double finerBend = Math.abs(upper - 2 * here + lower) / h * FINER;
            double corner = finerBend > bend / 2 && finerBend > 2 * FINER * rounding ? 0.51 * finerBend : 0;
            Slope slope = new Slope(value, 2 * Math.abs(value - finer) + rounding + corner);
            if (best == null || !(slope.noise >= best.noise)) best = slope;
            if (slope.noise <= ENOUGH * Math.abs(value) || slope.noise <= 2 * rounding) break;
            h /= FINER;
        }
        return best;
    }

    /** Whether {@code gradient} agrees with this slope. Every gradient does if there is no slope, as for √0. */
    public boolean is(double gradient) {
        return Double.isNaN(value) || near(gradient, value, 1e-6, noise);
    }

    /**
     * Whether two numbers differ by at most the fraction {@code part} of the larger one plus {@code allowed}.
     * An infinity or NaN is near only to itself.
     */
    public static boolean near(double a, double b, double part, double allowed) {
        if (a == b || Double.isNaN(a) && Double.isNaN(b)) return true;
        double difference = Math.abs(a - b);
        return difference < Double.POSITIVE_INFINITY
                && difference <= part * Math.max(Math.abs(a), Math.abs(b)) + allowed;
    }
}
