package playmore.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import playmore.Beside;

/** Nothing keeps anybody out, as far as a program can tell: axe-core looks at every page, with all that is folded open. */
@Beside
@Order(3)    // MarkdownPageTest waits for the notes
class AccessibleTest {

    private static final String UNFOLD = "document.querySelectorAll('details').forEach(details => details.open = true)";
    private static final String FAULTS = """
            const done = arguments[0];
            axe.run({preload: false, resultTypes: ["violations"]}).then(result => done(result.violations.flatMap(rule =>
              rule.nodes.map(node => rule.id + ': ' + node.html.slice(0, 200) + ' ' + node.failureSummary))));
            """;

    private static Browser browser;
    private static String axe;

    @BeforeAll
    static void startBrowser() throws IOException {
        browser = new Browser();
        axe = new String(AccessibleTest.class.getResourceAsStream("/axe.min.js").readAllBytes(), StandardCharsets.UTF_8);
    }

    @AfterAll
    static void stopBrowser() {
        if (browser != null) browser.close();
    }

    @ParameterizedTest
    @CsvSource({"1280, false", "390, true"})
    void noPageHasAFault(int width, boolean dark) throws IOException {
        browser.size(width, 844, width < 500);
        browser.dark(dark);
        List<String> faults = new ArrayList<>();
        for (Path page : pages()) {
            browser.open(page);
            browser.js(UNFOLD);
            browser.js(axe);
            browser.<List<String>>jsAsync(FAULTS).forEach(fault -> faults.add(page.getParent().getFileName() + "/" + page.getFileName() + ": " + fault));
            browser.console().forEach(line -> faults.add(page + " writes to the console: " + line));
            if (browser.<Boolean>js("return document.documentElement.scrollWidth > innerWidth")) faults.add(page + " is wider than the window");
        }
        assertEquals(List.of(), faults);
    }

    @Test
    void eachKindOfPageIsThere() throws IOException {
        assertEquals(6, pages().stream().filter(page -> page.getParent().endsWith("92-moving") && !page.endsWith("index.html")).count());
    }

    /** It would tell. */
    @Test
    void aFaultIsFound() {
        browser.open("index.html");
        browser.js(axe);
        browser.js("document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"x.png\"><h5>far down</h5>')");
        assertEquals(2, browser.<List<String>>jsAsync(FAULTS).size());
        assertFalse(browser.console().isEmpty(), "the picture is not there");
    }

    /** One of each kind: all that notes have, with the lecture as one page, what moves, and two real chapters. */
    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(NotesRun.moving())) {
            return Stream.concat(files.filter(file -> file.toString().endsWith(".html")), Stream.of("index.html", "05-manual-backprop/index.html",
                    "14-neural-net/index.html").map(NotesRun.out()::resolve)).sorted().toList();
        }
    }
}
