package playmore.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static playmore.motion.BreakIt.breakIt;
import static playmore.motion.Walk.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import playmore.OwnNode;
import playmore.engine.Graph;
import playmore.engine.Node;
import playmore.engine.Value;

class ChainRuleTest {

    @Test
    void spellsOutTheProduct() {
        Value a = new Value(2.0, "a"), b = new Value(-3.0, "b"), c = new Value(10.0, "c"), f = new Value(-2.0, "f");
        Value e = a.mul(b).label("e"), d = e.add(c).label("d"), L = d.mul(f).label("L");
        assertEquals(List.of(
                "dL/dL = 1",
                "dL/df = dL/dL · dL/df = 1 · 4 = 4",
                "dL/dd = dL/dL · dL/dd = 1 · −2 = −2",
                "dL/dc = dL/dd · dd/dc = −2 · 1 = −2",
                "dL/de = dL/dd · dd/de = −2 · 1 = −2",
                "dL/db = dL/de · de/db = −2 · 2 = −4",
                "dL/da = dL/de · de/da = −2 · −3 = 6"), formulas(L));
    }

    @Test
    void sumsOverTheUsesOfANode() {
        Value a = new Value(-2.0, "a"), b = new Value(3.0, "b");
        Value f = a.mul(b).label("d").mul(a.add(b).label("e")).label("f");
        assertTrue(formulas(f).contains("df/da = df/dd · dd/da + df/de · de/da = 1 · 3 − 6 · 1 = −3"), () -> "" + formulas(f));
        Value x = new Value(3.0, "x"), y = x.add(x).label("y");
        assertEquals("dy/dx = dy/dy · dy/dx + dy/dy · dy/dx = 1 · 1 + 1 · 1 = 2", formulas(y).get(1));
    }

    @Test
    void stopsWritingOutAfterFourUses() {
        Value x = new Value(1.0, "x"), y = new Value(2.0, "y");
        assertTrue(formulas(x.mul(y).add(x.mul(3)).add(x.mul(5)).add(x.mul(7)).label("s")).contains(
                "ds/dx = ds/d(x · y) · d(x · y)/dx + ds/d(x · 3) · d(x · 3)/dx + ds/d(x · 5) · d(x · 5)/dx + ds/d(x · 7) · d(x · 7)/dx"
                + " = 1 · 2 + 1 · 3 + 1 · 5 + 1 · 7 = 17"), () -> "four");
        assertTrue(formulas(Value.sum(x, x, x, x, x).label("s")).stream().anyMatch(formula -> formula.startsWith("ds/dx = ")
                && formula.endsWith(" + … = 1 · 1 + 1 · 1 + 1 · 1 + 1 · 1 + … = 5")), () -> "five");
    }

    @Test
    void tellsHowOftenANodeIsUsed() {
        Value a = new Value(-2.0, "a"), b = new Value(3.0, "b");
        Expression f = expression(a.mul(b).label("d").mul(a.add(b).label("e")).label("f"));
        double[] grads = ChainRule.gradients(f);
        assertEquals(List.of("df/da = df/dd · dd/da + df/de · de/da = 1 · 3 − 6 · 1 = −3", "a is used 2 times, and what arrives adds up:",
                "d = a · b, so dd/da = b = 3, which gives 1 · 3 = 3", "e = a + b, so de/da = 1, which gives −6 · 1 = −6"), Reasons.of(f, 0, grads));
        assertEquals(List.of("df/dd = df/df · df/dd = 1 · 1 = 1", "f = d · e, so df/dd = e = 1"), Reasons.of(f, 2, grads));
        assertEquals(List.of("df/df = 1", "The result itself: if it grows by h, it grows by h. Every backward pass begins so."), Reasons.of(f, 4, grads));
    }

    @Test
    void knowsPowers() {
        Value x = new Value(2.0, "x");
        assertEquals("do/dx = 3 · x² = 12", rule(x.pow(3)));
        assertEquals("do/dx = 2 · x = 4", rule(x.pow(2)));
        assertEquals("do/dx = 1", rule(x.pow(1)));
        assertEquals("do/dx = 0", rule(x.pow(0)));
        assertEquals("do/dx = −2 · x⁻³ = −0.25", rule(x.pow(-2)));
        assertEquals("do/dx = 0.5 · x^−0.5 ≈ 0.35355", rule(x.pow(0.5)));
        assertEquals("do/dx = 0", rule(new Value(0.0, "x").pow(0)));
    }

    private static String rule(Value o) {
        Expression e = expression(o.label("o"));
        ChainRule rule = new ChainRule(e, 0, ChainRule.gradients(e));
        return rule.local(rule.terms().get(0));
    }

    @Test
    void namesWhatHasNoLabel() {
        Value x = new Value(2.0, "x1w1 + x2w2");
        Value y = x.mul(3).tanh().pow(2);
        assertEquals(List.of("dout/dout = 1",
                "dout/dv3 = dout/dout · dout/dv3 ≈ 1 · 2 = 2",
                "dout/dv2 = dout/dv3 · dv3/dv2 ≈ 1.999975 · 2.457655·10⁻⁵ ≈ 4.9152·10⁻⁵"),
                formulas(y).subList(0, 3));
    }

    @Test
    void agreesWithBackwardOnRandomExpressions() {
        Random random = new Random(4);
        int rounded = 0;
        for (int round = 0; round < 300; round++) {
            List<Value> values = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                values.add(new Value(random.nextDouble() * 2 + 0.5));
            }
            for (int i = 0; i < 12; i++) {
                Value a = values.get(random.nextInt(values.size())), b = values.get(random.nextInt(values.size()));
                values.add(switch (random.nextInt(9)) {
                    case 0 -> a.add(b);
                    case 1 -> a.sub(b);
                    case 2 -> a.mul(b).tanh();
                    case 3 -> a.div(b.mul(b).add(1));
                    case 4 -> a.tanh().exp();
                    case 5 -> a.mul(a).add(1).log();
                    case 6 -> a.relu();
                    case 7 -> a.tanh().pow(3);
                    default -> a.neg();
                });
            }
            Value root = Value.sum(values);
            root.backward();
            Expression e = expression(root);
            double[] grads = ChainRule.gradients(e), sizes = ChainRule.sizes(e);
            for (int i = 0; i < e.size(); i++) {
                assertEquals(e.held(i), grads[i], 1e-9 * Math.max(1, Math.abs(e.held(i))), "round " + round + ", node " + i);
                assertTrue(ChainRule.near(e.held(i), grads[i], sizes[i]), "round " + round + ", node " + i);
                assertFalse(ChainRule.near(e.held(i) + 1e-6 * sizes[i] + 1e-300, grads[i], sizes[i]), "round " + round + ", node " + i);
                if (e.held(i) != grads[i]) rounded++;
            }
        }
        assertTrue(rounded > 100, "the two add up in different orders: " + rounded);
    }

    @Test
    void knowsOperationsThatLearnersWrite() {
        Map<String, DoubleBinaryOperator> operations = Map.ofEntries(
                Map.entry("+", (x, y) -> x + y), Map.entry("-", (x, y) -> x - y),
                Map.entry("*", (x, y) -> x * y), Map.entry("/", (x, y) -> x / y),
                Map.entry("neg", (x, y) -> -x), Map.entry("**3.0", (x, y) -> x * x * x), Map.entry("**-1", (x, y) -> 1 / x),
                Map.entry("exp", (x, y) -> Math.exp(x)), Map.entry("log", (x, y) -> Math.log(x)),
                Map.entry("tanh", (x, y) -> Math.tanh(x)), Map.entry("relu", (x, y) -> Math.max(0, x)),
                Map.entry("ReLU", (x, y) -> Math.max(0, x)), Map.entry("sigmoid", (x, y) -> 1 / (1 + Math.exp(-x))),
                Map.entry("square", (x, y) -> x * x), Map.entry("sqrt", (x, y) -> Math.sqrt(x)),
                Map.entry("sin", (x, y) -> Math.sin(x)), Map.entry("cos", (x, y) -> Math.cos(x)));
        double x = 1.25, y = -0.75, h = 1e-6;
        operations.forEach((op, f) -> {
            boolean two = "+-*/".contains(op);
            OwnNode a = new OwnNode("a", x, "", List.of()), b = new OwnNode("b", y, "", List.of());
            Expression e = expression(new OwnNode("r", f.applyAsDouble(x, y), op, two ? List.of(a, b) : List.of(a)));
            double byX = (f.applyAsDouble(x + h, y) - f.applyAsDouble(x - h, y)) / (2 * h);
            double byY = (f.applyAsDouble(x, y + h) - f.applyAsDouble(x, y - h)) / (2 * h);
            assertEquals(byX, LocalDerivative.of(e, new playmore.engine.Graph.Use(e.root(), 0)).value(), 1e-8, op + " by its first operand");
            if (two) assertEquals(byY, LocalDerivative.of(e, new playmore.engine.Graph.Use(e.root(), 1)).value(), 1e-8, op + " by its second");
        });
    }

    /** A class of one's own may add or multiply many at once. */
    @Test
    void knowsSumsAndProductsOfMany() {
        OwnNode x = new OwnNode("x", 2, "", List.of()), y = new OwnNode("y + 1", 3, "", List.of()), z = new OwnNode("", 5, "", List.of());
        assertEquals("dr/dx = (y + 1) · 5 = 15", rule(new OwnNode("r", 30, "*", List.of(x, y, z)), 0));
        assertEquals("dr/d(y + 1) = x · 5 = 10", rule(new OwnNode("r", 30, "*", List.of(x, y, z)), 1));
        assertEquals("dr/dx = 1", rule(new OwnNode("r", 10, "+", List.of(x, y, z)), 0));
        assertEquals("dr/dx = 1", rule(new OwnNode("r", 2, "+", List.of(x)), 0));
        assertEquals("dr/dx = ? = NaN", rule(new OwnNode("r", 2, "/", List.of(x, y, z)), 0));
        assertEquals("dr/dx = ? = NaN", rule(new OwnNode("r", 2, "tanh", List.of(x, y)), 0));
    }

    @Test
    void writesHowAValueWasMade() {
        Value a = new Value(2.0, "a"), k = new Value(-2.0), s = new Value(1.0, "f(x) + g(x)"), p = a.mul(3);
        for (String[] made : new String[][] {{"a · (f(x) + g(x))", "*"}, {"a + (f(x) + g(x))", "+"}, {"a − (f(x) + g(x))", "-"}, {"a / (f(x) + g(x))", "/"}}) {
            Expression e = expression(new OwnNode("r", 0, made[1], List.of(a, s)));
            assertEquals("r = " + made[0], e.equation(e.root()));
        }
        assertEquals("r = relu(a · 3)", made(p.relu()));
        assertEquals("r = exp(−2)", made(k.exp()));
        assertEquals("r = (−2)³", made(k.pow(3)));
        assertEquals("r = (f(x) + g(x))⁻¹", made(s.pow(-1)));
        assertEquals("r = a^0.5", made(a.pow(0.5)));
        Expression e = expression(a.label("a"));
        assertEquals("2", e.made(0));
        assertEquals("r = (a · bcdefghijklm) + 1", made(a.mul(new Value(1, "bcdefghijklm")).add(1)));
        assertEquals("r = v2 + 1", made(a.mul(new Value(1, "bcdefghijklmn")).add(1)));
    }

    private static String made(Value r) {
        Expression e = expression(r.label("r"));
        return e.equation(e.root());
    }

    private static String rule(Node root, int operand) {
        Expression e = expression(root);
        ChainRule rule = new ChainRule(e, e.operands(e.root()).get(operand), ChainRule.gradients(e));
        return rule.local(rule.terms().get(0));
    }

    @Test
    void saysWhichOperationItDoesNotKnow() {
        OwnNode r = new OwnNode("r", 1, "swish", List.of(new OwnNode("a", 1, "", List.of())));
        for (Executable call : List.<Executable>of(() -> walk(r), () -> breakIt(r))) {
            String message = assertThrows(IllegalArgumentException.class, call).getMessage();
            assertEquals("The derivative of the operation \"swish\", which made r, is not known here; known are"
                    + " + - * / neg **k exp log tanh relu sigmoid square sqrt sin cos linear", message);
        }
        OwnNode a = new OwnNode("a", 1, "", List.of()), two = new OwnNode("r", 1, "tanh", List.of(a, a));
        for (Executable call : List.<Executable>of(() -> walk(two), () -> breakIt(two))) {
            String message = assertThrows(IllegalArgumentException.class, call).getMessage();
            assertTrue(message.startsWith("The derivative of the operation \"tanh\", which made r, is not known here for 2 operands; known are"), message);
        }
    }

    @Test
    void writesNumbersAsInFormulas() {
        assertEquals(List.of("6", "−1.5", "0", "0", "0.70711", "−2.62·10⁻¹¹", "9999900", "1·10⁷", "1.2346·10⁷", "0.0001", "9.9999·10⁻⁵", "NaN", "∞", "−∞"),
                List.of(6.0, -1.5, 0.0, -0.0, Math.sqrt(0.5), -2.62e-11, 9999900.0, 1e7, 12345678.0, 1e-4, 9.9999e-5, Double.NaN,
                        Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY).stream().map(Numbers::text).toList());
        assertEquals("12.0000001", Numbers.text(12.0000001, 12));
        assertEquals("12", Numbers.text(12, 12.0000001));
        assertEquals("0.33333", Numbers.text(1 / 3.0, 1 / 3.0));
        assertEquals("0.33333", Numbers.text(1 / 3.0, 0.5));
        assertEquals("NaN", Numbers.text(Double.NaN, Double.NaN));
    }

    static Expression expression(Node root) {
        return new Expression(Graph.of(root));
    }

    /** From the root on. */
    private static List<String> formulas(Node root) {
        Expression e = expression(root);
        double[] grads = ChainRule.gradients(e);
        return IntStream.rangeClosed(0, e.root()).mapToObj(i -> new ChainRule(e, e.root() - i, grads).formula()).toList();
    }
}
