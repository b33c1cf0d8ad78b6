package playmore.draw;

import java.util.Locale;

/** Writes a graph in Graphviz's language. */
final class Dot {

    private Dot() {}

    static String of(Graph graph) {
        StringBuilder dot = new StringBuilder("""
                digraph {
                  rankdir=LR
                  node [fontname="Helvetica"]
                """);
        for (int i = 0; i < graph.nodes().size(); i++) {
            Graph.Item item = graph.nodes().get(i);
            dot.append(String.format(Locale.ROOT, "  v%d [shape=record, label=\"{ %s | data %.4f | grad %.4f }\"]%n",
                    i, item.label().replaceAll("[^\\p{L}\\p{N}+*/.,()\\[\\] -]", "\\\\$0"), item.data(), item.grad()));
            if (!item.op().isEmpty()) {
                dot.append("  o" + i + " [shape=circle, label=\"" + item.op() + "\"]\n");
                dot.append("  o" + i + " -> v" + i + "\n");
                for (int child : item.children()) {
                    dot.append("  v" + child + " -> o" + i + "\n");
                }
            }
        }
        return dot.append("}\n").toString();
    }
}
