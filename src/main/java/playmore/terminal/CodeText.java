package playmore.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Java as it reads well on a terminal: comments and strings set apart, and long lines wrapped between two tokens. */
final class CodeText {

    private static final Pattern COMMENT_OR_STRING = Pattern.compile("(\".*?(?<!\\\\)(?:\\\\\\\\)*\")|//.*");
    private static final Pattern TOKEN = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*+\"?|'(?:\\\\.|[^'\\\\])*+'?|//.*|[\\w$]+|\\s+|.");
    private static final int DEEPER = 8;    // what goes on from the line above, as in Java's own conventions

    private CodeText() {}

    /** A line of code in as many as it takes; each fits the width where its tokens allow that. */
    static List<String> wrapped(String line, int width) {
        List<String> lines = new ArrayList<>();
        int indent = line.length() - line.stripLeading().length();
        String deeper = " ".repeat(Math.min(indent + DEEPER, width / 2)), rest = line;
        while (Style.width(rest) > width) {
            int end = end(rest, width);
            if (end < 0) break;
            int begins = begins(rest, end);
            String before = !rest.startsWith("//", begins) ? deeper    // or below the comment that goes on
                    : (3 * begins < 2 * width ? " ".repeat(begins) : deeper) + "// ";
            lines.add(styled(rest.substring(0, end).stripTrailing()));
            rest = before + rest.substring(end).strip();
        }
        lines.add(styled(rest));
        return lines;
    }

    /** Where to wrap: at the last blank that fits, or behind a parenthesis or before a dot where that leaves too little; -1 if nowhere. */
    private static int end(String line, int width) {
        int blank = -1, other = -1, from = line.length() - line.stripLeading().length();
        for (Matcher token = TOKEN.matcher(line).region(from, line.length()); token.find(); ) {
            String text = token.group();
            for (int at = text.startsWith("//") ? line.indexOf(' ', token.start() + 3) : -1; at > 0; at = line.indexOf(' ', at + 1)) {
                if (Style.width(line.substring(0, at)) <= width) blank = at;
            }
            if (Style.width(line.substring(0, token.start())) > width) break;
            if (text.isBlank()) blank = token.start();
            boolean fits = Style.width(line.substring(0, token.end())) <= width;
            if (fits && (text.equals("(") || text.equals(","))) other = token.end();
            if (text.equals(".") && token.start() > from) other = token.start();
        }
        return 2 * blank >= width ? blank : Math.max(blank, other);
    }

    /** Where the token begins that this place is in. */
    private static int begins(String line, int place) {
        Matcher token = TOKEN.matcher(line);
        int begins = 0;
        while (token.find() && token.start() < place) begins = token.start();
        return begins;
    }

    private static String styled(String line) {
        return COMMENT_OR_STRING.matcher(line).replaceAll(found -> Matcher.quoteReplacement(
                (found.group(1) == null ? Style.GRAY : Style.GREEN).of(found.group())));
    }
}
