package playmore.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import playmore.output.ShownTable;
import playmore.replay.Event;
import playmore.replay.SourceFragment;
import playmore.replay.Script;

/** How a chapter becomes a page: what is folded, what is marked, what the other pages know of it. */
class HtmlPageTest {

    private static final Pattern PART = Pattern.compile("<details class=\"(answer|same)\"[^>]*>|</details>|<h2|<p class=\"pause\">|<p>|<pre class=\"(code|printed)\"|<div class=\"failure\"");

    @TempDir Path temp;

    private Script script;
    private final ClassDiffs listings = new ClassDiffs();

    /** Each cell prints that it ran, but for one that stops. */
    private ChapterSummary page(String... lines) throws IOException {
        script = Script.read(Files.writeString(temp.resolve("30-mine.jsh"), "// # 30 · Mine & yours\n"
                + "// Lecture [0:00:01](https://u?a&b)\n" + String.join("\n", lines) + "\n"));
        List<RecordedChapter.Part> parts = new ArrayList<>();
        for (Script.Block block : script.blocks()) {
            List<Outcome> outcomes = new ArrayList<>();
            if (block instanceof Script.Cell cell && !cell.code().startsWith("class")) {
                outcomes.add(cell.code().contains("stop") ? new Outcome.Failed(new Event.Failed(script, script.timecode(), new SourceFragment("30-mine.jsh", 1, "stop"), 7, "it", List.of()))
                        : new Outcome.Printed("ran", false));
            }
            parts.add(new RecordedChapter.Part(block, false, outcomes));
        }
        return HtmlPage.of(new RecordedChapter(script, parts, true), List.of(), listings);
    }

    /** The page's parts in a word each. */
    private static String parts(ChapterSummary entry) {
        StringBuilder parts = new StringBuilder();
        for (MatchResult part : (Iterable<MatchResult>) PART.matcher(entry.body().substring(entry.body().indexOf("</header>"))).results()::iterator) {
            parts.append(switch (part.group()) {
                case "</details>" -> "]";
                case "<h2" -> "H";
                case "<p class=\"pause\">" -> "?";
                case "<p>" -> "p";
                case "<pre class=\"code\"" -> "c";
                case "<pre class=\"printed\"" -> "o";
                case "<div class=\"failure\"" -> "!";
                default -> part.group(1).equals("answer") ? "[" : "{";
            });
        }
        return parts.toString();
    }

    @Test
    void whatFollowsAQuestionIsFoldedUpToTheNextHeading() throws IOException {
        assertEquals("cop?[ppco]Hp", parts(page("chapter(\"30-mine\");", "// Said.", "//", "// *Pause: what?*", "//", "// This.", "//", "// And that.", "int a;",
                "// ## Next", "// More.")));
    }

    @Test
    void codeThatFollowsAtOnceStands() throws IOException {
        assertEquals("co?c[op]", parts(page("chapter(\"30-mine\");", "// *Pause: what?*", "int a;", "// This.")));
    }

    @Test
    void codeWithoutAnOutcomeIsNoAnswer() throws IOException {
        assertEquals("co?c[p]", parts(page("chapter(\"30-mine\");", "// *Pause: what?*", "class A {}", "// This.")));
        assertEquals("co?cH", parts(page("chapter(\"30-mine\");", "// *Pause: what?*", "class B {}", "// ## Next")));
    }

    @Test
    void aQuestionEndsTheAnswerBefore() throws IOException {
        assertEquals("co?[p]?[p]", parts(page("chapter(\"30-mine\");", "// *Pause: what?*", "//", "// This.", "//", "// *Pause: and?*", "//", "// That.")));
    }

    @Test
    void aFailureIsNeverFolded() throws IOException {
        assertEquals("co?c!p", parts(page("chapter(\"30-mine\");", "// *Pause: what?*", "stop();")));
        assertEquals("co?[p]c!p", parts(page("chapter(\"30-mine\");", "// *Pause: what?*", "//", "// This.", "stop();")));
    }

    @Test
    void aClassThatIsAsBeforeIsFoldedWhereItIsNotAskedAbout() throws IOException {
        listings.next("class A {\n    int x;\n}", "09");
        String[] again = {"class A {", "    int x;", "}"};
        ChapterSummary entry = page("chapter(\"30-mine\");", "// Once more.", again[0], again[1], again[2], "// *Pause: what?*", again[0], again[1], again[2]);
        assertEquals("cop{c]?c", parts(entry));
        assertTrue(entry.body().contains("<summary>The class <code>A</code>, as in chapter 09: 3 lines</summary>"), entry.body());
    }

    @Test
    void newLinesAreNamedAndCounted() throws IOException {
        String one = page("chapter(\"30-mine\");", "// A", "class A {", "    int x;", "}", "// B", "class A {", "    int x;", "    int y;", "}").body();
        assertTrue(one.contains("<pre class=\"code\" data-new=\"2\">") && one.contains("1 line is not as above.</p>"), one);
        String gone = page("chapter(\"30-mine\");", "// A", "class A {", "    long z;", "}").body();
        assertTrue(gone.contains("data-new=\"1\"") && gone.contains("1 line is not as above, and of those there 2 are gone.</p>"), gone);
        String less = page("chapter(\"30-mine\");", "// A", "class A {", "}").body();
        assertTrue(less.contains("data-new=\"\"") && less.contains("No line is not as above, and of those there 1 is gone.</p>"), less);
    }

    @Test
    void headingsHaveIdsOfTheirWordsAndLinksToThemselves() throws IOException {
        ChapterSummary entry = page("// Before.", "// ## What `grad` is: 1, 2 [0:01:02](https://u/62)", "chapter(\"30-mine\");", "// ## Same", "// ## Same", "// ## Same");
        assertEquals(List.of("30-mine", "30-what-grad-is-1-2", "30-same", "30-same-2", "30-same-3"), entry.sections().stream().map(ChapterSummary.Section::id).toList());
        assertEquals(List.of("", "What grad is: 1, 2", "Same", "Same", "Same"), entry.sections().stream().map(ChapterSummary.Section::title).toList());
        assertEquals("0:00:01", entry.sections().get(0).time());
        assertEquals("0:01:02", entry.sections().get(1).time());
        assertEquals("https://u/62", entry.sections().get(1).link());
        assertEquals(null, entry.sections().get(2).time());
        assertTrue(entry.body().contains("<h2 id=\"30-what-grad-is-1-2\">What <code>grad</code>"), entry.body());
        assertTrue(entry.body().contains("<a class=\"here\" href=\"#30-same-2\" aria-label=\"Link to “Same”\">#</a></h2>"), entry.body());
        assertEquals("30 · Mine & yours", entry.title());
        assertTrue(entry.body().contains("<h1>Mine &amp; yours</h1>") && entry.body().contains("href=\"https://u?a&amp;b\""), entry.body());
    }

    @Test
    void aSectionHasAllThatIsSaidDoneAndPrintedInIt() throws IOException {
        List<ChapterSummary.Section> sections = page("// Said.", "chapter(\"30-mine\");", "// ## Two", "// More.").sections();
        assertEquals("Said.\nchapter(\"30-mine\");\nran", sections.get(0).text());
        assertEquals("More.", sections.get(1).text());
    }

    @Test
    void tablesAreFoundAndLongOnesMayBeSplit() throws IOException {
        page("chapter(\"30-mine\");");
        for (int rows : new int[] {25, 26}) {
            List<List<String>> cells = new ArrayList<>();
            for (int i = 0; i < rows; i++) cells.add(List.of("r" + i));
            Outcome table = new Outcome.Made(new ShownTable("", List.of("c"), List.of(false), cells, List.of(), rows, Path.of("out/02-table.csv")));
            ChapterSummary entry = HtmlPage.of(new RecordedChapter(script, List.of(new RecordedChapter.Part(script.blocks().get(0), false, List.of(table))), true), List.of(), listings);
            assertEquals(rows == 26, entry.body().contains("<figure class=\"table long\">"));
            assertTrue(entry.body().contains("<th scope=\"col\">c</th>") && entry.sections().get(0).text().endsWith("r24" + (rows == 26 ? "\nr25" : "")));
        }
    }

    @Test
    void anEntryIsReadAsItWasWritten() throws IOException {
        ChapterSummary entry = page("// Said <b>.", "chapter(\"30-mine\");", "// ## Two");
        entry.write(temp);
        assertEquals(entry, ChapterSummary.in(temp).orElseThrow());
        assertFalse(ChapterSummary.in(temp.resolve("none")).isPresent());
        for (String damaged : List.of("", "[", "null", "7", "{}", "{\"name\": \"a\"}")) {
            Files.writeString(temp.resolve(".chapter.json"), damaged);
            assertFalse(ChapterSummary.in(temp).isPresent(), damaged);
        }
    }
}
