package playmore.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import playmore.output.PlainText;

/** Formats Java code for the terminal: colours comments and strings, and wraps long lines between two tokens. */
final class CodeText {

    /** The loops are possessive, so that a token can have any length. */
    private static final Pattern TOKEN = Pattern.compile(
            "(?<string>\"\"\"(?:\\\\[\\s\\S]|[^\"\\\\]|\"(?!\"\"))*+(?:\"\"\")?"
            + "|\"(?:\\\\.|[^\"\\\\\\n])*+\"?)|(?<comment>//.*|/\\*(?:[^*]|\\*(?!/))*+(?:\\*/)?)"
            + "|'(?:\\\\.|[^'\\\\\\n])*+'?|[\\w$]++|\\n|[\\s&&[^\\n]]++|[\\s\\S]", Pattern.UNIX_LINES);
    /** The end of a line after which a reader sees that the expression continues. */
    private static final Pattern CONTINUES = Pattern.compile("(?:.*\\s)?(?:[-+*/%&|?:]+|new)");
    private static final Pattern DIGIT = Pattern.compile("\\d");
    private static final String TAB = "    ";
    private static final int CONTINUATION_INDENT = 8;    // as in Java's code conventions

    /** A token, or the part of it in one line, since text blocks and comments can span lines. */
    private record Token(int start, String text, Style style) {

        int end() {
            return start + text.length();
        }
    }

    private CodeText() {}

    /** Wraps each line of the code. The wrapped lines fit the width unless a token is too long. */
    static List<List<String>> wrapped(String code, int width) {
        List<List<String>> wrapped = new ArrayList<>();
        String plain = PlainText.of(String.join("\n", code.lines().toList())).replace("\t", TAB);
        StringBuilder line = new StringBuilder();
        List<Token> tokens = new ArrayList<>();
        for (Matcher token = TOKEN.matcher(plain + "\n"); token.find(); ) {
            Style style = token.group("string") != null ? Style.GREEN
                    : token.group("comment") != null ? Style.GRAY : null;
            String[] parts = token.group().split("\n", -1);
            for (int i = 0; i < parts.length; i++) {
                if (i > 0) {
                    wrapped.add(wrapped(line.toString(), tokens, width));
                    line.setLength(0);
                    tokens.clear();
                }
                if (parts[i].startsWith("//") && style == Style.GRAY) bringCloser(line, tokens, parts[i], width);
                if (!parts[i].isEmpty()) tokens.add(new Token(line.length(), parts[i], style));
                line.append(parts[i]);
            }
        }
        return wrapped;
    }

    /** Removes spaces before a comment at the end of the line, if then the line fits the width. */
    private static void bringCloser(StringBuilder line, List<Token> tokens, String comment, int width) {
        int code = line.toString().stripTrailing().length();
        int room = width - Style.width(line.substring(0, code)) - Style.width(comment);
        if (code == 0 || room < 2 || room >= line.length() - code) return;
        line.setLength(code);
        tokens.set(tokens.size() - 1, new Token(code, " ".repeat(room), null));
        line.append(" ".repeat(room));
    }

    private static List<String> wrapped(String line, List<Token> tokens, int width) {
        List<String> lines = new ArrayList<>();
        int indent = line.length() - line.stripLeading().length(), at = 0;
        String continuation = " ".repeat(Math.min(indent + CONTINUATION_INDENT, width / 2)), before = "";
        for (int first = 0; ; ) {
            while (first < tokens.size() && tokens.get(first).end() <= at) first++;
            List<Token> rest = tokens.subList(first, tokens.size());
            int reach = reach(line, at, width - before.length());
            int end = reach == line.length() ? -1
                    : end(line, rest, at, Math.max(at, indent), reach, width, before.length());
            int to = end < 0 ? line.length() : line.substring(0, end).stripTrailing().length();
            lines.add(styled(before, rest, at, to));
            if (end < 0) return lines;
            Token last = rest.stream().filter(token -> token.end() >= end).findFirst().orElseThrow();
            boolean comment = last.text.startsWith("//") && last.start < end;
            int begins = last.start < at ? before.length() - 3 : before.length() + last.start - at;
            String belowComment = 3 * begins < 2 * width ? " ".repeat(begins) : continuation;
            before = comment ? belowComment + "// " : continuation;
            at = end;
            while (at < line.length() && Character.isWhitespace(line.charAt(at))) at++;
        }
    }

    /** The index up to which the text from {@code at} fits into this many columns. */
    private static int reach(String line, int at, int columns) {
        for (int left = columns; at < line.length(); at += Character.charCount(line.codePointAt(at))) {
            left -= PlainText.columns(Character.toString(line.codePointAt(at)));
            if (left < 0) break;
        }
        return at;
    }

    /**
     * The index at which to break the rest of a line; -1 if there is none. A line may break at a space, before a dot,
     * and after "(" or ",". The best place is in the second half of the width, inside the fewest parentheses, and the
     * last of these. If no place is in the second half, it is the last place.
     */
    private static int end(String line, List<Token> rest, int at, int from, int reach, int width, int before) {
        int end = -1, depth = 0, least = Integer.MAX_VALUE;
        for (Token token : rest) {
            if (token.start > reach) break;
            String text = token.text;
            List<Integer> places = new ArrayList<>();
            boolean dot = text.equals(".") && !DIGIT.matcher(line).region(token.end(), line.length()).lookingAt();
            if (text.isBlank() || dot) places.add(token.start);
            if (text.equals("(") && !line.startsWith(")", token.end()) || text.equals(",")) places.add(token.end());
            if (token.style == Style.GRAY) {
                IntStream.range(Math.max(token.start + 3, at), Math.min(token.end(), reach + 1))
                        .filter(place -> line.charAt(place) == ' ').forEach(places::add);
            }
            if ("([{".contains(text)) depth++;
            if (")]}".contains(text)) depth--;
            for (int place : places) {
                if (place <= from || place > reach) continue;
                boolean splitsExpression = line.startsWith(".", place)
                        || CONTINUES.matcher(line).region(Math.max(at, place - 6), place).matches();
                int badness = 2 * (before + place - at) < width ? Integer.MAX_VALUE
                        : 2 * depth + (splitsExpression ? 1 : 0);
                if (badness > least) continue;
                least = badness;
                end = place;
            }
        }
        return end;
    }

    private static String styled(String before, List<Token> rest, int from, int to) {
        StringBuilder styled = new StringBuilder(before.endsWith("// ") ? Style.GRAY.of(before) : before);
        for (Token token : rest) {
            if (token.start >= to) break;
            int begin = Math.max(0, from - token.start), end = Math.min(token.end(), to) - token.start;
            String part = token.text.substring(begin, end);
            styled.append(token.style == null ? part : token.style.of(part));
        }
        return styled.toString();
    }
}
