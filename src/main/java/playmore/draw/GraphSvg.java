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

/** Checks Graphviz's SVG and prepares it for the notes. */
final class GraphSvg {

    private GraphSvg() {}

    /**
     * Removes what the notes do not need, and puts the full numbers of each value into its title, which browsers show
     * as a tooltip.
     *
     * @throws IllegalStateException if {@code drawn} is not a complete picture of {@code graph}
     */
    static String of(Graph graph, String drawn) {
        Element svg;
        try {
            svg = Svg.parse(drawn);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("Cannot draw the graph: " + e.getMessage(), e);
        }
        for (String side : List.of("width", "height")) {
            svg.setAttribute(side, svg.getAttribute(side).replaceFirst("p[tx]$", ""));
        }
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

    /**
     * Removes the attributes that all texts share, as the picture has them once. Centres each text in its cell, because
     * its font is narrower than the font of the layout.
     */
    private static void tidy(Element element) {
        String middle = "0";
        for (Node child : Svg.children(element)) {
            if (!(child instanceof Element e)) continue;
            switch (e.getTagName()) {
                case "polygon" -> middle = middle(e.getAttribute("points"));
                case "ellipse" -> middle = e.getAttribute("cx");
                case "text" -> {
                    e.setAttribute("x", middle);
                    List.of("text-anchor", "font-family", "font-size", "xml:space").forEach(e::removeAttribute);
                }
                default -> { }
            }
            if (e.getAttribute("stroke").equals("transparent")) e.setAttribute("stroke", "none");
            boolean nameless = e.getTagName().equals("title") && e.getTextContent().startsWith("%");
            if (nameless) element.removeChild(e);    // Graphviz' own title of a graph without a name
        }
    }

    private static String middle(String points) {
        DoubleSummaryStatistics x = Stream.of(points.trim().split(" "))
                .mapToDouble(p -> Double.parseDouble(p.split(",")[0])).summaryStatistics();
        return String.format(Locale.ROOT, "%.2f", (x.getMin() + x.getMax()) / 2);
    }
}
