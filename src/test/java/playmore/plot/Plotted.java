package playmore.plot;

import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What can be read from the SVG of a plot, in the picture's own coordinates. */
final class Plotted {

    private static final Pattern TRANSLATE = Pattern.compile("translate\\(([-\\d.]+) ([-\\d.]+) ?\\)");

    private final List<Element> elements = new ArrayList<>();

    Plotted(String svg) throws Exception {
        NodeList all = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8))).getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) elements.add((Element) all.item(i));
    }

    /** The middles of the points, without the keys of a legend. */
    List<double[]> points() {
        Rectangle2D wide = area();
        return named("circle").filter(c -> !c.getAttribute("fill").equals("none"))
                .map(c -> new double[] {x(c) + number(c, "cx"), y(c) + number(c, "cy")}).filter(p -> p[1] > wide.getMinY() - 1e-9).toList();
    }

    /** Where the lines of the grid reach; each tick has one. */
    Rectangle2D area() {
        Rectangle2D area = null;
        for (Element line : grid().toList()) {
            Rectangle2D box = new Rectangle2D.Double();
            box.setFrameFromDiagonal(x(line) + number(line, "x1"), y(line) + number(line, "y1"), x(line) + number(line, "x2"), y(line) + number(line, "y2"));
            area = area == null ? box : area.createUnion(box);
        }
        return area;
    }

    private Stream<Element> grid() {
        return named("line").filter(l -> l.getAttribute("stroke").equals("rgb(233,233,233)"));
    }

    /** From left to right. */
    List<String> xTicks() {
        return labels().filter(t -> x(t) > area().getMinX() - 1).map(Plotted::text).toList();
    }

    /** From the bottom up. */
    List<String> yTicks() {
        return labels().filter(t -> x(t) <= area().getMinX() - 1).map(Plotted::text).toList();
    }

    /** The texts of the axes' size. */
    private Stream<Element> labels() {
        return named("text").filter(t -> (t.getAttribute("style") + "font-size:" + t.getAttribute("font-size") + "px").contains("font-size:12px"));
    }

    private static String text(Element element) {
        return element.getTextContent().strip();
    }

    private Stream<Element> named(String name) {
        return elements.stream().filter(e -> e.getTagName().equals(name));
    }

    private static double number(Element element, String name) {
        return element.getAttribute(name).isEmpty() ? 0 : Double.parseDouble(element.getAttribute(name));
    }

    private static double x(Element element) {
        return moved(element, 1);
    }

    private static double y(Element element) {
        return moved(element, 2);
    }

    private static double moved(Node node, int group) {
        double sum = 0;
        for (; node instanceof Element e; node = node.getParentNode()) {
            Matcher translate = TRANSLATE.matcher(e.getAttribute("transform"));
            if (translate.find()) sum += Double.parseDouble(translate.group(group));
        }
        return sum;
    }
}
