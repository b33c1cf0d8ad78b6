package playmore.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;
import playmore.OwnNode;
import playmore.draw.DrawDot;
import playmore.engine.Graph;
import playmore.engine.Node;
import playmore.engine.Op;
import playmore.engine.Slope;
import playmore.engine.Value;
import playmore.explain.ChainRule;
import playmore.explain.Expression;
import playmore.notes.Browser;
import playmore.output.Page;
import playmore.page.Html;
import playmore.svg.InlineSvg;

/** The pages that {@code live} writes, in a real browser: their arithmetic against the engine's, and their knobs. */
class LiveTest {

    @RegisterExtension
    static final Browser browser = Browser.ofPages();

    private static void open(Node root) {
        Page page = Live.live(root);
        browser.open(page.file());
    }

    private static Value small() {
        Value a = new Value(2, "a"), b = new Value(-3, "b"), c = new Value(10, "c"), f = new Value(-2, "f");
        return a.mul(b).label("e").add(c).label("d").mul(f).label("L");
    }

    private static Value neuron(double bias) {
        Value x1 = new Value(2, "x1"), x2 = new Value(0, "x2"), w1 = new Value(-3, "w1"), w2 = new Value(1, "w2");
        return x1.mul(w1).add(x2.mul(w2)).add(new Value(bias, "b")).label("n").tanh().label("o");
    }

    @Test
    void theScriptHasAllOperationsAndNoOther() {
        open(small());
        List<String> names = browser.js("return Object.keys(operations)");
        assertEquals(Stream.of(Op.values()).map(Op::name).toList(), names);
        List<String> withTwo = browser.js("return Object.keys(operations).filter(name => operations[name].dy)");
        assertEquals(Stream.of(Op.values()).filter(op -> op.operands == 2).map(Op::name).toList(), withTwo);
    }

    @Test
    void itsTextsAndColoursAreThePictures() {
        Random random = new Random(5);
        List<Value> values = new ArrayList<>();
        for (double special : new double[] {0, -0.0, 1, -1, 1e-4, 9.99949e-5, 99999.99994, 1e5, 1e300, -1e-300, Double.MAX_VALUE,
            Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 0.00125, -1.00005, 0.00015, 2.12345}) {
            values.add(new Value(special, "special"));
        }
        for (int i = 0; i < 200; i++) values.add(new Value(random.nextGaussian() * Math.pow(10, random.nextInt(-9, 9)), "any"));
        values.forEach(v -> v.grad = v.data);
        String svg = DrawDot.svg(Graph.of(Value.sum(values)));
        Page page = Html.page("Any numbers", MotionPage.style(), MotionPage.script(), prefix -> InlineSvg.of(svg, prefix, "graph"));
        browser.open(page.file());
        assertEquals(List.of(), browser.<List<String>>js("""
                return [...document.querySelectorAll('.node:not(.op)')].flatMap(node => {
                  const [, data, grad] = node.querySelector('title').textContent.match(/data (\\S+), grad (\\S+)$/);
                  const shown = [...node.querySelectorAll('text')].map(t => t.textContent).slice(-2);
                  shown.push([...node.querySelectorAll('polygon')].at(-2).getAttribute('fill'));
                  const wanted = ['data ' + Drawing.number(data), 'grad ' + Drawing.number(grad), Drawing.shade(Number(grad))];
                  return shown.join() === wanted.join() ? [] : [shown.join() + ' is not ' + wanted.join()];
                })"""));
    }

    /** Each operation at random places, alone and many together, in single numbers and in columns. */
    @Test
    void itsArithmeticIsTheEngines() {
        open(small());
        Random random = new Random(16);
        for (int i = 0; i < 300; i++) {
            Value root = i < Op.values().length * 5 ? made(Op.values()[i % Op.values().length], List.of(leaf(random), leaf(random)), random)
                    : expression(random);
            check(root, "expression " + i);
        }
    }

    private static Value leaf(Random random) {
        return new Value(switch (random.nextInt(12)) {
            case 0 -> 0;
            case 1 -> -0.0;
            case 2 -> 1;
            case 3 -> 1e3 * random.nextGaussian();
            case 4 -> 1e-6 * random.nextGaussian();
            default -> 2 * random.nextGaussian();
        });
    }

    private static Value expression(Random random) {
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < 4; i++) values.add(leaf(random));
        int size = 2 + random.nextInt(40);
        for (int i = 0; i < size; i++) {
            values.add(made(Op.values()[random.nextInt(Op.values().length)], values, random));
        }
        return Value.sum(values);
    }

    private static Value made(Op op, List<Value> from, Random random) {
        Value x = from.get(random.nextInt(from.size())), y = from.get(random.nextInt(from.size()));
        if (op == Op.POW) return x.pow(new double[] {-2, -1, 0, 0.5, 1, 2, 3, 2.5}[random.nextInt(8)]);
        return op.operands == 1 ? x.apply(op) : x.apply(op, y);
    }

    private static void check(Value root, String what) {
        root.backward();
        Expression e = new Expression(Graph.of(root));
        double[] sizes = ChainRule.sizes(e);
        Map<String, List<List<String>>> computed = browser.js("""
                const nodes = JSON.parse(arguments[0]), one = new Expression(nodes), three = new Expression(nodes, 3);
                nodes.forEach((node, i) => {
                  if (node.op) one.data[i].fill(NaN);
                  else three.data[i].set([1, Number(node.data), -1]);
                });
                for (const e of [one, three]) {
                  e.forward();
                  e.backward();
                }
                const texts = (columns, row) => columns.map(column => String(column[row]));
                return {data: [texts(one.data, 0), texts(three.data, 1)], grads: [texts(one.grads, 0), texts(three.grads, 1)]};
                """, new Gson().toJson(Live.items(e)));
        for (int version = 0; version < 2; version++) {
            for (int node = 0; node < e.size(); node++) {
                assertNear(e.data(node), computed.get("data").get(version).get(node), 0, what + " " + e.equation(node));
                assertNear(e.held(node), computed.get("grads").get(version).get(node), sizes[node], what + ", gradient of " + e.name(node));
            }
        }
    }

    private static void assertNear(double expected, String computed, double size, String what) {
        double number = Double.parseDouble(computed), allowed = Double.isFinite(size) ? 1e-12 * size : 0;
        assertTrue(Slope.near(expected, number, 1e-12, allowed), () -> what + ": " + expected + " in Java, " + computed + " in the browser");
    }

    @Test
    void aClassOfOnesOwnMayHaveSumsAndProductsOfMany() {
        OwnNode a = new OwnNode("a", 2, "", List.of()), b = new OwnNode("b", 3, "", List.of()), c = new OwnNode("c", 5, "", List.of());
        OwnNode product = new OwnNode("p", 2 * 3 * 5 * 2, "*", List.of(a, b, c, a)), one = new OwnNode("s1", 5, "+", List.of(c));
        OwnNode relu = new OwnNode("r", 5, "ReLU", List.of(one));
        open(new OwnNode("L", 2 * 3 * 5 * 2 + 5 + 2, "+", List.of(product, relu, a)));
        assertEquals(Map.of("a", "61.0000", "b", "20.0000", "c", "13.0000", "p", "1.0000", "s1", "1.0000", "r", "1.0000", "L", "1.0000"),
                numbers("grad"));
    }

    @Test
    void whatItDoesNotKnowIsSaid() {
        OwnNode x = new OwnNode("x", 2, "", List.of());
        String message = assertThrows(IllegalArgumentException.class, () -> Live.live(new OwnNode("y", 4, "swish", List.of(x)))).getMessage();
        assertTrue(message.startsWith("The derivative of the operation \"swish\", which made y, is not known here"), message);
    }

    @Test
    void aTurnedKnobChangesAllNumbers() {
        open(neuron(111));
        assertEquals("0.0000", numbers("grad").get("w1"));
        type(".knobs [aria-label=b]", "6.8813735870195432");
        assertEquals("0.7071", numbers("data").get("o"));
        assertEquals(Map.of("x1", "-1.5000", "x2", "0.5000", "w1", "1.0000", "w2", "0.0000", "b", "0.5000", "n", "0.5000", "o", "1.0000"),
                named(numbers("grad")));
        assertEquals("o = 0.707107, held 1: down by 0.292893", browser.find(".headline").getText());
        browser.find("[aria-label='x1, slider']").sendKeys(Keys.ARROW_RIGHT);
        assertTrue(Double.parseDouble(numbers("data").get("x1")) > 2);
        assertEquals(browser.find("[aria-label=x1]").getAttribute("value"), numbers("data").get("x1").replaceFirst("0+$", ""));
        browser.find("[aria-label='x1, slider']").sendKeys(Keys.END);
        assertEquals("5.0000", numbers("data").get("x1"));
        browser.find(".reset").click();
        assertEquals("111.0000", numbers("data").get("b"));
        assertEquals("o = 1", browser.find(".headline").getText());
        assertEquals(List.of(), browser.console());
    }

    private static Map<String, String> named(Map<String, String> numbers) {
        numbers.keySet().removeIf(name -> name.matches("v\\d+|.*·.*"));
        return numbers;
    }

    @Test
    void aNudgeIsTheStepOfChapter06Downhill() {
        Value a = new Value(2, "a"), b = new Value(-3, "b"), c = new Value(10, "c"), f = new Value(-2, "f");
        open(small());
        assertEquals("A nudge: p.data −= 0.01 · p.grad for each p of a, b, c, f", browser.find(".rule").getText());
        for (int i = 0; i < 3; i++) {
            browser.find(".once").click();
            Value L = a.mul(b).add(c).mul(f);
            for (Value leaf : List.of(a, b, c, f)) leaf.grad = 0;
            L.backward();
            for (Value leaf : List.of(a, b, c, f)) leaf.data -= 0.01 * leaf.grad;
            assertEquals(String.format("%.4f", a.mul(b).add(c).mul(f).data), numbers("data").get("L"));
        }
        assertEquals("L after each nudge", browser.find(".history svg").getAttribute("aria-label"));
        browser.find(".hold").click();
        assertTrue(browser.find(".headline").getText().matches("L = −[\\d.]+"), "nothing has moved since");
        browser.find(".held summary").click();
        browser.find(".again").click();
        browser.await(() -> browser.all(".held .moved").size() == 7);
        browser.find(".again").click();
        double held = Double.parseDouble(browser.find(".held tbody tr:first-child td:nth-child(2)").getText().replace('−', '-'));
        double now = Double.parseDouble(browser.find(".held tbody tr:first-child td:nth-child(3)").getText().replace('−', '-'));
        assertTrue(now < held, now + " < " + held);
        assertEquals("Again and again", browser.find(".again").getText());
    }

    @Test
    void onlyParametersAreNudgedWhereThereAreAny() {
        open(neuron(0.5));
        browser.find(".once").click();
        assertEquals("2.0000", numbers("data").get("x1"));
        assertTrue(browser.find(".rule").getText().endsWith("for each p of b, w1, w2"));
        assertEquals(List.of("Inputs (2)", "Parameters (3)"),
                browser.all(".knobs summary").stream().map(e -> e.getText()).filter(text -> !text.isEmpty()).toList());
    }

    @Test
    void itStopsWhereTheNumbersEnd() {
        open(small());
        type(".rate", "1000");
        browser.find(".again").click();
        browser.await(() -> browser.find(".headline").getText().matches("L = (−?∞|NaN).*"));
        browser.await(() -> browser.find(".again").getText().equals("Again and again"));
        browser.find(".reset").click();
        assertEquals("L = −8", browser.find(".headline").getText());
        assertEquals(List.of(), browser.console());
    }

    private static void type(String css, String text) {
        browser.find(css).sendKeys(Keys.chord(Keys.CONTROL, "a"), text);
    }

    /** What the picture shows, by the names of the values. */
    private static Map<String, String> numbers(String kind) {
        return new TreeMap<>(browser.<Map<String, String>>js("""
                const texts = [...document.querySelectorAll('.live .node:not(.op)')].map(n => [...n.querySelectorAll('text')].map(t => t.textContent));
                const at = arguments[0] === 'data' ? -2 : -1;
                return Object.fromEntries(texts.map(t => [t[0], t.at(at).split(' ')[1]]));
                """, kind));
    }
}
