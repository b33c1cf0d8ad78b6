package playmore.draw;

import com.dylibso.chicory.runtime.ByteArrayMemory;
import com.dylibso.chicory.runtime.HostFunction;
import com.dylibso.chicory.runtime.ImportFunction;
import com.dylibso.chicory.runtime.ImportValues;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Machine;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.WasmModule;
import com.dylibso.chicory.wasm.types.FunctionImport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The built-in Graphviz. viz-js compiled it from C to WebAssembly, and the build compiles that to Java classes with
 * Chicory ({@code CompileGraphviz}). It reads no files, clock or fonts, so it draws the same picture on every machine.
 */
final class GraphvizWasm {

    private static final int PAGE = Memory.PAGE_SIZE;
    private static final int NO_SUCH_FILE = -44;

    /** The stack of the drawing thread, in bytes. Graphviz is recursive, and deep graphs need more than the default. */
    private static final int STACK = 1 << 29;

    /** The stack for the C code: the bytes per byte of the graph's text, and the maximum. */
    private static final int C_STACK_FOR_A_BYTE = 16, MOST_C_STACK = 1 << 24;

    /** The names of the exported and imported functions: the real name, and the short one in this version of viz-js. */
    private static final Properties NAMES = new Properties();
    private static final WasmModule MODULE;

    static {
        try (InputStream names = GraphvizWasm.class.getResourceAsStream("graphviz.properties");
                InputStream module = GraphvizWasm.class.getResourceAsStream("Graphviz.meta")) {
            if (module != null) NAMES.load(names);
            MODULE = module == null ? null : Parser.parse(module);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final StringBuilder said = new StringBuilder();
    private Instance graphviz;

    /**
     * The SVG of a graph in Graphviz's language.
     *
     * @throws IllegalStateException with Graphviz's message, if it rejects the graph
     * @throws CancellationException if this thread is interrupted; its interrupt flag stays set
     */
    String svg(String dot) {
        FutureTask<String> drawing = new FutureTask<>(() -> draw(dot));
        Thread thread = new Thread(null, drawing, "Graphviz", STACK);
        thread.setDaemon(true);
        thread.start();
        try {
            return drawing.get();
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) throw error;
            throw (RuntimeException) e.getCause();
        }
    }

    private synchronized String draw(String dot) {
        boolean drawn = false;
        try {
            if (graphviz == null) graphviz = start();
            String svg = layOut(dot);
            drawn = true;
            return svg;
        } finally {
            if (!drawn) graphviz = null;    // after any failure, the next graph gets a new instance
        }
    }

    /** The size of its memory, in pages of 64 KB. */
    int pages() {
        return graphviz.memory().pages();
    }

    private String layOut(String dot) {
        said.setLength(0);
        // A multiple of 16, as C requires.
        int size = (int) Math.min((long) C_STACK_FOR_A_BYTE * dot.length(), MOST_C_STACK) + PAGE;
        long before = call("emscripten_stack_get_current"), stack = call("emscripten_builtin_memalign", 16, size);
        if (stack == 0) throw new OutOfMemoryError("for Graphviz' stack");
        call("emscripten_stack_restore", stack + size);
        long source = copy(dot), engine = copy("dot"), format = copy("svg");
        long graph = call("viz_read_one_graph", source);
        refuseErrors(graph != 0);
        long context = call("viz_create_context");
        call("viz_reset_errors");
        refuseErrors(call("viz_layout", context, graph, engine) == 0);
        long picture = call("viz_render", context, graph, format);
        refuseErrors(picture != 0);
        String svg = graphviz.memory().readCString((int) picture, StandardCharsets.UTF_8);
        call("viz_free_layout", context, graph);
        call("viz_free_graph", graph);
        call("viz_free_context", context);
        for (long text : new long[] {source, engine, format, picture}) call("free", text);
        call("emscripten_stack_restore", before);
        call("free", stack);
        return svg;
    }

    /** Throws if a step failed, or if Graphviz reported an error and went on, as it does for a label it cannot read. */
    private void refuseErrors(boolean done) {
        if (!done || said.indexOf("Error") >= 0) {
            throw new IllegalStateException("Graphviz says: " + (said.isEmpty() ? "nothing" : said.toString().strip()));
        }
    }

    private long copy(String text) {
        byte[] bytes = (text + "\0").getBytes(StandardCharsets.UTF_8);
        long place = call("malloc", bytes.length);
        graphviz.memory().write((int) place, bytes);
        return place;
    }

    private long call(String name, long... arguments) {
        long[] results = graphviz.export(NAMES.getProperty("export." + name)).apply(arguments);
        return results == null || results.length == 0 ? 0 : results[0];
    }

    private Instance start() {
        if (MODULE == null) {
            throw new IllegalStateException("Graphviz is not among the classes here, as only the build makes it:"
                    + " run mvn process-classes, and use target/classes");
        }
        List<ImportFunction> imports = MODULE.importSection().stream().map(FunctionImport.class::cast)
                .map(f -> (ImportFunction) new HostFunction(f.module(), f.name(),
                        MODULE.typeSection().getType(f.typeIndex()), (wasm, arguments) ->
                        host(NAMES.getProperty("import." + f.name()), wasm.memory(), arguments)))
                .toList();
        Instance instance = Instance.builder(MODULE).withMachineFactory(GraphvizWasm::machine)
                .withMemoryFactory(ByteArrayMemory::new)
                .withImportValues(ImportValues.builder().withFunctions(imports).build()).build();
        instance.export(NAMES.getProperty("export.init")).apply();
        return instance;
    }

    /** Graphviz's code. Reflection finds the class, because it has no source that a compiler could see. */
    private static Machine machine(Instance graphviz) {
        try {
            return (Machine) Class.forName("playmore.draw.GraphvizMachine")
                    .getConstructor(Instance.class).newInstance(graphviz);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Stands in for the operating system: answers the functions that Graphviz calls. */
    private long[] host(String function, Memory memory, long[] arguments) {
        int first = arguments.length > 0 ? (int) arguments[0] : 0;
        return switch (function) {
            case "viz_errorf" -> {
                said.append(memory.readCString(first));
                yield new long[] {0};
            }
            case "fd_write" -> {
                int written = 0;
                for (int i = 0, list = (int) arguments[1]; i < arguments[2]; i++) {
                    int length = memory.readInt(list + 8 * i + 4);
                    said.append(memory.readString(memory.readInt(list + 8 * i), length));
                    written += length;
                }
                memory.writeI32((int) arguments[3], written);
                yield new long[] {0};
            }
            case "emscripten_resize_heap" -> {
                long more = Integer.toUnsignedLong(first) - (long) memory.pages() * PAGE;
                int pages = (int) Math.max((more + PAGE - 1) / PAGE, memory.pages() / 5);
                yield new long[] {memory.grow(pages) < 0 ? 0 : 1};
            }
            case "environ_sizes_get" -> {
                memory.writeI32(first, 0);
                memory.writeI32((int) arguments[1], 0);
                yield new long[] {0};
            }
            case "random_get" -> {
                memory.write(first, new byte[(int) arguments[1]]);
                yield new long[] {0};
            }
            case "clock_time_get" -> {
                memory.writeLong((int) arguments[2], 0);
                yield new long[] {0};
            }
            case "emscripten_date_now", "environ_get", "fd_close" -> new long[] {0};
            case "syscall_openat", "syscall_faccessat", "syscall_newfstatat" -> new long[] {NO_SUCH_FILE};
            default -> throw new IllegalStateException(
                    "Graphviz gave up (" + function + "): " + said.toString().strip());
        };
    }
}
