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

    /** What a picture of the graph shows, in words, whatever the numbers. */
    public static String describe(Graph graph) {
        Graph.Item root = graph.root();
        List<String> leaves = graph.nodes().stream().filter(Graph.Item::isLeaf).map(Graph.Item::label).filter(label -> !label.isBlank()).toList();
        int values = graph.nodes().size();
        return "Graph of " + (root.label().isBlank() ? "an expression" : root.label()) + ": " + values + (values == 1 ? " value" : " values")
                + (leaves.isEmpty() ? "" : leaves.size() <= MOST_NAMED ? ", made of " + String.join(", ", leaves) : ", made of " + leaves.size() + " that have a name")
                + ".";
    }

    /** What was drawn. */
    public Graph graph() {
        return graph;
    }

    /** The picture in Graphviz's language. */
    public String dot() {
        return dot;
    }
}
