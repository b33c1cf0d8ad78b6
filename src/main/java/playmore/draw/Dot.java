package playmore.draw;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Writes a graph in Graphviz's language: a row {@code label | data | grad} for each value, a round
 * node for each operation.
 *
 * <p>The colour of the label's cell tells what the value is to the expression, that of the gradient's
 * how large the gradient is next to the others. The rows are tables in Graphviz's HTML, because its
 * {@code record} has one colour only.
 */
final class Dot {

    private static final int MAX_LABEL = 24, MAX_OP = 12;

    private static final String INK = "#24292e";

    /** How the lecture names them: w, w1, w[0,2], b. */
    private static final Pattern WEIGHT = Pattern.compile("w(\\d.*|\\[.*)?", Pattern.DOTALL);
    private static final Pattern BIAS = Pattern.compile("b(\\d.*|\\[.*)?", Pattern.DOTALL);

    private enum Role {

        INPUT("#d3eadb", INK, INK),
        PARAMETER("#fbeab0", INK, INK),
        CONSTANT("#ffffff", INK, "#57606a"),
        RESULT("#e9ecef", INK, INK),
        OUTPUT("#3d4f5e", "#ffffff", INK);

        final String fill, label, data;

        Role(String fill, String label, String data) {
            this.fill = fill;
            this.label = label;
            this.data = data;
        }
    }

    private final List<Graph.Item> nodes;
    private final boolean hasWeights;
    private final double largest;

    private Dot(Graph graph) {
        nodes = graph.nodes();
        hasWeights = nodes.stream().anyMatch(v -> v.isLeaf() && WEIGHT.matcher(v.label()).matches());
        largest = nodes.stream().mapToDouble(v -> Math.abs(v.grad())).filter(Double::isFinite).max().orElse(0);
    }

    static String of(Graph graph) {
        return new Dot(graph).text();
    }

    private String text() {
        StringBuilder dot = new StringBuilder("""
                digraph {
                  graph [rankdir=LR, bgcolor=white, nodesep=0.12, ranksep=0.3, pad=0.15]
                  node [shape=ellipse, margin=0, width=0.3, height=0.3, color="#8b949e",
                        fontname=Helvetica, fontsize=12, fontcolor="%s"]
                  edge [color="#8b949e", arrowsize=0.6]
                """.formatted(INK));
        for (int i = 0; i < nodes.size(); i++) {
            Graph.Item v = nodes.get(i);
            String value = "v" + i, op = "o" + i;
            Role role = role(v);
            line(dot, value + " [id=" + value + ", class=" + role.name().toLowerCase(Locale.ROOT)
                    + ", shape=plain, label=<" + row(v, role) + ">]");
            if (!v.op().isEmpty()) {
                line(dot, op + " [id=" + op + ", class=op, label=<" + html(shorten(v.op(), MAX_OP)) + ">]");
                line(dot, op + " -> " + value + ":w");
            }
            for (int child : v.children()) {
                line(dot, "v" + child + ":e -> " + (v.op().isEmpty() ? value + ":w" : op));
            }
        }
        return dot.append("}\n").toString();
    }

    private static void line(StringBuilder dot, String statement) {
        dot.append("  ").append(statement).append("\n");
    }

    private String row(Graph.Item v, Role role) {
        return "<table border=\"0\" cellborder=\"1\" cellspacing=\"0\" cellpadding=\"5\" color=\"#b4bcc4\"><tr>"
                + cell(role.fill, role.label, shorten(v.label(), MAX_LABEL))
                + cell("#ffffff", role.data, "data " + number(v.data()))
                + cell(shade(v.grad()), INK, "grad " + number(v.grad()))
                + "</tr></table>";
    }

    private static String cell(String fill, String ink, String text) {
        return "<td bgcolor=\"" + fill + "\">"
                + (text.isEmpty() ? "" : "<font color=\"" + ink + "\">" + html(text) + "</font>") + "</td>";
    }

    private Role role(Graph.Item v) {
        if (v == nodes.get(nodes.size() - 1)) return Role.OUTPUT;
        if (!v.isLeaf()) return Role.RESULT;
        if (v.label().isEmpty()) return Role.CONSTANT;
        boolean parameter = WEIGHT.matcher(v.label()).matches() || BIAS.matcher(v.label()).matches();
        return hasWeights && parameter ? Role.PARAMETER : Role.INPUT;
    }

    /**
     * Red for a positive gradient, blue for a negative (a pair that colour-blind people tell apart),
     * white for 0, grey for NaN. The strength goes with the root of the size, so that the small
     * gradients of a network's first layer still show.
     */
    private String shade(double grad) {
        if (Double.isNaN(grad)) return "#d0d0d0";
        int[] full = grad < 0 ? new int[] {0x92, 0xc5, 0xde} : new int[] {0xf4, 0xa5, 0x82};
        double part = grad == 0 ? 0 : Math.sqrt(Math.min(1, Math.abs(grad) / largest));
        return String.format(Locale.ROOT, "#%02x%02x%02x", tint(full[0], part), tint(full[1], part), tint(full[2], part));
    }

    private static long tint(int full, double part) {
        return Math.round(255 + (full - 255) * part);
    }

    /** Four decimals, as in the lecture, where they say enough. */
    static String number(double x) {
        if (x == 0) return "0.0000";    // also for -0.0
        double size = Math.abs(x);
        boolean plain = size >= 1e-4 && size < 1e5 || !Double.isFinite(x);
        return String.format(Locale.ROOT, plain ? "%.4f" : "%.3e", x);
    }

    /** On one line, without characters that XML cannot hold, and at most {@code max} characters long. */
    static String shorten(String text, int max) {
        StringBuilder kept = new StringBuilder();
        text.codePoints().limit(max + 1).forEach(c -> kept.appendCodePoint(isVisible(c) ? c : ' '));
        if (kept.codePointCount(0, kept.length()) > max) {
            kept.setLength(kept.offsetByCodePoints(0, max - 1));
            kept.append('…');
        }
        return kept.toString().strip().replaceAll(" +", " ");
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> (c & 0xFFFE) != 0xFFFE;    // not a character, in any of the planes
        };
    }

    /** In Graphviz's HTML a backslash still begins an escape: {@code \N} is the node's name. */
    private static String html(String text) {
        return xml(text).replace("\\", "\\\\");
    }

    static String xml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
