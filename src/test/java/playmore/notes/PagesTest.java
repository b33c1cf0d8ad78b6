package playmore.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import playmore.Beside;
import playmore.replay.Script;

/** The pages of the notes, opened in a real browser. */
@Beside
class PagesTest {

    private static final String UNFOLD = "document.querySelectorAll('details').forEach(details => details.open = true)";

    @RegisterExtension
    static final Browser browser = new Browser();

    private static List<Path> pages() throws IOException {
        return files(NotesRun.out(), ".html");
    }

    private static List<Path> files(Path folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(suffix)).sorted().toList();
        }
    }

    /** Opens a file of the notes, and all that is folded in it. */
    private static void unfold(String file) {
        browser.open(file);
        browser.js(UNFOLD);
    }

    @Test
    void contentsLinkToEveryChapterThatRan() {
        browser.open("index.html");
        List<String> links = browser.js("return [...document.querySelectorAll('.chapters h2 a')].map(a => a.getAttribute('href'))");
        assertEquals(NotesRun.SCRIPTS.stream().map(s -> s.name() + "/index.html").toList(), links);
        for (Script script : NotesRun.SCRIPTS) {
            String time = "return [...document.querySelectorAll('.chapters a.time')].some(a => a.href === arguments[0])";
            assertTrue(browser.<Boolean>js(time, script.timecode().link()), script.name());
        }
        assertTrue(browser.find(".chapters").getText().contains("Not run yet: run 06"));
    }

    /** Each is opened once: that takes a browser longer than all that is asked here. */
    @Test
    void everyPageIsWhole() throws IOException {
        List<String> faults = new ArrayList<>();
        for (Path page : pages()) {
            browser.size(390, 844, true);
            browser.open(page);
            long width = browser.<Long>js("return document.documentElement.scrollWidth");
            if (width != 390) faults.add(page + " is wider than a phone: " + width);
            browser.size(1100, 900, false);
            browser.js(UNFOLD);
            browser.js("document.querySelectorAll('img').forEach(i => i.loading = 'eager')");
            browser.await(() -> browser.js("return [...document.images].every(i => i.complete)"));
            brokenLinks().forEach(link -> faults.add(page + " has a broken link: " + link));
            browser.console().forEach(line -> faults.add(page + " writes to the console: " + line));
            browser.<List<String>>js("""
                    const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
                    return [...ids.filter((id, i) => ids.indexOf(id) < i),
                      ...[...document.images].filter(i => i.naturalWidth <= 10 || i.width <= 10).map(i => i.src),
                      ...[...document.querySelectorAll('.picture svg')].map(s => s.getBoundingClientRect()).filter(r => r.width <= 50 || r.height <= 20)
                        .map(r => 'an SVG of ' + r.width + ' x ' + r.height)];
                    """).forEach(id -> faults.add(page + " has twice, or too small: " + id));
        }
        assertEquals(List.of(), faults);
        browser.open("05-manual-backprop/index.html");
        assertEquals(7 + 1 + 1, browser.all(".picture svg").size(), "drawn, in motion, live");
    }

    /** Those of the page that is open. */
    private static List<String> brokenLinks() throws IOException {
        List<String> broken = new ArrayList<>();
        List<String> links = browser.js("return [...document.querySelectorAll('[href], [src]')].map(e => e.href?.baseVal ?? e.href ?? e.src)");
        List<String> followed = browser.js("return [...document.querySelectorAll('a[href]')].map(e => e.href?.baseVal ?? e.href)");
        for (String link : links) {
            URI uri = URI.create(link);
            if (NotesRun.authors(link) && followed.contains(link)) continue;
            Path target = "file".equals(uri.getScheme()) ? Path.of(uri.getPath()) : null;    // else it leads to the network
            boolean there = target != null && Files.exists(target)
                    && (uri.getFragment() == null || Files.readString(target).contains("id=\"" + uri.getFragment() + "\""));
            if (!there) broken.add(link);
        }
        return broken;
    }

    @Test
    void chaptersShowCodeResultsAndTables() {
        unfold("05-manual-backprop/index.html");
        assertTrue(browser.all("code.language-java .hljs-keyword").size() > 5);
        List<String> printed = browser.js("return [...document.querySelectorAll('.printed')].map(e => e.textContent)");
        assertTrue(printed.contains("dL/da = 6.0"), printed::toString);
        assertTrue(printed.stream().noneMatch(text -> text.contains("|")), "tables are tables, not text");
        assertEquals("a 6 6.0000", browser.find("figure.table tbody tr:nth-child(6)").getText().replaceFirst(" [-\\d.E]+$", ""));
        assertEquals("https://www.youtube.com/watch?v=VMj-3S1tku0&t=2080s", browser.find("[id='05-one-step-back-d-and-f'] a").getAttribute("href"));
        assertTrue(browser.all(".pause").size() > 3);
        browser.open("23-break-it/index.html");
        assertEquals(0, browser.all(".picture svg[width]").size());
    }

    @Test
    void theScrubberShowsTheGradientsFillingIn() {
        unfold("05-manual-backprop/index.html");
        assertEquals(Map.of("L", "0.0000", "d", "0.0000", "f", "0.0000", "c", "0.0000", "e", "0.0000", "a", "0.0000", "b", "0.0000"), grads(0));
        List<String> order = List.of("L", "d", "f", "c", "e", "a", "b");
        Map<String, String> expected = new TreeMap<>(grads(0));
        List<String> right = List.of("1.0000", "-2.0000", "4.0000", "-2.0000", "-2.0000", "6.0000", "-4.0000");
        for (int i = 0; i < order.size(); i++) {
            browser.find(".motion .forward").click();
            expected.put(order.get(i), right.get(i));
            assertEquals(expected, grads(0), "after step " + (i + 1));
            assertEquals(List.of(order.get(i)), marked("changed", 0));
        }
        browser.find(".motion .back").click();
        assertEquals("dL/da = dL/de · de/da = −2 · −3 = 6", browser.find(".motion .now button").getText());
        assertEquals("e = a · b, so de/da = b = −3", browser.find(".motion .now p").getText());
        assertTrue(browser.find(".motion .now p:last-child").getText().matches("Made in line \\d+ of 05-manual-backprop.jsh: .*\"a\"\\).*"));
        assertEquals("6 / 7", browser.find(".motion output").getText());
        browser.all(".motion .steps button").get(2).click();
        assertEquals("-2.0000", grads(0).get("d"));
        assertEquals("0.0000", grads(0).get("f"));
    }

    @Test
    void theScrubberCanBePlayedAndDragged() {
        unfold("05-manual-backprop/index.html");
        WebElement play = browser.find(".motion .play");
        play.click();
        browser.await(() -> browser.find(".motion output").getText().matches("[2-7] / 7"));
        if (play.getText().contains("Pause")) play.click();
        assertTrue(play.getText().contains("Play"));
        browser.find(".motion input").sendKeys(Keys.END);
        assertEquals("-4.0000", grads(0).get("b"));
        browser.find(".motion input").sendKeys(Keys.ARROW_LEFT);
        assertEquals("6 / 7", browser.find(".motion output").getText());
        assertEquals("05-manual-backprop/index.html", browser.file(), "arrows in the scrubber do not turn the page");
    }

    @Test
    void aWrongGradientIsMarked() {
        unfold("11-accumulate-gradients/index.html");
        browser.all(".motion .steps button").get(2).click();
        assertEquals(List.of("a"), marked("wrong", 0));
        assertEquals("1.0000", grads(0).get("a"));
        browser.all(".motion .steps button").get(3).click();
        assertEquals(List.of(), marked("wrong", 0));
        assertEquals("2.0000", grads(0).get("a"));
    }

    @Test
    void theArrowKeysTurnThePages() {
        browser.open("index.html");
        List<String> names = NotesRun.SCRIPTS.stream().map(s -> s.name() + "/index.html").toList();
        for (String name : names) {
            browser.press(Keys.ARROW_RIGHT);
            browser.await(() -> browser.file().equals(name));
        }
        browser.press(Keys.ARROW_RIGHT);
        assertEquals(names.get(names.size() - 1), browser.file());
        browser.press(Keys.ARROW_LEFT);
        browser.await(() -> browser.file().equals(names.get(names.size() - 2)));
        browser.find("nav.bottom .prev").click();
        browser.await(() -> browser.file().equals(names.get(names.size() - 3)));
        browser.find("header.top .contents").click();
        browser.await(() -> browser.file().equals("index.html"));
    }

    @Test
    void aWalkIsOneFileThatNeedsNothingElse() throws IOException {
        Path moved = Files.createTempDirectory("walk").resolve("walk of mine.html");
        Files.copy(NotesRun.out().resolve("23-break-it/02-Backward-through-L.html"), moved);
        browser.open(moved);
        assertEquals(0, browser.all("[src], link").size());
        for (int i = 0; i < 5; i++) {
            browser.press(Keys.ARROW_RIGHT);
        }
        assertEquals(Map.of("L", "1.0000", "v", "-6.0000", "u", "-10.0000", "b", "-20.0000", "a", "24.0000"), grads(0));
        assertEquals("dL/da = dL/du · du/da + dL/dv · dv/da = −10 · −3 − 6 · 1 = 24", browser.find(".now button").getText());
        assertEquals(List.of(), browser.console());
    }

    @Test
    void brokenAlgorithmsStandBesideTheRightOne() {
        browser.open("23-break-it/03-Break-L.html");
        assertEquals(5, browser.all(".mistake").size());
        assertEquals(List.of("u"), marked("wrong", 1), "the first motion begins where the two part");
        assertEquals("-10.0000", grads(0).get("u"));
        assertEquals("-6.0000", grads(1).get("u"));
        browser.find(".motion input").sendKeys(Keys.END);
        assertEquals(Map.of("L", "1.0000", "v", "-6.0000", "u", "-6.0000", "b", "-12.0000", "a", "18.0000"), grads(1));
    }

    /** Where a phone is turned, too. */
    @Test
    void whatAMotionIsAtStaysInSight() {
        try {
            for (int width : List.of(390, 844)) {
                browser.size(width, 600, true);
                if (width == 390) browser.open("23-break-it/03-Break-L.html");
                assertTrue(browser.<Boolean>jsAsync("""
                        requestAnimationFrame(() => setTimeout(() => {
                          const value = document.querySelector('.changed'), at = value.getBoundingClientRect();
                          const box = value.closest('.picture').getBoundingClientRect();
                          arguments[0](at.left >= box.left && at.right <= box.right);
                        }))"""), width + " wide");
            }
        } finally {
            browser.size(1100, 900, false);
        }
    }

    @Test
    void whatTheLearnerTypedIsShownAsItIs() {
        unfold("90-odd/index.html");
        assertEquals("90 · What <b>notes</b> must bear & more", browser.js("return document.title"));
        List<String> printed = browser.js("return [...document.querySelectorAll('.printed')].map(e => e.textContent)");
        assertEquals("<script>document.title = 'broken'</script> & \"quotes\" {{title}} ``` $1 \\", printed.get(0));
        assertEquals("to the error stream", browser.find(".printed.error").getText());
        assertEquals("1|2", browser.find("figure.table tbody td").getText());
        assertEquals("\"<u>value</u>\"", browser.find("pre.value").getText());
        assertTrue(browser.find(".failure").getText().contains("90-odd.jsh:28: java.lang.ArithmeticException: / by zero"),
                () -> browser.find(".failure").getText());
        assertEquals(1, browser.all("article > table").size());
        assertEquals(0, browser.all("main u, main i, main img").size());
    }

    /** The script tries to set {@code h} wherever a learner can type something. */
    @Test
    void nothingThatTheLearnerTypedRuns() throws Exception {
        Path folder = NotesRun.hostile(), chapter = folder.resolve("91-hostile");
        int opened = 0;
        for (Path page : files(folder, ".html")) {
            browser.open(page);
            browser.js("document.querySelectorAll('svg, svg *, .steps button').forEach(e => e.dispatchEvent(new MouseEvent('click')))");
            assertEquals(List.of(), browser.<List<String>>js("""
                    const ours = 'script[src^="../assets/"], script[src^="./assets/"], head > script, script[type="application/json"], .alone > script';
                    return [...document.querySelectorAll('*')].flatMap(e => [
                      ...[...e.attributes].filter(a => /^on/i.test(a.name) || /^\\s*javascript:/i.test(a.value.replace(/\\s/g, '')))
                        .map(a => e.tagName + ' ' + a.name),
                      ...(e.matches('script:not(' + ours + '), iframe, img:not([alt])') ? [e.outerHTML] : [])]);
                    """), page.toString());
            assertEquals("undefined", browser.js("return typeof h"), page.toString());
            opened++;
        }
        assertEquals(5, opened, "the contents, the chapter, all chapters, a walk, and broken algorithms");
        browser.open(chapter.resolve("index.html"));
        String text = browser.js("return document.body.textContent");
        for (String shown : List.of("<script>h=1</script> </title> {{body}} & <img src=x onerror=h=1>", "]]><script>h=1</script>",
                "&lt;script&gt;h=1", "{{body}}$1\\", "own x", "91-hostile.jsh:56: java.lang.IllegalStateException: <script>h=1</script>")) {
            assertTrue(text.contains(shown), shown);
        }
        List<Path> pictures = files(chapter, ".svg");
        assertEquals(2 + 16 + 4 + 1, pictures.size());
        for (Path picture : pictures) {
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(picture.toFile());
        }
        JsonParser.parseString(Files.readString(chapter.resolve("91-hostile.ipynb")));
    }

    @Test
    void readableInTheDark() {
        try {
            browser.open("05-manual-backprop/index.html");
            String light = browser.js("return getComputedStyle(document.body).backgroundColor");
            browser.dark(true);
            String dark = browser.js("return getComputedStyle(document.body).backgroundColor");
            assertEquals("rgb(255, 255, 255)", light);
            assertNotEquals(light, dark);
            String filter = "return getComputedStyle(document.querySelector(arguments[0])).filter";
            assertEquals("invert(0.88) hue-rotate(180deg)", browser.js(filter, ".picture"), "its own colours are for a light page");
            browser.open("05-manual-backprop/01-L.svg");
            assertEquals("invert(0.88) hue-rotate(180deg)", browser.js(filter, "svg"));
            browser.dark(false);
            assertEquals("none", browser.js(filter, "svg"));
            browser.open("05-manual-backprop/index.html");
            assertEquals("none", browser.js(filter, ".picture"));
        } finally {
            browser.dark(false);
        }
        assertFalse(browser.all(".cell").isEmpty());
    }

    /** The gradients that a picture of the page's motions shows, by the labels of the nodes. */
    private static Map<String, String> grads(int picture) {
        return browser.js("""
                const nodes = [...document.querySelectorAll('.motion .picture')][arguments[0]].querySelectorAll('.node');
                const texts = [...nodes].map(n => [...n.querySelectorAll('text')].map(t => t.textContent)).filter(t => t.length > 1);
                return Object.fromEntries(texts.map(t => [t[0], t[t.length - 1].replace('grad ', '')]));
                """, picture);
    }

    /** The labels of the nodes that are marked so. */
    private static List<String> marked(String kind, int picture) {
        return browser.js("""
                const nodes = [...document.querySelectorAll('.motion .picture')][arguments[0]].querySelectorAll('.node.' + arguments[1]);
                return [...nodes].map(n => n.querySelector('text').textContent);
                """, picture, kind);
    }
}
