package playmore.lesson;

import static playmore.explain.Numbers.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import playmore.engine.Slope;

/** Exercises 2 and 3: the slope of any function by a bump, on one side and on both. */
public final class SlopeByBump {

    private static final double H = 1e-3;

    /** The learner's slope of f at x, with a bump of h. */
    @FunctionalInterface
    public interface Answer {
        double of(DoubleUnaryOperator f, double x, double h);
    }

    /** A function whose slope at a place is known. */
    private record Known(String name, DoubleUnaryOperator f, double at, double slope) {}

    private static final List<Known> FUNCTIONS = List.of(
        new Known("x³ at 2", x -> x * x * x, 2, 12),
        new Known("eˣ at 0", StrictMath::exp, 0, 1),
        new Known("1/x at 0.5", x -> 1 / x, 0.5, -4));

    /** What an answer computes that has a well-known slip in it. */
    private record Slip(Answer answer, String told) {}

    private static final String
        RISE = "That is the rise. Divide it by the run.",
        SIGN = "The sign is the other way round: first where x is larger, minus where it is smaller.",
        TWO_H = "The two places are 2h apart, not h.",
        ONE_H = "The two places are h apart, not 2h.",
        TIMES = "That multiplies by h, where it should divide.",
        BRACKETS = "Java divides before it subtracts, so only the second f is divided. Put brackets around the rise.",
        HEIGHT = "That is how high f is there. Wanted is how much higher it is than here, for each 1 of x.",
        SUM = "How much f has grown is a difference, not a sum.";

    private static final List<Slip> SLIPS = List.of(
        new Slip((f, x, h) -> f(f, x + h) - f(f, x), RISE),
        new Slip((f, x, h) -> f(f, x + h) - f(f, x - h), RISE),
        new Slip((f, x, h) -> (f(f, x) - f(f, x + h)) / h, SIGN),
        new Slip((f, x, h) -> (f(f, x - h) - f(f, x)) / h, SIGN),
        new Slip((f, x, h) -> (f(f, x - h) - f(f, x + h)) / (2 * h), SIGN),
        new Slip((f, x, h) -> (f(f, x + h) - f(f, x - h)) / h, TWO_H),
        new Slip((f, x, h) -> (f(f, x + h) - f(f, x)) / (2 * h), ONE_H),
        new Slip((f, x, h) -> (f(f, x) - f(f, x - h)) / (2 * h), ONE_H),
        new Slip((f, x, h) -> (f(f, x + h) - f(f, x)) * h, TIMES),
        new Slip((f, x, h) -> (f(f, x + h) - f(f, x - h)) * 2 * h, TIMES),
        new Slip((f, x, h) -> (f(f, x + h) - f(f, x - h)) / 2 * h, "Java reads a / 2 * h from the left, as (a / 2) · h; put brackets around 2 * h."),
        new Slip((f, x, h) -> f(f, x + h) - f(f, x) / h, BRACKETS),
        new Slip((f, x, h) -> f(f, x + h) - f(f, x - h) / h, BRACKETS),
        new Slip((f, x, h) -> f(f, x + h) - f(f, x - h) / (2 * h), BRACKETS),
        new Slip((f, x, h) -> f(f, x + h) - f(f, x - h) / 2 * h, BRACKETS),
        new Slip((f, x, h) -> f(f, x), HEIGHT),
        new Slip((f, x, h) -> f(f, x + h), HEIGHT),
        new Slip((f, x, h) -> f(f, x) / h, HEIGHT),
        new Slip((f, x, h) -> f(f, x + h) / h, HEIGHT),
        new Slip((f, x, h) -> (f(f, x + h) + f(f, x)) / h, SUM),
        new Slip((f, x, h) -> (f(f, x + h) + f(f, x - h)) / (2 * h), SUM),
        new Slip((f, x, h) -> h / (f(f, x + h) - f(f, x)), "That is run over rise, the wrong way up."),
        new Slip((f, x, h) -> 2 * h / (f(f, x + h) - f(f, x - h)), "That is run over rise, the wrong way up."),
        new Slip((f, x, h) -> (f(f, x + h) - f(f, x)) / x, "The run is how far there is from here, h; not x."),
        new Slip((f, x, h) -> (f(f, h) - f(f, x)) / h, "f is to be asked at x + h, not at h."),
        new Slip((f, x, h) -> (f(f, x + h) - f(f, h)) / h, "f is to be asked at x, not at h."),
        new Slip((f, x, h) -> 1, "f(x) + h is not f(x + h): it is x that grows by h, and f shows by how much it follows."),
        new Slip((f, x, h) -> 0, "Between a place and itself there is no rise: ask f at x + h, too."));

    private SlopeByBump() {}

    private static double f(DoubleUnaryOperator f, double x) {
        return f.applyAsDouble(x);
    }

    /** Checks a slope on three functions; to bump on one side is enough. */
    public static Verdict check(Answer slope) {
        return Verdict.of(() -> check(slope, false));
    }

    /** Checks a slope on three functions; it is to bump x up and down. */
    public static Verdict checkSymmetric(Answer slope) {
        return Verdict.of(() -> check(slope, true));
    }

    private static Verdict check(Answer slope, boolean bothSides) {
        if (FUNCTIONS.stream().allMatch(known -> Double.isNaN(slope.of(known.f, known.at, H)))) {
            return Verdict.notYet(bothSides
                    ? "bump x up and down. How far apart are the two places?"
                    : "how much does f(x) grow if x grows by h? And for each 1 of x?");
        }
        for (Known known : FUNCTIONS) {
            double given = slope.of(known.f, known.at, H);
            if (!near(given, known.slope, 0.01)) return Verdict.wrong(finding(known, given), cause(slope, known));
        }
        // A tenth of the bump: on one side a tenth of the error is left, on both sides a hundredth.
        Known cube = FUNCTIONS.get(0);
        double given = slope.of(cube.f, cube.at, H), finer = slope.of(cube.f, cube.at, H / 10);
        double left = Math.abs(finer - cube.slope) / Math.abs(given - cube.slope);
        if (left > 0.3) {
            return Verdict.wrong(finding(cube, given).replaceFirst("\\.$", "") + ", and with a tenth of h "
                    + text(finer, cube.slope) + ".", "The error does not shrink with h. Is the bump h, or a number of its own?");
        }
        boolean asksBelow = asked(slope).stream().anyMatch(x -> x < cube.at), asksAbove = asked(slope).stream().anyMatch(x -> x > cube.at);
        if (bothSides && (left > 0.03 || !asksBelow || !asksAbove)) {
            return Verdict.wrong(finding(cube, given), !asksBelow || !asksAbove
                    ? "That is a bump on one side: its error shrinks only as fast as h. Take f(x " + (asksBelow ? "+" : "−") + " h), too."
                    : "Its error shrinks only as fast as h. Are the two places as far from x, one above and one below?");
        }
        return Verdict.right(left > 0.03 ? "with a tenth of h, a tenth of the error is left."
                : "with a tenth of h, only a hundredth of the error is left.");
    }

    private static String finding(Known known, double given) {
        return "for " + known.name + ", where the slope is " + text(known.slope) + ", it gives " + text(given, known.slope) + ".";
    }

    private static String cause(Answer slope, Known wrong) {
        for (Slip slip : SLIPS) {
            if (FUNCTIONS.stream().allMatch(known ->
                    near(slope.of(known.f, known.at, H), slip.answer.of(known.f, known.at, H), 1e-9))) return slip.told;
        }
        return wrong == FUNCTIONS.get(0) ? "Rise over run: (what f is there − what f is here) / how far there is from here."
                : "It has to measure f, whatever f is.";
    }

    /** Where the answer asks f. */
    private static List<Double> asked(Answer slope) {
        Known cube = FUNCTIONS.get(0);
        List<Double> asked = new ArrayList<>();
        slope.of(x -> {
            asked.add(x);
            return cube.f.applyAsDouble(x);
        }, cube.at, H);
        return asked;
    }

    private static boolean near(double given, double expected, double part) {
        return Slope.near(given, expected, part, 0);
    }
}
