package playmore.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import playmore.Beside;

/** What makes the notes a book to learn from, in a real browser. */
@Beside
class BookTest {

    private static final String CHAPTER_05 = "05-manual-backprop/index.html", CHAPTER_14 = "14-neural-net/index.html";

    @RegisterExtension
    static final Browser browser = new Browser();

    @BeforeEach
    void forget() {
        browser.size(1280, 900, false);
        browser.forget();
    }

    @Test
    void answersAreFoldedUntilTheyAreAskedFor() {
        browser.open(CHAPTER_05);
        WebElement answer = browser.find("details.answer");
        assertEquals("Pause: what is dL/dL? If L grows by h, by how much does L grow?", browser.find(".pause").getText());
        assertTrue(browser.<Boolean>js("return [...document.querySelectorAll('.answer')].every(a => !a.open)"));
        assertTrue(browser.<Boolean>js("return document.querySelectorAll('.answer h2, .answer .pause').length === 0"), "an answer ends before the next question");
        assertFalse(browser.find("main").getText().contains("dL/dL by bump = 0.99999"));
        browser.find("details.answer > summary").click();
        assertTrue(answer.getText().contains("dL/dL by bump = 0.99999"));
        assertTrue(answer.getText().contains("By h, of course"));
    }

    @Test
    void allAnswersCanBeOpenedAndStayOpen() {
        browser.open(CHAPTER_05);
        browser.find("button.answers").sendKeys(Keys.ENTER);
        assertTrue(browser.<Boolean>js("return [...document.querySelectorAll('.answer')].every(a => a.open)"));
        browser.open(CHAPTER_14);
        assertTrue(browser.<Boolean>js("return [...document.querySelectorAll('.answer')].every(a => a.open)"));
        browser.find("button.answers").click();
        assertEquals("Open all answers", browser.find("button.answers").getText());
    }

    /** The browser says when it prints; the pictures that move show their end. */
    @Test
    void onPaperAnswersAreOpenAndMotionsAtTheirEnd() {
        browser.open(CHAPTER_05);
        browser.js("dispatchEvent(new Event('beforeprint'))");
        assertTrue(browser.<Boolean>js("return [...document.querySelectorAll('.answer')].every(d => d.open)"));
        assertEquals("grad 6.0000", browser.js("return document.querySelector('.motion .node.input').lastElementChild.textContent"));
        browser.js("dispatchEvent(new Event('afterprint'))");
        assertTrue(browser.<Boolean>js("return [...document.querySelectorAll('.answer')].every(a => !a.open)"));
        assertEquals("grad 0.0000", browser.js("return document.querySelector('.motion .node.input').lastElementChild.textContent"));
    }

    @Test
    void aFailureIsNotFolded() {
        browser.open("90-odd/index.html");
        assertTrue(browser.find(".failure").isDisplayed());
    }

    @Test
    void whatIsNewInAClassIsMarkedAndSaid() {
        browser.open("11-accumulate-gradients/index.html");
        List<String> fresh = browser.js("return [...document.querySelectorAll('.line.new')].map(l => l.textContent.replace(/\\/\\/.*/s, '').trim())");
        assertEquals(List.of("grad += 1.0 * out.grad;", "other.grad += 1.0 * out.grad;", "grad += other.data * out.grad;", "other.grad += data * out.grad;",
                "out.rule = () -> grad += (1 - t * t) * out.grad;", "for (Value v : topo) if (!v.children.isEmpty()) v.grad = 0;", "grad += 1.0;"), fresh);
        assertEquals("+ 7 lines are not as above, and of those there 6 are gone.", browser.js("return document.querySelector('.differs').textContent"));
        assertEquals("\"+\"", browser.js("return getComputedStyle(document.querySelector('.line.new'), '::before').content"), "not by colour alone");
    }

    @Test
    void codeIsHighlightedAsJavaAndFormulasAreNot() {
        browser.open(CHAPTER_05);
        assertEquals(List.of(), browser.<List<String>>js("return [...document.querySelectorAll('code.hljs')].filter(c => !c.matches('.language-java')).map(c => c.className)"));
        assertEquals(0L, browser.<Long>js("return document.querySelectorAll('code:not(.language-java) .hljs-keyword').length"));
    }

    @Test
    void copiedCodeIsTheCode() {
        browser.open("11-accumulate-gradients/index.html");
        String code = browser.js("return document.querySelector('.line.new').closest('code').textContent");
        String written = NotesRun.SCRIPTS.get(2).blocks().stream().filter(b -> b instanceof playmore.replay.Script.Cell)
                .map(b -> ((playmore.replay.Script.Cell) b).code()).filter(c -> c.contains("+= 1.0 * out.grad")).findFirst().orElseThrow();
        assertEquals(written + "\n", code);
        assertTrue(browser.find(".copy").isDisplayed(), "without being pointed at");
    }

    /** No line of code is cut off, whatever the width. */
    @Test
    void longLinesGoOnBelow() {
        browser.size(390, 844, true);
        browser.open(CHAPTER_14);
        browser.js("document.querySelectorAll('details').forEach(d => d.open = true)");
        assertEquals(List.of(), browser.<List<String>>js("return [...document.querySelectorAll('pre.code')].filter(p => p.scrollWidth > p.clientWidth + 1).map(p => p.textContent)"));
    }

    @Test
    void theSideBarListsChaptersAndHeadings() {
        browser.open(CHAPTER_05);
        assertEquals(NotesRun.SCRIPTS.size(), browser.all("#side .list > li").size());
        assertEquals("05 · Backpropagation by hand", browser.find("#side .list > li > [aria-current=page]").getText());
        browser.find("#side .list ol li:nth-child(3) a").click();
        assertTrue(browser.<String>js("return location.hash").equals("#05-the-heart-of-it-c-and-e"));
        browser.await(() -> browser.all("#side .list ol [aria-current]").stream().anyMatch(a -> a.getText().equals("The heart of it: c and e")));
    }

    /** The list at the side shows where one is; the page itself begins at its beginning. */
    @Test
    void theLastChapterIsInSight() {
        browser.size(1280, 200, false);
        browser.open("90-odd/index.html");
        assertEquals(0L, browser.<Number>js("return scrollY").longValue());
        assertTrue(browser.<Boolean>js("const at = document.querySelector('#side [aria-current]').getBoundingClientRect(); return at.top > 0 && at.bottom < innerHeight"));
    }

    @Test
    void onAPhoneTheSideBarComesWhenAskedFor() {
        browser.size(390, 844, true);
        browser.open(CHAPTER_05);
        assertFalse(browser.find("#side").isDisplayed());
        browser.find(".menu").click();
        assertTrue(browser.find("#side").isDisplayed());
        assertEquals("true", browser.find(".menu").getAttribute("aria-expanded"));
        browser.find("#side input").sendKeys(Keys.ESCAPE);
        assertFalse(browser.find("#side").isDisplayed());
        assertEquals("menu", browser.js("return document.activeElement.className"), "the focus is where it was");
    }

    @Test
    void searchFindsWhatIsInAFoldedAnswerOfAnotherChapter() {
        browser.open(CHAPTER_14);
        browser.press("/");
        browser.find("#side input").sendKeys("Simmons bicycle");
        browser.await(() -> !browser.all("#side .found a").isEmpty());
        assertEquals("1 place", browser.find("#side .count").getText());
        assertTrue(browser.find("#side .found a").getText().startsWith("05 · Backpropagation by hand · The heart of it: c and e"));
        browser.find("#side input").sendKeys(Keys.ENTER);
        browser.await(() -> browser.file().startsWith("05-"));
        browser.await(() -> browser.<Boolean>js("return [...document.querySelectorAll('.answer[open]')].some(a => a.textContent.includes('Simmons'))"));
        assertTrue(browser.<Long>js("return CSS.highlights.get('sought').size") >= 2);
        browser.find("#side input").sendKeys("no such words as these");
        browser.await(() -> browser.find("#side .count").getText().equals("Nothing has all of these words"));
    }

    @Test
    void theThemeIsChosenAndRemembered() {
        String color = "return getComputedStyle(document.body).backgroundColor";
        browser.open(CHAPTER_05);
        String light = browser.js(color);
        browser.find(".theme").sendKeys("Dark");
        String dark = browser.js(color);
        assertNotEquals(light, dark);
        int tries = 20;    // Chromium keeps what it is told in its own time
        do {
            browser.open("23-break-it/02-Backward-through-L.html");
        } while (!dark.equals(browser.js(color)) && --tries > 0);
        assertEquals(dark, browser.js(color), "on a page of its own, too");
        browser.open(CHAPTER_14);
        assertEquals("dark", browser.find(".theme").getAttribute("value"));
        browser.find(".theme").sendKeys("As");
        assertEquals(light, browser.js(color));
    }

    /** A graph that fits is there as it was drawn; one that does not begins at its root. Text is 12 pixels at least. */
    @Test
    void graphsCanBeRead() {
        for (String file : List.of(CHAPTER_05, CHAPTER_14)) {
            browser.open(file);
            browser.js("document.querySelectorAll('details').forEach(d => d.open = true)");
            List<Number> sizes = browser.js("return [...document.querySelectorAll('figure.image .picture > svg')].filter(s => s.querySelector('.graph'))"
                    + ".map(s => 12 * s.getBoundingClientRect().width / s.viewBox.baseVal.width)");
            assertTrue(sizes.stream().allMatch(size -> size.doubleValue() > 11.9), sizes::toString);
        }
        assertTrue(browser.<Boolean>js("""
                return [...document.querySelectorAll('.picture.moves')].every(box => {
                  const root = box.querySelector('.output').getBoundingClientRect(), frame = box.getBoundingClientRect();
                  return root.left > frame.left && root.right < frame.right && root.top > frame.top && root.bottom < frame.bottom;
                })"""));
        assertTrue(browser.<Long>js("return document.querySelectorAll('.picture.moves').length") >= 2);
    }

    @Test
    void aLargeGraphIsZoomedAndMovedByKeys() {
        browser.open(CHAPTER_14);
        browser.js("document.querySelectorAll('details').forEach(d => d.open = true)");
        WebElement box = browser.all(".picture.moves").stream().reduce((a, b) -> b).orElseThrow();
        double drawn = width(box);
        box.sendKeys("-");
        assertEquals(drawn / 1.25, width(box), 1);
        box.sendKeys("1");
        assertEquals(drawn, width(box), 1);
        box.sendKeys("0");
        assertTrue(width(box) < 1100, "all of it is there");
        box.sendKeys("++");
        assertTrue(width(box) > 1100);
        browser.js("arguments[0].scrollLeft = 0", box);
        box.sendKeys(Keys.ARROW_RIGHT);
        browser.await(() -> browser.<Number>js("return arguments[0].scrollLeft", box).doubleValue() > 0);
        assertEquals(CHAPTER_14, browser.file(), "the arrow does not turn the page");
    }

    private static double width(WebElement box) {
        return browser.<Number>js("return arguments[0].firstElementChild.getBoundingClientRect().width", box).doubleValue();
    }

    /** e is made of a and b, and goes into d and L; c and f are beside its paths. */
    @Test
    void aValueLightsUpThePathsThroughIt() {
        browser.open(CHAPTER_05);
        String lit = "return [...document.querySelectorAll('figure.image svg')[0].querySelectorAll('.node:not(.op).on text:first-of-type')].map(t => t.textContent).sort()";
        browser.js("document.querySelector('figure.image .output').focus()");
        assertEquals(List.of("L", "a", "b", "c", "d", "e", "f"), browser.js(lit));
        WebElement focused = browser.js("return document.activeElement");
        focused.sendKeys(Keys.ARROW_LEFT);
        assertEquals("d: data 4.0, grad 0.0", browser.js("return document.activeElement.querySelector('title').textContent"));
        browser.<WebElement>js("return document.activeElement").sendKeys(Keys.ARROW_LEFT);
        assertEquals(List.of("L", "a", "b", "d", "e"), browser.js(lit));
        assertEquals(1L, browser.<Long>js("return document.querySelectorAll('figure.image svg')[0].querySelectorAll('.node[tabindex=\"0\"]').length"));
        browser.js("document.activeElement.blur()");
        assertEquals(List.of(), browser.js(lit));
    }

    @Test
    void picturesSayWhatIsDrawn() {
        browser.open(CHAPTER_05);
        assertEquals("Graph of L: 7 values, made of a, b, c, f. Data -8.0000, gradient 0.0000.", browser.find("figure.image svg").getAttribute("aria-label"));
        browser.open("07-neuron/index.html");
        List<String> texts = browser.js("return [...document.querySelectorAll('figure.image svg[aria-label]')].map(s => s.getAttribute('aria-label'))");
        assertTrue(texts.get(0).startsWith("A neuron: the inputs"), texts::toString);
        assertTrue(texts.get(1).matches("Plot: tanh\\. y by x\\. tanh, a line from -0\\.9999 at -5\\.000 to .*"), texts::toString);
    }

    @Test
    void theStatusIsSpokenWithTheRule() {
        browser.open(CHAPTER_05);
        browser.js("document.querySelectorAll('details').forEach(d => d.open = true)");
        assertEquals("", browser.js("return document.querySelector('.motion .spoken').textContent"), "nothing is said before something is done");
        for (int i = 0; i < 6; i++) browser.find(".motion .forward").click();
        assertEquals("Step 6 of 7: dL/da = dL/de · de/da = −2 · −3 = 6", browser.js("return document.querySelector('.motion .spoken').textContent"));
        WebElement play = browser.find(".motion .play");
        assertEquals("Play", play.getAccessibleName().strip());
        play.click();
        assertEquals("Pause", play.getAccessibleName().strip());
    }

    @Test
    void allChaptersAreOnOnePage() {
        browser.open("lecture/index.html");
        assertEquals(NotesRun.SCRIPTS.size(), browser.all("article").size());
        assertEquals("#05-manual-backprop", browser.js("return document.querySelector('#side .list a').hash"));
    }
}
