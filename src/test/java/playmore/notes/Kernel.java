package playmore.notes;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.JupyterIO;
import org.dflib.jjava.jupyter.kernel.ReplacementOptions;
import org.dflib.jjava.jupyter.kernel.comm.CommManager;
import org.dflib.jjava.jupyter.kernel.display.DisplayData;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
import org.dflib.jjava.jupyter.kernel.magic.MagicsRegistry;
import org.dflib.jjava.jupyter.kernel.util.StringStyler;

/**
 * Runs a notebook from top to bottom, and prints what each cell shows as a line of JSON. All that JJava has in
 * its part for Jupyter is JJava's: display, rendering, extensions. What evaluates Java, and {@code %classpath}, are not to be
 * had as a library, and stand in here, in the same way: JShell in this process, results as objects. No Jupyter is beside it.
 */
final class Kernel extends BaseKernel {

    private final PrintStream out;
    private final Evaluation evaluation = new Evaluation();
    private final JShell jshell = JShell.builder().executionEngine(evaluation, Map.of()).build();

    private Kernel(PrintStream out) {
        super("test", "1", null, List.of(), null, new JupyterIO(StandardCharsets.UTF_8), new CommManager(), new Renderer(), null,
                new MagicsRegistry(), true, new StringStyler("", "", "", i -> ""));
        this.out = out;
    }

    /** Local evaluation that keeps the last result as it is. */
    private static final class Evaluation extends DirectExecutionControl implements ExecutionControlProvider {

        private Object result;
        private ClassLoader loader;

        @Override
        protected String invoke(Method snippet) throws Exception {
            loader = snippet.getDeclaringClass().getClassLoader();
            result = snippet.invoke(null);
            return "";
        }

        @Override
        public String name() {
            return "results";
        }

        @Override
        public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
            return this;
        }
    }

    public static void main(String[] notebook) throws Exception {
        PrintStream terminal = System.out;
        Kernel kernel = new Kernel(new PrintStream(terminal, true, StandardCharsets.UTF_8));
        for (JsonElement cell : JsonParser.parseString(Files.readString(Path.of(notebook[0]))).getAsJsonObject().getAsJsonArray("cells")) {
            if (!cell.getAsJsonObject().get("cell_type").getAsString().equals("code")) continue;
            StringBuilder source = new StringBuilder();
            cell.getAsJsonObject().getAsJsonArray("source").forEach(line -> source.append(line.getAsString()));
            ByteArrayOutputStream printed = new ByteArrayOutputStream();
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            DisplayData result = kernel.eval(source.toString());
            System.setOut(terminal);
            JsonObject stdout = new JsonObject();
            stdout.addProperty("stdout", printed.toString(StandardCharsets.UTF_8));
            kernel.out.println(stdout);
            if (result != null) kernel.display(result);
        }
        System.exit(0);
    }

    @Override
    public void display(DisplayData data) {
        JsonObject shown = new JsonObject();
        for (String mime : List.of("text/plain", "text/html")) {
            Object content = data.getData(MIMEType.parse(mime));
            if (content != null) shown.addProperty(mime, content.toString());
        }
        out.println(shown);
    }

    @Override
    public Object evalRaw(String source) {
        Object last = null;
        for (String line : source.lines().filter(line -> line.startsWith("%")).toList()) {
            jshell.addToClasspath(line.substring("%classpath ".length()));
            evaluate("0");
            installExtensions(evaluation.loader);
        }
        String rest = source.replaceAll("(?m)^%.*$", "");
        while (!rest.isBlank()) {
            CompletionInfo info = jshell.sourceCodeAnalysis().analyzeCompletion(rest);
            last = evaluate(info.source());
            rest = info.remaining();
        }
        return last;
    }

    private Object evaluate(String source) {
        evaluation.result = null;
        boolean value = false;
        for (SnippetEvent event : jshell.eval(source)) {
            if (event.causeSnippet() != null) continue;
            if (event.status() != Snippet.Status.VALID || event.exception() != null) {
                throw new IllegalStateException(source + event + jshell.diagnostics(event.snippet()).map(d -> d.getMessage(null)).toList(),
                        event.exception());
            }
            value = event.snippet().subKind().hasValue();
        }
        return value ? evaluation.result : null;
    }

    @Override
    public DisplayData inspect(String code, int at, boolean extraDetail) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ReplacementOptions complete(String code, int at) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String isComplete(String code) {
        throw new UnsupportedOperationException();
    }
}
