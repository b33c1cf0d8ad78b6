package playmore.draw;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import playmore.engine.Graph;
import playmore.explain.Expression;
import playmore.svg.Svg;

/** Makes an engine's SVG fit for notes. */
final class GraphSvg {

    private GraphSvg() {}

    /**
     * The same picture without what notes have no use for; a value's title, which browsers show where
     * the mouse rests, holds its numbers in full.
     *
     * @throws IllegalStateException if it is not a whole picture of {@code graph}
     */
    static String of(Graph graph, String drawn) {
        Element svg;
        try {
            svg = Svg.parse(drawn);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("Cannot draw the graph: " + e.getMessage(), e);
        }
        for (String side : List.of("width", "height")) svg.setAttribute(side, svg.getAttribute(side).replaceFirst("p[tx]$", ""));
        Expression expression = new Expression(graph);
        int count = 0;
        for (Element element : Svg.elements(svg)) {
            tidy(element);
            if (element.getAttribute("class").equals("graph")) {
                element.setAttribute("font-family", "Helvetica,Arial,Liberation Sans,sans-serif");
                element.setAttribute("font-size", Integer.toString(Dot.FONT_SIZE));
                element.setAttribute("text-anchor", "middle");
            } else if (element.getTagName().equals("title") && element.getTextContent().matches("v\\d+")) {
                element.setTextContent(numbers(expression, Integer.parseInt(element.getTextContent().substring(1))));
                count++;
            }
        }
        if (count != expression.size()) {
            throw new IllegalStateException("Cannot draw the graph: the layout shows " + count + " of its "
                    + expression.size() + " values");
        }
        return Svg.file(svg);
    }

    private static String numbers(Expression expression, int i) {
        String name = Dot.shorten(Dot.name(expression, i), 200);
        return (name.isEmpty() ? "" : name + ": ") + "data " + expression.data(i) + ", grad " + expression.held(i);
    }

    /** Says once for the picture what is the same for all texts; and puts them in the middle of their cells, as they have other widths than those laid out for. */
    private static void tidy(Element element) {
        String middle = "0";
        for (Node child : Svg.children(element)) {
            if (!(child instanceof Element e)) continue;
            switch (e.getTagName()) {
                case "polygon" -> middle = middle(e.getAttribute("points"));
                case "ellipse" -> middle = e.getAttribute("cx");
                case "text" -> {
                    e.setAttribute("x", middle);
                    for (String said : List.of("text-anchor", "font-family", "font-size", "xml:space")) e.removeAttribute(said);
                }
                default -> { }
            }
            if (e.getAttribute("stroke").equals("transparent")) e.setAttribute("stroke", "none");
            if (e.getTagName().equals("title") && e.getTextContent().startsWith("%")) element.removeChild(e);    // a graph without a name
        }
    }

    private static String middle(String points) {
        DoubleSummaryStatistics x = Stream.of(points.trim().split(" ")).mapToDouble(p -> Double.parseDouble(p.split(",")[0])).summaryStatistics();
        return String.format(Locale.ROOT, "%.2f", (x.getMin() + x.getMax()) / 2);
    }
}
