package playmore.notes;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import playmore.motion.Motion;
import playmore.output.Jar;
import playmore.output.Page;
import playmore.output.Picture;
import playmore.output.ShownTable;
import playmore.page.Html;
import playmore.replay.Event;
import playmore.replay.Script;

/** Writes a chapter as a Jupyter notebook for Java kernels, with the output of each cell. */
final class Notebook implements Outcome.Visitor<Object> {

    /** The records below are the objects of the notebook format 4.5. Their fields get names such as cell_type. */
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().serializeNulls()
            .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES).create();

    private record Document(List<Object> cells, Metadata metadata, int nbformat, int nbformatMinor) {}
    private record Metadata(Kernel kernelspec, Language languageInfo) {}
    private record Kernel(String displayName, String language, String name) {}
    private record Language(String name, String fileExtension, String mimetype) {}

    private record Prose(String id, String cellType, Map<String, String> metadata, List<String> source) {}
    private record Code(String id, String cellType, Map<String, String> metadata, List<String> source,
            Integer executionCount, List<Object> outputs) {}

    private record Printed(String outputType, String name, List<String> text) {}
    private record Result(String outputType, Map<String, List<String>> data, Map<String, String> metadata,
            int executionCount) {}
    private record Display(String outputType, Map<String, List<String>> data, Map<String, String> metadata) {}
    private record Failure(String outputType, String ename, String evalue, List<String> traceback) {}

    private final List<Object> cells = new ArrayList<>();
    private int executed;    // code cells

    private Notebook() {}

    /**
     * @param startup the code that a session begins with; the notebook gets its imports
     * @param folder the folder in which the notebook will be saved
     */
    static String of(RecordedChapter chapter, String startup, Path folder) {
        Notebook notebook = new Notebook();
        notebook.addProse(MarkdownPage.heading(chapter.script()));
        notebook.addSetup(startup, folder);
        for (RecordedChapter.Part part : chapter.parts()) {
            if (part.block() instanceof Script.Prose prose) notebook.addProse(MarkdownPage.prose(prose));
            if (part.block() instanceof Script.Cell cell) notebook.addCode(cell.code(), part.outcomes());
        }
        Metadata metadata = new Metadata(new Kernel("Java", "java", "java"),
                new Language("java", ".jshell", "text/x-java-source"));
        return GSON.toJson(new Document(notebook.cells, metadata, 4, 5)) + "\n";
    }

    /** Adds cells that give the kernel the class path and the imports of the kit's shell. */
    private void addSetup(String startup, Path folder) {
        String[] parts = Jar.text(Notebook.class, "notebook-setup.md").split("\n---\n");
        String imports = String.join("\n", startup.lines().filter(line -> line.startsWith("import ")).toList());
        Path kit = Jar.path().getParent();
        String classPath = "%classpath " + from(folder, kit.resolve("playmore.jar"));
        if (Files.isDirectory(kit.resolve("pytorch"))) {
            classPath += "\n%classpath " + from(folder, kit.resolve("pytorch")) + "/*.jar";
        }
        addProse(parts[0].strip());
        addCode(classPath, null, List.of());
        addCode(parts[1].strip().replace("{{imports}}", imports), null, List.of());
    }

    private static String from(Path folder, Path file) {
        Path here = folder.toAbsolutePath().normalize();
        Path shortest = here.getRoot().equals(file.getRoot()) ? here.relativize(file) : file;
        return shortest.toString().replace('\\', '/');
    }

    private void addProse(String markdown) {
        cells.add(new Prose(nextId(), "markdown", Map.of(), lines(markdown)));
    }

    private void addCode(String code, List<Outcome> outcomes) {
        executed++;
        addCode(code, executed, outcomes.stream().map(outcome -> outcome.accept(this)).toList());
    }

    private void addCode(String code, Integer executionCount, List<Object> outputs) {
        cells.add(new Code(nextId(), "code", Map.of(), lines(code), executionCount, outputs));
    }

    private String nextId() {
        return "cell-" + (cells.size() + 1);
    }

    @Override
    public Object printed(Outcome.Printed printed) {
        return new Printed("stream", printed.error() ? "stderr" : "stdout", lines(printed.text()));
    }

    @Override
    public Object result(Event.Result result) {
        return new Result("execute_result", Map.of("text/plain", lines(result.shown())), Map.of(), executed);
    }

    @Override
    public Object picture(Picture picture) {
        Map<String, List<String>> data = new LinkedHashMap<>();
        data.put("text/html", lines(image(picture)));
        data.put("text/plain", lines(RecordedChapter.link(picture)));
        return new Display("display_data", data, Map.of());
    }

    /** The picture inside an image. Jupyter shows a bare SVG only in trusted notebooks, and GitHub drops its text. */
    static String image(Picture picture) {
        String svg = Base64.getEncoder().encodeToString(picture.svg().getBytes(StandardCharsets.UTF_8));
        return "<img alt=\"" + Html.escape(picture.description()) + "\" src=\"data:image/svg+xml;base64," + svg + "\">";
    }

    @Override
    public Object table(ShownTable table) {
        return display("text/html", HtmlPage.rows(table));
    }

    @Override
    public Object page(Page page) {
        return display("text/markdown", MarkdownPage.link(page));
    }

    @Override
    public Object motion(Motion motion) {
        return display("text/markdown", MarkdownPage.steps(motion));
    }

    private static Display display(String mimeType, String content) {
        return new Display("display_data", Map.of(mimeType, lines(content)), Map.of());
    }

    @Override
    public Object stopped(Event.Failed failed) {
        String where = failed.fragment().file() + ":" + failed.line() + ": " + failed.message();
        List<String> trace = Stream.concat(Stream.of(where), failed.details().stream()).toList();
        return new Failure("error", "Stopped", failed.message(), trace);
    }

    /** The lines with their line ends, so that a tool that compares notebooks shows which lines differ. */
    private static List<String> lines(String text) {
        return List.of(text.split("(?<=\n)"));
    }
}
