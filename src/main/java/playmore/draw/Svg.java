package playmore.draw;

import java.util.DoubleSummaryStatistics;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import playmore.engine.Graph;
import playmore.svg.Xml;

/** Makes an engine's SVG fit for notes. */
final class Svg {

    private static final Pattern VALUE_TITLE = Pattern.compile("<title>v(\\d+)</title>");

    /** A shape, whose middle is that of the texts which follow, or a text. */
    private static final Pattern SHAPE_OR_TEXT = Pattern.compile(
            "<polygon [^>]*points=\"(?<points>[^\"]*)\"|<ellipse [^>]*cx=\"(?<middle>[^\"]*)\"|(?<text><text )[^>]*?\\bx=\"[^\"]*\"");

    /** Said once for the picture. */
    private static final String TEXT = "font-family=\"Helvetica,Arial,Liberation Sans,sans-serif\" font-size=\""
            + Dot.FONT_SIZE + "\" text-anchor=\"middle\"";

    private Svg() {}

    /**
     * The same picture without what notes have no use for; a value's title, which browsers show where
     * the mouse rests, holds its numbers in full.
     *
     * @throws IllegalStateException if it is not a whole picture of {@code graph}
     */
    static String of(Graph graph, String drawn) {
        String svg = centred(drawn.substring(Math.max(0, drawn.indexOf("<svg"))))
                .replaceAll("(?s)<!--.*?-->\n", "")
                .replaceFirst("width=\"([\\d.]+)p[tx]\" height=\"([\\d.]+)p[tx]\"\n?", "width=\"$1\" height=\"$2\"")
                .replaceFirst("<title>%\\d+</title>\n", "")    // what dot calls a graph without a name
                .replace("stroke=\"transparent\"", "stroke=\"none\"")
                .replace(" font-family=\"" + Dot.WIDEST_FONT + "\" font-size=\"" + Dot.FONT_SIZE + ".00\"", "")
                .replaceFirst("class=\"graph\"", "$0 " + TEXT)
                .replace("&#45;", "-");
        Matcher title = VALUE_TITLE.matcher(svg);
        StringBuilder whole = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        int count = 0;
        while (title.find()) {
            Graph.Item v = graph.nodes().get(Integer.parseInt(title.group(1)));
            String text = (v.label().isEmpty() ? "" : Dot.shorten(v.label(), 200) + ": ")
                    + "data " + v.data() + ", grad " + v.grad();
            title.appendReplacement(whole, Matcher.quoteReplacement("<title>" + Xml.escape(text) + "</title>"));
            count++;
        }
        title.appendTail(whole);
        if (count != graph.nodes().size() || whole.indexOf("</svg>") < 0) {
            throw new IllegalStateException("Cannot draw the graph: the layout shows " + count + " of its "
                    + graph.nodes().size() + " values");
        }
        return whole.toString();
    }

    /** Texts in the middle of their cells, as they have other widths than those laid out for. */
    private static String centred(String svg) {
        Matcher part = SHAPE_OR_TEXT.matcher(svg);
        StringBuilder centred = new StringBuilder();
        String middle = "0";
        while (part.find()) {
            if (part.group("text") != null) {
                part.appendReplacement(centred, "${text}x=\"" + middle + "\"");
            } else {
                middle = part.group("middle") != null ? part.group("middle") : middle(part.group("points"));
            }
        }
        return part.appendTail(centred).toString();
    }

    private static String middle(String points) {
        DoubleSummaryStatistics x = Stream.of(points.trim().split(" ")).mapToDouble(p -> Double.parseDouble(p.split(",")[0])).summaryStatistics();
        return String.format(Locale.ROOT, "%.2f", (x.getMin() + x.getMax()) / 2);
    }
}
