package playmore.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import playmore.Beside;
import playmore.Jdk;
import playmore.replay.Script;

@Beside
class NotebookTest {

    static Stream<String> names() {
        return NotesRun.SCRIPTS.stream().map(Script::name);
    }

    @ParameterizedTest
    @MethodSource("names")
    void isValidByTheSchemaOfItsFormat(String name) throws IOException {
        String schemaText = new String(getClass().getResourceAsStream("nbformat.v4.5.schema.json").readAllBytes());
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4).getSchema(schemaText, InputFormat.JSON);
        assertEquals(List.of(), schema.validate(text(name), InputFormat.JSON));
        assertTrue(schema.validate(text(name).replace("\"markdown\"", "\"marked\""), InputFormat.JSON).size() > 0,
                "the schema would tell");
    }

    @Test
    void holdsWhatTheRunProduced() {
        List<JsonObject> outputs = new ArrayList<>();
        for (JsonElement cell : cells("05-manual-backprop")) {
            JsonArray of = cell.getAsJsonObject().getAsJsonArray("outputs");
            if (of != null) of.forEach(output -> outputs.add(output.getAsJsonObject()));
        }
        List<String> pictures = outputs.stream().map(o -> data(o, "text/html")).filter(html -> html.startsWith("<img")).toList();
        assertEquals(7, pictures.size());
        String[] picture = pictures.get(0).split("alt=\"|\" src=\"data:image/svg\\+xml;base64,|\">");
        assertTrue(picture[1].startsWith("Graph of L"), picture[1]);
        assertEquals(NotesRun.read("05-manual-backprop/01-L.svg"), new String(Base64.getDecoder().decode(picture[2]), StandardCharsets.UTF_8));
        assertEquals(1, outputs.stream().filter(o -> data(o, "text/html").startsWith("<table>")).count());
        assertTrue(outputs.stream().anyMatch(o -> o.has("text") && joined(o.get("text")).contains("dL/da = 6.0\n")));
        assertTrue(outputs.stream().anyMatch(o -> data(o, "text/markdown").contains("dL/da = dL/de · de/da = −2 · −3 = 6")));
    }

    @Test
    void keepsValuesErrorsAndTheEnd() {
        String odd = text("90-odd");
        for (String part : List.of("\"name\": \"stderr\"", "\"output_type\": \"execute_result\"", "\"output_type\": \"error\"",
                "90-odd.jsh:28: java.lang.ArithmeticException: / by zero")) {
            assertTrue(odd.contains(part), part);
        }
    }

    /** As it is handed out, in a kernel of JJava's classes that has never heard of the kit. */
    @Test
    void runsInAKernel(@TempDir Path out) throws Exception {
        List<JsonObject> outputs = run("05-manual-backprop", out);
        assertEquals(7, outputs.stream().filter(o -> text(o, "text/html").startsWith("<img")).count(), "each picture once");
        assertEquals(1, outputs.stream().filter(o -> text(o, "text/html").startsWith("<table>")).count());
        assertTrue(outputs.stream().noneMatch(o -> text(o, "text/plain").contains("<svg")), "no picture as text");
        assertTrue(outputs.stream().anyMatch(o -> text(o, "stdout").contains("dL/da = 6.0\n")), outputs.toString());
        assertTrue(Files.exists(out.resolve("05-manual-backprop/07-L.svg")));
    }

    @Test
    void showsPagesInAKernel(@TempDir Path out) throws Exception {
        List<JsonObject> pages = run("23-break-it", out).stream().filter(o -> text(o, "text/html").startsWith("<iframe")).toList();
        assertTrue(pages.size() > 0);
        assertTrue(text(pages.get(0), "text/html").contains("srcdoc=\"&lt;!DOCTYPE html&gt;"), pages.get(0).toString().substring(0, 200));
    }

    private static List<JsonObject> run(String name, Path out) throws Exception {
        Path jar = Path.of("target", "playmore.jar").toAbsolutePath(), folder = Files.createDirectories(out.resolve(name));
        assertTrue(Files.exists(jar), jar + " is not there: ./build.sh test makes it");
        Path notebook = folder.resolve(name + ".ipynb");
        Files.writeString(notebook, text(name).replaceFirst("%classpath [^\"\\\\]*playmore.jar", "%classpath " + jar));
        String classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(part -> part.matches(".*(test-classes|jjava-jupyter|jeromq|gson|slf4j)[^/\\\\]*"))
                .collect(Collectors.joining(File.pathSeparator));
        Process kernel = new ProcessBuilder(Jdk.HERE.java("-Dfile.encoding=UTF-8", "-cp", classPath, "playmore.notes.Kernel", notebook.toString())).directory(folder.toFile())
                .redirectError(Redirect.INHERIT).start();
        List<JsonObject> outputs = new String(kernel.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines()
                .map(line -> JsonParser.parseString(line).getAsJsonObject()).toList();
        assertEquals(0, kernel.waitFor(), outputs.toString());
        return outputs;
    }

    /** What came in one form. */
    private static String text(JsonObject output, String mime) {
        return output.has(mime) ? output.get(mime).getAsString() : "";
    }

    private static String text(String name) {
        return NotesRun.read(name + "/" + name + ".ipynb");
    }

    private static JsonArray cells(String name) {
        return JsonParser.parseString(text(name)).getAsJsonObject().getAsJsonArray("cells");
    }

    private static String data(JsonObject output, String mime) {
        JsonObject data = output.getAsJsonObject("data");
        return data == null || !data.has(mime) ? "" : joined(data.get(mime));
    }

    static String joined(JsonElement lines) {
        StringBuilder text = new StringBuilder();
        lines.getAsJsonArray().forEach(line -> text.append(line.getAsString()));
        return text.toString();
    }
}
