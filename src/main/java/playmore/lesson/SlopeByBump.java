package playmore.lesson;

import static playmore.lesson.Numbers.text;

import java.util.function.DoubleUnaryOperator;

/** Exercises 2 and 3: the slope of any function by a bump, on one side and on both. */
public final class SlopeByBump {

    private static final DoubleUnaryOperator CUBE = x -> x * x * x;
    private static final double AT = 2;
    private static final double SLOPE = 12;     // 3x²

    /** The learner's slope of f at x, with a bump of h. */
    @FunctionalInterface
    public interface Slope {
        double of(DoubleUnaryOperator f, double x, double h);
    }

    private SlopeByBump() {}

    /** Checks the slope of x³ at 2; to bump on one side is enough. */
    public static Verdict check(Slope slope) {
        return check(slope, false);
    }

    /** The same; both sides are wanted. */
    public static Verdict checkSymmetric(Slope slope) {
        return check(slope, true);
    }

    private static Verdict check(Slope slope, boolean bothSides) {
        double h = 1e-3;
        double given = slope.of(CUBE, AT, h);
        if (Double.isNaN(given)) {
            return Verdict.notYet(bothSides
                    ? "bump x up and down. How far apart are the two places?"
                    : "how much does f(x) grow if x grows by h? And for each 1 of x?");
        }
        String finding = "for x³ at 2, where the slope is 12, it gives " + text(given) + ".";
        double error = Math.abs(given - SLOPE);
        if (error > 0.1) return Verdict.wrong(finding, cause(given, h));
        if (Math.abs(slope.of(StrictMath::exp, 0, h) - 1) > 0.1) {
            return Verdict.wrong("for eˣ at 0, where the slope is 1, it gives " + text(slope.of(StrictMath::exp, 0, h)) + ".",
                    "It has to measure f, whatever f is.");
        }
        // A tenth of the bump: on one side a tenth of the error is left, on both sides a hundredth.
        boolean onOneSide = error < 30 * Math.abs(slope.of(CUBE, AT, h / 10) - SLOPE);
        if (bothSides && onOneSide) {
            return Verdict.wrong(finding, "That is a bump on one side: its error shrinks only as fast as h. Take f(x − h), too.");
        }
        return Verdict.right(onOneSide ? "with a tenth of h, a tenth of the error is left."
                : "with a tenth of h, only a hundredth of the error is left.");
    }

    private static String cause(double given, double h) {
        if (near(given, SLOPE * h) || near(given, 2 * SLOPE * h)) return "That is the rise. Divide it by the run.";
        if (near(given, -SLOPE)) return "The sign is the other way round: first where x is larger, minus where it is smaller.";
        if (near(given, 2 * SLOPE)) return "The two places are 2h apart, not h.";
        if (near(given, SLOPE / 2)) return "The two places are h apart, not 2h.";
        if (near(given, SLOPE * h * h)) return "That multiplies by h. Divide; and mind that a / 2 * h is not a / (2 * h).";
        return "Rise over run: (what f is there − what f is here) / how far there is from here.";
    }

    private static boolean near(double given, double expected) {
        return Math.abs(given - expected) < 0.01 * Math.abs(expected);
    }
}
