package playmore.draw;

import static guru.nidi.graphviz.attribute.Attributes.attr;
import static guru.nidi.graphviz.attribute.Attributes.attrs;
import static guru.nidi.graphviz.model.Compass.EAST;
import static guru.nidi.graphviz.model.Compass.WEST;
import static guru.nidi.graphviz.model.Factory.between;
import static guru.nidi.graphviz.model.Factory.node;
import static guru.nidi.graphviz.model.Factory.port;

import guru.nidi.graphviz.attribute.Arrow;
import guru.nidi.graphviz.attribute.Color;
import guru.nidi.graphviz.attribute.Font;
import guru.nidi.graphviz.attribute.GraphAttr;
import guru.nidi.graphviz.attribute.Label;
import guru.nidi.graphviz.attribute.Rank;
import guru.nidi.graphviz.attribute.Rank.RankDir;
import guru.nidi.graphviz.attribute.Shape;
import guru.nidi.graphviz.attribute.Size;
import guru.nidi.graphviz.model.Factory;
import guru.nidi.graphviz.model.Link;
import guru.nidi.graphviz.model.LinkSource;
import guru.nidi.graphviz.model.LinkTarget;
import guru.nidi.graphviz.model.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import playmore.engine.Graph;
import playmore.explain.Expression;
import playmore.svg.Palette;
import playmore.svg.TextWidth;
import playmore.svg.Xml;

/**
 * Turns an expression into a graph of graphviz-java, with a row {@code label | data | grad} for each value and a
 * round node for each operation.
 *
 * <p>The colour of the label's cell shows the value's {@link Role}; the colour of the gradient's cell shows its sign
 * and size. A result without a label shows in grey the name that explain gives it. The rows are tables in Graphviz's
 * HTML, because its {@code record} shape has only one colour.
 */
final class Dot {

    /** The widest font that a viewer may use; a layout for this font has room for all others. */
    static final String WIDEST_FONT = "Verdana";
    static final int FONT_SIZE = 12;

    private static final int PADDING = 4;

    /** Above these total lengths of the arrows, Graphviz gets limits, so that it takes less time. */
    private static final int LONG = 1000, VERY_LONG = 5000;

    private static final int MAX_LABEL = 24, MAX_OP = 12;

    private static final String INK = Palette.INK;

    /** The lecture's names of weights and biases: w, w1, w[0,2], b. */
    private static final Pattern WEIGHT = Pattern.compile("w(\\d.*|\\[.*)?", Pattern.DOTALL);
    private static final Pattern BIAS = Pattern.compile("b(\\d.*|\\[.*)?", Pattern.DOTALL);

    /** What a value is in the expression; it decides the colours of its row. */
    private enum Role {

        INPUT("#d3eadb", INK, INK),
        PARAMETER("#fbeab0", INK, INK),
        CONSTANT("#ffffff", INK, Palette.QUIET),
        RESULT("#e9ecef", INK, INK),
        OUTPUT("#3d4f5e", "#ffffff", INK);

        final String fill, label, data;

        Role(String fill, String label, String data) {
            this.fill = fill;
            this.label = label;
            this.data = data;
        }
    }

    private final Graph graph;
    private final Expression expression;
    private final boolean hasWeights;

    private Dot(Graph graph) {
        this.graph = graph;
        expression = new Expression(graph);
        hasWeights = graph.nodes().stream().anyMatch(v -> v.isLeaf() && WEIGHT.matcher(v.label()).matches());
    }

    static guru.nidi.graphviz.model.Graph of(Graph graph) {
        return new Dot(graph).graph();
    }

    private guru.nidi.graphviz.model.Graph graph() {
        List<LinkSource> nodes = new ArrayList<>();
        for (int i = 0; i < graph.nodes().size(); i++) {
            nodes.add(value(i));
            if (!graph.nodes().get(i).op().isEmpty()) nodes.add(operation(i));
        }
        Color line = Color.rgb("#8b949e");
        guru.nidi.graphviz.model.Graph drawn = Factory.graph().directed()
                .graphAttr().with(Rank.dir(RankDir.LEFT_TO_RIGHT).sep(0.18), attr("nodesep", 0.12),
                        Color.WHITE.background(), GraphAttr.pad(0.08))
                .nodeAttr().with(List.of(Shape.ELLIPSE, Size.std().size(0.3, 0.3).margin(0, 0), line,
                        Font.config(WIDEST_FONT, FONT_SIZE), Color.rgb(INK).font()))
                .linkAttr().with(line, Arrow.NORMAL.size(0.6))
                .with(nodes);
        long length = length(graph);
        if (length > VERY_LONG) return drawn.graphAttr().with(attr("nslimit", 0), attr("mclimit", 0.1));
        return length > LONG ? drawn.graphAttr().with("nslimit", 0.1) : drawn;
    }

    /**
     * The total length of all arrows, in columns. It predicts the time that a layout takes: a sum that uses one weight
     * a hundred times has few values, but arrows to a hundred columns.
     */
    static long length(Graph graph) {
        int size = graph.nodes().size();
        int[] column = new int[size];
        for (int i = 0; i < size; i++) {
            for (int operand : graph.nodes().get(i).children()) column[i] = Math.max(column[i], column[operand] + 1);
        }
        long length = 0;
        for (int i = 0; i < size; i++) {
            int[] to = graph.uses(i).stream().mapToInt(use -> column[use.result()]).toArray();
            int from = graph.nodes().get(i).isLeaf() ? IntStream.of(to).min().orElse(1) - 1 : column[i];
            length += IntStream.of(to).mapToLong(end -> end - from).sum();
        }
        return length;
    }

    /** The row of a value. Its links lead to names only, because graphviz-java compares everything a node reaches. */
    private Node value(int i) {
        Graph.Item v = graph.nodes().get(i);
        Role role = role(v);
        return node("v" + i)
                .with(attrs(attr("id", "v" + i), attr("class", role.name().toLowerCase(Locale.ROOT)), Shape.PLAIN,
                        Label.html(row(i, role))))
                .link(graph.uses(i).stream().map(use -> link(i, use.result())).toList());
    }

    /** The arrow to one use. If an operation uses a value twice, both arrows need room. */
    private Link link(int from, int result) {
        Link link = between(port(EAST), input(result));
        boolean twice = graph.uses(from).stream().filter(use -> use.result() == result).count() > 1;
        return twice ? link.with("minlen", 2) : link;
    }

    private Node operation(int i) {
        String op = shorten(graph.nodes().get(i).op(), MAX_OP);
        Node node = node("o" + i)
                .with(attrs(attr("id", "o" + i), attr("class", "op"), Label.html(html(op))))
                .link(node("v" + i).port(WEST));
        if (op.chars().allMatch(c -> c < 128)) return node;    // Graphviz knows the widths of ASCII characters only
        double width = Math.max(0.3, TextWidth.width(op, FONT_SIZE) * 1.4 / 72);    // in inches
        return node.with("width", String.format(Locale.ROOT, "%.2f", width));
    }

    /** The end of the arrows from a value's operands: its operation, or the value itself if it names none. */
    private LinkTarget input(int i) {
        return graph.nodes().get(i).op().isEmpty() ? node("v" + i).port(WEST) : node("o" + i);
    }

    private String row(int i, Role role) {
        Graph.Item v = graph.nodes().get(i);
        boolean named = expression.hasLabel(i) || role == Role.OUTPUT;
        return "<table border=\"0\" cellborder=\"1\" cellspacing=\"0\" cellpadding=\"" + PADDING
                + "\" color=\"#b4bcc4\"><tr>"
                + cell(role.fill, named ? role.label : Palette.QUIET, shorten(name(expression, i), MAX_LABEL))
                + cell("#ffffff", role.data, "data " + number(v.data()))
                + cell(Palette.shade(v.grad()), INK, "grad " + number(v.grad()))
                + "</tr></table>";
    }

    /** The name of a value; {@code ""} for a constant, as its number is enough. */
    static String name(Expression expression, int i) {
        return expression.isLeaf(i) && !expression.hasLabel(i) ? "" : expression.name(i);
    }

    private static String cell(String fill, String ink, String text) {
        long width = Math.round(Math.ceil(TextWidth.width(text, FONT_SIZE))) + 2 * PADDING;
        return "<td width=\"" + width + "\" bgcolor=\"" + fill + "\">"
                + (text.isEmpty() ? "" : "<font color=\"" + ink + "\">" + html(text) + "</font>") + "</td>";
    }

    private Role role(Graph.Item v) {
        if (v == graph.root()) return Role.OUTPUT;
        if (!v.isLeaf()) return Role.RESULT;
        if (v.label().isBlank()) return Role.CONSTANT;
        boolean parameter = WEIGHT.matcher(v.label()).matches() || BIAS.matcher(v.label()).matches();
        return hasWeights && parameter ? Role.PARAMETER : Role.INPUT;
    }

    /** Four decimals, as in the lecture; scientific notation for very small and very large numbers. */
    static String number(double x) {
        if (x == 0) return "0.0000";    // also for -0.0
        double size = Math.abs(x);
        boolean plain = size >= 1e-4 && size < 1e5 || !Double.isFinite(x);
        return String.format(Locale.ROOT, plain ? "%.4f" : "%.3e", x);
    }

    /** The text on one line, without characters that XML forbids, cut to {@code max} characters. */
    static String shorten(String text, int max) {
        StringBuilder kept = new StringBuilder();
        text.codePoints().limit(max + 1).forEach(kept::appendCodePoint);
        if (kept.codePointCount(0, kept.length()) > max) {
            kept.setLength(kept.offsetByCodePoints(0, max - 1));
            kept.append('…');
        }
        return Xml.plain(kept.toString()).replaceAll("[\\s\\p{Z}\\p{IsNoncharacter_Code_Point}]+", " ").strip();
    }

    /** Escapes text for Graphviz's HTML, where a backslash still starts an escape: {@code \N} is the node's name. */
    private static String html(String text) {
        return Xml.escape(text).replace("\\", "\\\\");
    }
}
