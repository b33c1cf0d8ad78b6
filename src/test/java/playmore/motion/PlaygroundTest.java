package playmore.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;
import playmore.engine.MLP;
import playmore.engine.Op;
import playmore.engine.Rng;
import playmore.engine.Slope;
import playmore.engine.Value;
import playmore.lesson.Moons;
import playmore.notes.Browser;
import playmore.output.Page;

/** The training to touch, in a real browser: the same as the engine's, and its handles. */
class PlaygroundTest {

    private static Moons moons;
    private static Page page;
    @RegisterExtension
    static final Browser browser = Browser.ofPages();

    @BeforeAll
    static void start() {
        Rng.seed(20);
        moons = new Moons(100, 0.1);
        page = Playground.playground(moons.xs, moons.ys);
    }

    @BeforeEach
    void open() {
        browser.open(page.file());
    }

    @Test
    void itTrainsAsTheEngineDoes() {
        check("RELU", MLP::relu, 100, 2, 16, 16, 1);
        check("TANH", (nin, nouts) -> new MLP(Op.TANH, Op.LINEAR, nin, nouts), 30, 2, 5, 1);
        check("RELU", MLP::relu, 30, 2, 1);
    }

    private interface Maker {
        MLP of(int nin, int... nouts);
    }

    private static void check(String activation, Maker maker, int steps, int... sizes) {
        Rng.seed(1337);
        int[] nouts = java.util.Arrays.copyOfRange(sizes, 1, sizes.length);
        MLP n = maker.of(2, nouts);
        List<Double> expected = train(n, steps);
        List<Number> losses = browser.js("""
                const points = JSON.parse(document.querySelector('.playground script').textContent);
                const training = new Training(new Network(new Random(1337), arguments[0], ...arguments[1]), points), losses = [];
                for (let k = 0; k < arguments[2]; k++) {
                  losses.push(training.loss);
                  training.step(1 - 0.9 * k / 100);
                }
                return losses;
                """, activation, java.util.Arrays.stream(sizes).boxed().toList(), steps);
        for (int k = 0; k < steps; k++) {
            double loss = losses.get(k).doubleValue();
            assertTrue(Slope.near(expected.get(k), loss, 1e-8, 0), activation + ", step " + k + ": " + expected.get(k) + " in Java, " + loss + " in the browser");
        }
    }

    private static List<Double> train(MLP n, int steps) {
        List<Double> losses = new ArrayList<>();
        for (int k = 0; k < steps; k++) {
            List<Value> each = new ArrayList<>();
            for (int i = 0; i < moons.xs.length; i++) each.add(n.predict(moons.xs[i]).mul(-moons.ys[i]).add(1).relu());
            Value squares = Value.sum(n.parameters().stream().map(p -> p.mul(p)).toList());
            Value loss = Value.sum(each).div(each.size()).add(squares.mul(1e-4));
            n.zeroGrad();
            loss.backward();
            double rate = 1 - 0.9 * k / 100;
            n.parameters().forEach(p -> p.data -= rate * p.grad);
            losses.add(loss.data);
        }
        return losses;
    }

    @Test
    void theLossFallsBeforeOnesEyes() {
        double before = loss();
        browser.find(".play").click();
        browser.await(() -> browser.find(".headline").getText().matches("Step \\d{3,}: .*"));
        browser.find(".play").click();
        assertTrue(loss() < before / 3, before + " -> " + loss());
        String text = browser.find(".headline").getText();
        int right = Integer.parseInt(text.replaceAll(".*, (\\d+) of 100 right", "$1"));
        assertTrue(right > 90, text);
        assertTrue(browser.find(".playground code").getText().contains("k < " + text.replaceAll("Step (\\d+):.*", "$1") + ";"));
        assertEquals(text, browser.find(".spoken").getText().isEmpty() ? browser.js("return document.querySelector('.spoken').textContent") : text);
        browser.find(".anew").click();
        assertEquals(before, loss());
        assertEquals(List.of(), browser.console());
    }

    @Test
    void theSizeTheBendAndTheSeedCanBeChosen() {
        choose(".layers", "1");
        choose(".neurons", "4");
        assertTrue(browser.find(".playground code").getText().startsWith("Rng.seed(1337);\nvar n = playmore.engine.MLP.relu(2, 4, 1);"));
        double one = loss();
        choose(".seed", "2");
        assertTrue(loss() != one);
        browser.find(".bend").sendKeys("tanh");
        browser.await(() -> browser.find(".playground code").getText().contains("new playmore.engine.MLP(Op.TANH, Op.LINEAR, 2, 4, 1);"));
        choose(".layers", "0");
        assertTrue(browser.find(".playground code").getText().contains("Op.LINEAR, 2, 1);"));
        choose(".neurons", "9999");
        choose(".layers", "-3");
        browser.find(".once").click();
        assertTrue(browser.find(".headline").getText().startsWith("Step 1: loss "));
        assertEquals(List.of(), browser.console());
    }

    @Test
    void pointsAreAddedMovedAndTakenAway() {
        String click = """
                const box = document.querySelector('.plane svg').getBoundingClientRect(), [x, y] = arguments;
                const at = {bubbles: true, clientX: box.x + box.width * x, clientY: box.y + box.height * y};
                const target = document.elementFromPoint(at.clientX, at.clientY);
                target.dispatchEvent(new PointerEvent('pointerdown', at));
                target.dispatchEvent(new MouseEvent('click', at));
                """;
        assertEquals(100, browser.all(".plane circle").size());
        browser.js(click, 0.2, 0.8);
        assertEquals(101, browser.all(".plane circle").size());
        browser.js("document.querySelector('.brush [value=\"-1\"]').click()");
        browser.js(click, 0.3, 0.8);
        assertEquals(List.of("#d55e00", "#0072b2"), browser.<List<String>>js(
                "return [...document.querySelectorAll('.plane circle')].slice(-2).map(c => c.getAttribute('fill'))"));
        String x = browser.find(".plane circle:last-child").getAttribute("cx");
        browser.find(".plane svg").sendKeys(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
        assertTrue(Double.parseDouble(browser.find(".plane circle:last-child").getAttribute("cx")) > Double.parseDouble(x) + 5);
        browser.js("document.querySelector('.brush [value=\"0\"]').click()");
        browser.js(click, 0.2, 0.8);
        assertEquals(101, browser.all(".plane circle").size());
        browser.find(".first").click();
        assertEquals(100, browser.all(".plane circle").size());
        assertEquals(List.of(), browser.console());
    }

    @Test
    void aPointIsDraggedWhileItTrains() {
        browser.find(".play").click();
        browser.js("""
                const circle = document.querySelector('.plane circle'), box = circle.getBoundingClientRect();
                const at = (dx, dy) => ({bubbles: true, clientX: box.x + 4 + dx, clientY: box.y + 4 + dy});
                circle.dispatchEvent(new PointerEvent('pointerdown', at(0, 0)));
                dispatchEvent(new PointerEvent('pointermove', at(-40, 30)));
                dispatchEvent(new PointerEvent('pointerup', at(-40, 30)));
                dispatchEvent(new PointerEvent('pointermove', at(90, 90)));
                window.before = [box.x, box.y];
                """);
        List<Number> by = browser.js("const b = document.querySelector('.plane circle').getBoundingClientRect();"
                + "return [b.x - window.before[0], b.y - window.before[1]]");
        assertEquals(-40, by.get(0).doubleValue(), 8);
        assertEquals(30, by.get(1).doubleValue(), 8);
        browser.find(".play").click();
        assertEquals(List.of(), browser.console());
    }

    @Test
    void byKeyboardToo() {
        browser.find(".plane svg").sendKeys(Keys.PAGE_DOWN, "+", "-");
        assertEquals(102, browser.all(".plane circle").size());
        browser.find(".plane svg").sendKeys(Keys.DELETE, Keys.PAGE_UP, Keys.DELETE);
        assertEquals(100, browser.all(".plane circle").size());
    }

    @Test
    void whatItCannotShowIsSaid() {
        for (var wrong : List.of(
                List.of("here are 1 point but 2 answers", new double[][] {{1, 2}}, new double[] {1, 1}),
                List.of("point 0 is [1.0, 2.0, 3.0]", new double[][] {{1, 2, 3}}, new double[] {1}),
                List.of("point 1 is null", new double[][] {{1, 2}, null}, new double[] {1, 1}),
                List.of("that of point 0 is 0.5", new double[][] {{1, 2}}, new double[] {0.5}))) {
            String message = assertThrows(IllegalArgumentException.class,
                    () -> Playground.playground((double[][]) wrong.get(1), (double[]) wrong.get(2))).getMessage();
            assertTrue(message.contains((String) wrong.get(0)), message);
        }
    }

    private static double loss() {
        return Double.parseDouble(browser.find(".headline").getText().replaceAll(".*loss ([^,]*),.*", "$1"));
    }

    private static void choose(String css, String text) {
        browser.find(css).sendKeys(Keys.chord(Keys.CONTROL, "a"), text, Keys.TAB);
    }
}
