package playmore.lesson;

import static playmore.explain.Numbers.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import playmore.engine.Slope;

/** Exercises 2 and 3: the slope of any function, measured by a bump on one side and on both sides. */
public final class SlopeByBump {

    private static final double H = 1e-3;

    /** The learner's method: the slope of f at x, measured with a bump of h. */
    @FunctionalInterface
    public interface Answer {
        double of(DoubleUnaryOperator f, double x, double h);
    }

    /** A function whose slope at one place is known. */
    private record Known(String name, DoubleUnaryOperator f, double at, double slope) {}

    private static final List<Known> FUNCTIONS = List.of(
        new Known("x³ at 2", x -> x * x * x, 2, 12),
        new Known("eˣ at 0", StrictMath::exp, 0, 1),
        new Known("1/x at 0.5", x -> 1 / x, 0.5, -4));

    /** The values from which an answer computes the slope: f at x, x + h, x − h and h. */
    private record Bump(double here, double up, double down, double atH, double x, double h) {

        static Bump of(Known known) {
            double x = known.at;
            DoubleUnaryOperator f = known.f;
            return new Bump(f.applyAsDouble(x), f.applyAsDouble(x + H), f.applyAsDouble(x - H), f.applyAsDouble(H),
                    x, H);
        }
    }

    private static final List<Slip<ToDoubleFunction<Bump>>> SLIPS = List.of(
        Slip.of("That is the rise. Divide it by the run.", b -> b.up - b.here, b -> b.up - b.down),
        Slip.of("The sign is the other way round: first where x is larger, minus where it is smaller.",
            b -> (b.here - b.up) / b.h, b -> (b.down - b.here) / b.h, b -> (b.down - b.up) / (2 * b.h)),
        Slip.of("The two places are 2h apart, not h.", b -> (b.up - b.down) / b.h),
        Slip.of("The two places are h apart, not 2h.",
            b -> (b.up - b.here) / (2 * b.h), b -> (b.here - b.down) / (2 * b.h)),
        Slip.of("That multiplies by h, where it should divide.",
            b -> (b.up - b.here) * b.h, b -> (b.up - b.down) * 2 * b.h),
        Slip.of("Java reads a / 2 * h from the left, as (a / 2) · h; put brackets around 2 * h.",
            b -> (b.up - b.down) / 2 * b.h),
        Slip.of("Java divides before it subtracts, so only the second f is divided. Put brackets around the rise.",
            b -> b.up - b.here / b.h, b -> b.up - b.down / b.h,
            b -> b.up - b.down / (2 * b.h), b -> b.up - b.down / 2 * b.h),
        Slip.of("That is how high f is there. Wanted is how much higher it is than here, for each 1 of x.",
            b -> b.here, b -> b.up, b -> b.here / b.h, b -> b.up / b.h),
        Slip.of("How much f has grown is a difference, not a sum.",
            b -> (b.up + b.here) / b.h, b -> (b.up + b.down) / (2 * b.h)),
        Slip.of("That is run over rise, the wrong way up.", b -> b.h / (b.up - b.here), b -> 2 * b.h / (b.up - b.down)),
        Slip.of("The run is how far there is from here, h; not x.", b -> (b.up - b.here) / b.x),
        Slip.of("f is to be asked at x + h, not at h.", b -> (b.atH - b.here) / b.h),
        Slip.of("f is to be asked at x, not at h.", b -> (b.up - b.atH) / b.h),
        Slip.of("f(x) + h is not f(x + h): it is x that grows by h, and f shows by how much it follows.", b -> 1),
        Slip.of("Between a place and itself there is no rise: ask f at x + h, too.", b -> 0));

    private SlopeByBump() {}

    /** Checks the method on three functions. A bump on one side is enough. */
    public static Verdict check(Answer slope) {
        return Verdict.of(() -> check(slope, false));
    }

    /** Checks the method on three functions. It must bump x up and down. */
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
        // With a tenth of h, a bump on one side leaves a tenth of the error, a bump on both sides a hundredth.
        Known cube = FUNCTIONS.get(0);
        double given = slope.of(cube.f, cube.at, H), finer = slope.of(cube.f, cube.at, H / 10);
        double left = Math.abs(finer - cube.slope) / Math.abs(given - cube.slope);
        if (left > 0.3) {
            return Verdict.wrong(finding(cube, given).replaceFirst("\\.$", "") + ", and with a tenth of h "
                    + text(finer, cube.slope) + ".",
                    "The error does not shrink with h. Is the bump h, or a number of its own?");
        }
        boolean asksBelow = asked(slope).stream().anyMatch(x -> x < cube.at);
        boolean asksAbove = asked(slope).stream().anyMatch(x -> x > cube.at);
        if (bothSides && !(asksBelow && asksAbove)) {
            return Verdict.wrong(finding(cube, given), "That is a bump on one side: its error shrinks only as fast as"
                    + " h. Take f(x " + (asksBelow ? "+" : "−") + " h), too.");
        }
        if (bothSides && left > 0.03) {
            return Verdict.wrong(finding(cube, given), "Its error shrinks only as fast as h."
                    + " Are the two places as far from x, one above and one below?");
        }
        return Verdict.right(left > 0.03 ? "with a tenth of h, a tenth of the error is left."
                : "with a tenth of h, only a hundredth of the error is left.");
    }

    private static String finding(Known known, double given) {
        return "for " + known.name + ", where the slope is " + text(known.slope)
                + ", it gives " + text(given, known.slope) + ".";
    }

    private static String cause(Answer slope, Known wrong) {
        return Slip.hint(SLIPS, formula -> FUNCTIONS.stream().allMatch(known ->
                near(slope.of(known.f, known.at, H), formula.applyAsDouble(Bump.of(known)), 1e-9)))
                .orElse(wrong == FUNCTIONS.get(0)
                        ? "Rise over run: (what f is there − what f is here) / how far there is from here."
                        : "It has to measure f, whatever f is.");
    }

    /** The places at which the method calls f. */
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
