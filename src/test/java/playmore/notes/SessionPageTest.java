package playmore.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import playmore.SystemOut;
import playmore.output.Output;
import playmore.output.Picture;
import playmore.replay.Event;

/** The page of a session, open in a real browser while the session goes on. */
class SessionPageTest {

    @RegisterExtension
    static final Browser browser = Browser.ofPages();

    private static Event.Made picture(String title) {
        return new Event.Made(Picture.of(title, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100\" height=\"1500\">"
                + "<text y=\"20\">" + title + "</text></svg>\n"));
    }

    @Test
    void renewsItselfUntilTheSessionEnds() throws Exception {
        AtomicReference<Path> file = new AtomicReference<>();
        try (SessionPage page = new SessionPage(file::set)) {
            page.accept(new Event.Typed("int nothing = 1;"));
            page.accept(new Event.Typed("draw(1 < 2)"));
            page.accept(picture("one"));
            browser.await(() -> text(file.get()).contains("draw(1 &lt; 2)"));
            browser.open(file.get());
            assertEquals(1, browser.all("figure").size());
            assertEquals("int nothing = 1;\ndraw(1 < 2)", browser.js("return document.querySelector('pre.code code').textContent.trim()"));

            browser.size(800, 200, false);
            double scrolled = browser.<Number>js("window.scrollTo(0, 100); return window.scrollY").doubleValue();
            assertEquals(100, scrolled, 2);
            page.accept(new Event.Typed("draw(2)"));
            page.accept(picture("two"));
            browser.await(() -> browser.all("figure").size() == 2);
            browser.await(() -> Math.abs(browser.<Number>js("return window.scrollY").doubleValue() - scrolled) < 2);
            assertEquals(List.of("one", "two"), browser.js("return [...document.querySelectorAll('svg text')].map(t => t.textContent)"));

            page.close();
            browser.await(() -> browser.<Boolean>js("return document.body.innerHTML.includes('version = null')"));
            browser.js("window.still = true");
            Thread.sleep(2500);
            assertTrue(browser.<Boolean>js("return window.still"), "the page of a session that has ended is read again");
            assertEquals(List.of(), browser.console());
            page.accept(picture("late"));    // by a thread that goes on
        }
        assertFalse(Files.readString(file.get()).contains("late"));
    }

    /** The first of many times is enough. */
    @Test
    void whatKeepsItFromBeingWrittenIsSaidOnce(@TempDir Path temp) {
        String before = System.getProperty("playmore.out");
        System.setProperty("playmore.out", temp.toString());
        Output.beginSession();
        try {
            String said = SystemOut.err(() -> {
                try (SessionPage page = new SessionPage(file -> {})) {
                    page.accept(picture("one"));
                    Files.createDirectory(temp.resolve("assets"));
                    Files.writeString(temp.resolve("assets/theme.js"), "mine");
                    page.accept(picture("two"));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            assertTrue(said.startsWith("The page of this session is not written. " + temp.resolve("assets/theme.js")), said);
            assertEquals(1, said.lines().count(), said);
        } finally {
            if (before == null) System.clearProperty("playmore.out");
            else System.setProperty("playmore.out", before);
            Output.beginSession();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where no code is known, as with jshell's own engine. */
    @Test
    void whatIsMadeStandsThereWithoutCode() throws Exception {
        AtomicReference<Path> file = new AtomicReference<>();
        try (SessionPage page = new SessionPage(file::set)) {
            page.accept(picture("alone"));
        }
        String html = Files.readString(file.get());
        assertTrue(html.contains(">alone</text>"), html);
        assertFalse(html.contains("<pre class=\"code\">"), html);
    }
}
