package playmore.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.commonmark.node.Node;
import org.junit.jupiter.api.Test;
import playmore.replay.Markdown;
import playmore.replay.Script;

class ProseTextTest {

    @Test
    void blocks() {
        assertText("""
                # Title [0:00:01](https://u)

                Words and *more* `code` words that are
                wrapped, [a link](https://u) too.

                - one
                - two
                  words

                3. three

                   third
                4. four

                > said
                >
                > again

                ```java
                int x;
                ```

                    indented
                """, """
                Title
                0:00:01  https://u

                Words and more code words that are
                wrapped, a link https://u too.

                • one
                • two words

                3. three

                   third

                4. four

                ▏ said
                ▏
                ▏ again

                  int x;

                  indented""");
    }

    @Test
    void rulesAndHtmlAreShown() {
        assertText("""
                A List<Value> is *<b>bold</b>*.

                ---

                <table>
                  <tr><td>1</td></tr>
                </table>

                end
                """, """
                A List<Value> is <b>bold</b>.

                ────────────────────────────────────────

                <table>
                  <tr><td>1</td></tr>
                </table>

                end""");
    }

    @Test
    void tablesHaveColumns() {
        assertText("""
                | node | by *hand* | words |
                | --- | ---: | :-: |
                | `a` | 6 | x |
                | b, the other one | -4.5 | **yyyyyyy** |
                | c |

                - | a | b |
                  |---|---|
                  | 1 | 2 |
                """, """
                node              by hand   words
                ────────────────  ───────  ───────
                a                       6     x
                b, the other one     -4.5  yyyyyyy
                c

                • a  b
                  ─  ─
                  1  2""");
    }

    @Test
    void aWideTableIsWrappedInItsCells() {
        assertText("""
                | n | what | why |
                | ---: | --- | --- |
                | 1 | a sentence that is too long for its cell | and *another one* of the kind |
                """, """
                n  what               why
                ─  ─────────────────  ──────────────────
                1  a sentence that    and another one of
                   is too long for    the kind
                   its cell""");
    }

    @Test
    void whatIsNoTextIsNothing() {
        assertText("[a]: https://u\n\nSee [a].\n", "See a https://u.");
        assertText("*\n* x\n", "•\n• x");
    }

    /** All prose there is keeps to its width but for words that are longer, whatever the width. */
    @Test
    void noLineIsTooWide() throws Exception {
        int lines = 0;
        for (Script script : Script.all(Path.of("scripts"))) {
            for (Script.Block block : script.blocks()) {
                if (!(block instanceof Script.Prose prose)) continue;
                for (int width : new int[] {38, 60, 94}) {
                    for (String line : ProseText.lines(prose.parsed(), width)) {
                        String plain = Style.plain(line);
                        boolean oneWord = !plain.strip().replaceAll("^(•|▏|\\d+\\.) +", "").contains(" ");
                        boolean code = plain.startsWith("  ");
                        boolean link = plain.matches(".*  https?:.*");
                        assertTrue(Style.width(line) <= width || oneWord || code || link, script.name() + ": " + plain);
                        lines++;
                    }
                }
            }
        }
        assertTrue(lines > 1000, lines + " lines");
    }

    private static void assertText(String markdown, String expected) {
        Node parsed = Markdown.parse(markdown);
        for (int time = 0; time < 2; time++) {    // the second finds the text unchanged
            assertEquals(expected, Style.plain(String.join("\n", ProseText.lines(parsed, 40))));
        }
    }
}
