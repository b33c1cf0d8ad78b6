package playmore.svg;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * Makes an SVG part of a page that has other SVGs. Its ids get a prefix, so that no two elements of the page share an
 * id, and its style sheets apply to it alone. The SVG may come from anywhere, so everything that does not draw is
 * removed: scripts, event handlers, HTML, links that are code, and addresses that would be loaded from the network.
 */
public final class InlineSvg {

    private static final Pattern DRAWS = Pattern.compile("svg|g|defs|symbol|use|title|desc|style|a|switch|rect|circle"
            + "|ellipse|line|polyline|polygon|path|text|tspan|textPath|image|marker|clipPath|mask|pattern"
            + "|linearGradient|radialGradient|stop|filter|fe[A-Z]\\w+");
    private static final Pattern LINK = Pattern.compile("(?i)https?:.*|data:image/.*|[^:]*", Pattern.DOTALL);
    private static final Pattern HERE = Pattern.compile("(?i)data:image/.*|(?![/\\\\]{2})[^:]*", Pattern.DOTALL);
    private static final Pattern FETCHES =
            Pattern.compile("(?i)\\\\|(?:url|src|image|image-set|cross-fade)\\((?!\\s*['\"]?#)");
    private static final String ROOT = "picture-root";    // the id of an SVG that has a style sheet but no id
    private static final Pattern EDGE = Pattern.compile("(\\w+)(?::\\w+)?->(\\w+)(?::\\w+)?");
    private static final Pattern LENGTH = Pattern.compile("(\\d{1,9}(?:[.]\\d*)?|[.]\\d+)(pt|px)?");
    private static final double PIXELS_PER_POINT = 96.0 / 72;

    private InlineSvg() {}

    /**
     * Parses the SVG.
     *
     * @throws IllegalArgumentException with the title and the reason if it is not an SVG
     */
    public static Element parse(String svg, String title) {
        try {
            return Svg.parse(svg);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The picture \"" + title + "\" is not an SVG that can be read: "
                    + e.getMessage());
        }
    }

    /**
     * The SVG element for a page.
     *
     * @param prefix the beginning of all ids; each SVG of the page needs a different one
     * @param title describes the picture for readers who cannot see it
     */
    public static String of(String svg, String prefix, String title) {
        Element root = parse(svg, title);
        boolean hasId = root.hasAttribute("id");
        if (!hasId) root.setAttribute("id", ROOT);
        clean(root, prefix, root.getAttribute("id"));
        if (!hasId && root.getElementsByTagName("style").getLength() == 0) root.removeAttribute("id");
        Svg.rename(root, id -> prefix + id);
        makeFlexible(root);
        root.setAttribute("role", "img");
        root.setAttribute("aria-label", title);
        return Svg.write(root);
    }

    /**
     * Removes everything that does not draw, and the style for dark pages, because notes have their own. Also removes
     * the titles that Graphviz gives to edges and operations, because browsers show them as tooltips. The ends of an
     * edge become the attributes data-from and data-to.
     */
    private static void clean(Element element, String prefix, String root) {
        Pattern links = element.getTagName().equals("a") ? LINK : HERE;
        for (Attr attribute : Svg.attributes(element)) {
            String name = attribute.getName().toLowerCase(Locale.ROOT);    // HTML ignores case
            String value = attribute.getValue();
            boolean isBadLink = name.endsWith("href")
                    && !links.matcher(value.replaceAll("[\\s\\p{Cc}]", "")).matches();
            boolean fetches = value.contains("(") && !name.matches("(style|id|(aria|data)-.*)")
                    && FETCHES.matcher(value).find();
            if (name.startsWith("on") || name.equals("xml:base") || isBadLink || fetches) {
                element.removeAttributeNode(attribute);
            } else if (name.equals("style")) {
                attribute.setValue(Css.declarations(value));
            }
        }
        boolean namedByGraphviz = element.getAttribute("class").matches("edge|node op");
        for (Node child : Svg.children(element)) {
            String name = child.getNodeName();
            Matcher edge = EDGE.matcher(name.equals("title") ? child.getTextContent() : "");
            if (namedByGraphviz && edge.matches()) {
                element.setAttribute("data-from", prefix + edge.group(1));
                element.setAttribute("data-to", prefix + edge.group(2));
            }
            boolean isUnwanted = namedByGraphviz && name.equals("title")
                    || name.equals("style") && child.getTextContent().equals(Svg.ADAPTS);
            if (child instanceof Element inner && DRAWS.matcher(name).matches() && !isUnwanted) {
                clean(inner, prefix, root);
                if (name.equals("style")) inner.setTextContent(Css.scoped(inner.getTextContent(), root, prefix));
            } else if (!(child instanceof Text)) {
                element.removeChild(child);
            }
        }
    }

    /** Replaces the fixed width by a maximum width, so that the page can make the picture narrower. */
    private static void makeFlexible(Element root) {
        Matcher width = LENGTH.matcher(root.getAttribute("width"));
        Matcher height = LENGTH.matcher(root.getAttribute("height"));
        if (!width.matches() || !height.matches()) return;
        if (!root.hasAttribute("viewBox")) {
            root.setAttribute("viewBox", "0 0 " + width.group(1) + " " + height.group(1));
        }
        double pixels = Double.parseDouble(width.group(1)) * ("pt".equals(width.group(2)) ? PIXELS_PER_POINT : 1);
        root.removeAttribute("width");
        root.removeAttribute("height");
        root.setAttribute("style", "--width:" + Math.round(pixels) + "px");
    }
}
