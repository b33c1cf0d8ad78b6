package playmore.plot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes Lets-Plot's SVG plain: half the size, the same text for the same picture, and readable for
 * programs that know little of style sheets.
 */
final class PlainSvg {

    /** Lets-Plot would write it all the same, and no program could read the picture. */
    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");
    private static final Pattern STYLE_SHEET = Pattern.compile("\\s*<style.*?</style>", Pattern.DOTALL);
    private static final Pattern STYLE = Pattern.compile("\\.([\\w-]+) \\{(.*?)}", Pattern.DOTALL);
    private static final Pattern CLASS = Pattern.compile(" class=\"([^\"]*)\"");
    private static final Pattern ID = Pattern.compile(" id=\"(\\w+)\"");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern DECIMALS = Pattern.compile("-?\\d+\\.\\d+(E-?\\d+)?");

    private PlainSvg() {}

    static String of(String svg) {
        return withStableIds(compact(withInlineStyles(NOT_XML.matcher(svg).replaceAll(" "))));
    }

    private static String withInlineStyles(String svg) {
        Map<String, String> styles = new HashMap<>();
        for (Matcher m = STYLE.matcher(svg); m.find(); ) {
            styles.put(m.group(1), m.group(2).replaceAll("\\s*\\n\\s*", "").replace(": ", ":").strip());
        }
        String body = STYLE_SHEET.matcher(svg).replaceFirst("");
        return CLASS.matcher(body).replaceAll(m -> {
            String style = styles.get(m.group(1));
            return style == null || m.group(1).equals("plt-container") ? "" : " style=\"" + style + "\"";
        });
    }

    /** Two decimals, no indentation, no attributes for other programs. */
    private static String compact(String svg) {
        String dense = svg.replace(Legend.ROOM_AFTER, "").replaceAll("\\s*\\n\\s*", "").replaceAll(" clip-bounds-jfx=\"[^\"]*\"", "");
        return TAG.matcher(dense)
                .replaceAll(tag -> DECIMALS.matcher(tag.group()).replaceAll(n -> rounded(n.group())))
                .replaceFirst("width=\"(\\w+)\" height=\"(\\w+)\"", "$0 viewBox=\"0 0 $1 $2\"")
                .replaceAll("(<\\w[^>]*[^/>])></\\w+>", "$1/>")
                .replace("><", ">\n<");
    }

    private static String rounded(String number) {
        BigDecimal rounded = new BigDecimal(number).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    /** Lets-Plot's ids are random; these come from the picture, so that two in one page do not clash. */
    private static String withStableIds(String svg) {
        Set<String> ids = new LinkedHashSet<>();
        for (Matcher m = ID.matcher(svg); m.find(); ) {
            ids.add(m.group(1));
        }
        String anonymous = svg;
        for (String id : ids) {
            anonymous = anonymous.replace(id, "");
        }
        String stable = svg;
        int count = 0;
        for (String id : ids) {
            stable = stable.replace(id, "p" + Integer.toHexString(anonymous.hashCode()) + "-" + ++count);
        }
        return stable;
    }
}
