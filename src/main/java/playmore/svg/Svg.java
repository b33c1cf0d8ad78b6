package playmore.svg;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads, changes and writes SVG as a tree of elements. */
public final class Svg {

    /** Elements that contain text. In all others, white space between tags is ignored. */
    private static final Set<String> TEXTS = Set.of("text", "tspan", "textPath", "title", "desc", "style");

    private static final String MAX_DEPTH = "250";    // of nested elements, because the methods below are recursive

    private static final Pattern REFERENCE = Pattern.compile("url\\((['\"]?)#([^)'\"]+)\\1\\)");

    /** A style that exchanges light and dark in a dark browser and keeps the hues. Other programs ignore it. */
    public static final String ADAPTS = "@media screen and (prefers-color-scheme: dark)"
            + " { .adapts { filter: invert(0.88) hue-rotate(180deg) } }";

    private Svg() {}

    /**
     * Parses an SVG without its comments. Loads no other files that it may refer to.
     *
     * @return the root element
     * @throws IllegalArgumentException with the reason if it is not an SVG
     */
    public static Element parse(String svg) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setAttribute("http://www.oracle.com/xml/jaxp/properties/maxElementDepth", MAX_DEPTH);
            factory.setCoalescing(true);    // in HTML, a CDATA section would be a comment
            factory.setIgnoringComments(true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            Element root = builder.parse(new InputSource(new StringReader(svg))).getDocumentElement();
            if (!root.getTagName().equals("svg")) {
                throw new IllegalArgumentException("it is <" + root.getTagName() + ">");
            }
            return root;
        } catch (SAXException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException(e);    // cannot happen: the parser exists, and it reads a string
        }
    }

    /** The element and all elements in it, in document order. */
    public static List<Element> elements(Element element) {
        List<Element> all = new ArrayList<>(List.of(element));
        for (Node child : children(element)) {
            if (child instanceof Element inner) all.addAll(elements(inner));
        }
        return all;
    }

    /** A copy of the list of children, so that the caller can remove some of them. */
    public static List<Node> children(Node element) {
        List<Node> children = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            children.add(child);
        }
        return children;
    }

    /** A copy of the list of attributes, so that the caller can remove some of them. */
    public static List<Attr> attributes(Element element) {
        NamedNodeMap attributes = element.getAttributes();
        return IntStream.range(0, attributes.getLength()).mapToObj(i -> (Attr) attributes.item(i)).toList();
    }

    /** Renames all ids, and all references to them. */
    public static void rename(Element root, UnaryOperator<String> ids) {
        for (Element element : elements(root)) {
            for (Attr attribute : attributes(element)) {
                String name = attribute.getName(), value = attribute.getValue();
                if (name.equalsIgnoreCase("id")) {
                    attribute.setValue(ids.apply(value));
                } else if (name.toLowerCase(Locale.ROOT).endsWith("href") && value.startsWith("#")) {
                    attribute.setValue("#" + ids.apply(value.substring(1)));
                } else if (value.contains("url(")) {
                    attribute.setValue(renamed(value, ids));
                }
            }
        }
    }

    /** The style with all ids in {@code url(#id)} renamed. */
    static String renamed(String style, UnaryOperator<String> ids) {
        return REFERENCE.matcher(style)
                .replaceAll(m -> Matcher.quoteReplacement("url(#" + ids.apply(m.group(2)) + ")"));
    }

    /** The text of an SVG file that adapts to dark pages. */
    public static String file(Element root) {
        Element style = root.getOwnerDocument().createElement("style");
        style.setTextContent(ADAPTS);
        root.insertBefore(style, root.getFirstChild());
        root.setAttribute("class", "adapts");
        return write(root) + "\n";
    }

    /** The SVG as text, one element per line. Java's own writer starts slowly, and its output depends on the JDK. */
    public static String write(Element root) {
        StringBuilder svg = new StringBuilder();
        write(root, svg);
        return svg.toString();
    }

    private static void write(Element element, StringBuilder svg) {
        svg.append('<').append(element.getTagName());
        for (Attr attribute : attributes(element)) {
            svg.append(' ').append(attribute.getName()).append("=\"").append(Xml.escape(attribute.getValue())
                    .replace("\n", "&#10;").replace("\r", "&#13;").replace("\t", "&#9;")).append('"');
        }
        boolean text = TEXTS.contains(element.getTagName());
        List<Node> children = children(element);
        children.removeIf(child -> !(child instanceof Element) && !(child instanceof Text));
        if (!text) children.removeIf(child -> child instanceof Text && child.getNodeValue().isBlank());
        svg.append(children.isEmpty() ? "/>" : ">");
        if (children.isEmpty()) return;
        for (Node child : children) {
            if (!text) svg.append('\n');
            if (child instanceof Element inner) write(inner, svg);
            else svg.append(Xml.escape(child.getNodeValue()));
        }
        svg.append(text ? "</" : "\n</").append(element.getTagName()).append('>');
    }
}
