package playmore.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import playmore.engine.Node;

/**
 * The checks of chapter 21 tell right from wrong: each typical mistake is named. The answers are those that a
 * learner types there, in Java; {@link playmore.lecture.SolutionsTest} types some.
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

    private static void says(Verdict verdict, String... words) {
        for (String word : words) assertTrue(verdict.message().contains(word), () -> "\"" + word + "\" in: " + verdict);
        assertEquals(verdict.message().startsWith("Right: "), verdict.right());
    }

    @Test
    void gradientByHand() {
        double a = 2, b = -3, c = 0.25;
        double da = b * b - Math.exp(-a), db = 2 * a * b - 1 / c, dc = b / (c * c);
        says(GradientByHand.check(da, db, dc), "Right: bumping measures the same three slopes.");
        says(GradientByHand.check(da, BLANK, BLANK), "Not yet: df/db is still blank");
        says(GradientByHand.check(db, da, dc), "Wrong: df/da is -16.0000, bumping measures 8.8647.", "That is df/db. The order is a, b, c.");
        says(GradientByHand.check(b * b, db, dc), "df/da", "The term e⁻ᵃ is forgotten.");
        says(GradientByHand.check(b * b + Math.exp(-a), db, dc), "df/da", "The sign of what comes of e⁻ᵃ is the other way round.");
        says(GradientByHand.check(da, 2 * a * b, dc), "df/db", "The term −b/c is forgotten.");
        says(GradientByHand.check(da, a * b - 1 / c, dc), "df/db", "The term a·b² is counted half");
        says(GradientByHand.check(da, db, -b / (c * c)), "df/dc", "The sign is the other way round.");
        says(GradientByHand.check(da, db, -b / c), "df/dc is 12.0000", "Take the terms one by one: how fast does each grow with c?");
        assertEquals("The gradient has 3 numbers, df/da, df/db and df/dc; got 2",
                assertThrows(IllegalArgumentException.class, () -> GradientByHand.check(1, 2)).getMessage());
    }

    @Test
    void slopeByBump() {
        says(SlopeByBump.check((f, x, h) -> BLANK), "Not yet: how much does f(x) grow");
        says(SlopeByBump.check((f, x, h) -> f.applyAsDouble(x + h) - f.applyAsDouble(x)), "Wrong: for x³ at 2, where the slope is 12", "Divide it by the run.");
        says(SlopeByBump.check((f, x, h) -> (f.applyAsDouble(x) - f.applyAsDouble(x + h)) / h), "The sign is the other way round");
        says(SlopeByBump.check((f, x, h) -> (f.applyAsDouble(x + h) - f.applyAsDouble(x)) * h), "That multiplies by h.");
        says(SlopeByBump.check((f, x, h) -> 3 * x * x), "for eˣ at 0", "It has to measure f");
        says(SlopeByBump.check((f, x, h) -> h), "Rise over run");
        says(SlopeByBump.check((f, x, h) -> (f.applyAsDouble(x + h) - f.applyAsDouble(x)) / h), "Right: ", "a tenth of the error");
        says(SlopeByBump.check((f, x, h) -> (f.applyAsDouble(x) - f.applyAsDouble(x - h)) / h), "Right: ", "a tenth of the error");
        says(SlopeByBump.check((f, x, h) -> (f.applyAsDouble(x + h) - f.applyAsDouble(x - h)) / (2 * h)), "Right: ", "a hundredth of the error");
    }

    @Test
    void symmetricSlope() {
        says(SlopeByBump.checkSymmetric((f, x, h) -> BLANK), "Not yet: bump x up and down.");
        says(SlopeByBump.checkSymmetric((f, x, h) -> (f.applyAsDouble(x + h) - f.applyAsDouble(x)) / h), "That is a bump on one side");
        says(SlopeByBump.checkSymmetric((f, x, h) -> (f.applyAsDouble(x + h) - f.applyAsDouble(x - h)) / h), "The two places are 2h apart, not h.");
        says(SlopeByBump.checkSymmetric((f, x, h) -> (f.applyAsDouble(x + h) - f.applyAsDouble(x)) / (2 * h)), "The two places are h apart, not 2h.");
        says(SlopeByBump.checkSymmetric((f, x, h) -> (f.applyAsDouble(x + h) - f.applyAsDouble(x - h)) / 2 * h), "a / 2 * h is not a / (2 * h)");
        says(SlopeByBump.checkSymmetric((f, x, h) -> (f.applyAsDouble(x + h) - f.applyAsDouble(x - h)) / (2 * h)), "Right: ", "a hundredth of the error");
    }

    private static Verdict loss(BiFunction<List<Value>, Value, Value> answer) {
        return NegativeLogLikelihood.check(numbers -> {
            List<Value> logits = new ArrayList<>();
            for (double x : numbers) logits.add(new Value(x, "logit " + logits.size()));
            Value sum = new Value(0, "");
            for (Value logit : logits) sum = sum.add(logit.exp());
            return answer.apply(logits, sum).label("loss").walkBack();
        });
    }

    @Test
    void negativeLogLikelihood() {
        says(loss((logits, sum) -> logits.get(2).exp().div(sum).log().neg()), "Right: the loss is 2.7023, and the gradient of each logit");
        says(loss((logits, sum) -> sum.log().sub(logits.get(2))), "Right: ");
        says(loss((logits, sum) -> new Value(BLANK, "")), "Not yet: the loss is still blank.");
        says(loss((logits, sum) -> logits.get(2).exp().div(sum)), "That is the probability of the answer.");
        says(loss((logits, sum) -> logits.get(2).exp().div(sum).log()), "The minus is missing");
        says(loss((logits, sum) -> logits.get(2).exp().log().neg()), "not divided by the sum");
        says(loss((logits, sum) -> logits.get(1).exp().div(sum).log().neg()), "the loss if the answer were number 1");
        says(loss((logits, sum) -> logits.get(2).div(logits.stream().reduce(new Value(0, ""), Value::add)).log().neg()), "The exp is missing");
        says(loss((logits, sum) -> new Value(-Math.log(Math.exp(logits.get(2).data) / sum.data), "")),
                "the graph does not reach logit 0", ".data in between?");
        says(loss((logits, sum) -> logits.get(2).exp().div(sum.data).log().neg()), "the graph does not reach logit 0");
        says(loss((logits, sum) -> logits.get(0)), "It is −log(e^logit of the answer / the sum of all e^logit).");
    }

    @Test
    void aRightLossWithWrongGradientsIsWrong() {
        says(loss((logits, sum) -> {
            Value loss = sum.log().sub(logits.get(2));
            loss.backward = () -> { };
            return loss;
        }), "Not yet: ");
        says(loss((logits, sum) -> sum.to("log", Math.log(sum.data), 1).sub(logits.get(2))), "Wrong: the gradient of ");
        says(loss((logits, sum) -> sum.log().sub(logits.get(2).to("exp", Math.exp(logits.get(2).data), 1).log())), "Wrong: the gradient of logit 2");
    }

    /** What the rule of swish does with its input, its result, σ(x) and x·σ(x)·(1 − σ(x)). */
    private interface Rule {
        void run(Value x, Value out, double term1, double term2);
    }

    private static Verdict swish(Rule rule) {
        Function<Value, Value> swish = x -> {
            double s = 1 / (1 + Math.exp(-x.data));
            Value out = new Value(x.data * s, "swish", List.of(x));
            out.backward = () -> rule.run(x, out, s, x.data * s * (1 - s));
            return out;
        };
        Value x = new Value(1.5, "x"), y = new Value(-2, "y");
        return Swish.check(swish.apply(x).label("s").mul(y).add(x).label("L").walkBack());
    }

    @Test
    void anOperationOfOnesOwn() {
        says(swish((x, out, s, t) -> x.grad += (s + t) * out.grad), "Right: ");
        says(swish((x, out, s, t) -> x.grad += BLANK * out.grad), "Not yet: the gradient of x is NaN.", "the rule of \"swish\"?");
        says(swish((x, out, s, t) -> x.grad = (s + t) * out.grad), "Wrong: the gradient of x",
                "only the use by \"swish\" counts", "= where it should say +=");
        says(swish((x, out, s, t) -> x.grad += s * out.grad), "the gradient of x", "has a term more: x·σ(x)·(1 − σ(x))");
        says(swish((x, out, s, t) -> x.grad += t * out.grad), "has a term more: σ(x).");
        says(swish((x, out, s, t) -> x.grad += s + t), "The chain rule multiplies it by out.grad.");
        says(swish((x, out, s, t) -> x.grad -= (s + t) * out.grad), "The sign in the rule of \"swish\"");
        says(swish((x, out, s, t) -> x.grad += 0), "only the use by \"+\" counts", "Does the rule of \"swish\" pass anything on?");
        says(swish((x, out, s, t) -> x.grad += 0.123 * out.grad), "The rule of \"swish\" gives 0.1230 for the local derivative");
        says(swish((x, out, s, t) -> out.grad += 1), "the gradient of s ");
    }

    private static Verdict order(String order) {
        Value a = new Value(-0.5, "a"), b = new Value(1.5, "b");
        Value d = a.mul(b).label("d"), e = a.add(b).label("e");
        Value f = d.mul(e).label("f"), o = f.tanh().label("o");
        o.grad = 1;
        for (char name : order.toCharArray()) List.of(d, e, f, o).get("defo".indexOf(name)).backward.run();
        return BackwardCheck.of(o);
    }

    @Test
    void theOrderOfTheRules() {
        says(order("ofde"), "Right: ");
        says(order("ofed"), "Right: ");
        says(order(""), "Not yet: o has its gradient, and has passed nothing on.");
        says(order("defo"), "Wrong: the gradient of e is 0.0000", "after the gradient of its result was complete?");
        says(order("odfe"), "Wrong: the gradient of b", "only the use by \"+\" counts", "If not, a rule ran too early.");
        says(order("ofd"), "Wrong: the gradient of b", "only the use by \"*\" counts");
        says(order("ofdee"), "Wrong: the gradient of ");
    }
}
