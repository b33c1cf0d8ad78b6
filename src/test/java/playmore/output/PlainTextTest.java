package playmore.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PlainTextTest {

    private static final List<String> PIECES = List.of("\u001b[31m", "\u001b[2J", "\u001b]0;title\u0007", "\u001b]8;;http://a\u001b\\", "\u009b5A",
            "\u009d2;x\u009c", "\u001bc", "\u001b(0", "\u001b", "\u0007", "\0", "\b", "\r", "\n", "\r\n", "\t", "\u0085", "\u2028", "\u202e",
            "\u2066", "\ud83d", "😀", "漢", "a", "[1m", "x y", "\u0301", "שלום");

    @Test
    void whatSteersATerminalIsGoneWhateverItIsMadeOf() {
        Random random = new Random(25);
        Pattern steers = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\u202a-\u202e\u2066-\u2069]");
        Pattern colour = Pattern.compile("\u001b\\[([0-9;:]*m|[0-2]?K)");
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(8); i >= 0; i--) text.append(PIECES.get(random.nextInt(PIECES.size())));
            assertFalse(steers.matcher(PlainText.of(text.toString())).find(), () -> escaped(text));
            String line = PlainText.line(text.toString());
            assertFalse(steers.matcher(line).find() || line.lines().count() > 1 || line.contains("\t"), () -> escaped(text));
            String coloured = colour.matcher(PlainText.coloured(text.toString())).replaceAll("").replaceAll("[\r\b]", "");
            assertFalse(steers.matcher(coloured).find(), () -> escaped(text));
        }
    }

    private static String escaped(CharSequence text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(c -> escaped.append(String.format("%04x ", c)));
        return escaped.toString();
    }

    @Test
    void aLineThatIsWrittenOverIsWhatItWasLast() {
        assertEquals("step 100%\ndone", PlainText.of("step 1%\rstep 99%\rstep 100%\r\n\u001b[1mdone\u001b[0m"));
        assertEquals("a\nb", PlainText.of("a\r\nb"));
        assertEquals("3 of 3", PlainText.of("1 of 3\b\b\b\b\b\b3 of 3"));
        assertEquals("plain\ttext ü 漢 😀\n", PlainText.of("plain\ttext ü 漢 😀\n"));
    }

    @Test
    void aMessageDoesNotNameTheClassesOfJShell() {
        assertEquals("Cannot invoke \"Object.toString()\" because \"d.o\" is null",
                PlainText.message("Cannot invoke \"Object.toString()\" because \"REPL.$JShell$110.d.o\" is null"));
        assertEquals("class Dog cannot be cast to class java.lang.String", PlainText.message(
                "class REPL.$JShell$12B$Dog cannot be cast to class java.lang.String (REPL.$JShell$12B$Dog is in unnamed module of loader "
                + "jdk.jshell.execution.DefaultLoaderDelegate$RemoteClassLoader @7440e464; java.lang.String is in module java.base of loader 'bootstrap')"));
        assertEquals("Could not initialize class Dog", PlainText.message("Could not initialize class REPL/$JShell$3$Dog"));
    }

    @Test
    void aLongTextIsShownInTwentyLinesWithANoteOnTheRest() {
        assertEquals("x".repeat(1760) + "\n… and 4,998,240 more characters", PlainText.shortened("x".repeat(5_000_000)));
        assertEquals("line\n".repeat(19) + "line\n… and 480 more lines", PlainText.shortened("line\n".repeat(500)));
        for (String whole : List.of("", "\n", "x".repeat(1760), "line\n".repeat(20), "漢".repeat(880))) {
            assertEquals(whole, PlainText.shortened(whole));
        }
        assertEquals("漢".repeat(880) + "\n… and 1 more characters", PlainText.shortened("漢".repeat(881)));
        String marks = "x" + "\u0301".repeat(10_000);
        assertTrue(PlainText.shortened(marks).length() < 2000, "marks take no column, and room all the same");
        assertFalse(PlainText.shortened("😀".repeat(3000)).matches("(?s).*[\ud800-\udfff].*"), "no character is cut in two");
    }

    /** No regular expression recurses or goes over its text again and again. */
    @Test
    void textOfAnyLength() {
        for (String piece : List.of("!\u0301", "\u001b[", "\u001b]", "(", " ", "\r", "\b", "REPL.", " (", "x", "\n", "😀")) {
            String text = piece.repeat(200_000);
            assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
                PlainText.of(text);
                PlainText.line(text);
                PlainText.coloured(text);
                PlainText.message(text);
                PlainText.shortened(text);
                FileNames.slug(text);
            }, piece);
        }
    }
}
