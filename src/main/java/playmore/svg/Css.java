package playmore.svg;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Limits a picture's style sheet to that picture, and removes everything that would load a file. It keeps only rules
 * that it fully understands, so that no rule can change the rest of the page. The loops in the patterns are possessive,
 * so that they can match text of any length.
 */
final class Css {

    private static final Pattern COMMENT = Pattern.compile("/\\*(?:[^*]|\\*(?!/))*+(?:\\*/|$)|<!--|-->");
    private static final String BODY = "\\{(?<body>(?:[^{}\"']|\"[^\"\\n]*+\"|'[^'\\n]*+')*+)}";
    private static final Pattern RULE = Pattern.compile("(?<media>@(?:media|supports)\\b[\\w\\s:(),.<>=/-]*+\\{)"
            + "|(?<end>})|@[^{};@]*+(?:;|\\{(?:[^{}]|\\{[^{}]*+})*+})"
            + "|(?<selectors>[^{}@;]++)(?:" + BODY + ")?|[\\s\\S]");
    private static final Pattern SELECTORS = Pattern.compile("(?:[\\w\\s.#*,>+~:-]|[^\\x00-\\x7f]"
            + "|\\[[\\w\\s:-]++(?:[~|^$*]?=(?:\"[\\w\\s.:#-]*+\"|'[\\w\\s.:#-]*+'|[\\w-]++)\\s*+)?]"
            + "|\\([\\w\\s.#*,>+~:-]*+\\))++");
    private static final Pattern DECLARATION = Pattern.compile("\\s*+(?!(?i:position|margin)\\b)[\\w-]++\\s*+:"
            + "(?:(?!(?i:url|src|image|image-set|cross-fade|element|expression)\\()[\\w\\s.,#%()+*/!-]|[^\\x00-\\x7f]"
            + "|url\\(\\s*+['\"]?#[\\w.:-]++['\"]?\\s*+\\)|\"[\\w\\s.,-]*+\"|'[\\w\\s.,-]*+')*+");
    private static final Pattern SPECIAL = Pattern.compile("^\\d|[^\\w-]");    // a selector escapes these in an id
    private static final Pattern ID = Pattern.compile("#(?=[\\w-])");

    private Css() {}

    /** The rules, limited to the element with the id {@code root} and its content. All ids get the prefix. */
    static String scoped(String sheet, String root, String prefix) {
        String begin = "#" + SPECIAL.matcher(prefix)
                .replaceAll(c -> String.format("\\\\%x ", c.group().codePointAt(0)));
        String where = "):where(" + begin + root + "," + begin + root + " *){";
        StringBuilder scoped = new StringBuilder();
        int open = 0;
        for (Matcher rule = RULE.matcher(COMMENT.matcher(sheet).replaceAll(" ")); rule.find(); ) {
            String selectors = rule.group("selectors");
            if (rule.group("media") != null) {
                scoped.append(rule.group());
                open++;
            } else if (rule.group("end") != null && open > 0) {
                scoped.append('}');
                open--;
            } else if (rule.group("body") != null && SELECTORS.matcher(selectors).matches()) {
                String body = Svg.renamed(rule.group("body"), id -> prefix + id);
                scoped.append(":is(").append(ID.matcher(selectors.strip()).replaceAll(Matcher.quoteReplacement(begin)))
                        .append(where).append(declarations(body)).append('}');
            }
        }
        return scoped.append("}".repeat(open)).toString();
    }

    /** The declarations that load no file and cannot move the element elsewhere on the page. */
    static String declarations(String style) {
        return Stream.of(style.split(";")).filter(declaration -> DECLARATION.matcher(declaration).matches())
                .collect(Collectors.joining(";"));
    }
}
