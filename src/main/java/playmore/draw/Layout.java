package playmore.draw;

import java.io.IOException;
import java.util.Optional;
import playmore.output.Setting;

/**
 * Lays graphs out: Graphviz's language in, SVG out.
 *
 * <p>The kit has Graphviz built in. Where the program {@code dot} is installed too, it draws large graphs, which
 * take the built-in one seconds; small ones look the same everywhere. The system property {@code playmore.graphviz}
 * ({@code built-in} or {@code dot}) asks for one of the two.
 */
final class Layout {

    private static final int LARGE = 2500;    // lines: nodes and edges

    private static final String INSTALL =
            "install Graphviz (https://graphviz.org/download), so that the command dot is on the PATH";

    private static final GraphvizWasm BUILT_IN = new GraphvizWasm();
    private static final DotProgram DOT = new DotProgram("dot");

    private Layout() {}

    /**
     * The SVG of a graph.
     *
     * @param dot the graph in Graphviz' language
     * @throws IllegalStateException if it cannot be laid out
     */
    static String svg(String dot) {
        Optional<String> asked = Setting.GRAPHVIZ.value();
        try {
            if (asked.isEmpty()) return dot.lines().count() > LARGE ? byDotOrBuiltIn(dot) : BUILT_IN.svg(dot);
            return asked.get().equals("dot") ? DOT.svg(dot) : BUILT_IN.svg(dot);
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
        if (e instanceof OutOfMemoryError) return "Java has too little memory; the environment variable JAVA_TOOL_OPTIONS=-Xmx2g gives it 2 GB";
        return e.getMessage() == null ? e.toString() : e.getMessage().strip().lines().findFirst().orElse(e.toString());
    }
}
