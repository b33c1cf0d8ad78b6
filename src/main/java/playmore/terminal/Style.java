package playmore.terminal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import playmore.output.ShownTable;

/** How text looks on a terminal that knows ANSI's escape sequences. */
enum Style {

    BOLD(1, 22), ITALIC(3, 23), GRAY(90, 39), RED(31, 39), GREEN(32, 39), CYAN(36, 39);

    /** Begins each sequence; ends all styles. */
    static final String ESCAPE = "\u001b[", NONE = "\u001b[0m";

    private static final Pattern ESCAPES = Pattern.compile("\u001b\\[[0-9;:]*[mK]");

    private final int on, off;

    Style(int on, int off) {
        this.on = on;
        this.off = off;
    }

    String of(String text) {
        return "\u001b[" + on + "m" + text + "\u001b[" + off + "m";
    }

    /** The text without any style. */
    static String plain(String text) {
        return ESCAPES.matcher(text).replaceAll("");
    }

    /** Where the character or the escape sequence ends that begins here. */
    static int after(String text, int at) {
        Matcher escape = ESCAPES.matcher(text).region(at, text.length());
        return escape.lookingAt() ? escape.end() : at + Character.charCount(text.codePointAt(at));
    }

    /** How many columns the text takes. */
    static int width(String text) {
        return ShownTable.columns(plain(text));
    }
}
