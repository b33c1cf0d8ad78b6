package playmore.svg;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.InputSource;

/**
 * Makes an SVG part of a page in which there are others: no two elements share an id. What does not draw
 * is left out, as the SVG may be a learner's own, or come from anywhere: scripts, what listens for
 * events, HTML, links that are code.
 */
public final class InlineSvg {

    private static final Pattern DRAWS = Pattern.compile("svg|g|defs|symbol|use|title|desc|style|a|switch|rect|circle|ellipse"
            + "|line|polyline|polygon|path|text|tspan|textPath|image|marker|clipPath|mask|pattern|linearGradient"
            + "|radialGradient|stop|filter|fe[A-Z]\\w+");
    private static final Pattern LINK = Pattern.compile("(?i)https?:.*|data:image/.*|[^:]*", Pattern.DOTALL);
    private static final Pattern REFERENCE = Pattern.compile("url\\((['\"]?)#([^)'\"]+)\\1\\)");
    private static final Pattern LENGTH = Pattern.compile("([\\d.]+)(pt|px)?");
    private static final double PIXELS_A_POINT = 96.0 / 72;

    private InlineSvg() {}

    /**
     * The SVG for a page, without its prologue.
     *
     * @param prefix begins each id; different for each SVG of the page
     * @param title what it shows, for those who cannot see it
     */
    public static String of(String svg, String prefix, String title) {
        try {
            Element root = parse(svg).getDocumentElement();
            if (!root.getNodeName().equals("svg")) throw new IllegalArgumentException("it is <" + root.getNodeName() + ">");
            fit(root, prefix);
            size(root);
            root.setAttribute("role", "img");
            root.setAttribute("aria-label", title);
            return write(root);
        } catch (Exception e) {
            throw new IllegalArgumentException("The picture \"" + title + "\" is not an SVG that can be read: " + e.getMessage(), e);
        }
    }

    private static Document parse(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
        factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        factory.setCoalescing(true);    // to HTML, a CDATA section may be a comment that ends at once
        DocumentBuilder builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null);
        return builder.parse(new InputSource(new StringReader(svg)));
    }

    /**
     * Renames the ids; drops what does not draw, and the titles that Graphviz gives to edges and
     * operations, which browsers show as tooltips.
     */
    private static void fit(Element element, String prefix) {
        rename(element.getAttributes(), prefix);
        boolean namedByGraphviz = element.getAttribute("class").matches("edge|node op");
        for (Node child = element.getFirstChild(), next; child != null; child = next) {
            next = child.getNextSibling();
            String name = child.getNodeName();
            if (child instanceof Element inner && DRAWS.matcher(name).matches() && !(namedByGraphviz && name.equals("title"))) {
                fit(inner, prefix);
            } else if (!(child instanceof Text)) {
                element.removeChild(child);
            }
        }
    }

    private static void rename(NamedNodeMap attributes, String prefix) {
        for (int i = attributes.getLength() - 1; i >= 0; i--) {
            Attr attribute = (Attr) attributes.item(i);
            String name = attribute.getName().toLowerCase(Locale.ROOT), value = attribute.getValue();    // HTML takes any case
            boolean link = name.endsWith("href");
            if (name.startsWith("on") || link && !LINK.matcher(value).matches()) {
                attributes.removeNamedItem(attribute.getName());
            } else if (name.equals("id")) {
                attribute.setValue(prefix + value);
            } else if (link && value.startsWith("#")) {
                attribute.setValue("#" + prefix + value.substring(1));
            } else {
                attribute.setValue(REFERENCE.matcher(value)
                        .replaceAll(m -> Matcher.quoteReplacement("url(#" + prefix + m.group(2) + ")")));
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

    private static String write(Element root) throws Exception {
        Transformer transformer = TransformerFactory.newInstance().newTransformer();
        transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        StringWriter svg = new StringWriter();
        transformer.transform(new DOMSource(root), new StreamResult(svg));
        return svg.toString();
    }
}
