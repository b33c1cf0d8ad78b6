package playmore.draw;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes an engine's SVG fit for notes. */
final class Svg {

    private static final Pattern VALUE_TITLE = Pattern.compile("<title>v(\\d+)</title>");

    /** Said once for the picture; these are of the same widths, which the cells were laid out for. */
    private static final String FONT = "font-family=\"Helvetica,Arial,Liberation Sans,sans-serif\" font-size=\"12\"";

    private Svg() {}

    /**
     * The same picture without what notes have no use for; a value's title, which browsers show where
     * the mouse rests, holds its numbers in full.
     *
     * @throws IllegalStateException if it is not a whole picture of {@code graph}
     */
    static String of(Graph graph, String drawn) {
        String svg = drawn.substring(Math.max(0, drawn.indexOf("<svg")))
                .replaceAll("(?s)<!--.*?-->\n", "")
                .replaceFirst("width=\"([\\d.]+)pt\" height=\"([\\d.]+)pt\"\n?", "width=\"$1\" height=\"$2\"")
                .replaceFirst("<title>%\\d+</title>\n", "")    // what dot calls a graph without a name
                .replace("stroke=\"transparent\"", "stroke=\"none\"")
                .replace(" text-anchor=\"start\"", "")
                .replace(" font-family=\"Helvetica,sans-Serif\" font-size=\"12.00\"", "")
                .replaceFirst("class=\"graph\"", "$0 " + FONT)
                .replace("&#45;", "-");
        Matcher title = VALUE_TITLE.matcher(svg);
        StringBuilder whole = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        int count = 0;
        while (title.find()) {
            Graph.Item v = graph.nodes().get(Integer.parseInt(title.group(1)));
            String text = (v.label().isEmpty() ? "" : Dot.shorten(v.label(), 200) + ": ")
                    + "data " + v.data() + ", grad " + v.grad();
            title.appendReplacement(whole, Matcher.quoteReplacement("<title>" + Dot.xml(text) + "</title>"));
            count++;
        }
        title.appendTail(whole);
        if (count != graph.nodes().size() || whole.indexOf("</svg>") < 0) {
            throw new IllegalStateException("Cannot draw the graph: the layout shows " + count + " of its "
                    + graph.nodes().size() + " values");
        }
        return whole.toString();
    }
}
