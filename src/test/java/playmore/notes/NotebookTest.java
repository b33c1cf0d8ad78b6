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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import playmore.replay.Script;
import playmore.output.Artifact;
import playmore.output.Output;

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
        assertEquals(7, outputs.stream().filter(o -> data(o, "image/svg+xml").startsWith("<?xml")).count());
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

    /** What a kernel does: it has JShell, its own display, and magics. */
    @Test
    void runsInAFreshJShell(@TempDir Path temp) throws IOException {
        System.setProperty("playmore.out", temp.toString());
        PrintStream terminal = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try (JShell kernel = JShell.builder().executionEngine("local").build()) {
            evaluate(kernel, """
                    int displayed = 0;
                    void display(Object what, String mime) { displayed++; }
                    """);
            for (JsonElement element : cells("05-manual-backprop")) {
                JsonObject cell = element.getAsJsonObject();
                if (!cell.get("cell_type").getAsString().equals("code")) continue;
                String source = joined(cell.get("source"));
                if (source.startsWith("%classpath ")) {
                    assertEquals("%classpath ../../target/playmore.jar", source);
                    kernel.addToClasspath(System.getProperty("java.class.path"));
                } else {
                    evaluate(kernel, source.replace("System.setProperty(\"playmore.out\", \"..\");", ""));
                }
            }
            assertEquals("7", evaluate(kernel, "displayed"));
            assertTrue(printed.toString(StandardCharsets.UTF_8).contains(" a     |        6  |   6.0000  |"), "the table: " + printed);
            assertEquals("6.0", evaluate(kernel, "a.grad"));
            assertTrue(Files.exists(temp.resolve("05-manual-backprop/07-L.svg")));
        } finally {
            System.setOut(terminal);
            Output.onPublish(Artifact::print);
            System.clearProperty("playmore.out");
        }
    }

    /** The value of the last snippet. */
    private static String evaluate(JShell kernel, String source) {
        String value = null;
        while (!source.isBlank()) {
            CompletionInfo info = kernel.sourceCodeAnalysis().analyzeCompletion(source);
            for (SnippetEvent event : kernel.eval(info.source())) {
                assertTrue(event.status() == Snippet.Status.VALID && event.exception() == null || event.causeSnippet() != null,
                        () -> event + " " + kernel.diagnostics(event.snippet()).map(d -> d.getMessage(null)).toList());
                value = event.value();
            }
            source = info.remaining();
        }
        return value;
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

    private static String joined(JsonElement lines) {
        StringBuilder text = new StringBuilder();
        lines.getAsJsonArray().forEach(line -> text.append(line.getAsString()));
        return text.toString();
    }
}
