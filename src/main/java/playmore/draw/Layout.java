package playmore.draw;

import guru.nidi.graphviz.engine.GraphvizV8Engine;
import guru.nidi.graphviz.engine.Options;
import guru.nidi.graphviz.engine.Rasterizer;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Turns Graphviz's language into SVG, all on one thread: V8 works only on the one that started it. */
final class Layout {

    private static final ExecutorService THREAD = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "playmore-layout");
        thread.setDaemon(true);
        return thread;
    });

    private static GraphvizV8Engine engine;

    private Layout() {}

    static String svg(String dot) {
        try {
            return THREAD.submit(() -> {
                if (engine == null) engine = new GraphvizV8Engine(System.getProperty("java.io.tmpdir"));
                return engine.execute(dot, Options.create(), Rasterizer.NONE).asString();
            }).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while drawing", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Cannot draw: " + e.getCause().getMessage(), e.getCause());
        }
    }
}
