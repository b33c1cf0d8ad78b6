import com.dylibso.chicory.build.time.compiler.Config;
import com.dylibso.chicory.build.time.compiler.Generator;
import com.dylibso.chicory.compiler.InterpreterFallback;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Run by the build: compiles Graphviz, which viz-js has as WebAssembly within a JavaScript file, to Java classes
 * for {@code playmore.draw.GraphvizWasm}. Its functions have names of one letter, other ones in each version; what
 * they stand for goes into {@code graphviz.properties}.
 */
final class CompileGraphviz {

    private static final Pattern EXPORT =
            Pattern.compile("\\b_*(\\w+)=(?:Module\\[\"\\w+\"]=)?wasmExports\\[\"([^\"]+)\"]");
    private static final Pattern INIT =
            Pattern.compile("function initRuntime\\(\\)\\{[^}]*wasmExports\\[\"([^\"]+)\"]\\(\\)");
    private static final Pattern IMPORTS = Pattern.compile("wasmImports=\\{([^}]*)}");

    private static final Pattern NAME = Pattern.compile("(\\w+):_*(\\w+)");

    private CompileGraphviz() {}

    /** The JavaScript file, and the folder that the classes go to. */
    public static void main(String[] args) throws IOException {
        String js = Files.readString(Path.of(args[0]));
        Path classes = Path.of(args[1]), folder = Files.createDirectories(classes.resolve("playmore/draw"));
        Path wasm = Files.write(classes.resolveSibling("graphviz.wasm"), wasm(js));
        Generator compiler = new Generator(Config.builder().withWasmFile(wasm).withName("playmore.draw.Graphviz")
                .withTargetClassFolder(classes).withTargetWasmFolder(classes).withTargetSourceFolder(classes)
                .withInterpreterFallback(InterpreterFallback.FAIL).build());
        compiler.generateMetaWasm(compiler.generateResources());
        Files.writeString(folder.resolve("graphviz.properties"), names(js));
    }

    /** As {@code binaryDecode} in that file does it: a byte for each character of the literal. */
    private static byte[] wasm(String js) {
        String call = "binaryDecode('";
        int start = js.indexOf(call) + call.length(), at = start;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (at >= call.length() && js.charAt(at) != '\'') {
            int c = js.charAt(at++);
            if (c == '\\') {
                c = js.charAt(at++);
                int digits = c == 'x' ? 2 : c == 'u' ? 4 : 0, escape = "bfnrtv0".indexOf(c);
                if (digits > 0) c = Integer.parseInt(js.substring(at, at += digits), 16);
                else if (escape >= 0) c = "\b\f\n\r\t\u000b\0".charAt(escape);
            }
            bytes.write(~c >> 8 & c);
        }
        if (bytes.size() == 0) throw new IllegalStateException("no " + call + " in the file");
        return bytes.toByteArray();
    }

    private static String names(String js) {
        StringBuilder names = new StringBuilder("export.init=" + find(INIT, js).group(1) + "\n");
        EXPORT.matcher(js).results().forEach(m ->
                names.append("export.").append(m.group(1)).append('=').append(m.group(2)).append('\n'));
        NAME.matcher(find(IMPORTS, js).group(1)).results().forEach(m ->
                names.append("import.").append(m.group(1)).append('=').append(m.group(2)).append('\n'));
        return names.toString();
    }

    private static Matcher find(Pattern pattern, String js) {
        Matcher found = pattern.matcher(js);
        if (!found.find()) throw new IllegalStateException("no " + pattern + " in the file");
        return found;
    }
}
