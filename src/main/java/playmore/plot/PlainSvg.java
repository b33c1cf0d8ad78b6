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
 * Makes Lets-Plot's SVG plain: half the size, the same text for the same picture, and readable for
 * programs that know little of style sheets.
 */
final class PlainSvg {

    private static final Pattern STYLE = Pattern.compile("\\.([\\w-]+) \\{(.*?)}", Pattern.DOTALL);
    private static final Pattern DECIMALS = Pattern.compile("-?\\d+\\.\\d+(E-?\\d+)?");

    private PlainSvg() {}

    static String of(String svg) {
        Element root = Svg.parse(Xml.plain(svg));    // Lets-Plot would write any character
        Map<String, String> styles = new HashMap<>();
        for (Element element : Svg.elements(root)) {
            if (element.getTagName().equals("style")) {
                STYLE.matcher(element.getTextContent()).results().forEach(m ->
                        styles.put(m.group(1), m.group(2).replaceAll("\\s*\\n\\s*", "").replace(": ", ":").strip()));
                element.getParentNode().removeChild(element);
            } else {
                makePlain(element, styles);
            }
        }
        root.setAttribute("viewBox", "0 0 " + root.getAttribute("width") + " " + root.getAttribute("height"));
        makeIdsStable(root);
        return Svg.file(root);
    }

    /** Its style its own; two decimals, no indentation, no attributes for other programs. */
    private static void makePlain(Element element, Map<String, String> styles) {
        String style = styles.get(element.getAttribute("class"));
        if (style != null && !element.getAttribute("class").equals("plt-container")) element.setAttribute("style", style);
        for (String other : List.of("class", "clip-bounds-jfx")) element.removeAttribute(other);
        for (Attr attribute : Svg.attributes(element)) {
            attribute.setValue(DECIMALS.matcher(attribute.getValue()).replaceAll(n -> rounded(n.group())));
        }
        for (Node child : Svg.children(element)) {
            if (child instanceof Text text) {
                text.setData(text.getData().replace(Legend.ROOM_AFTER, "").replaceAll("\\s*\\n\\s*", ""));
            }
        }
    }

    private static String rounded(String number) {
        BigDecimal rounded = new BigDecimal(number).setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    /** Lets-Plot's ids are random; these come from the picture, so that two in one page do not clash. */
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
