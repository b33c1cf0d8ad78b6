package playmore.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import playmore.replay.Script;

class CodeTextTest {

    private static final Pattern STRING = Pattern.compile("\"(\\\\.|[^\"\\\\])*\"");

    private static List<String> wrapped(String line, int width) {
        return CodeText.wrapped(line, width).stream().flatMap(List::stream).map(Style::plain).toList();
    }

    @Test
    void goesOnDeeperAfterABlank() {
        assertEquals(List.of("Value d = a.mul(b).add(c)", "        .label(\"d\");"), wrapped("Value d = a.mul(b).add(c).label(\"d\");", 25));
        assertEquals(List.of("    print(\"one two three\",", "            a.grad);"), wrapped("    print(\"one two three\", a.grad);", 30));
        assertEquals(List.of("int i = 1;    // a comment", "              // goes on"), wrapped("int i = 1;    // a comment goes on", 30));
    }

    /** A comment that stands far to the right stays in its line where there is room for it; a call without arguments is one. */
    @Test
    void staysInItsLineWhereItCan() {
        assertEquals(List.of("step(\"//\");  // one"), wrapped("step(\"//\");          // one", 19));
        assertEquals(List.of("step(\"//\");   // one"), wrapped("step(\"//\");          // one", 20));
        assertEquals(List.of("losses.add(1)", "        .relu());"), wrapped("losses.add(1).relu());", 19));
    }

    /** Where fewest parentheses are open, and before an operator rather than behind it. */
    @Test
    void wrapsWhereItReadsBest() {
        String near = "double[] near = IntStream.rangeClosed(0, 60).mapToDouble(i -> 1.5 + 0.1 * i)";
        assertEquals(List.of(near, "        .toArray();"), wrapped(near + ".toArray();", 76));
        assertEquals(List.of("Table t = Table.create(\"a name\",", "        DoubleColumn.create(\"h\", hs));"),
                wrapped("Table t = Table.create(\"a name\", DoubleColumn.create(\"h\", hs));", 58));
        assertEquals(List.of("double x = 1000000000", "        * 3;"), wrapped("double x = 1000000000 * 3;", 24));
        assertEquals(List.of("print(1000000,", "        3.5);"), wrapped("print(1000000, 3.5);", 17));
    }

    /** A string stays whole, however long it is. */
    @Test
    void breaksNoToken() {
        assertEquals(List.of("\"one two three four five\";"), wrapped("\"one two three four five\";", 10));
        assertEquals(List.of("aVeryLongNameOfSomething"), wrapped("aVeryLongNameOfSomething", 10));
    }

    /** It takes neither the stack nor time without end, and is the same code. */
    @Test
    void aLineOfAnyLengthIsWrapped() {
        String numbers = "0.1234, ".repeat(20_000);
        for (String line : List.of("double[] xs = {" + "0.1234, ".repeat(130) + "};", "double[] xs = {" + numbers + "};", "// " + numbers, "\"" + numbers,
                "x = '" + numbers, "/* " + numbers, "f(".repeat(50_000), ".a".repeat(50_000), "\\".repeat(100_000), "\"\\".repeat(50_000),
                " ".repeat(100_000) + "x", "x" + " ".repeat(100_000) + "// y", "a\u0301".repeat(20_000), "漢 ".repeat(20_000), "\u2028;".repeat(20_000))) {
            assertTimeoutPreemptively(Duration.ofSeconds(60), () -> assertEquals(bare(line), bare(String.join("", wrapped(line, 80)))),
                    line.substring(0, 20));
        }
    }

    @Test
    void aTextBlockIsNoCommentAndACommentNoString() {
        String code = """
                String s = \"""
                    see //example.org, "so" \\\"""
                    and on\"""; // why
                /* it's "one"
                   // comment */ int x = 1;""";
        assertEquals(List.of("String s = " + Style.GREEN.of("\"\"\""), Style.GREEN.of("    see //example.org, \"so\" \\\"\"\""),
                Style.GREEN.of("    and on\"\"\"") + "; " + Style.GRAY.of("// why"), Style.GRAY.of("/* it's \"one\""),
                Style.GRAY.of("   // comment */") + " int x = 1;"), CodeText.wrapped(code, 80).stream().map(line -> String.join("|", line)).toList());
    }

    /** The lines of the lecture, on terminals of many widths. */
    @Test
    void whatIsWrappedIsTheSameCode() throws Exception {
        int lines = 0;
        for (Script script : Script.all(Path.of("scripts"))) {
            for (Script.Block block : script.blocks()) {
                if (!(block instanceof Script.Cell cell)) continue;
                for (String line : cell.code().lines().toList()) {
                    for (int width = 36; width <= 92; width += 8) {
                        List<String> wrapped = wrapped(line, width);
                        assertEquals(bare(line), bare(String.join("", wrapped)), line);
                        for (String part : wrapped) {
                            if (Style.width(part) > width && !STRING.matcher(part).find()) {
                                String first = part.stripLeading().substring(1, width - indent(part));
                                assertFalse(first.matches(".*[ (,.].*"), "could be wrapped: " + part);
                            }
                            String code = STRING.matcher(part).replaceAll("").replaceFirst("//.*", "").replace("\"\"\"", "");
                            assertFalse(STRING.matcher(line).find() && !line.contains("\"\"\"") && code.contains("\""), part);
                        }
                        if (wrapped.size() > 1) lines++;
                    }
                }
            }
        }
        assertTrue(lines > 100, lines + " lines were wrapped");
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static String bare(String code) {
        return code.replaceAll("[\\s\u2028]|//", "");
    }
}
