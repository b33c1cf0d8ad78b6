package playmore.plot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import playmore.svg.Svg;
import playmore.svg.Xml;

/**
 * Simplifies the SVG that Lets-Plot writes. The result is half as large, is the same text each time the same plot is
 * drawn, and also shows correctly in programs that ignore style sheets.
 */
final class PlainSvg {

    private static final Pattern STYLE = Pattern.compile("\\.([\\w-]+) \\{(.*?)}", Pattern.DOTALL);
    private static final Pattern DECIMALS = Pattern.compile("-?\\d+\\.\\d+(E-?\\d+)?");

    private PlainSvg() {}

    static String of(String svg) {
        Element root = Svg.parse(Xml.plain(svg));    // Lets-Plot may write characters that XML forbids
        Map<String, String> styles = new HashMap<>();
        for (Element element : Svg.elements(root)) {
            if (element.getTagName().equals("style")) {
                STYLE.matcher(element.getTextContent()).results().forEach(rule -> styles.put(rule.group(1),
                        rule.group(2).replaceAll("\\s*\\n\\s*", "").replace(": ", ":").strip()));
                element.getParentNode().removeChild(element);
            } else {
                makePlain(element, styles);
            }
        }
        root.setAttribute("viewBox", "0 0 " + root.getAttribute("width") + " " + root.getAttribute("height"));
        makeIdsStable(root);
        return Svg.file(root);
    }

    /** Inlines the style of the class, rounds to two decimals, and drops indentation and JavaFX-only attributes. */
    private static void makePlain(Element element, Map<String, String> styles) {
        String className = element.getAttribute("class"), style = styles.get(className);
        if (style != null && !className.equals("plt-container")) element.setAttribute("style", style);
        element.removeAttribute("class");
        element.removeAttribute("clip-bounds-jfx");
        for (Attr attribute : Svg.attributes(element)) {
            attribute.setValue(DECIMALS.matcher(attribute.getValue()).replaceAll(number -> rounded(number.group())));
        }
        for (Node child : Svg.children(element)) {
            if (child instanceof Text text) {
                text.setData(text.getData().replace(Legend.GAP, "").replaceAll("\\s*\\n\\s*", ""));
            }
        }
    }

    private static String rounded(String number) {
        BigDecimal rounded = new BigDecimal(number).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    /** Replaces Lets-Plot's random ids by ids made from the picture, so that two pictures on one page do not clash. */
    private static void makeIdsStable(Element root) {
        List<String> random = new ArrayList<>();
        Svg.rename(root, id -> {
            if (!random.contains(id)) random.add(id);
            return Integer.toString(random.indexOf(id) + 1);
        });
        String picture = Integer.toHexString(Svg.write(root).hashCode());
        Svg.rename(root, id -> "p" + picture + "-" + id);
    }
}
