package playmore.svg;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A foreign style sheet, as it may stand in a page: its rules hold in one picture, and fetch nothing. Only what is
 * surely understood stays, so that nothing of it can reach out of that; the loops are possessive, for text of any length.
 */
final class Css {

    private static final Pattern COMMENT = Pattern.compile("/\\*(?:[^*]|\\*(?!/))*+(?:\\*/|$)|<!--|-->");
    private static final String BODY = "\\{(?<body>(?:[^{}\"']|\"[^\"\\n]*+\"|'[^'\\n]*+')*+)}";
    private static final Pattern RULE = Pattern.compile("(?<media>@(?:media|supports)\\b[\\w\\s:(),.<>=/-]*+\\{)"
            + "|(?<end>})|@[^{};@]*+(?:;|\\{(?:[^{}]|\\{[^{}]*+})*+})|(?<selectors>[^{}@;]++)(?:" + BODY + ")?|[\\s\\S]");
    private static final Pattern SELECTORS = Pattern.compile("(?:[\\w\\s.#*,>+~:-]|[^\\x00-\\x7f]"
            + "|\\[[\\w\\s:-]++(?:[~|^$*]?=(?:\"[\\w\\s.:#-]*+\"|'[\\w\\s.:#-]*+'|[\\w-]++)\\s*+)?]"
            + "|\\([\\w\\s.#*,>+~:-]*+\\))++");
    private static final Pattern DECLARATION = Pattern.compile("\\s*+(?!(?i:position|margin)\\b)[\\w-]++\\s*+:"
            + "(?:(?!(?i:url|src|image|image-set|cross-fade|element|expression)\\()[\\w\\s.,#%()+*/!-]|[^\\x00-\\x7f]"
            + "|url\\(\\s*+['\"]?#[\\w.:-]++['\"]?\\s*+\\)|\"[\\w\\s.,-]*+\"|'[\\w\\s.,-]*+')*+");
    private static final Pattern SPECIAL = Pattern.compile("^\\d|[^\\w-]");    // in an id that a selector names
    private static final Pattern ID = Pattern.compile("#(?=[\\w-])");

    private Css() {}

    /** The sheet's rules for the element of this id and what is in it; all ids of these are given the prefix. */
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

    /** Those of the declarations that fetch nothing and stay in their place. */
    static String declarations(String style) {
        return Stream.of(style.split(";")).filter(declaration -> DECLARATION.matcher(declaration).matches())
                .collect(Collectors.joining(";"));
    }
}
