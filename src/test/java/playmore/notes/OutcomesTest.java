package playmore.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import playmore.MakesFiles;
import playmore.draw.DrawDot;
import playmore.engine.Value;
import playmore.motion.Motion;
import playmore.output.Page;
import playmore.output.Picture;
import playmore.output.ShownTable;
import playmore.replay.Event;
import playmore.replay.SourceFragment;
import playmore.replay.Script;

/** What came of a cell, as each of the notes says it. */
class OutcomesTest extends MakesFiles {

    private static final String SVG = "<?xml version='1.0'?>\n<svg width='2' height='1'><g id='p'/></svg>\n";

    private Script script;

    @BeforeEach
    void readScript() throws IOException {
        script = Script.read(Files.writeString(out.resolve("30-mine.jsh"), """
                // # 30 · Costs $6 and $7, a*b*c
                // Lecture [0:00:01](https://u)
                //
                // From $6 to $7; `$x$` and \\$8, [$9](https://u/$9). <https://u/$1$>
                //
                // | $a | b$ |
                // | --- | --- |
                // | \\\\$1 | $2 |
                chapter("30-mine");
                """));
    }

    /** A dollar begins no formula for those readers that know mathematics, and is one for all. */
    @Test
    void dollarsAreDollars() {
        String markdown = MarkdownPage.of(new RecordedChapter(script, List.of(new RecordedChapter.Part(script.blocks().get(0), false, List.of())), true));
        assertTrue(markdown.startsWith("# 30 · Costs \\$6 and \\$7, a\\*b\\*c\n"), markdown);
        assertTrue(markdown.contains("""
                From \\$6 to \\$7; `$x$` and \\$8, [\\$9](https://u/$9). <https://u/$1$>

                | \\$a | b\\$ |
                | --- | --- |
                | \\\\\\$1 | \\$2 |
                """), markdown);
        assertTrue(Notebook.of(new RecordedChapter(script, List.of(new RecordedChapter.Part(script.blocks().get(0), false, List.of())), true), "", Path.of(".")).contains("From \\\\$6 to \\\\$7; `$x$`"));
        Outcome failure = new Outcome.Failed(failure("cost $1 or $2"));
        assertTrue(markdown(failure).contains("cost \\$1 or \\$2"));
        assertTrue(markdown(table(List.of("$1 and $2"), 1)).contains("| \\$1 and \\$2 |"));
    }

    @Test
    void aTableHasItsRowsAndSaysHowManyAreLeft() {
        Outcome all = table(IntStream.range(0, 200).mapToObj(i -> "r" + i).toList(), 200);
        Outcome more = table(IntStream.range(0, 200).mapToObj(i -> "r" + i).toList(), 1234);
        for (Outcome table : List.of(all, more)) {
            assertEquals(200, html(table).split("<td").length - 1);
            assertEquals(202 + 2, markdown(table).lines().count());
            assertEquals(200, NotebookTest.joined(output(table).getAsJsonObject("data").get("text/html")).split("<td").length - 1);
        }
        assertTrue(markdown(all).startsWith("| c |\n| ---: |\n| r0 |\n| r1 |\n"), markdown(all));
        assertFalse(html(all).contains("more") || markdown(all).contains("more"));
        assertTrue(html(more).contains("<figcaption>rows, and 1034 rows more · <a class=\"made\" href=\"../30-mine/02-rows.csv\">"), html(more));
        assertTrue(markdown(more).endsWith("\n\n… and 1034 rows more: [02-rows.csv](<02-rows.csv>)"), markdown(more));
    }

    @Test
    void stepsAreNumberedFromOne() {
        Motion motion = new Motion("Up", List.of(), List.of(List.of("first", "why"), List.of("second"), List.of("third")), 0);
        assertEquals("**Up**\n\n1. first — why\n2. second\n3. third", markdown(new Outcome.Animated(motion)));
        assertEquals("**Up**\n\n1. first — why\n2. second\n3. third",
                NotebookTest.joined(output(new Outcome.Animated(motion)).getAsJsonObject("data").get("text/markdown")));
    }

    @Test
    void aFailureTellsThroughWhichCallsItCame() {
        Outcome stopped = new Outcome.Failed(failure("it <failed>"));
        assertEquals("<div class=\"failure\" role=\"alert\"><p><strong>Stopped</strong> at mine.jsh:7: it &lt;failed&gt;</p>\n"
                + "<pre>at f (mine.jsh:3)\nat the code (mine.jsh:7)</pre>\n</div>\n", html(stopped));
        assertEquals("**Stopped** at mine.jsh:7: it \\<failed\\>\n\n```text\nat f (mine.jsh:3)\nat the code (mine.jsh:7)\n```", markdown(stopped));
        JsonObject error = output(stopped);
        assertEquals("error", error.get("output_type").getAsString());
        assertEquals("it <failed>", error.get("evalue").getAsString());
        assertEquals(List.of("mine.jsh:7: it <failed>", "at f (mine.jsh:3)", "at the code (mine.jsh:7)"),
                StreamSupport.stream(error.getAsJsonArray("traceback").spliterator(), false).map(JsonElement::getAsString).toList());
    }

    @Test
    void aStringOfSeveralLinesIsShownAsThat() {
        Outcome lines = new Outcome.Resulted(new Event.Result("a <\nb", "\"a <\\nb\"", "String"));
        assertEquals("<pre class=\"value\" title=\"String\">a &lt;\nb</pre>\n", html(lines));
        assertEquals("```text\na <\nb\n```", markdown(lines));
        assertEquals("a <\nb", NotebookTest.joined(output(lines).getAsJsonObject("data").get("text/plain")));
        assertEquals(1, output(lines).get("execution_count").getAsInt(), "of the first cell");
    }

    @Test
    void aPageIsShownAndLinked() {
        Outcome page = new Outcome.Made(new Page(Path.of("out/30-mine/03-walk.html"), "A [walk]", "<p>how</p>\n"));
        assertEquals("<p>how</p>\n<p class=\"file\">As a page of its own: <a class=\"made\" href=\"../30-mine/03-walk.html\">03-walk.html</a></p>\n", html(page));
        assertEquals("[A \\[walk\\]](<03-walk.html>)", markdown(page));
        assertEquals("[A \\[walk\\]](<03-walk.html>)", NotebookTest.joined(output(page).getAsJsonObject("data").get("text/markdown")));
    }

    @Test
    void aPictureIsShownAndLinked() {
        Outcome picture = picture();
        assertEquals("<figure class=\"image\"><div class=\"picture\"><svg aria-label=\"a\" role=\"img\" style=\"--width:2px\" viewBox=\"0 0 2 1\">\n<g id=\"30-s1-p\"/>\n</svg></div>"
                + "<figcaption><a class=\"made\" href=\"../05-test/01-L.svg\">01-L.svg</a></figcaption></figure>\n", html(picture));
        assertEquals("![01-L.svg](<01-L.svg>)", markdown(picture));
        JsonObject data = output(picture).getAsJsonObject("data");
        assertEquals("<img alt=\"a\" src=\"data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(SVG.getBytes(StandardCharsets.UTF_8)) + "\">",
                NotebookTest.joined(data.get("text/html")));
        assertEquals("01-L.svg", NotebookTest.joined(data.get("text/plain")));
    }

    /** The last that is no graph, else the last graph, else the last of an earlier run. */
    @Test
    void onePictureStandsForAChapter() {
        Outcome graph = new Outcome.Made(DrawDot.drawDot(new Value(1, "a"))), first = picture(), last = picture();
        RecordedChapter chapter = chapter(new Outcome.Printed("a\n", false), first, last, graph);
        assertEquals(List.of("02-L.svg", "03-L.svg", "01-a.svg"), chapter.files());
        assertEquals("03-L.svg", chapter.thumbnail(List.of("09-old.svg")));
        assertEquals("01-a.svg", chapter(graph).thumbnail(List.of("09-old.svg")));
        assertEquals("09-old.svg", chapter().thumbnail(List.of("08-old.svg", "09-old.svg", "10-old.csv")));
        assertEquals(null, chapter().thumbnail(List.of("10-old.csv")));
        String body = HtmlPage.of(chapter, List.of("09-old.svg"), new ClassDiffs()).body();
        assertTrue(body.contains("id=\"30-s1-p\"") && body.contains("id=\"30-s2-p\"") && body.contains("From an earlier run: <a class=\"made\" href=\"../30-mine/09-old.svg\">"), body);
        assertFalse(HtmlPage.of(chapter, List.of(), new ClassDiffs()).body().contains("earlier"));
    }

    private static Outcome picture() {
        return new Outcome.Made(new Picture("L", "a", SVG) {});
    }

    @Test
    void whatWasTypedIsMarked() {
        RecordedChapter typed = new RecordedChapter(script, List.of(new RecordedChapter.Part(script.blocks().get(1), true, List.of())), true);
        assertTrue(HtmlPage.of(typed, List.of(), new ClassDiffs()).body().contains("<div class=\"cell typed\">\n<p>Typed at the prompt</p>\n"));
        assertTrue(MarkdownPage.of(typed).contains("\n*Typed at the prompt:*\n\n```java\n"));
        assertFalse(HtmlPage.of(chapter(), List.of(), new ClassDiffs()).body().contains("prompt") || MarkdownPage.of(chapter()).contains("prompt"));
    }

    @Test
    void anErrorStreamIsSetApart() {
        assertEquals("<pre class=\"printed error\">a &lt; b</pre>\n", html(new Outcome.Printed("a < b\n", true)));
        assertEquals("<pre class=\"printed\">a</pre>\n", html(new Outcome.Printed("a\n", false)));
        assertEquals("stderr", output(new Outcome.Printed("a\n", true)).get("name").getAsString());
        assertEquals("stdout", output(new Outcome.Printed("a\n", false)).get("name").getAsString());
        assertEquals("````text\n```\n````", markdown(new Outcome.Printed("```\n", false)));
    }

    private static Event.Failed failure(String message) {
        Script.Timecode time = new Script.Timecode("0:00:01", "https://u");
        return new Event.Failed(null, time, new SourceFragment("mine.jsh", 5, "f()"), 7, message, List.of("at f (mine.jsh:3)", "at the code (mine.jsh:7)"));
    }

    private static Outcome table(List<String> cells, int count) {
        List<List<String>> rows = cells.stream().map(List::of).toList();
        return new Outcome.Made(new ShownTable("rows", List.of("c"), List.of(true), rows, List.of(), count, Path.of("out/30-mine/02-rows.csv")));
    }

    private String html(Outcome outcome) {
        String page = HtmlPage.of(chapter(outcome), List.of(), new ClassDiffs()).body(), before = "</code></pre>\n";
        return page.substring(page.indexOf(before) + before.length(), page.lastIndexOf("</div>\n", page.indexOf("</article>")));
    }

    private String markdown(Outcome outcome) {
        String page = MarkdownPage.of(chapter(outcome)), before = "chapter(\"30-mine\");\n```\n\n";
        return page.substring(page.indexOf(before) + before.length(), page.length() - 1);
    }

    private JsonObject output(Outcome outcome) {
        var cells = JsonParser.parseString(Notebook.of(chapter(outcome), "", Path.of("."))).getAsJsonObject().getAsJsonArray("cells");
        return cells.get(cells.size() - 1).getAsJsonObject().getAsJsonArray("outputs").get(0).getAsJsonObject();
    }

    private RecordedChapter chapter(Outcome... outcomes) {
        return new RecordedChapter(script, List.of(new RecordedChapter.Part(script.blocks().get(1), false, List.of(outcomes))), true);
    }
}
