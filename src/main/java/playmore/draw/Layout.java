package playmore.draw;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import playmore.output.Setting;

/**
 * Lays out graphs, from Graphviz's language to SVG.
 *
 * <p>The built-in Graphviz draws small graphs, which therefore look the same on every machine. The program {@code dot},
 * if it is installed, draws large graphs, which take the built-in Graphviz seconds, and graphs that the built-in one
 * fails at. The system property {@code playmore.graphviz} ({@code built-in} or {@code dot}) selects one of the two.
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
        String asked = Setting.GRAPHVIZ.value().orElse("");
        boolean large = dot.lines().count() > LARGE;
        try {
            if (asked.equals("dot") || asked.isEmpty() && large) return DOT.svg(dot);
        } catch (IOException e) {
            if (!asked.isEmpty()) {    // else the built-in Graphviz draws
                throw new IllegalStateException("Cannot draw the graph: the system property playmore.graphviz asks for"
                        + " dot, which does not work here (" + firstLine(e) + "). Leave the property unset, or "
                        + INSTALL);
            }
        } catch (RuntimeException | OutOfMemoryError e) {
            throw failed(firstLine(e), e);
        }
        try {
            return BUILT_IN.svg(dot);
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            boolean interrupted = e instanceof CancellationException;    // Ctrl-C: do not try the other one
            if (interrupted || !asked.isEmpty()) throw failed(firstLine(e), e);
            try {
                if (!large) return DOT.svg(dot);
            } catch (IOException missing) {
                // The failure of the built-in Graphviz is the one to report.
            }
            throw failed(firstLine(e) + ". Draw a part of the expression, or " + INSTALL, e);
        }
    }

    /** An error of one sentence, without Graphviz's stack trace of a thousand lines. */
    static IllegalStateException failed(String why, Throwable cause) {
        if (!(cause instanceof OutOfMemoryError)) return new IllegalStateException("Cannot draw the graph: " + why);
        cause.setStackTrace(new StackTraceElement[0]);    // the replay checks whether this is the cause
        return new IllegalStateException("Cannot draw the graph: " + why, cause);
    }

    static String firstLine(Throwable e) {
        if (e instanceof StackOverflowError) return "it is too deep";
        if (e instanceof OutOfMemoryError) {
            return "Java has too little memory; the environment variable JAVA_TOOL_OPTIONS=-Xmx2g gives it 2 GB";
        }
        return e.getMessage() == null ? e.toString() : e.getMessage().strip().lines().findFirst().orElse(e.toString());
    }
}
