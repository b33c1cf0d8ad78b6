package playmore.engine;

import java.util.function.DoubleUnaryOperator;

/**
 * The slope of a function, measured by bumping its input a little up and a little down.
 *
 * @param value (f(x+h) - f(x-h)) / 2h; NaN where f has no number on one side
 * @param noise how far off that may be, since h is not infinitely small, f is rounded, and may have a corner there
 */
public record Slope(double value, double noise) {

    private static final double STEP = 1e-5, FINER = 10;
    private static final double ENOUGH = 1e-7;      // of the slope: less noise need not be sought

    /** The slope of {@code f} at {@code x}. The step becomes finer where that makes the slope surer, as near a corner or a pole. */
    public static Slope of(DoubleUnaryOperator f, double x) {
        double h = STEP * Math.max(1, Math.abs(x)), here = f.applyAsDouble(x);
        Slope best = null;
        for (int k = 0; k < 5; k++) {
            double up = f.applyAsDouble(x + h), down = f.applyAsDouble(x - h), value = (up - down) / (2 * h);
            double upper = f.applyAsDouble(x + h / FINER), lower = f.applyAsDouble(x - h / FINER), finer = (upper - lower) / (2 * h / FINER);
            double rounding = 4 * Math.ulp(Math.max(Math.abs(up), Math.abs(down))) / h;
            // By so much the slopes on the two sides differ: at a corner also where h is finer, and any slope between them will do.
            double bend = Math.abs(up - 2 * here + down) / h, finerBend = Math.abs(upper - 2 * here + lower) / h * FINER;
            double corner = finerBend > bend / 2 && finerBend > 2 * FINER * rounding ? 0.51 * finerBend : 0;
            Slope slope = new Slope(value, 2 * Math.abs(value - finer) + rounding + corner);
            if (best == null || !(slope.noise >= best.noise)) best = slope;
            if (slope.noise <= ENOUGH * Math.abs(value) || slope.noise <= 2 * rounding) break;
            h /= FINER;
        }
        return best;
    }

    /** Whether a gradient is this slope. None is called wrong where there was none to measure, as beside the root of 0. */
    public boolean is(double gradient) {
        return Double.isNaN(value) || near(gradient, value, 1e-6, noise);
    }

    /**
     * Whether two numbers are the same, but for this part of the larger one and what is allowed
     * besides. Infinities and NaN are near to themselves alone.
     */
    public static boolean near(double a, double b, double part, double allowed) {
        if (a == b || Double.isNaN(a) && Double.isNaN(b)) return true;
        double difference = Math.abs(a - b);
        return difference < Double.POSITIVE_INFINITY
                && difference <= part * Math.max(Math.abs(a), Math.abs(b)) + allowed;
    }
}
