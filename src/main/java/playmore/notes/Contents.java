package playmore.notes;

import com.google.gson.Gson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import playmore.motion.MotionPage;
import playmore.output.Jar;
import playmore.output.Output;
import playmore.page.Html;
import playmore.replay.Script;

/** The pages about all chapters: the contents, the search and the whole lecture. Also the files that all pages use. */
final class Contents {

    private static final Set<String> IN_EVERY_CHAPTER = Set.of("Recap", "Try it", "Further");
    private static final List<String> ASSETS =
            List.of("notes.css", "theme.js", "notes.js", "highlight.min.js", "chapters.js", "search.js");
    private static final Gson GSON = new Gson();    // it escapes "<", so that no text can end a script

    /** What {@code chapters.js} and {@code search.js} contain. */
    private record Link(String name, String title, List<Heading> sections) {}
    private record Heading(String id, String title) {}
    private record Text(String chapter, String id, String title, String text) {}

    private final Path out;
    private final List<Script> scripts;

    Contents(Path out, List<Script> scripts) {
        this.out = out;
        this.scripts = List.copyOf(scripts);
    }

    static String page(ChapterSummary chapter) {
        return page("..", chapter.name(), chapter.title(), "chapter", chapter.body());
    }

    static String page(String name, String title, String body) {
        return page("..", name, title, "session", body);
    }

    private static String page(String root, String name, String title, String kind, String body) {
        return Html.fill(Jar.text(Contents.class, "page.html"), Map.of(
                "root", root, "name", name, "title", Html.escape(title), "kind", kind, "body", body));
    }

    /**
     * Checks that the files that all pages use can be written.
     *
     * @throws IllegalArgumentException if the kit did not write one of these files
     */
    static void checkAssets(Path out) {
        for (String name : ASSETS) Output.check(out.resolve("assets").resolve(name));
    }

    /** The same, and that the contents can be written. */
    void check() {
        checkAssets(out);
        for (String name : List.of("index.html", "README.md", "lecture/index.html")) Output.check(out.resolve(name));
    }

    /** Writes the files that all pages use. The list of chapters is empty until {@link #write} writes it. */
    static void writeAssets(Path out) {
        Path assets = out.resolve("assets");
        Output.write(assets.resolve("notes.css"), Html.asset("page.css") + MotionPage.style() + text("notes.css"));
        Output.write(assets.resolve("theme.js"), Html.asset("theme.js"));
        Output.write(assets.resolve("notes.js"), Html.asset("picture.js") + MotionPage.script() + text("notes.js"));
        Output.write(assets.resolve("highlight.min.js"), text("highlight.min.js"));
        Path chapters = assets.resolve("chapters.js");
        if (!Files.exists(chapters)) Output.write(chapters, "const chapters = [];\n");
    }

    private static String text(String name) {
        return Jar.text(Contents.class, name);
    }

    /** Writes the contents: all chapters in order, with a link to each that was run. */
    void write() {
        writeAssets(out);
        Map<Script, ChapterSummary> ran = new LinkedHashMap<>();
        for (Script script : scripts) {
            ChapterSummary.in(out.resolve(script.name())).ifPresent(chapter -> ran.put(script, chapter));
        }
        Collection<ChapterSummary> chapters = ran.values();
        List<Link> links = chapters.stream().map(Contents::link).toList();
        List<Text> texts = chapters.stream().flatMap(chapter -> chapter.sections().stream()
                .map(part -> new Text(chapter.name(), part.id(), part.title(), part.text()))).toList();
        String bodies = chapters.stream().map(ChapterSummary::body).collect(Collectors.joining("\n"));
        String list = scripts.stream().map(script -> html(script, ran.get(script))).collect(Collectors.joining());
        Output.write(out.resolve("assets/chapters.js"), "const chapters = " + GSON.toJson(links) + ";\n");
        Output.write(out.resolve("assets/search.js"), "const allTexts = " + GSON.toJson(texts) + ";\n");
        Output.write(out.resolve("index.html"), page(".", "", "Notes · Playmore for Java", "index",
                Html.fill(text("index.html"), Map.of("chapters", list))));
        Output.write(out.resolve("lecture/index.html"),
                page("..", "lecture", "The whole lecture · Playmore for Java", "lecture", bodies));
        Output.write(out.resolve("README.md"), markdown(ran.keySet()));
    }

    private static Link link(ChapterSummary chapter) {
        return new Link(chapter.name(), chapter.title(), chapter.sections().stream().skip(1)
                .map(section -> new Heading(section.id(), section.title())).toList());
    }

    /** A chapter in the contents. The summary is null if the chapter was not run. */
    private static String html(Script script, ChapterSummary chapter) {
        String page = script.name() + "/index.html", title = Html.escape(script.title());
        String picture = chapter == null || chapter.thumbnail() == null ? "" : """
                <a class="thumb" href="%s" tabindex="-1" aria-hidden="true"><img src="%s" alt="" loading="lazy"></a>"""
                .formatted(page, Html.escape(script.name() + "/" + chapter.thumbnail()));
        return """
                <li><span class="number">%s</span><div>
                <h2>%s</h2> %s
                %s</div>%s</li>
                """.formatted(script.number(),
                chapter == null ? title : "<a href=\"" + page + "\">" + title + "</a>",
                timecode(script.timecode().time(), script.timecode().link()),
                chapter == null ? "<p class=\"missing\">Not run yet: <code>run " + script.number() + "</code></p>\n"
                        : "<ul>\n" + sections(chapter, page) + "</ul>\n",
                picture);
    }

    private static String sections(ChapterSummary chapter, String page) {
        return chapter.sections().stream().skip(1).filter(section -> !IN_EVERY_CHAPTER.contains(section.title()))
                .map(section -> "<li><a href=\"" + page + "#" + section.id() + "\">" + Html.escape(section.title())
                        + "</a>" + (section.time() == null ? "" : " " + timecode(section.time(), section.link()))
                        + "</li>\n").collect(Collectors.joining());
    }

    /** A link into the lecture. */
    static String timecode(String time, String link) {
        String escaped = Html.escape(time);
        return "<a class=\"time\" href=\"" + Html.escape(link) + "\" aria-label=\"Watch the lecture from " + escaped
                + "\">" + escaped + "</a>";
    }

    private String markdown(Set<Script> ran) {
        StringBuilder markdown = new StringBuilder("# Notes of the lecture\n\n");
        for (Script script : scripts) {
            String title = script.number() + " · " + MarkdownPage.escape(script.title());
            String file = script.name() + "/" + script.name() + ".md";
            markdown.append("- ").append(ran.contains(script) ? "[" + title + "](" + file + ")" : title).append(" · [")
                    .append(script.timecode().time()).append("](").append(script.timecode().link()).append(")\n");
        }
        return markdown.toString();
    }
}
