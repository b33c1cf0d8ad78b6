package playmore.draw;

import java.util.List;
import playmore.engine.Graph;
import playmore.output.Picture;

/** The picture of an expression. */
public final class Drawing extends Picture {

    private static final int MOST_NAMED = 12;

    private final Graph graph;
    private final String dot;

    Drawing(String title, Graph graph, String dot, String svg) {
        super(title, describe(graph) + " Data " + Dot.number(graph.root().data()) + ", gradient "
                + Dot.number(graph.root().grad()) + ".", svg);
        this.graph = graph;
        this.dot = dot;
    }

    /** Describes the graph in words, without its numbers, for readers who cannot see the picture. */
    public static String describe(Graph graph) {
        Graph.Item root = graph.root();
        List<String> leaves = graph.nodes().stream().filter(Graph.Item::isLeaf).map(Graph.Item::label)
                .filter(label -> !label.isBlank()).toList();
        int values = graph.nodes().size();
        String text = "Graph of " + (root.label().isBlank() ? "an expression" : root.label()) + ": "
                + values + (values == 1 ? " value" : " values");
        if (leaves.isEmpty()) return text + ".";
        boolean few = leaves.size() <= MOST_NAMED;
        return text + ", made of " + (few ? String.join(", ", leaves) : leaves.size() + " that have a name") + ".";
    }

    static boolean hasGradients(Graph graph) {
        return graph.nodes().stream().anyMatch(node -> node.grad() != 0);
    }

    /** The graph, and that all gradients are 0 if they are. */
    @Override
    public String inTerminal() {
        String shown = super.inTerminal();
        boolean isWhole = shown.isEmpty() || hasGradients(graph);
        return shown + (isWhole ? "" : "All gradients are 0: backward() has not run.\n");
    }

    @Override
    protected String inText(int columns, int rows) {
        return TextGraph.of(graph, columns, rows);
    }

    /** The graph that was drawn. */
    public Graph graph() {
        return graph;
    }

    /** The picture in Graphviz's language. */
    public String dot() {
        return dot;
    }
}
