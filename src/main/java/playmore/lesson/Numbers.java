package playmore.lesson;

import java.util.Locale;
import playmore.engine.Slope;

/** What all checks agree on: when two numbers are the same, and how to write one. */
final class Numbers {

    private static final double TOLERANCE = 1e-6;

    private Numbers() {}

    static boolean same(double a, double b) {
        return Slope.near(a, b, TOLERANCE, TOLERANCE * TOLERANCE);
    }

    static String text(double number) {
        return String.format(Locale.ROOT, "%.4f", number);
    }
}
