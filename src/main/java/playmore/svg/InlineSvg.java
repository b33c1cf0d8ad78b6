package playmore.svg;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * Makes an SVG part of a page in which there are others: no two elements share an id. What does not draw
 * is left out, as the SVG may be a learner's own, or come from anywhere: scripts, what listens for
 * events, HTML, links that are code, and what a network would be asked for. Its style sheets hold for itself alone.
 */
public final class InlineSvg {

    private static final Pattern DRAWS = Pattern.compile("svg|g|defs|symbol|use|title|desc|style|a|switch|rect|circle|ellipse"
            + "|line|polyline|polygon|path|text|tspan|textPath|image|marker|clipPath|mask|pattern|linearGradient"
            + "|radialGradient|stop|filter|fe[A-Z]\\w+");
    private static final Pattern LINK = Pattern.compile("(?i)https?:.*|data:image/.*|[^:]*", Pattern.DOTALL);
    private static final Pattern HERE = Pattern.compile("(?i)data:image/.*|(?![/\\\\]{2})[^:]*", Pattern.DOTALL);
    private static final Pattern FETCHES =
            Pattern.compile("(?i)\\\\|(?:url|src|image|image-set|cross-fade)\\((?!\\s*['\"]?#)");
    private static final String ROOT = "picture-root";    // the id of an SVG that has a style sheet and no id
    private static final Pattern EDGE = Pattern.compile("(\\w+)(?::\\w+)?->(\\w+)(?::\\w+)?");
    private static final Pattern LENGTH = Pattern.compile("(\\d{1,9}(?:[.]\\d*)?|[.]\\d+)(pt|px)?");
    private static final double PIXELS_A_POINT = 96.0 / 72;

    private InlineSvg() {}

    /**
     * Checks that this is an SVG.
     *
     * @throws IllegalArgumentException if it is none, and why
     */
    public static void check(String svg, String title) {
        parse(svg, title);
    }

    private static Element parse(String svg, String title) {
        try {
            return Svg.parse(svg);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The picture \"" + title + "\" is not an SVG that can be read: "
                    + e.getMessage());
        }
    }

    /**
     * The SVG for a page, without its prologue.
     *
     * @param prefix begins each id; different for each SVG of the page
     * @param title what it shows, for those who cannot see it
     */
    public static String of(String svg, String prefix, String title) {
        Element root = parse(svg, title);
        boolean hasId = root.hasAttribute("id");
        if (!hasId) root.setAttribute("id", ROOT);
        fit(root, prefix, root.getAttribute("id"));
        if (!hasId && root.getElementsByTagName("style").getLength() == 0) root.removeAttribute("id");
        Svg.rename(root, id -> prefix + id);
        size(root);
        root.setAttribute("role", "img");
        root.setAttribute("aria-label", title);
        return Svg.write(root);
    }

    /**
     * Drops what does not draw; the rule for the dark, as a page has its own; and the titles that Graphviz gives to
     * edges and operations, which browsers show as tooltips: what an edge joins it tells as data.
     */
    private static void fit(Element element, String prefix, String root) {
        Pattern links = element.getTagName().equals("a") ? LINK : HERE;
        for (Attr attribute : Svg.attributes(element)) {
            String name = attribute.getName().toLowerCase(Locale.ROOT);    // HTML takes any case
            String value = attribute.getValue();
            if (name.startsWith("on") || name.equals("xml:base")
                    || name.endsWith("href") && !links.matcher(value.replaceAll("[\\s\\p{Cc}]", "")).matches()
                    || value.contains("(") && !name.matches("(style|id|(aria|data)-.*)")
                            && FETCHES.matcher(value).find()) {
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
            if (child instanceof Element inner && DRAWS.matcher(name).matches() && !(namedByGraphviz && name.equals("title"))
                    && !(name.equals("style") && inner.getTextContent().equals(Svg.ADAPTS))) {
                fit(inner, prefix, root);
                if (name.equals("style")) inner.setTextContent(Css.scoped(inner.getTextContent(), root, prefix));
            } else if (!(child instanceof Text)) {
                element.removeChild(child);
            }
        }
    }

    /** Its own width is its widest: the style sheet may make it narrower. */
    private static void size(Element root) {
        Matcher width = LENGTH.matcher(root.getAttribute("width"));
        Matcher height = LENGTH.matcher(root.getAttribute("height"));
        if (!width.matches() || !height.matches()) return;
        if (!root.hasAttribute("viewBox")) {
            root.setAttribute("viewBox", "0 0 " + width.group(1) + " " + height.group(1));
        }
        double pixels = Double.parseDouble(width.group(1)) * ("pt".equals(width.group(2)) ? PIXELS_A_POINT : 1);
        root.removeAttribute("width");
        root.removeAttribute("height");
        root.setAttribute("style", "--width:" + Math.round(pixels) + "px");
    }
}
