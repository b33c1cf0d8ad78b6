package playmore.lesson;

import static java.lang.StrictMath.exp;
import static java.lang.StrictMath.log;
import static playmore.explain.Numbers.text;
import static playmore.lesson.Verdict.same;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import playmore.engine.Slope;

/** Exercise 1: the gradient of f(a, b, c) = a·b² + e⁻ᵃ − b/c. */
public final class GradientByHand {

    /** The learner's formulas: df/da, df/db and df/dc. */
    @FunctionalInterface
    public interface Gradient {
        double[] at(double a, double b, double c);
    }

    @FunctionalInterface
    private interface Formula {
        double at(double a, double b, double c);

        default double at(double[] x) {
            return at(x[0], x[1], x[2]);
        }
    }

    private record Term(String name, Formula f) {

        /** The slope of the term with respect to input i. */
        double slope(int i, double[] at) {
            return Slope.of(moved -> {
                double[] x = at.clone();
                x[i] = moved;
                return f.at(x);
            }, at[i]).value();
        }
    }

    private static final Term AB2 = new Term("a·b²", (a, b, c) -> a * b * b);
    private static final Term EXP = new Term("e⁻ᵃ", (a, b, c) -> exp(-a));
    private static final Term QUOTIENT = new Term("−b/c", (a, b, c) -> -b / c);
    private static final List<Term> TERMS = List.of(AB2, EXP, QUOTIENT);

    /** Two places, because a wrong formula may happen to give the right number at one. */
    private static final double[][] PLACES = {{3, -5, 0.25}, {-0.7, 1.9, -1.3}};

    /** What answers take for the slope of one term with respect to one input. */
    private record Slips(char input, Term term, List<Slip<Formula>> slips) {

        @SafeVarargs
        static Slips of(char input, Term term, Slip<Formula>... slips) {
            return new Slips(input, term, List.of(slips));
        }
    }

    private static final List<Slips> SLIPS = List.of(
        Slips.of('a', AB2,
            Slip.of("a·b² itself is not its slope: if a grows by 1, by how much does a·b² grow?", AB2.f),
            Slip.of("That is how fast b² grows with b. Here a grows, and b stands still.", (a, b, c) -> 2 * b),
            Slip.of("2ab is how fast a·b² grows with b. Here a grows, and b stands still.", (a, b, c) -> 2 * a * b),
            Slip.of("The square of b² is lost.", (a, b, c) -> b)),
        Slips.of('a', EXP,
            Slip.of("The sign of what comes of e⁻ᵃ is the other way round: it shrinks as a grows.", EXP.f),
            Slip.of("e⁻ᵃ has become eᵃ.", (a, b, c) -> -exp(a), (a, b, c) -> exp(a)),
            Slip.of("e⁻ᵃ is times its exponent's slope, which is −1, not times −a.", (a, b, c) -> -a * exp(-a)),
            Slip.of("The rule for powers, k·xᵏ⁻¹, is for xᵏ; in e⁻ᵃ it is the exponent that grows.",
                (a, b, c) -> -a * exp(-a - 1))),
        Slips.of('b', AB2,
            Slip.of("The term a·b² is counted half: b² grows by 2b.", (a, b, c) -> a * b),
            Slip.of("The factor a of a·b² is lost: a times b² grows a times as fast as b².", (a, b, c) -> 2 * b),
            Slip.of("b² grows by 2b, not by 2: the faster, the larger b is.", (a, b, c) -> 2 * a),
            Slip.of("b² is how fast a·b² grows with a. Here b grows, and a stands still.", (a, b, c) -> b * b),
            Slip.of("a·b² itself is not its slope: how fast does b² grow with b?", AB2.f),
            Slip.of("One factor b too many: b² grows by 2b.", (a, b, c) -> 2 * a * b * b)),
        Slips.of('b', QUOTIENT,
            Slip.of("−b/c itself is not its slope: if b grows by 1, by how much does −b/c grow?", QUOTIENT.f),
            Slip.of("b is divided by c, not multiplied.", (a, b, c) -> -c),
            Slip.of("The c of −b/c is lost.", (a, b, c) -> -1),
            Slip.of("1/c² comes of c growing. Here b grows, and c stands still.", (a, b, c) -> -1 / (c * c)),
            Slip.of("b/c² is how fast −b/c grows with c. Here b grows, and c stands still.",
                (a, b, c) -> b / (c * c))),
        Slips.of('c', QUOTIENT,
            Slip.of("−b/c itself is not its slope: 1/c is c⁻¹, so by the rule for powers it grows by −c⁻².",
                QUOTIENT.f),
            Slip.of("1/c is c⁻¹; by the rule for powers the exponent becomes one less, −2.", (a, b, c) -> b / c),
            Slip.of("Java reads b / c * c from the left, as (b / c) · c; put brackets around c * c.", (a, b, c) -> b),
            Slip.of("−b/c does not grow by −b: c is in the denominator, c⁻¹.", (a, b, c) -> -b),
            Slip.of("That is how fast −b/c grows with b. Here c grows, and b stands still.", (a, b, c) -> -1 / c),
            Slip.of("The factor b of −b/c is lost.", (a, b, c) -> 1 / (c * c), (a, b, c) -> -1 / (c * c)),
            Slip.of("c² belongs under b, not beside it.", (a, b, c) -> b * c * c),
            Slip.of("That goes the other way: 1/c is the slope of the logarithm. Here the slope of 1/c is wanted.",
                (a, b, c) -> -b * log(Math.abs(c)))));

    private GradientByHand() {}

    /** Checks df/da, df/db and df/dc at two places, and says what is wrong with the first that is not right. */
    public static Verdict check(Gradient gradient) {
        return Verdict.of(() -> {
            double[][] given = new double[PLACES.length][];
            for (int k = 0; k < PLACES.length; k++) {
                given[k] = gradient.at(PLACES[k][0], PLACES[k][1], PLACES[k][2]);
                if (given[k] == null) {
                    return Verdict.wrong("the answer is null.",
                            "It is an array of three numbers, df/da, df/db and df/dc.");
                }
                if (given[k].length != 3) {
                    return Verdict.wrong("a gradient of f has 3 numbers, df/da, df/db and df/dc; this has "
                            + given[k].length + ".", "One for each input, 0 where f does not depend on it.");
                }
            }
            for (int i = 0; i < 3; i++) {
                double[] numbers = {given[0][i], given[1][i]};
                if (DoubleStream.of(numbers).allMatch(Double::isNaN)) {
                    return Verdict.notYet(name(i) + " is still blank. " + start(i));
                }
                for (int k = 0; k < PLACES.length; k++) {
                    double slope = slope(i, PLACES[k]);
                    if (!same(numbers[k], slope)) {
                        return Verdict.wrong(name(i) + " at " + place(k) + " is " + text(numbers[k], slope)
                                + ", bumping measures " + text(slope, numbers[k]) + ".", cause(i, numbers, k > 0));
                    }
                }
            }
            return Verdict.right("bumping measures the same three slopes.");
        });
    }

    private static String cause(int i, double[] given, boolean rightBefore) {
        if (is(given, at -> -slope(i, at))) return "The sign is the other way round.";
        for (int j = 0; j < 3; j++) {
            int other = j;
            if (is(given, at -> slope(other, at))) return "That is " + name(j) + ". The order is a, b, c.";
        }
        for (Slips common : SLIPS) {
            if (common.input != "abc".charAt(i)) continue;
            Optional<String> hint = Slip.hint(common.slips, formula ->
                    is(given, at -> slope(i, at) - common.term.slope(i, at) + formula.at(at)));
            if (hint.isPresent()) return hint.get();
        }
        for (Term term : TERMS) {
            if (term.slope(i, PLACES[0]) == 0) {
                if (is(given, at -> slope(i, at) + term.f.at(at))) {
                    return "The term " + term.name + " has no " + "abc".charAt(i) + " in it, so it does not grow.";
                }
            } else if (is(given, at -> slope(i, at) - term.slope(i, at))) {
                return "The term " + term.name + " is forgotten.";
            } else if (is(given, at -> slope(i, at) - 2 * term.slope(i, at))) {
                return "The sign of what comes of " + term.name + " is the other way round.";
            }
        }
        if (is(given, at -> TERMS.stream().mapToDouble(term -> term.f.at(at)).sum())) {
            return "That is f itself. " + start(i);
        }
        if (rightBefore) return "At " + place(0) + " it is right. Is there a number where a letter should be?";
        return start(i);
    }

    /** Whether the formula gives the learner's numbers at all places. */
    private static boolean is(double[] given, ToDoubleFunction<double[]> formula) {
        return IntStream.range(0, PLACES.length).allMatch(k -> same(given[k], formula.applyAsDouble(PLACES[k])));
    }

    private static String start(int i) {
        return "Take the terms one by one: how fast does each grow with " + "abc".charAt(i) + "?";
    }

    private static double slope(int i, double[] at) {
        return TERMS.stream().mapToDouble(term -> term.slope(i, at)).sum();
    }

    private static String name(int i) {
        return "df/d" + "abc".charAt(i);
    }

    private static String place(int k) {
        return "a = " + text(PLACES[k][0]) + ", b = " + text(PLACES[k][1]) + ", c = " + text(PLACES[k][2]);
    }
}
