package playmore.output;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.utils.WCWidth;

/** Makes any text safe to show: without characters that control a terminal or change the direction of writing. */
public final class PlainText {

    /** The width of a line, in columns, if the terminal's width is not known. */
    public static final int COLUMNS = 88;

    private static final int MAX_LINES = 20;

    /** Control sequences, strings (such as a window's title) and characters, as in ECMA-48 and Unicode UAX #9. */
    private static final Pattern CONTROL = Pattern.compile("(?:\u001b\\[|\u009b)[0-?]*+[ -/]*+[@-~]?"
            + "|(?:\u001b[\\]PX^_]|[\u0090\u0098\u009d-\u009f])[^\u0007\u001b\u009c\n]*+(?:\u0007|\u001b\\\\|\u009c)?"
            + "|\u001b[ -/]*+[0-~]?|[\\p{Cc}&&[^\\t\\n\\r\\x08]]|[\u202a-\u202e\u2066-\u2069]");
    private static final Pattern CONTROL_OR_LINE_END = Pattern.compile("[\\p{Cc}\u2028-\u202e\u2066-\u2069]");
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[(?:[0-9;:]*m|[0-2]?K)");
    private static final Pattern SHELL_CLASS = Pattern.compile("REPL[./]\\$JShell\\$\\w+(?:[.$]|(?![\\w$]))"
            + "| \\([^()]* unnamed module of loader jdk\\.jshell\\.[^()]*\\)");

    private PlainText() {}

    /** The text as a terminal would show it in the end: carriage returns overwrite a line, backspaces a character. */
    public static String of(String text) {
        String plain = CONTROL.matcher(text).replaceAll("");
        if (plain.indexOf('\r') < 0 && plain.indexOf('\b') < 0) return plain;
        StringBuilder shown = new StringBuilder();
        int lineStart = 0;
        boolean overwrites = false;     // the last character was a carriage return
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c == '\n') lineStart = shown.length() + 1;
            else if (overwrites && c != '\r') shown.setLength(lineStart);
            overwrites = c == '\r';
            if (c == '\b') shown.setLength(Math.max(lineStart, shown.length() - 1));
            else if (!overwrites) shown.append(c);
        }
        return shown.toString();
    }

    /** The text on one line. A space replaces each line end and each control character. */
    public static String line(String text) {
        return CONTROL_OR_LINE_END.matcher(text).replaceAll(" ");
    }

    /** The text with colours and carriage returns, but without any other control of the terminal. */
    public static String coloured(String text) {
        return CONTROL.matcher(text).replaceAll(found -> COLOUR.matcher(found.group()).matches()
                ? Matcher.quoteReplacement(found.group()) : "");
    }

    /** Removes from a message of Java's the names of the classes that jshell wraps around snippets. */
    public static String message(String message) {
        return SHELL_CLASS.matcher(message).replaceAll("");
    }

    /** The text if it has at most twenty lines, otherwise its beginning and how much is left out. */
    public static String shortened(String text) {
        return shortened(text, COLUMNS);
    }

    /** The same for lines of {@code width} columns. */
    public static String shortened(String text, int width) {
        int at = 0, column = 0;
        for (int lines = 1; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int c = text.codePointAt(at), columns = Math.max(1, WCWidth.wcwidth(c));
            boolean ends = c == '\n' || column + columns > width;
            if (ends && ++lines > MAX_LINES) break;
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

    /** The number of terminal columns that the text takes. Chinese, Japanese, Korean and emoji take two each. */
    public static int columns(String text) {
        return text.codePoints().map(WCWidth::wcwidth).filter(columns -> columns > 0).sum();
    }
}
