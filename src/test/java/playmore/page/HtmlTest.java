package playmore.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import playmore.MakesFiles;
import playmore.output.Page;

class HtmlTest extends MakesFiles {

    @Test
    void aPageIsOneFileWithAllThatItNeeds() throws IOException {
        Page page = Html.page("A & <b>", ".mine {}", "go('$1');", prefix -> "<p id=\"" + prefix + "x\">{{title}} $1 \\</p>");
        assertEquals(List.of(page), published);
        assertEquals(out.resolve("05-test/01-A-b.html"), page.file());
        assertEquals(page.file().toString(), page.toString());
        assertEquals("A & <b>", page.title());
        assertEquals("<p id=\"05-test-01-x\">{{title}} $1 \\</p>", page.body());
        String html = Files.readString(page.file());
        for (String part : List.of("<title>A &amp; &lt;b&gt;</title>", ".mine {}", "go('$1');", page.body(), "<!DOCTYPE html>", "charset=\"utf-8\"")) {
            assertTrue(html.contains(part), part);
        }
        for (String part : List.of(Html.asset("page.css"), Html.asset("theme.js"), Html.asset("picture.js"))) {
            assertTrue(part.length() > 100 && html.contains(part), part);
        }
        assertTrue(!html.contains("src=") && !html.contains("<link"), html);
    }

    @Test
    void noTwoPagesOfAChapterShareAnId() {
        Html.page("a", "", "", prefix -> prefix);
        assertEquals("05-test-02-", Html.page("9 lives", "", "", prefix -> prefix).body());
    }

    @Test
    void escapedTextIsThatText() {
        assertEquals("&lt;a href=&quot;x&quot;&gt; &amp;amp; 'b' {{c}}", Html.escape("<a href=\"x\"> &amp; 'b' {{c}}"));
    }

    /** A label may hold any character; HTML and XML may not. */
    @Test
    void whatNoPageCanHoldIsABlank() {
        assertEquals("a b c d e f \uD83D\uDE00\t\n", Html.escape("a\0b\u001Bc\uFFFEd\uD83De\uDC00f \uD83D\uDE00\t\n"));
    }

    @Test
    void aTemplateIsFilledOnce() {
        assertEquals("{{b}} and $0 \\ b", Html.fill("{{a}} and {{b}} b", Map.of("a", "{{b}}", "b", "$0 \\")));
        assertThrows(NullPointerException.class, () -> Html.fill("{{none}}", Map.of()));
    }
}
