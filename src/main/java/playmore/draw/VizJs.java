package playmore.draw;

import guru.nidi.graphviz.engine.AbstractJsGraphvizEngine;
import guru.nidi.graphviz.engine.JavascriptEngine;
import java.util.function.Supplier;

/**
 * Graphviz compiled to JavaScript, which graphviz-java brings and starts.
 *
 * <p>It is called without graphviz-java's measuring of fonts, so that a graph is laid out by
 * Graphviz's own widths of Helvetica and looks the same on every machine.
 */
abstract class VizJs extends AbstractJsGraphvizEngine implements Layout.Engine {

    VizJs(Supplier<JavascriptEngine> javascript) {
        super(true, javascript);
        doInit();
    }

    @Override
    public String svg(String dot) {
        return engine().executeJavascript("render(", dot, ", {format: 'svg', engine: 'dot'})");
    }
}
