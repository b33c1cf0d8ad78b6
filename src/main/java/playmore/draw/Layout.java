package playmore.draw;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Lays graphs out: Graphviz's language in, SVG out.
 *
 * <p>There are three engines, and the first that works on this machine is used: Graphviz's program
 * {@code dot}, where it is installed; Graphviz compiled to JavaScript, run by V8; and the same run by
 * Nashorn. The system property {@code playmore.graphviz} ({@code dot}, {@code v8} or {@code nashorn})
 * asks for one.
 */
final class Layout {

    /** Turns Graphviz's language into SVG. */
    interface Engine {
        String svg(String dot) throws IOException;
    }

    private static final List<String> ENGINES = List.of("dot", "v8", "nashorn");

    private static final String INSTALL =
            "install Graphviz (https://graphviz.org/download), so that the command dot is on the PATH";

    /** One thread for all, because V8 works only on the thread that started it. */
    private static final ExecutorService THREAD = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(null, task, "playmore-layout", 64 << 20);    // large graphs recurse deeply
        thread.setDaemon(true);
        return thread;
    });

    private static final Map<String, Engine> STARTED = new HashMap<>();    // used on that thread only
    private static Engine engine;                                          // this too

    private Layout() {}

    /**
     * The SVG of {@code dot}.
     *
     * @throws IllegalStateException if no engine works, or it cannot lay this graph out
     */
    static String svg(String dot) {
        return onThread(() -> engine().svg(dot));
    }

    /** The same, by the engine of that name. */
    static String svg(String dot, String engine) {
        return onThread(() -> asked(engine).svg(dot));
    }

    private static Engine engine() {
        if (engine == null) {
            String asked = System.getProperty("playmore.graphviz");
            engine = asked == null ? firstThatWorks() : asked(asked);
        }
        return engine;
    }

    private static String onThread(Callable<String> layout) {
        try {
            return THREAD.submit(layout).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while drawing a graph", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Cannot draw the graph: " + firstLine(e.getCause()), e.getCause());
        }
    }

    private static String firstLine(Throwable e) {
        if (e instanceof NoClassDefFoundError) return "it is not on the class path";
        if (e instanceof OutOfMemoryError) return "Java has too little memory; " + INSTALL + ", or allow Java more: -Xmx1g, in jshell -R-Xmx1g";
        return e.getMessage() == null || e.getMessage().isBlank()
                ? "Graphviz gave up, as it does where a graph is too large (" + e.getClass().getSimpleName() + ")"
                : e.getMessage().strip().lines().findFirst().get();
    }

    private static Engine firstThatWorks() {
        List<String> reasons = new ArrayList<>();
        for (String name : ENGINES) {
            try {
                return start(name);
            } catch (Exception | LinkageError e) {
                reasons.add(name + " (" + firstLine(e) + ")");
            }
        }
        throw new IllegalStateException("nothing here can lay it out; please " + INSTALL
                + ". Tried: " + String.join(", ", reasons));
    }

    private static Engine asked(String name) {
        if (!ENGINES.contains(name)) {
            throw new IllegalArgumentException("the system property playmore.graphviz is \"" + name
                    + "\"; it can be " + String.join(", ", ENGINES));
        }
        try {
            return start(name);
        } catch (Exception | LinkageError e) {
            throw new IllegalStateException("the system property playmore.graphviz asks for " + name
                    + ", which does not start here (" + firstLine(e) + "). Leave the property unset, or "
                    + switch (name) {
                        case "dot" -> INSTALL;
                        case "v8" -> "run on Linux, Windows or macOS on x86-64, which V8 is for";
                        default -> "put nashorn-core on the class path";
                    }, e);
        }
    }

    private static Engine start(String name) throws IOException {
        Engine engine = STARTED.get(name);
        if (engine == null) {
            engine = switch (name) {
                case "dot" -> new DotProgram();
                case "v8" -> new V8Engine();
                default -> new NashornEngine();
            };
            if (!engine.svg("digraph { works }").contains("works")) throw new IOException("it draws nothing");
            STARTED.put(name, engine);
        }
        return engine;
    }
}
