package playmore.draw;

import guru.nidi.graphviz.engine.AbstractJavascriptEngine;
import guru.nidi.graphviz.engine.GraphvizException;
import guru.nidi.graphviz.engine.GraphvizLoader;
import guru.nidi.graphviz.engine.ResultHandler;
import java.util.concurrent.Executor;
import javax.script.ScriptEngine;
import javax.script.ScriptException;
import org.openjdk.nashorn.api.scripting.NashornScriptEngineFactory;

/**
 * JavaScript in Java: slow, but it runs wherever Java does. (Graphviz-java's own engine for it wants
 * the Nashorn that the JDK had until 14.)
 */
final class NashornEngine extends VizJs {

    NashornEngine() {
        super(JavaScript::new);
    }

    private static final class JavaScript extends AbstractJavascriptEngine {

        private final ScriptEngine nashorn =
                new NashornScriptEngineFactory().getScriptEngine("--optimistic-types=false");    // starts sooner
        private final ResultHandler handler = new ResultHandler();

        JavaScript() {
            nashorn.put("handler", handler);
            nashorn.put("directly", (Executor) Runnable::run);
            eval("function result(r) { handler.setResult(r) }"
                    + "function error(e) { handler.setError(e) }"
                    + "function log(m) { handler.log(m) }");
            eval(GraphvizLoader.loadAsString("net/arnx/nashorn/lib/promise.js"));
            eval("Promise._pool = directly");    // keep promises here, not on threads of their own
        }

        @Override
        protected String execute(String js) {
            eval(js);
            return handler.waitFor();
        }

        private void eval(String js) {
            try {
                nashorn.eval(js);
            } catch (ScriptException e) {
                throw new GraphvizException(e.getMessage(), e);
            }
        }
    }
}
