package playmore.draw;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Writes a graph in Graphviz's language: a table {@code label | data | grad} for each value, a round
 * node for each operation.
 *
 * <p>The tables are Graphviz's HTML-like labels, because a {@code record} has one colour only.
 */
final class Dot {

    private static final int MAX_LABEL = 24, MAX_OP = 12;

    private static final Pattern PARAMETER = Pattern.compile("[wb](\\d.*|\\[.*)?", Pattern.DOTALL);
    private static final Pattern WEIGHT = Pattern.compile("w(\\d.*|\\[.*)?", Pattern.DOTALL);

    /** What a value is to the expression, and the colours that say so. */
    private enum Role {

        INPUT("#d3eadb", "#24292e"),
        PARAMETER("#fbeab0", "#24292e"),
        CONSTANT("#ffffff", "#7d868f"),
        RESULT("#e9ecef", "#24292e"),
        OUTPUT("#3d4f5e", "#ffffff");

        final String fill, text;

        Role(String fill, String text) {
            this.fill = fill;
            this.text = text;
        }
    }

    private final Graph graph;
    private final boolean hasWeights;
    private final double maxGrad;

    private Dot(Graph graph) {
        this.graph = graph;
        this.hasWeights = graph.nodes().stream().anyMatch(v -> isLeaf(v) && WEIGHT.matcher(v.label()).matches());
        this.maxGrad = graph.nodes().stream().mapToDouble(v -> Math.abs(v.grad())).filter(Double::isFinite)
                .max().orElse(0);
    }

    static String of(Graph graph) {
        return new Dot(graph).text();
    }

    private String text() {
        StringBuilder dot = new StringBuilder("""
                digraph {
                  graph [rankdir=LR, bgcolor=white, nodesep=0.12, ranksep=0.3, pad=0.15]
                  node [shape=plain, fontname=Helvetica, fontsize=12, fontcolor="#24292e"]
                  edge [color="#8b949e", arrowsize=0.6]
                """);
        List<Graph.Item> nodes = graph.nodes();
        for (int i = 0; i < nodes.size(); i++) {
            Graph.Item v = nodes.get(i);
            Role role = role(i);
            dot.append("  v").append(i).append(" [id=v").append(i)
                    .append(", class=").append(role.name().toLowerCase(Locale.ROOT))
                    .append(", label=<").append(table(v, role)).append(">]\n");
            if (!v.op().isEmpty()) {
                dot.append("  o").append(i).append(" [id=o").append(i)
                        .append(", class=op, shape=ellipse, style=filled, fillcolor=white, color=\"#8b949e\", margin=0,"
                            + " width=0.3, height=0.3, label=<").append(escape(shorten(v.op(), MAX_OP))).append(">]\n");
                dot.append("  o").append(i).append(" -> v").append(i).append("\n");
            }
            for (int k = 0; k < v.children().size(); k++) {
                dot.append("  v").append(v.children().get(k)).append(" -> ").append(v.op().isEmpty() ? "v" : "o")
                        .append(i).append("\n");
            }
        }
        return dot.append("}\n").toString();
    }

    private String table(Graph.Item v, Role role) {
        return "<table border=\"0\" cellborder=\"1\" cellspacing=\"0\" cellpadding=\"5\" color=\"#b4bcc4\"><tr>"
                + cell(role.fill, role.text, shorten(v.label(), MAX_LABEL))
                + cell("#ffffff", role == Role.CONSTANT ? role.text : "#24292e", "data " + number(v.data()))
                + cell(shade(v.grad()), role == Role.CONSTANT ? role.text : "#24292e", "grad " + number(v.grad()))
                + "</tr></table>";
    }

    private static String cell(String fill, String color, String text) {
        return "<td bgcolor=\"" + fill + "\">"
                + (text.isBlank() ? "" : "<font color=\"" + color + "\">" + escape(text) + "</font>") + "</td>";
    }

    private Role role(int i) {
        Graph.Item v = graph.nodes().get(i);
        if (i == graph.nodes().size() - 1) return Role.OUTPUT;
        if (!isLeaf(v)) return Role.RESULT;
        if (v.label().isEmpty()) return Role.CONSTANT;
        return hasWeights && PARAMETER.matcher(v.label()).matches() ? Role.PARAMETER : Role.INPUT;
    }

    private static boolean isLeaf(Graph.Item v) {
        return v.children().isEmpty();
    }

    private String shade(double grad) {
        double t = maxGrad == 0 ? 0 : Math.sqrt(Math.min(1, Math.abs(grad) / maxGrad));
        int[] full = grad < 0 ? new int[] {0x92, 0xc5, 0xde} : new int[] {0xf4, 0xa5, 0x82};
        if (Double.isNaN(grad)) { return "#d0d0d0"; }
        StringBuilder color = new StringBuilder("#");
        for (int c : full) {
            color.append(String.format(Locale.ROOT, "%02x", Math.round(255 + (c - 255) * t)));
        }
        return color.toString();
    }

    static String number(double x) {
        if (x == 0) return "0.0000";
        double size = Math.abs(x);
        if (Double.isFinite(x) && (size >= 1e5 || size < 1e-4)) return String.format(Locale.ROOT, "%.3e", x);
        return String.format(Locale.ROOT, "%.4f", x);
    }

    static String shorten(String text, int max) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(max + 1).forEach(c -> shown.appendCodePoint(isPrintable(c) ? c : ' '));
        if (shown.codePointCount(0, shown.length()) > max) {
            shown.setLength(shown.offsetByCodePoints(0, max - 1));
            shown.append('…');
        }
        return shown.toString();
    }

    private static boolean isPrintable(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static String escape(String text) {
        return xml(text).replace("\\", "\\\\");
    }

    static String xml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
