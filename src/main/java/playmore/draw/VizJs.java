package playmore.draw;

import guru.nidi.graphviz.engine.AbstractJsGraphvizEngine;
import guru.nidi.graphviz.engine.GraphvizException;
import guru.nidi.graphviz.engine.JavascriptEngine;
import guru.nidi.graphviz.engine.Options;
import java.util.function.Supplier;

/** Graphviz compiled to JavaScript, which graphviz-java brings and starts. */
abstract class VizJs extends AbstractJsGraphvizEngine implements Layout.Engine {

    private static final int MEMORY = 64 << 20;    // bytes; enough for the largest graph that is drawn unasked

    VizJs(Supplier<JavascriptEngine> javascript) {
        super(true, javascript);
        try {
            doInit();
        } catch (RuntimeException | Error e) {
            close();    // else graphviz-java takes it for started the next time
            throw e;
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>Each graph leaves a little behind in Graphviz's memory. When it is full, graphviz-java has
     * begun anew by the time that it says so, and the graph is laid out once more.
     */
    @Override
    public String svg(String dot) {
        try {
            return jsVizExec(dot, Options.create());
        } catch (GraphvizException e) {
            if (!e.getMessage().contains("Cannot enlarge memory")) throw e;
            return jsVizExec(dot, Options.create());
        }
    }

    /**
     * Does without graphviz-java's measuring of this machine's fonts: Graphviz's own widths of
     * Helvetica give the same picture on every machine.
     */
    @Override
    protected String jsVizExec(String dot, Options options) {
        return engine().executeJavascript(
                "totalMemory = " + MEMORY + "; render(", dot, ", {format: 'svg', engine: 'dot'})");
    }
}
