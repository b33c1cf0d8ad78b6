package playmore.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import playmore.replay.Event;
import playmore.replay.SourceFragment;
import playmore.replay.Script;

class TerminalTest {

    private static final String EVIL = "a\u001b[2J\u001b]0;x\u0007\u009b5Ab\u202e\0";

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private String shown(int columns, Event... events) {
        written.reset();
        Terminal terminal = new Terminal(new PrintStream(written, true, StandardCharsets.UTF_8), columns, true);
        List.of(events).forEach(terminal);
        return written.toString(StandardCharsets.UTF_8);
    }

    private static Event.Failed failed(String message, String... details) {
        return new Event.Failed(null, null, new SourceFragment("your line", 1, "x"), 1, message, List.of(details));
    }

    @Test
    void onlyItsOwnStylesReachIt() throws Exception {
        Script script = Script.read(Files.writeString(folder.resolve("50-test.jsh"), "// # 50 · " + EVIL
                + "\n// Lecture [0:32:10](https://example.org/?t=1930s)\nchapter(\"50-test\"); // " + EVIL + "\n// " + EVIL + "\n"));
        String shown = shown(80, new Event.ChapterStarted(script, 1, 1), new Event.Said((Script.Prose) script.blocks().get(1)),
                new Event.CellStarted((Script.Cell) script.blocks().get(0)), new Event.Result(EVIL + "\n", EVIL, "String"),
                new Event.Result(null, EVIL, "Object"), new Event.Hinted(EVIL), failed(EVIL, EVIL), new Event.Printed(EVIL + "\n", false));
        String plain = shown.replaceAll("\u001b\\[\\d+m", "");
        assertFalse(plain.matches("(?s).*([\\p{Cc}&&[^\\n]]|\u202e).*"), plain);
        assertTrue(plain.contains("50 · a") && plain.contains("→ a"), plain);
    }

    /** A colour that it printed is seen, and does not go on behind it. */
    @Test
    void theLearnersColoursAreTheirOwn() {
        String shown = shown(80, new Event.Printed("\u001b[31mred\n", false), new Event.Hinted("next"));
        assertTrue(shown.contains("\u001b[31mred") && shown.indexOf("\u001b[0m") < shown.indexOf("next"), shown);
    }

    @Test
    void longWordsOfTechnologyBreakAtTheirMarks() {
        String call = "at java.base/java.util.ImmutableCollections$AbstractImmutableCollection.add(ImmutableCollections.java:147)";
        for (int columns : new int[] {40, 60, 80}) {
            List<String> lines = Style.plain(shown(columns, failed("java.lang.UnsupportedOperationException: no", call))).lines().toList();
            assertTrue(lines.stream().allMatch(line -> Style.width(line) <= columns), () -> String.join("\n", lines));
            String joined = String.join("", lines.stream().map(String::strip).toList());
            assertTrue(joined.replace(" ", "").contains(call.replace(" ", "")), joined);
            for (String line : lines) assertFalse(line.strip().matches("[a-z].*") && !line.strip().startsWith("at "), () -> String.join("\n", lines));
        }
        assertEquals(List.of("", "  ✗ no", "      symbol:   variable x"), Style.plain(shown(40, failed("no", "  symbol:   variable x"))).lines().toList());
    }

    @Test
    void aLongValueTakesAboutTwentyLines() {
        List<Integer> numbers = java.util.stream.IntStream.range(0, 100_000).boxed().toList();
        for (String text : List.of("x".repeat(5_000_000), numbers.toString(), "漢".repeat(100_000), "x" + "\u0301".repeat(100_000))) {
            for (int columns : new int[] {40, 80, 200}) {
                List<String> lines = Style.plain(shown(columns, new Event.Result(null, text, "Object"))).lines().toList();
                assertTrue(lines.size() < 27 && lines.get(lines.size() - 1).matches(" {4}… and [\\d,]+ more characters"), lines::toString);
            }
        }
    }
}
