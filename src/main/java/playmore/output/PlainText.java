package playmore.output;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.utils.WCWidth;

/** Text from elsewhere, as it may be shown: nothing in it steers a terminal or turns the direction of what follows. */
public final class PlainText {

    /** How wide a line is where it is not known. */
    public static final int COLUMNS = 88;

    private static final int LINES = 20;    // of a long text are shown

    /** Control sequences, control strings such as a window's title, and single characters: ECMA-48, Unicode UAX #9. */
    private static final Pattern CONTROL = Pattern.compile("(?:\u001b\\[|\u009b)[0-?]*+[ -/]*+[@-~]?"
            + "|(?:\u001b[\\]PX^_]|[\u0090\u0098\u009d-\u009f])[^\u0007\u001b\u009c\n]*+(?:\u0007|\u001b\\\\|\u009c)?"
            + "|\u001b[ -/]*+[0-~]?|[\\p{Cc}&&[^\\t\\n\\r\\x08]]|[\u202a-\u202e\u2066-\u2069]");
    private static final Pattern STEERS = Pattern.compile("[\\p{Cc}\u2028-\u202e\u2066-\u2069]");
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[(?:[0-9;:]*m|[0-2]?K)");
    private static final Pattern SHELL_CLASS = Pattern.compile("REPL[./]\\$JShell\\$\\w+(?:[.$]|(?![\\w$]))"
            + "| \\([^()]* unnamed module of loader jdk\\.jshell\\.[^()]*\\)");

    private PlainText() {}

    /** What a terminal would show in the end: of a line that was written over, what was written last. */
    public static String of(String text) {
        String plain = CONTROL.matcher(text).replaceAll("");
        if (plain.indexOf('\r') < 0 && plain.indexOf('\b') < 0) return plain;
        StringBuilder shown = new StringBuilder();
        int line = 0;                   // where the line begins
        boolean back = false;           // at its beginning, to be written over
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c == '\n') line = shown.length() + 1;
            else if (back && c != '\r') shown.setLength(line);
            back = c == '\r';
            if (c == '\b') shown.setLength(Math.max(line, shown.length() - 1));
            else if (!back) shown.append(c);
        }
        return shown.toString();
    }

    /** All of the text on one line: a blank in place of what ends a line or steers a terminal. */
    public static String line(String text) {
        return STEERS.matcher(text).replaceAll(" ");
    }

    /** The text with its colours, and with what writes over its own line; nothing moves about or reaches further. */
    public static String coloured(String text) {
        return CONTROL.matcher(text).replaceAll(found -> COLOUR.matcher(found.group()).matches()
                ? Matcher.quoteReplacement(found.group()) : "");
    }

    /** A message of Java's without the classes that jshell puts each snippet in. */
    public static String message(String message) {
        return SHELL_CLASS.matcher(message).replaceAll("");
    }

    /** The text itself if it takes twenty lines at most; else its beginning, and how much more there is. */
    public static String shortened(String text) {
        return shortened(text, COLUMNS);
    }

    /** The same where a line has so many columns. */
    public static String shortened(String text, int width) {
        int at = 0, column = 0;
        for (int lines = 1; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int c = text.codePointAt(at), columns = Math.max(1, WCWidth.wcwidth(c));
            boolean ends = c == '\n' || column + columns > width;
            if (ends && ++lines > LINES) break;
            column = c == '\n' ? 0 : ends ? columns : column + columns;
        }
        String rest = text.substring(at).strip();
        long lines = rest.lines().count();
        if (rest.isEmpty()) return text;
        return text.substring(0, at) + (lines > 1 ? more(lines, "lines") : more(rest.length(), "characters"));
    }

    private static String more(long count, String of) {
        return String.format(Locale.ROOT, "\n… and %,d more %s", count, of);
    }
}
