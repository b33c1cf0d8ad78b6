package playmore.terminal;

import java.util.regex.Pattern;
import playmore.output.ShownTable;

/** How text looks on a terminal that knows ANSI's escape sequences. */
enum Style {

    BOLD(1, 22), ITALIC(3, 23), GRAY(90, 39), RED(31, 39), GREEN(32, 39), CYAN(36, 39);

    private static final Pattern ESCAPES = Pattern.compile("\u001b\\[[0-9;]*m");

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

    /** How many columns the text takes. */
    static int width(String text) {
        return ShownTable.columns(plain(text));
    }
}
