package playmore.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Java as it reads well on a terminal: comments and strings set apart, and long lines wrapped between two tokens. */
final class CodeText {

    private static final Pattern COMMENT_OR_STRING = Pattern.compile("(\".*?(?<!\\\\)(?:\\\\\\\\)*\")|//.*");
    private static final Pattern TOKEN = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*+\"?|'(?:\\\\.|[^'\\\\])*+'?|//.*|[\\w$]+|\\s+|.");
    private static final Pattern TRAILING = Pattern.compile("((?:\"(?:\\\\.|[^\"\\\\])*+\"|'(?:\\\\.|[^'\\\\])*+'|(?!//).)*?\\S) {3,}(//.*)");
    private static final int DEEPER = 8;    // what goes on from the line above, as in Java's own conventions

    private CodeText() {}

    /** A line of code in as many as it takes; each fits the width where its tokens allow that. */
    static List<String> wrapped(String line, int width) {
        Matcher trailing = TRAILING.matcher(line);    // moves closer to its code, if that is all it takes
        if (Style.width(line) > width && trailing.matches() && Style.width(trailing.replaceFirst("$1  $2")) <= width) {
            line = trailing.group(1) + " ".repeat(width - Style.width(trailing.group(1) + trailing.group(2))) + trailing.group(2);
        }
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

    /**
     * Where to wrap, -1 if nowhere: in the second half of the width at the place that is inside of the fewest parentheses, at
     * the last of those; else at the last that there is. Places are blanks, a dot's front, and behind an open parenthesis.
     */
    private static int end(String line, int width) {
        int end = -1, depth = 0, least = Integer.MAX_VALUE, from = line.length() - line.stripLeading().length();
        for (Matcher token = TOKEN.matcher(line).region(from, line.length()); token.find(); ) {
            String text = token.group();
            List<Integer> places = new ArrayList<>();
            if (text.isBlank() || text.equals(".") && !line.matches(".{" + token.end() + "}\\d.*")) places.add(token.start());
            if (text.equals("(") && !line.startsWith(")", token.end()) || text.equals(",")) places.add(token.end());
            if (text.startsWith("//")) IntStream.range(token.start() + 3, token.end()).filter(at -> line.charAt(at) == ' ').forEach(places::add);
            if (text.matches("[(\\[{]")) depth++;
            if (text.matches("[)\\]}]")) depth--;
            for (int place : places) {
                if (place <= from || Style.width(line.substring(0, place)) > width) continue;
                boolean apart = line.startsWith(".", place) || line.substring(0, place).matches(".*\\s([-+*/%&|?:]+|new)");    // behind what goes on
                int badness = 2 * place < width ? Integer.MAX_VALUE : 2 * depth + (apart ? 1 : 0);
                if (badness > least) continue;
                least = badness;
                end = place;
            }
        }
        return end;
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
