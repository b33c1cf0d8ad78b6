package playmore.draw;

import java.io.IOException;
import java.util.Optional;
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
        Optional<String> asked = Setting.GRAPHVIZ.value();
        if (asked.isEmpty()) return byEither(dot);
        try {
            return asked.get().equals("dot") ? DOT.svg(dot) : BUILT_IN.svg(dot);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot draw the graph: the system property playmore.graphviz asks for dot,"
                    + " which does not work here (" + firstLine(e) + "). Leave the property unset, or " + INSTALL);
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            throw failed(firstLine(e), e);
        }
    }

    /** Draws with the one that suits the graph and, if that fails, with the other. */
    private static String byEither(String dot) {
        boolean large = dot.lines().count() > LARGE;
        try {
            if (large) return DOT.svg(dot);
        } catch (IOException e) {
            // The program is missing or broken: the built-in Graphviz draws.
        }
        try {
            return BUILT_IN.svg(dot);
        } catch (CancellationException e) {    // Ctrl-C: do not try the other one
            throw failed(firstLine(e), e);
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
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
