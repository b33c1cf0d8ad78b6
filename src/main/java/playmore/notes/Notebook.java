package playmore.notes;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import playmore.motion.Motion;
import playmore.output.Jar;
import playmore.output.Page;
import playmore.output.Picture;
import playmore.output.ShownTable;
import playmore.page.Html;
import playmore.replay.Event;
import playmore.replay.Script;

/** A chapter as a Jupyter notebook for Java kernels, format 4.5, with what came of each cell. */
final class Notebook implements Outcome.Visitor<JsonObject> {

    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls().create();

    private final JsonArray cells = new JsonArray();
    private int executed;

    private Notebook() {}

    /**
     * @param startup what a session begins with: its imports go into the notebook
     * @param folder where the notebook will lie
     */
    static String of(RecordedChapter chapter, String startup, Path folder) {
        Notebook notebook = new Notebook();
        notebook.markdown(MarkdownPage.heading(chapter.script()));
        notebook.setup(startup, folder);
        for (RecordedChapter.Part part : chapter.parts()) {
            if (part.block() instanceof Script.Prose prose) notebook.markdown(MarkdownPage.prose(prose));
            if (part.block() instanceof Script.Cell cell) notebook.code(cell, part.outcomes());
        }
        JsonObject json = new JsonObject();
        json.add("cells", notebook.cells);
        json.add("metadata", metadata());
        json.addProperty("nbformat", 4);
        json.addProperty("nbformat_minor", 5);
        return GSON.toJson(json) + "\n";
    }

    private static JsonObject metadata() {
        JsonObject kernel = object("display_name", "Java", "language", "java", "name", "java");
        JsonObject language = object("name", "java", "file_extension", ".jshell", "mimetype", "text/x-java-source");
        JsonObject metadata = new JsonObject();
        metadata.add("kernelspec", kernel);
        metadata.add("language_info", language);
        return metadata;
    }

    /** The cells that give a kernel what the shell has from the start. */
    private void setup(String startup, Path folder) {
        List<String> parts = List.of(Jar.text(Notebook.class, "notebook-setup.md").split("\n---\n"));
        String imports = String.join("\n", startup.lines().filter(line -> line.startsWith("import ")).toList());
        Path kit = Jar.path().getParent();
        markdown(parts.get(0).strip());
        code("%classpath " + from(folder, kit.resolve("playmore.jar"))
                + (Files.isDirectory(kit.resolve("pytorch")) ? "\n%classpath " + from(folder, kit.resolve("pytorch")) + "/*.jar" : ""));
        code(parts.get(1).strip().replace("{{imports}}", imports));
    }

    private static String from(Path folder, Path file) {
        Path here = folder.toAbsolutePath().normalize();
        return (here.getRoot().equals(file.getRoot()) ? here.relativize(file) : file).toString().replace('\\', '/');
    }

    private void markdown(String source) {
        cell("markdown", source);
    }

    private JsonObject code(String source) {
        JsonObject cell = cell("code", source);
        cell.add("execution_count", JsonNull.INSTANCE);
        cell.add("outputs", new JsonArray());
        return cell;
    }

    private JsonObject cell(String type, String source) {
        JsonObject cell = object("id", "cell-" + (cells.size() + 1), "cell_type", type);
        cell.add("metadata", new JsonObject());
        cell.add("source", lines(source));
        cells.add(cell);
        return cell;
    }

    private void code(Script.Cell cell, List<Outcome> outcomes) {
        JsonObject json = code(cell.code());
        executed++;
        json.addProperty("execution_count", executed);
        outcomes.forEach(outcome -> json.getAsJsonArray("outputs").add(outcome.accept(this)));
    }

    @Override
    public JsonObject printed(Outcome.Printed printed) {
        JsonObject output = object("output_type", "stream", "name", printed.error() ? "stderr" : "stdout");
        output.add("text", lines(printed.text()));
        return output;
    }

    @Override
    public JsonObject result(Event.Result result) {
        JsonObject output = display("execute_result", "text/plain", result.shown());
        output.addProperty("execution_count", executed);
        return output;
    }

    @Override
    public JsonObject picture(Picture picture) {
        JsonObject output = display("display_data", "text/html", image(picture));
        output.getAsJsonObject("data").add("text/plain", lines(RecordedChapter.link(picture)));
        return output;
    }

    /** An image in a page: Jupyter shows an SVG as such only to who trusts the notebook, and GitHub without its text. */
    static String image(Picture picture) {
        return "<img alt=\"" + Html.escape(picture.description()) + "\" src=\"data:image/svg+xml;base64,"
                + Base64.getEncoder().encodeToString(picture.svg().getBytes(StandardCharsets.UTF_8)) + "\">";
    }

    @Override
    public JsonObject table(ShownTable table) {
        return display("display_data", "text/html", HtmlPage.rows(table));
    }

    @Override
    public JsonObject page(Page page) {
        return display("display_data", "text/markdown", MarkdownPage.link(page));
    }

    @Override
    public JsonObject motion(Motion motion) {
        return display("display_data", "text/markdown", MarkdownPage.steps(motion));
    }

    @Override
    public JsonObject stopped(Event.Failed failed) {
        JsonObject output = object("output_type", "error", "ename", "Stopped", "evalue", failed.message());
        JsonArray trace = new JsonArray();
        trace.add(failed.fragment().file() + ":" + failed.line() + ": " + failed.message());
        failed.details().forEach(trace::add);
        output.add("traceback", trace);
        return output;
    }

    private static JsonObject display(String type, String mime, String content) {
        JsonObject data = new JsonObject();
        data.add(mime, lines(content));
        JsonObject output = object("output_type", type);
        output.add("data", data);
        output.add("metadata", new JsonObject());
        return output;
    }

    /** Texts are kept as lines, each with its end, so that tools that compare files see what differs. */
    private static JsonElement lines(String text) {
        JsonArray lines = new JsonArray();
        for (String line : text.split("(?<=\n)")) {
            lines.add(new JsonPrimitive(line));
        }
        return lines;
    }

    private static JsonObject object(String... namesAndValues) {
        JsonObject object = new JsonObject();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.addProperty(namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
    }
}
