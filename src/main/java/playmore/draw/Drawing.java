package playmore.draw;

import playmore.engine.Graph;
import playmore.output.Picture;

/** The picture of an expression. */
public final class Drawing extends Picture {

    private final Graph graph;
    private final String dot;

    Drawing(String title, Graph graph, String dot, String svg) {
        super(title, svg);
        this.graph = graph;
        this.dot = dot;
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
