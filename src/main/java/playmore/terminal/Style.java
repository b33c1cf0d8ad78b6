package playmore.terminal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import playmore.output.PlainText;

/** Styles of text on a terminal, as ANSI escape sequences. */
enum Style {

    BOLD(1, 22), ITALIC(3, 23), GRAY(90, 39), RED(31, 39), GREEN(32, 39), CYAN(36, 39);

    /** The beginning of each escape sequence; the sequence that ends all styles. */
    static final String ESCAPE = "\u001b[", NONE = "\u001b[0m";

    private static final Pattern ESCAPES = Pattern.compile("\u001b\\[[0-9;:]*[mK]");

    private final int on, off;

    Style(int on, int off) {
        this.on = on;
        this.off = off;
    }

    String of(String text) {
        return ESCAPE + on + "m" + text + ESCAPE + off + "m";
    }

    static String plain(String text) {
        return ESCAPES.matcher(text).replaceAll("");
    }

    /** The index after the character or escape sequence at index {@code at}. */
    static int after(String text, int at) {
        Matcher escape = ESCAPES.matcher(text).region(at, text.length());
        return escape.lookingAt() ? escape.end() : at + Character.charCount(text.codePointAt(at));
    }

    /** The number of columns that the text takes. */
    static int width(String text) {
        return PlainText.columns(plain(text));
    }
}
