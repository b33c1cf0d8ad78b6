package playmore.lesson;

import static playmore.lesson.Numbers.same;
import static playmore.lesson.Numbers.text;

import java.util.List;
import java.util.function.ToDoubleFunction;
import playmore.engine.Slope;

/** Exercise 1: the gradient of f(a, b, c) = a·b² + e⁻ᵃ − b/c, where a = 2, b = −3, c = 0.25. */
public final class GradientByHand {

    private static final double[] AT = {2, -3, 0.25};

    private record Term(String name, ToDoubleFunction<double[]> f) {

        /** What the term adds to the slope by input i. */
        double slope(int i) {
            return Slope.of(moved -> {
                double[] x = AT.clone();
                x[i] = moved;
                return f.applyAsDouble(x);
            }, AT[i]).value();
        }
    }

    private static final List<Term> TERMS = List.of(
        new Term("a·b²", x -> x[0] * x[1] * x[1]),
        new Term("e⁻ᵃ", x -> StrictMath.exp(-x[0])),
        new Term("−b/c", x -> -x[1] / x[2]));

    private GradientByHand() {}

    /**
     * Checks df/da, df/db and df/dc.
     *
     * @throws IllegalArgumentException if there are not three
     */
    public static Verdict check(double... gradient) {
        if (gradient.length != 3) {
            throw new IllegalArgumentException("The gradient has 3 numbers, df/da, df/db and df/dc; got " + gradient.length);
        }
        for (int i = 0; i < 3; i++) {
            if (Double.isNaN(gradient[i])) {
                return Verdict.notYet(name(i) + " is still blank. Take the terms one by one: how fast does each grow with "
                        + "abc".charAt(i) + "?");
            }
            if (!same(gradient[i], slope(i))) {
                return Verdict.wrong(name(i) + " is " + text(gradient[i]) + ", bumping measures " + text(slope(i)) + ".",
                        cause(i, gradient[i]));
            }
        }
        return Verdict.right("bumping measures the same three slopes.");
    }

    private static String cause(int i, double given) {
        for (int j = 0; j < 3; j++) {
            if (same(given, slope(j))) return "That is " + name(j) + ". The order is a, b, c.";
        }
        if (same(given, -slope(i))) return "The sign is the other way round.";
        for (Term term : TERMS) {
            double part = term.slope(i);
            if (same(part, 0)) continue;
            if (same(given, slope(i) - part)) return "The term " + term.name + " is forgotten.";
            if (same(given, slope(i) - 2 * part)) return "The sign of what comes of " + term.name + " is the other way round.";
            if (same(given, slope(i) - part / 2)) return "The term " + term.name + " is counted half: b² grows by 2b.";
        }
        return "Take the terms one by one: how fast does each grow with " + "abc".charAt(i) + "?";
    }

    private static double slope(int i) {
        return TERMS.stream().mapToDouble(term -> term.slope(i)).sum();
    }

    private static String name(int i) {
        return "df/d" + "abc".charAt(i);
    }
}
