package playmore.draw;

import java.util.concurrent.CompletableFuture;
import playmore.engine.Node;
import playmore.engine.Value;
import playmore.output.Output;

/** Draws the graph of an expression. */
public final class DrawDot {

    private DrawDot() {}

    /**
     * Draws everything that {@code root} was made from, from left to right, with the numbers as they
     * are now, and writes the picture to the next file of the chapter.
     *
     * <p>Lecture 0:24:58.
     */
    public static Drawing drawDot(Node root) {
        Graph graph = Graph.of(root);
        String dot = Dot.of(graph);
        String label = graph.root().label();
        Drawing drawing = new Drawing(label.isBlank() ? "graph" : label, graph, dot, Svg.of(graph, Layout.svg(dot)));
        Output.publish(drawing);
        return drawing;
    }

    /**
     * Draws something in the background, so that the learner's first picture need not wait until what
     * lays graphs out has started. Where that fails, the first picture says why.
     */
    public static void warmUp() {
        CompletableFuture.runAsync(() -> svg(Graph.of(new Value(2, "a").mul(3).tanh())));
    }

    /** The same picture of a graph that was taken down before, not written to a file. */
    public static String svg(Graph graph) {
        return Svg.of(graph, Layout.svg(Dot.of(graph)));
    }
}
