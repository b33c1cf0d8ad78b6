package playmore.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import playmore.SystemOut;
import playmore.engine.Node;

/**
 * The checks of chapter 21 tell right from wrong: each typical mistake is named, and no answer ends in a stack
 * trace. The answers are those that a learner types there, in Java; {@link playmore.lecture.SolutionsTest} types
 * some. Not among them is one that runs for ever: it is the learner's Ctrl-C that ends it.
 */
class ExercisesTest {

    private static final double BLANK = Double.NaN;

    /** The class of chapter 21, as far as the answers need it. */
    private static final class Value implements Node {

        final double data;
        double grad;
        String label = "";
        final String op;
        final List<Value> children;
        Runnable backward = () -> {};

        Value(double data, String op, List<Value> children) {
            this.data = data;
            this.op = op;
            this.children = children;
        }

        Value(double data, String label) {
            this(data, "", List.of());
            this.label = label;
        }

        /** The result of two operands, with its local derivatives. */
        Value with(String op, Value other, double result, double slope, double otherSlope) {
            Value out = new Value(result, op, List.of(this, other));
            out.backward = () -> {
                grad += slope * out.grad;
                other.grad += otherSlope * out.grad;
            };
            return out;
        }

        Value to(String op, double result, double slope) {
            Value out = new Value(result, op, List.of(this));
            out.backward = () -> grad += slope * out.grad;
            return out;
        }

        Value add(Value other) { return with("+", other, data + other.data, 1, 1); }
        Value mul(Value other) { return with("*", other, data * other.data, other.data, data); }
        Value pow(double k)    { return to("**" + k, Math.pow(data, k), k * Math.pow(data, k - 1)); }
        Value exp()            { return to("exp", Math.exp(data), Math.exp(data)); }
        Value log()            { return to("log", Math.log(data), 1 / data); }
        Value tanh()           { return to("tanh", Math.tanh(data), 1 - Math.tanh(data) * Math.tanh(data)); }
        Value neg()            { return mul(new Value(-1, "")); }
        Value sub(Value other) { return add(other.neg()); }
        Value div(Value other) { return mul(other.pow(-1)); }
        Value div(double k)    { return mul(new Value(1 / k, "")); }

        Value label(String name) {
            label = name;
            return this;
        }

        Value walkBack() {
            List<Value> topo = new ArrayList<>();
            build(this, topo);
            grad = 1;
            for (int i = topo.size() - 1; i >= 0; i--) topo.get(i).backward.run();
            return this;
        }

        private static void build(Value v, List<Value> topo) {
            if (topo.contains(v)) return;
            for (Value child : v.children) build(child, topo);
            topo.add(v);
        }

        @Override
        public View view() {
            return new View(label, data, grad, op, children);
        }
    }

    /** The verdict begins with the first of these, and has the others in it; right is only what begins so. */
    private static void says(Verdict verdict, String begin, String... words) {
        assertTrue(verdict.message().startsWith(begin), () -> "\"" + begin + "\" begins: " + verdict);
        for (String word : words) assertTrue(verdict.message().contains(word), () -> "\"" + word + "\" in: " + verdict);
        assertEquals(begin.startsWith("Right: "), verdict.right(), verdict.message());
    }

    private interface Formula {
        double at(double a, double b, double c);
    }

    /** The right gradient, but for one of its formulas. */
    private static Verdict gradient(char input, Formula formula) {
        return GradientByHand.check((a, b, c) -> {
            double[] right = {b * b - Math.exp(-a), 2 * a * b - 1 / c, b / (c * c)};
            right["abc".indexOf(input)] = formula.at(a, b, c);
            return right;
        });
    }

    @Test
    void gradientByHand() {
        says(gradient('a', (a, b, c) -> b * b - Math.exp(-a)), "Right: bumping measures the same three slopes.");
        says(gradient('a', (a, b, c) -> BLANK), "Not yet: df/da is still blank. Take the terms one by one: how fast does each grow with a?");
        says(gradient('c', (a, b, c) -> BLANK), "Not yet: df/dc is still blank");
        says(GradientByHand.check((a, b, c) -> null), "Wrong: the answer is null.");
        says(GradientByHand.check((a, b, c) -> new double[] {b * b, 0}), "Wrong: a gradient of f has 3 numbers, df/da, df/db and df/dc; this has 2.");
        says(GradientByHand.check((a, b, c) -> new double[4]), "Wrong: a gradient of f has 3 numbers", "this has 4.");
        says(GradientByHand.check((a, b, c) -> { throw new IllegalStateException("not mine"); }), "Wrong: the answer stops with IllegalStateException: not mine.");
        says(GradientByHand.check((a, b, c) -> new double[] {2 * a * b - 1 / c, b * b - Math.exp(-a), b / (c * c)}),
                "Wrong: df/da at a = 3, b = −5, c = 0.25 is −34, bumping measures 24.95.", "That is df/db. The order is a, b, c.");
        says(gradient('a', (a, b, c) -> b * b), "Wrong: df/da", "The term e⁻ᵃ is forgotten.");
        says(gradient('a', (a, b, c) -> -Math.exp(-a)), "Wrong: df/da", "The term a·b² is forgotten.");
        says(gradient('a', (a, b, c) -> b * b + Math.exp(-a)), "Wrong: df/da", "The sign of what comes of e⁻ᵃ");
        says(gradient('a', (a, b, c) -> b * b - Math.exp(a)), "Wrong: df/da", "e⁻ᵃ has become eᵃ.");
        says(gradient('a', (a, b, c) -> b * b - a * Math.exp(-a - 1)), "Wrong: df/da", "The rule for powers");
        says(gradient('a', (a, b, c) -> a * b * b - Math.exp(-a)), "Wrong: df/da", "a·b² itself is not its slope");
        says(gradient('a', (a, b, c) -> 2 * a * b - Math.exp(-a)), "Wrong: df/da", "2ab is how fast a·b² grows with b.");
        says(gradient('a', (a, b, c) -> b * b - Math.exp(-a) - b / c), "Wrong: df/da", "The term −b/c has no a in it");
        says(gradient('a', (a, b, c) -> a * b * b + Math.exp(-a) - b / c), "Wrong: df/da", "That is f itself.");
        says(gradient('a', (a, b, c) -> 25 - Math.exp(-a)), "Wrong: df/da at a = −0.7", "At a = 3, b = −5, c = 0.25 it is right.", "a number where a letter should be?");
        says(gradient('a', (a, b, c) -> Math.sqrt(a)), "Wrong: df/da", "how fast does each grow with a?");
        says(gradient('a', (a, b, c) -> a / 0), "Wrong: df/da at a = 3, b = −5, c = 0.25 is ∞");
        says(gradient('b', (a, b, c) -> a * b - 1 / c), "Wrong: df/db", "The term a·b² is counted half: b² grows by 2b.");
        says(gradient('b', (a, b, c) -> 2 * b - 1 / c), "Wrong: df/db", "The factor a of a·b² is lost");
        says(gradient('b', (a, b, c) -> 2 * a - 1 / c), "Wrong: df/db", "b² grows by 2b, not by 2");
        says(gradient('b', (a, b, c) -> 2 * a * b), "Wrong: df/db", "The term −b/c is forgotten.");
        says(gradient('b', (a, b, c) -> 2 * a * b + 1 / c), "Wrong: df/db", "The sign of what comes of −b/c is the other way round.");
        says(gradient('b', (a, b, c) -> 2 * a * b - b / c), "Wrong: df/db", "−b/c itself is not its slope");
        says(gradient('b', (a, b, c) -> 2 * a * b - c), "Wrong: df/db", "b is divided by c, not multiplied.");
        says(gradient('b', (a, b, c) -> 2 * a * b - 1 / (c * c)), "Wrong: df/db", "Here b grows, and c stands still.");
        says(gradient('b', (a, b, c) -> 2 * a * b - 1 / c + Math.exp(-a)), "Wrong: df/db", "The term e⁻ᵃ has no b in it");
        says(gradient('c', (a, b, c) -> -b / (c * c)), "Wrong: df/dc", "The sign is the other way round.");
        says(gradient('c', (a, b, c) -> b / c), "Wrong: df/dc", "the exponent becomes one less");
        says(gradient('c', (a, b, c) -> b / c * c), "Wrong: df/dc at a = 3, b = −5, c = 0.25 is −5, bumping measures −80.", "as (b / c) · c");
        says(gradient('c', (a, b, c) -> 1 / (c * c)), "Wrong: df/dc", "The factor b of −b/c is lost.");
        says(gradient('c', (a, b, c) -> -1 / c), "Wrong: df/dc", "That is how fast −b/c grows with b.");
        says(gradient('c', (a, b, c) -> 0), "Wrong: df/dc", "The term −b/c is forgotten.");
        says(gradient('c', (a, b, c) -> -79.9999), "Wrong: df/dc at a = 3, b = −5, c = 0.25 is −79.9999, bumping measures −80.");
    }

    private static double f(DoubleUnaryOperator f, double x) {
        return f.applyAsDouble(x);
    }

    /** What one bump answers, and both do. */
    private static void bothSay(SlopeByBump.Answer answer, String begin, String... words) {
        says(SlopeByBump.check(answer), begin, words);
        says(SlopeByBump.checkSymmetric(answer), begin, words);
    }

    @Test
    void slopeByBump() {
        says(SlopeByBump.check((f, x, h) -> BLANK), "Not yet: how much does f(x) grow");
        says(SlopeByBump.check((f, x, h) -> (f(f, x + h) - f(f, x)) / h), "Right: with a tenth of h, a tenth of the error is left.");
        says(SlopeByBump.check((f, x, h) -> (f(f, x) - f(f, x - h)) / h), "Right: with a tenth of h, a tenth of the error is left.");
        says(SlopeByBump.check((f, x, h) -> (f(f, x + h) - f(f, x - h)) / (2 * h)), "Right: with a tenth of h, only a hundredth of the error is left.");
        bothSay((f, x, h) -> (f(f, x + 1e-9) - f(f, x)) / 1e-9, "Wrong: for x³ at 2", "The error does not shrink with h. Is the bump h, or a number of its own?");
        bothSay((f, x, h) -> (f(f, x + 1e-5) - f(f, x - 1e-5)) / 2e-5, "Wrong: for x³ at 2", "Is the bump h");
        bothSay((f, x, h) -> (f(f, x + 1e-3) - f(f, x)) / 1e-3, "Wrong: for x³ at 2, where the slope is 12, it gives 12.006, and with a tenth of h 12.006.");
        bothSay((f, x, h) -> f(f, x + h) - f(f, x), "Wrong: for x³ at 2, where the slope is 12, it gives 0.012006.", "Divide it by the run.");
        bothSay((f, x, h) -> f(f, x + h) - f(f, x) / h, "Wrong: ", "Java divides before it subtracts");
        bothSay((f, x, h) -> f(f, x + h) - f(f, x - h) / (2 * h), "Wrong: ", "Java divides before it subtracts");
        bothSay((f, x, h) -> (f(f, x) - f(f, x + h)) / h, "Wrong: ", "The sign is the other way round");
        bothSay((f, x, h) -> (f(f, x - h) - f(f, x + h)) / (2 * h), "Wrong: ", "The sign is the other way round");
        bothSay((f, x, h) -> (f(f, x + h) - f(f, x)) * h, "Wrong: ", "That multiplies by h");
        bothSay((f, x, h) -> (f(f, x + h) - f(f, x - h)) / h, "Wrong: ", "The two places are 2h apart, not h.");
        bothSay((f, x, h) -> (f(f, x + h) - f(f, x)) / (2 * h), "Wrong: ", "The two places are h apart, not 2h.");
        bothSay((f, x, h) -> (f(f, x + h) - f(f, x - h)) / 2 * h, "Wrong: ", "as (a / 2) · h");
        bothSay((f, x, h) -> (f(f, x + h) + f(f, x)) / h, "Wrong: ", "a difference, not a sum");
        bothSay((f, x, h) -> f(f, x + h) / h, "Wrong: ", "how high f is there");
        bothSay((f, x, h) -> h / (f(f, x + h) - f(f, x)), "Wrong: ", "run over rise");
        bothSay((f, x, h) -> (f(f, x + h) - f(f, x)) / x, "Wrong: ", "h; not x");
        bothSay((f, x, h) -> (f(f, h) - f(f, x)) / h, "Wrong: ", "at x + h, not at h");
        bothSay((f, x, h) -> (f(f, x) + h - f(f, x)) / h, "Wrong: ", "f(x) + h is not f(x + h)");
        bothSay((f, x, h) -> (f(f, x) - f(f, x)) / h, "Wrong: ", "Between a place and itself");
        bothSay((f, x, h) -> 3 * x * x, "Wrong: for eˣ at 0, where the slope is 1, it gives 0.", "It has to measure f");
        bothSay((f, x, h) -> 12, "Wrong: for eˣ at 0", "It has to measure f");
        bothSay((f, x, h) -> f.applyAsDouble(x) * h + x, "Wrong: ", "Rise over run");
        bothSay((f, x, h) -> (f(f, x + h) - f(f, x)) / 0, "Wrong: for x³ at 2, where the slope is 12, it gives ∞.");
        bothSay((f, x, h) -> f(null, x), "Wrong: the answer stops with NullPointerException");
        bothSay(new SlopeByBump.Answer() {
            @Override
            public double of(DoubleUnaryOperator f, double x, double h) {
                return of(f, x, h) / h;
            }
        }, "Wrong: the answer never comes to an end");
    }

    @Test
    void symmetricSlope() {
        says(SlopeByBump.checkSymmetric((f, x, h) -> BLANK), "Not yet: bump x up and down.");
        says(SlopeByBump.checkSymmetric((f, x, h) -> (f(f, x + h) - f(f, x - h)) / (2 * h)), "Right: with a tenth of h, only a hundredth of the error is left.");
        says(SlopeByBump.checkSymmetric((f, x, h) -> ((f(f, x + h) - f(f, x)) / h + (f(f, x) - f(f, x - h)) / h) / 2), "Right: ");
        says(SlopeByBump.checkSymmetric((f, x, h) -> (f(f, x + h) - f(f, x)) / h), "Wrong: for x³ at 2", "a bump on one side", "Take f(x − h), too.");
        says(SlopeByBump.checkSymmetric((f, x, h) -> (f(f, x) - f(f, x - h)) / h), "Wrong: for x³ at 2", "a bump on one side", "Take f(x + h), too.");
        says(SlopeByBump.checkSymmetric((f, x, h) -> (f(f, x + h * h) - f(f, x)) / (h * h)), "Wrong: for x³ at 2", "a bump on one side");
        says(SlopeByBump.checkSymmetric((f, x, h) -> (f(f, x + h) - f(f, x - 2 * h)) / (3 * h)), "Wrong: for x³ at 2", "as far from x");
    }

    private static Verdict loss(Answer answer) {
        return NegativeLogLikelihood.check((number, numbers) -> {
            List<Value> logits = new ArrayList<>();
            for (double x : numbers) logits.add(new Value(x, "logit " + logits.size()));
            Value sum = new Value(0, "");
            for (Value logit : logits) sum = sum.add(logit.exp());
            Value loss = answer.of(logits, number, logits.get(number), sum);
            return loss == null ? null : loss.label("loss").walkBack();
        });
    }

    /** A loss of the logits and the answer's number; given the answer's logit, and the sum of the exps too. */
    private interface Answer {
        Value of(List<Value> logits, int number, Value logit, Value sum);
    }

    @Test
    void negativeLogLikelihood() {
        says(loss((logits, n, logit, sum) -> logit.exp().div(sum).log().neg()), "Right: the loss is 2.7023, and the gradient of each logit");
        says(loss((logits, n, logit, sum) -> sum.log().sub(logit)), "Right: ");
        says(loss((logits, n, logit, sum) -> new Value(BLANK, "")), "Not yet: the loss is still blank.");
        says(loss((logits, n, logit, sum) -> logit.exp().div(new Value(BLANK, ""))), "Not yet: the loss is still blank.");
        says(loss((logits, n, logit, sum) -> null), "Wrong: the loss is null.", "Return the Value");
        says(loss((logits, n, logit, sum) -> logits.get(4)), "Wrong: the answer stops with IndexOutOfBoundsException: Index 4 out of bounds for length 4.");
        says(loss((logits, n, logit, sum) -> logit.exp().div(sum)),
                "Wrong: the loss of logits [1.0, -2.0, 0.5, 3.0] is 0.067054 where the answer is number 2, and should be 2.7023.", "That is the probability of the answer.");
        says(loss((logits, n, logit, sum) -> logit.exp().div(sum).neg()), "Wrong: ", "minus the probability");
        says(loss((logits, n, logit, sum) -> logit.exp().div(sum).log()), "Wrong: ", "The minus is missing");
        says(loss((logits, n, logit, sum) -> logit.exp().log().neg()), "Wrong: ", "not divided by the sum");
        says(loss((logits, n, logit, sum) -> logit.exp()), "Wrong: ", "the exp of the answer's logit");
        says(loss((logits, n, logit, sum) -> logit), "Wrong: ", "the logit of the answer");
        says(loss((logits, n, logit, sum) -> sum), "Wrong: ", "the sum of the exps");
        says(loss((logits, n, logit, sum) -> sum.log()), "Wrong: ", "the logarithm of the sum alone");
        says(loss((logits, n, logit, sum) -> logit.exp().div(sum.sub(logit.exp())).log().neg()), "Wrong: ", "lacks the answer's own exp");
        says(loss((logits, n, logit, sum) -> logit.exp().div(4).log().neg()), "Wrong: ", "not by how many they are");
        says(loss((logits, n, logit, sum) -> logit.exp().log().div(sum.log()).neg()), "Wrong: ", "The logarithm comes last");
        says(loss((logits, n, logit, sum) -> logit.div(logits.stream().reduce(new Value(0, ""), Value::add)).log().neg()), "Wrong: ", "The exp is missing");
        says(loss((logits, n, logit, sum) -> logit.neg().log()), "Wrong: ", "is NaN where the answer is number 2", "A negative number has no logarithm");
        says(loss((logits, n, logit, sum) -> logits.get(n + 1).exp().div(sum).log().neg()), "Wrong: ", "the number after the answer");
        says(loss((logits, n, logit, sum) -> logits.get(n - 1).exp().div(sum).log().neg()), "Wrong: ", "the number before the answer");
        says(loss((logits, n, logit, sum) -> logits.get(0)), "Wrong: ", "the exps should add up to 24.588, and the answer's share of that be 0.067054.");
        says(loss((logits, n, logit, sum) -> logits.get(2).exp().div(sum).log().neg()),
                "Wrong: the loss of logits [0.3, 1.1, 2.0, -0.4] is 0.5", "That is the loss of number 2, as before.");
        says(loss((logits, n, logit, sum) -> new Value(2.7022534476793516, "")), "Wrong: the loss of logits [0.3", "Is a number of those written into it?");
        says(loss((logits, n, logit, sum) -> new Value(-Math.log(Math.exp(logit.data) / sum.data), "")),
                "Wrong: the loss is right, but the graph does not reach logit 0", ".data in between?");
        says(loss((logits, n, logit, sum) -> logit.exp().div(sum.data).log().neg()), "Wrong: the loss is right, but the graph does not reach logit 0");
        says(loss((logits, n, logit, sum) -> new Value(logit.data, "").exp().div(sum).log().neg()),
                "Wrong: the loss is right, but the gradient of logit 2 is 0.067054, and should be −0.93295.", "a copy of it");
        says(loss((logits, n, logit, sum) -> new Value(logit.data, logit.label).exp().div(sum).log().neg()), "Wrong: the loss is right, but the gradient of logit 2");
    }

    @Test
    void aRightLossWithWrongGradientsIsWrong() {
        says(loss((logits, n, logit, sum) -> {
            Value loss = sum.log().sub(logit);
            loss.backward = () -> { };
            return loss;
        }), "Not yet: ");
        says(loss((logits, n, logit, sum) -> sum.to("log", Math.log(sum.data), 1).sub(logit)), "Wrong: the gradient of ", "The rule of \"log\"");
        says(loss((logits, n, logit, sum) -> sum.log().sub(logit.to("exp", Math.exp(logit.data), 1).log())), "Wrong: the gradient of logit 2");
    }

    /** What the rule of swish does with its input, its result and σ(x). */
    private interface Rule {
        void run(Value x, Value out, double s);
    }

    private static Verdict swish(Rule rule) {
        Function<Value, Value> swish = x -> {
            double s = 1 / (1 + Math.exp(-x.data));
            Value out = new Value(x.data * s, "swish", List.of(x));
            out.backward = () -> rule.run(x, out, s);
            return out;
        };
        Value x = new Value(1.5, "x"), y = new Value(-2, "y");
        return Swish.check(() -> swish.apply(y).label("t").mul(swish.apply(x).label("s")).add(x).label("L").walkBack());
    }

    private static Verdict slopeOfSwish(DoubleBinaryOperator slope) {
        return swish((x, out, s) -> x.grad += slope.applyAsDouble(x.data, s) * out.grad);
    }

    @Test
    void anOperationOfOnesOwn() {
        says(slopeOfSwish((x, s) -> s + x * s * (1 - s)), "Right: bumping measures the same gradient for each of the 6 nodes.");
        says(slopeOfSwish((x, s) -> s * (1 + x * (1 - s))), "Right: ");
        says(slopeOfSwish((x, s) -> BLANK), "Not yet: the gradient of x is NaN. Is there still a blank in the rule of \"swish\"?");
        says(Swish.check(() -> null), "Wrong: swish returns null.");
        says(Swish.check(() -> { throw new ArithmeticException("/ by zero"); }), "Wrong: the answer stops with ArithmeticException: / by zero.");
        says(swish((x, out, s) -> x.grad = (s + x.data * s * (1 - s)) * out.grad), "Wrong: the gradient of x",
                "only the use by \"swish\" counts", "= where it should say +=");
        says(slopeOfSwish((x, s) -> s), "Wrong: the gradient of x", "The second term is missing");
        says(slopeOfSwish((x, s) -> x * s * (1 - s)), "Wrong: the gradient of x", "The first term is missing");
        says(slopeOfSwish((x, s) -> s * (1 - s)), "Wrong: ", "the slope of σ(x) alone");
        says(slopeOfSwish((x, s) -> s + s * (1 - s)), "Wrong: ", "the factor x is missing");
        says(slopeOfSwish((x, s) -> s + x * (1 - s)), "Wrong: ", "a factor σ(x) is missing");
        says(slopeOfSwish((x, s) -> s + x * s), "Wrong: ", "not σ(x)");
        says(slopeOfSwish((x, s) -> s - x * s * (1 - s)), "Wrong: ", "The two terms are to be added.");
        says(slopeOfSwish((x, s) -> s * x * s * (1 - s)), "Wrong: ", "added, not multiplied");
        says(slopeOfSwish((x, s) -> (s + x * s) * (1 - s)), "Wrong: ", "A bracket is in the wrong place");
        says(slopeOfSwish((x, s) -> x * s), "Wrong: ", "swish itself, not its slope");
        says(slopeOfSwish((x, s) -> x > 0 ? 1 : 0), "Wrong: ", "the slope of ReLU");
        says(slopeOfSwish((x, s) -> 0.817574 + 1.5 * 0.817574 * 0.182426), "Wrong: the gradient of y", "right for x = 1.5 alone");
        says(swish((x, out, s) -> x.grad += s + x.data * s * (1 - s)), "Wrong: ", "The chain rule multiplies it by out.grad.");
        says(swish((x, out, s) -> x.grad -= (s + x.data * s * (1 - s)) * out.grad), "Wrong: ", "The sign in the rule of \"swish\"");
        says(swish((x, out, s) -> { }), "Wrong: the gradient of x is 1", "only the use by \"+\" counts. Does the rule of \"swish\" pass anything on?");
        says(slopeOfSwish((x, s) -> 0.123), "Wrong: ", "The rule of \"swish\" gives 0.123 for the local derivative, and 1.0413 is measured.");
        says(swish((x, out, s) -> out.grad += 1), "Wrong: the gradient of s ");
        says(swish((x, out, s) -> x.grad = 1 / 0.0), "Wrong: the gradient of x is ∞, bumping it measures 0.7517");
    }

    private static Verdict order(String order) {
        Value a = new Value(-0.5, "a"), b = new Value(1.5, "b");
        Value d = a.mul(b).label("d"), e = a.add(b).label("e");
        Value f = d.mul(e).label("f"), o = f.tanh().label("o");
        o.grad = 1;
        List<Value> all = List.of(a, b, d, e, f, o);
        return RightOrder.check(o, () -> order == null ? null : order.chars().mapToObj(name ->
                name == '-' ? null : name == 'x' ? new Value(1, "x") : all.get("abdefo".indexOf(name))).toList(), v -> v.backward.run());
    }

    @Test
    void theOrderOfTheRules() {
        says(order("ofde"), "Right: bumping measures the same gradient for each of the 6 nodes.");
        says(order("ofed"), "Right: ");
        says(order("ofedab"), "Right: ");
        says(order("aofbed"), "Right: ");
        says(order(""), "Not yet: the order is empty. Which of d, e, f and o has its whole gradient before any rule has run?");
        says(order("ab"), "Not yet: the order is empty.");
        says(order(null), "Wrong: the order is null.");
        says(order("of-de"), "Wrong: in the order is null.", "It is a list of d, e, f and o.");
        says(order("ofxde"), "Wrong: in the order is something that o was not made of: ");
        says(order("defo"), "Wrong: that is the order in which they were made, the way forward.");
        says(order("edfo"), "Wrong: that is the order in which they were made, the way forward.");
        says(order("odfe"), "Wrong: d comes too early, before f.", "d is used for f, so its gradient was not complete");
        says(order("oedf"), "Wrong: e comes too early, before f.");
        says(order("fode"), "Wrong: f comes too early, before o.");
        says(order("ofd"), "Wrong: e is missing.");
        says(order("o"), "Wrong: d, e and f are missing.");
        says(order("de"), "Wrong: f and o are missing.");
        says(order("ofdee"), "Wrong: e is there more than once.");
        says(order("oofdde"), "Wrong: d and o are there more than once.");
        says(RightOrder.check(new Value(1, "o"), () -> List.of(), v -> v.backward.run()), "Not yet: ");
    }

    @Test
    void aRuleThatIsWrongShowsThoughTheOrderIsRight() {
        Value a = new Value(-0.5, "a"), o = a.to("exp", Math.exp(-0.5), 1).label("o");
        o.grad = 1;
        says(RightOrder.check(o, () -> List.of(o), v -> v.backward.run()), "Wrong: the gradient of a is 1, bumping it measures 0.60653.");
        says(RightOrder.check(o, () -> List.of(o), v -> { throw new IllegalStateException(); }), "Wrong: the answer stops with IllegalStateException.");
    }

    @Test
    void whatSolutionPrints() {
        String printed = SystemOut.of(() -> IntStream.rangeClosed(1, 6).forEach(Solution::solution));
        for (String head : List.of("double[] gradient(", "double slope(", "double symmetricSlope(", "Value negativeLogLikelihood(",
                "Value swish(", "List<Value> order(")) assertTrue(printed.contains("\n" + head), head);
        assertEquals("There is no exercise 7: they are 1 to 6",
                assertThrows(IllegalArgumentException.class, () -> Solution.solution(7)).getMessage());
    }
}
