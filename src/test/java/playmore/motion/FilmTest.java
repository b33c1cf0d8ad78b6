package playmore.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static playmore.motion.Film.film;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.function.Executable;
import org.openqa.selenium.Keys;
import playmore.engine.MLP;
import playmore.engine.Rng;
import playmore.engine.Value;
import playmore.lesson.Moons;
import playmore.notes.Browser;
import playmore.output.Page;

/** Trainings played back in a real browser: what they show is what the network said when the shot was taken. */
class FilmTest {

    private static final double[][] XS = {{2, 3, -1}, {3, -1, 0.5}, {0.5, 1, 1}, {1, 1, -1}};
    private static final double[] YS = {1, -1, -1, 1};

    @RegisterExtension
    static final Browser browser = Browser.ofPages();

    /** Trains, and takes down what the network answers at each shot. */
    private static List<List<Double>> train(Film film, Film.Model model, List<Value> parameters, double[][] xs, double[] ys, int steps, double rate) {
        List<List<Double>> answers = new ArrayList<>();
        for (int k = 0; k < steps; k++) {
            List<Value> errors = new ArrayList<>();
            List<Double> now = new ArrayList<>();
            for (int i = 0; i < xs.length; i++) {
                Value y = (Value) model.predict(xs[i]);
                now.add(y.data);
                errors.add(y.sub(ys[i]).pow(2));
            }
            Value loss = Value.sum(errors);
            film.shot(loss);
            answers.add(now);
            parameters.forEach(p -> p.grad = 0);
            loss.backward();
            parameters.forEach(p -> p.data -= rate * p.grad);
        }
        return answers;
    }

    /** What the page computes at the frames of its first run. */
    private static void check(Page page, List<List<Double>> answers) {
        browser.open(page.file());
        List<List<Object>> computed = browser.js("""
                const run = new Run(JSON.parse(document.querySelector('.film script').textContent)[0]);
                run.draw([run]);
                return run.reel.frames.map((shot, frame) => {
                  run.show(shot);
                  return [...run.examples.data[run.examples.root]].map(String);
                });
                """);
        List<Long> frames = browser.js("return JSON.parse(document.querySelector('.film script').textContent)[0].frames");
        assertEquals(frames.size(), computed.size());
        for (int frame = 0; frame < frames.size(); frame++) {
            List<Double> expected = answers.get(frames.get(frame).intValue());
            for (int i = 0; i < expected.size(); i++) {
                assertEquals(expected.get(i), Double.parseDouble((String) computed.get(frame).get(i)), 1e-5, "frame " + frame + ", example " + i);
            }
        }
        assertEquals(List.of(), browser.console());
    }

    @Test
    void itShowsWhatTheNetworkSaid() {
        Rng.seed(5);
        MLP n = new MLP(3, 4, 4, 1);
        Film film = film(n, XS, YS);
        List<List<Double>> answers = train(film, n::predict, n.parameters(), XS, YS, 20, 0.05);
        check(film.show(), answers);
        assertEquals("19 / 19", browser.find(".film output").getText());
        browser.find(".film input").sendKeys(Keys.HOME);
        assertEquals("0 / 19", browser.find(".film output").getText());
        String start = browser.find(".film .headline").getText();
        assertTrue(start.matches("Loss [\\d.]+, [0-4] of 4 right"), start);
        browser.find(".film .forward").click();
        assertEquals("1 / 19", browser.find(".film output").getText());
        browser.js("dispatchEvent(new Event('beforeprint'))");
        assertEquals("19 / 19", browser.find(".film output").getText(), "on paper");
        browser.js("dispatchEvent(new Event('afterprint'))");
        assertEquals("1 / 19", browser.find(".film output").getText());
        browser.find(".film .play").click();
        browser.await(() -> browser.find(".film output").getText().equals("19 / 19"));
        browser.await(() -> browser.find(".film .play").getText().contains("Play"));
        browser.find(".film .back").click();
        assertEquals("18 / 19", browser.find(".film output").getText());
        assertEquals(List.of(), browser.console());
    }

    @Test
    void hundredStepsOfTheMoonsAreSmallEnoughToMail() throws IOException {
        Rng.seed(1337);
        Moons moons = new Moons(100, 0.1);
        MLP n = MLP.relu(2, 16, 16, 1), straight = MLP.relu(2, 1);
        Film film = film(n, moons.xs, moons.ys).label("with a bend");
        Film other = film(straight, moons.xs, moons.ys).label("without");
        List<List<Double>> answers = train(film, n::predict, n.parameters(), moons.xs, moons.ys, 100, 0.001);
        train(other, straight::predict, straight.parameters(), moons.xs, moons.ys, 60, 0.001);
        Page page = film.show(other);
        assertTrue(Files.size(page.file()) < 500_000, Files.size(page.file()) + " bytes");
        check(page, answers);
        assertEquals(List.of("with a bend", "without"), browser.all(".film h2").stream().map(e -> e.getText()).toList());
        assertEquals(2, browser.all(".film canvas").size());
        assertTrue(browser.all(".film .headline").stream().allMatch(e -> e.getText().contains(" of 100 right")));
        List<Number> colors = browser.js("""
                const canvas = document.querySelector('.film canvas'), all = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height).data;
                const found = new Set();
                for (let i = 0; i < all.length; i += 4) found.add(all.slice(i, i + 3).join());
                return [found.size];
                """);
        assertTrue(colors.get(0).intValue() >= 2, "both sides of the border");
    }

    @Test
    void aLongTrainingKeepsTheWholeLossAndTwoHundredFrames() throws IOException {
        Rng.seed(3);
        MLP n = new MLP(3, 2, 1);
        Film film = film(n, XS, YS);
        List<List<Double>> answers = train(film, n::predict, n.parameters(), XS, YS, 1234, 0.01);
        check(film.show(), answers);
        assertEquals("1233 / 1233", browser.find(".film output").getText());
        List<Long> frames = browser.js("return JSON.parse(document.querySelector('.film script').textContent)[0].frames");
        assertTrue(frames.size() <= 202 && frames.get(0) == 0 && frames.get(frames.size() - 1) == 1233, frames::toString);
    }

    /** Its inputs are made into values anew in each neuron, and there is a constant among them. */
    @Test
    void aNetworkOfOnesOwn() {
        Value w = new Value(0.3, "w"), v = new Value(-0.4, "v"), b = new Value(0.1, "b"), unused = new Value(7);
        Film.Model own = x -> new Value(x[0]).mul(w).add(b).tanh().add(new Value(x[1]).mul(v).add(new Value(x[0])).mul(0.5).sigmoid());
        double[][] xs = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
        double[] ys = {0, 1, 1, 0.5};
        Film film = film(own, List.of(w, v, b, unused), xs, ys);
        List<List<Double>> answers = train(film, own, List.of(w, v, b, unused), xs, ys, 10, 0.1);
        check(film.show(), answers);
        assertTrue(browser.find(".film .headline").getText().matches("Loss [\\d.]+"), "no answer is a sign, so none is right or wrong");
    }

    /** Also below 0, where a logarithm has no place, and where there is but one. */
    @Test
    void everyLossHasItsPlace() {
        MLP n = new MLP(3, 2, 1);
        for (double[] losses : new double[][] {{-8}, {0, 0}, {3, -2, 1}, {Double.NaN}}) {
            Film film = film(n, XS, YS);
            for (double loss : losses) film.shot(new Value(loss));
            browser.open(film.show().file());
            List<String> astray = browser.js("""
                    return [...document.querySelectorAll('.film svg *')].map(e => e.outerHTML).filter(html => /NaN|Infinity/.test(html))""");
            assertEquals(List.of(), astray, Arrays.toString(losses));
        }
    }

    @Test
    void whatItCannotShowIsSaid() {
        MLP n = new MLP(3, 2, 1);
        assertEquals("Film(mine, 0 shots)", film(n, XS, YS).label("mine").toString());
        List<Executable> wrong = new ArrayList<>(List.of(() -> film(n, XS, new double[3]), () -> film(null, XS, YS), () -> film(n, null, YS),
                () -> film(n, XS, null), () -> film(n::predict, null, XS, YS), () -> film(n::predict, Arrays.asList((Value) null), XS, YS),
                () -> film(n, XS, YS).shot(null), () -> film(n, XS, YS).show(null)));
        for (double[] example : new double[][] {null, {}, {1, 2}, {1, 2, Double.NaN}, {1, 2, Double.POSITIVE_INFINITY}}) {
            wrong.add(() -> film(n, new double[][] {{1, 2, 3}, example}, new double[] {1, 1}));
        }
        wrong.add(() -> film(n, new double[][] {{1, 2, 3}}, new double[] {Double.NaN}));
        for (Executable e : wrong) assertThrows(IllegalArgumentException.class, e);
        assertEquals("A film needs examples, and an answer to each: here are 2 examples but only 1 answer", assertThrows(
                IllegalArgumentException.class, () -> film(n, new double[2][3], new double[1])).getMessage());
        assertEquals("MLP expects 3 inputs, got 2",
                assertThrows(IllegalArgumentException.class, () -> film(n, new double[][] {{1, 2}}, new double[1])).getMessage());
        assertThrows(IllegalArgumentException.class, () -> film(x -> null, List.of(), XS, YS));
        String none = assertThrows(IllegalStateException.class, () -> film(n, XS, YS).show()).getMessage();
        assertTrue(none.contains("film.shot(loss)"), none);
        Film foreign = film(n::predict, new MLP(3, 2, 1).parameters(), XS, YS);
        foreign.shot(new Value(1));
        assertTrue(assertThrows(IllegalArgumentException.class, foreign::show).getMessage().contains("those of another network"));
        Value w = new Value(2, "w");
        for (Film.Model hidden : List.<Film.Model>of(x -> w.mul(x[0] * x[1]), x -> x[0] > 0.5 ? w.mul(x[0]) : w.mul(x[0]).add(1))) {
            Film film = film(hidden, List.of(w), XS, YS);
            film.shot(new Value(1));
            assertTrue(assertThrows(IllegalArgumentException.class, film::show).getMessage().contains("not in the expression"));
        }
    }

    @Test
    void aLossThatIsNoNumberDoesNotStopIt() {
        MLP n = new MLP(3, 2, 1);
        Film film = film(n, XS, YS).label(null);
        Stream.of(3.0, 2.0, Double.NaN, Double.POSITIVE_INFINITY).forEach(loss -> film.shot(new Value(loss)));
        n.parameters().forEach(p -> p.data = Double.NaN);
        film.shot(new Value(Double.POSITIVE_INFINITY));
        browser.open(film.show().file());
        assertTrue(browser.find(".film .headline").getText().startsWith("Loss Infinity"));
        browser.find(".film .back").click();
        for (int i = 0; i < 3; i++) browser.find(".film .back").click();
        assertTrue(browser.find(".film .headline").getText().startsWith("Loss 3"));
        assertEquals(List.of(), browser.console());
    }
}
