package playmore.draw;

import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import playmore.engine.Graph;
import playmore.engine.Node;
import playmore.engine.Value;
import playmore.launch.Launcher;
import playmore.output.Output;
import playmore.output.Setting;

/** Draws the graph of an expression. */
public final class DrawDot {

    /** The largest graphs that the built-in Graphviz lays out in about ten seconds, even as the first picture. */
    private static final int MAX_NODES = 1700, MAX_LENGTH = 25_000;

    private DrawDot() {}

    /**
     * Draws {@code root} and everything that it was made from, from left to right, with the current numbers, and
     * writes the picture to the next file of the chapter.
     *
     * <p>Lecture 0:24:58.
     */
    public static Drawing drawDot(Node root) {
        if (root == null) throw new IllegalArgumentException("drawDot was given null: there is nothing to draw");
        Graph graph = graph(root);
        String dot = Dot.of(graph).toString();
        String label = graph.root().label();
        Drawing drawing = new Drawing(label.isBlank() ? "graph" : label, graph, dot, svg(graph, dot));
        Output.publish(drawing);
        return drawing;
    }

    /**
     * Records an expression for a picture.
     *
     * @throws IllegalArgumentException if {@code root} is null, or the expression has more values than the system
     *     property {@code playmore.maxNodes} allows (1700 if it is not set), or the property is not set and the
     *     arrows would take minutes to lay out
     */
    public static Graph graph(Node root) {
        Launcher.requireLibraries();
        Graph graph = Graph.of(root);
        int size = graph.nodes().size(), most = Setting.MAX_NODES.value().orElse(MAX_NODES);
        if (size > most) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "This expression has %,d values, and a"
                    + " picture can be read up to %,d: draw a part of it, or raise the limit with"
                    + " System.setProperty(\"playmore.maxNodes\", \"%d\")", size, most, size));
        }
        if (Setting.MAX_NODES.value().isEmpty() && Dot.length(graph) > MAX_LENGTH) {
            throw new IllegalArgumentException("The arrows of this expression would take minutes to lay out, as a value"
                    + " is used in many places far apart: draw a part of it, or wait for it with"
                    + " System.setProperty(\"playmore.maxNodes\", \"" + most + "\")");
        }
        return graph;
    }

    /**
     * Starts Graphviz in the background by drawing a small graph, so that the learner's first picture comes sooner.
     * If that fails, the first picture reports the error.
     */
    public static void warmUp() {
        CompletableFuture.runAsync(() -> svg(Graph.of(new Value(2, "a").mul(3).tanh())));
    }

    /** The picture of a recorded graph as SVG; nothing is written to a file. */
    public static String svg(Graph graph) {
        return svg(graph, Dot.of(graph).toString());
    }

    private static String svg(Graph graph, String dot) {
        try {
            return GraphSvg.of(graph, Layout.svg(dot));
        } catch (OutOfMemoryError e) {
            throw Layout.failed(Layout.firstLine(e), e);
        }
    }
}
