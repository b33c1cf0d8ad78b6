package playmore.exercise;

import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/** What all checks agree on: how to measure, when two numbers are the same, and how to write one. */
final class Numbers {

    private static final double STEP = 1e-5;
    private static final double TOLERANCE = 1e-6;

    private Numbers() {}

    /** The slope of f at x, by symmetric bump. */
    static double slope(DoubleUnaryOperator f, double x) {
        double h = STEP * Math.max(1, Math.abs(x));
        return (f.applyAsDouble(x + h) - f.applyAsDouble(x - h)) / (2 * h);
    }

    static boolean same(double a, double b) {
        return Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.max(Math.abs(a), Math.abs(b)));
    }

    static String text(double number) {
        return String.format(Locale.ROOT, "%.4f", number);
    }
}
