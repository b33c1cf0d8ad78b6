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

/** SVG as a tree: read, changed and written here, whoever drew it. */
public final class Svg {

    /** In other elements, blanks between the tags mean nothing. */
    private static final Set<String> TEXTS = Set.of("text", "tspan", "textPath", "title", "desc", "style");

    private static final String MAX_DEPTH = "250";    // of elements in each other, which are gone through recursively

    private static final Pattern REFERENCE = Pattern.compile("url\\((['\"]?)#([^)'\"]+)\\1\\)");

    /** The style by which in a dark browser light and dark change places, and colours stay; other programs pass it over. */
    public static final String ADAPTS = "@media screen and (prefers-color-scheme: dark) { .adapts { filter: invert(0.88) hue-rotate(180deg) } }";

    private Svg() {}

    /**
     * The root of an SVG, without comments. Nothing that lies elsewhere is read for it.
     *
     * @throws IllegalArgumentException if it is none, and why
     */
    public static Element parse(String svg) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setAttribute("http://www.oracle.com/xml/jaxp/properties/maxElementDepth", MAX_DEPTH);
            factory.setCoalescing(true);    // to HTML, a CDATA section may be a comment that ends at once
            factory.setIgnoringComments(true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            Element root = builder.parse(new InputSource(new StringReader(svg))).getDocumentElement();
            if (!root.getTagName().equals("svg")) throw new IllegalArgumentException("it is <" + root.getTagName() + ">");
            return root;
        } catch (SAXException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException(e);    // there is such a parser, and it reads a string
        }
    }

    /** The element and all that are in it, in their order. */
    public static List<Element> elements(Element element) {
        List<Element> all = new ArrayList<>(List.of(element));
        for (Node child : children(element)) {
            if (child instanceof Element inner) all.addAll(elements(inner));
        }
        return all;
    }

    /** What is in the element, which may be removed meanwhile. */
    public static List<Node> children(Node element) {
        List<Node> children = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) children.add(child);
        return children;
    }

    /** The element's attributes, which may be removed meanwhile. */
    public static List<Attr> attributes(Element element) {
        NamedNodeMap attributes = element.getAttributes();
        return IntStream.range(0, attributes.getLength()).mapToObj(i -> (Attr) attributes.item(i)).toList();
    }

    /** Gives other ids to all that have one, where they are referred to as well. */
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

    /** A style that gives other ids to what it refers to. */
    static String renamed(String style, UnaryOperator<String> ids) {
        return REFERENCE.matcher(style)
                .replaceAll(m -> Matcher.quoteReplacement("url(#" + ids.apply(m.group(2)) + ")"));
    }

    /** The SVG as a file of its own, which does not glare on a dark page. */
    public static String file(Element root) {
        Element style = root.getOwnerDocument().createElement("style");
        style.setTextContent(ADAPTS);
        root.insertBefore(style, root.getFirstChild());
        root.setAttribute("class", "adapts");
        return write(root) + "\n";
    }

    /** The SVG as text, an element a line. Java's own writer is slow to start, and not the same on every JDK. */
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
        children.removeIf(child -> !(child instanceof Element) && !(child instanceof Text && (text || !child.getNodeValue().isBlank())));
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
