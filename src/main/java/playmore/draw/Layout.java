package playmore.draw;

import guru.nidi.graphviz.engine.AbstractGraphvizEngine;
import guru.nidi.graphviz.engine.EngineResult;
import guru.nidi.graphviz.engine.Format;
import guru.nidi.graphviz.engine.Graphviz;
import guru.nidi.graphviz.engine.Options;
import guru.nidi.graphviz.engine.Rasterizer;
import guru.nidi.graphviz.model.Graph;
import java.io.IOException;

/**
 * Lays graphs out: the engine that graphviz-java draws with, Graphviz's language in, SVG out.
 *
 * <p>The kit has Graphviz built in. Where the program {@code dot} is installed too, it draws large graphs, which
 * take the built-in one seconds; small ones look the same everywhere. The system property {@code playmore.graphviz}
 * ({@code built-in} or {@code dot}) asks for one of the two.
 */
final class Layout extends AbstractGraphvizEngine {

    private static final int LARGE = 2500;    // lines: nodes and edges

    private static final String INSTALL =
            "install Graphviz (https://graphviz.org/download), so that the command dot is on the PATH";

    private static final GraphvizWasm BUILT_IN = new GraphvizWasm();
    private static final DotProgram DOT = new DotProgram("dot");

    static {
        Graphviz.useEngine(new Layout());
    }

    private Layout() {
        super(true);
    }

    /**
     * The SVG of a graph.
     *
     * @throws IllegalStateException if it cannot be laid out
     */
    static String svg(Graph graph) {
        return Graphviz.fromGraph(graph).notValidating().render(Format.SVG).toString();
    }

    @Override
    protected void doInit() {}    // what draws starts with the first picture

    @Override
    public EngineResult execute(String dot, Options options, Rasterizer rasterizer) {
        return EngineResult.fromString(svg(dot));
    }

    static String svg(String dot) {
        String engine = System.getProperty("playmore.graphviz");
        try {
            if (engine == null) return dot.lines().count() > LARGE ? byDotOrBuiltIn(dot) : BUILT_IN.svg(dot);
            return switch (engine) {
                case "built-in" -> BUILT_IN.svg(dot);
                case "dot" -> DOT.svg(dot);
                default -> throw new IllegalArgumentException("the system property playmore.graphviz is \"" + engine
                        + "\"; it can be built-in or dot");
            };
        } catch (IOException e) {
            throw new IllegalStateException("Cannot draw the graph: the system property playmore.graphviz asks for dot,"
                    + " which does not work here (" + firstLine(e) + "). Leave the property unset, or " + INSTALL, e);
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            throw new IllegalStateException("Cannot draw the graph: " + firstLine(e), e);
        }
    }

    private static String byDotOrBuiltIn(String dot) {
        try {
            return DOT.svg(dot);
        } catch (IOException e) {
            return BUILT_IN.svg(dot);    // dot is missing, or broken
        }
    }

    private static String firstLine(Throwable e) {
        if (e instanceof OutOfMemoryError) return "Java has too little memory; allow it more: -Xmx1g, in jshell -R-Xmx1g";
        return e.getMessage() == null ? e.toString() : e.getMessage().strip().lines().findFirst().orElse(e.toString());
    }
}
