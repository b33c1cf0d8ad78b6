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

/** The contents of the notes, all chapters as one page, and what their pages share. */
final class Contents {

    private static final Set<String> IN_EVERY_CHAPTER = Set.of("Recap", "Try it", "Further");
    private static final List<String> ASSETS =
            List.of("notes.css", "theme.js", "notes.js", "highlight.min.js", "chapters.js", "search.js");
    private static final Gson GSON = new Gson();    // it escapes what would end a script

    /** What the pages' lists of chapters show, and what their search finds. */
    private record Link(String name, String title, List<Heading> sections) {}
    private record Heading(String id, String title) {}
    private record Text(String chapter, String id, String title, String text) {}

    private final Path out;
    private final List<Script> scripts;

    Contents(Path out, List<Script> scripts) {
        this.out = out;
        this.scripts = List.copyOf(scripts);
    }

    /** A chapter's page. */
    static String page(ChapterSummary entry) {
        return page("..", entry.name(), entry.title(), "chapter", entry.body());
    }

    private static String page(String root, String name, String title, String kind, String body) {
        return Html.fill(Jar.text(Contents.class, "page.html"), Map.of(
                "root", root, "name", name, "title", Html.escape(title), "kind", kind, "body", body));
    }

    /** A page that is no chapter's, in a folder of its own. */
    static String page(String name, String title, String body) {
        return page("..", name, title, "session", body);
    }

    /**
     * Checks that what all pages share can be written.
     *
     * @throws IllegalArgumentException if one of these files is not the kit's
     */
    static void checkAssets(Path out) {
        for (String name : ASSETS) Output.check(out.resolve("assets").resolve(name));
    }

    /** The same of the contents, too. */
    void check() {
        checkAssets(out);
        for (String name : List.of("index.html", "README.md", "lecture/index.html")) Output.check(out.resolve(name));
    }

    /** Writes what all pages share; the list of chapters is empty until one was run. */
    static void writeAssets(Path out) {
        Path assets = out.resolve("assets");
        Output.write(assets.resolve("notes.css"), Html.style() + MotionPage.style()
                + Jar.text(Contents.class, "notes.css"));
        Output.write(assets.resolve("theme.js"), Html.theme());
        Output.write(assets.resolve("notes.js"), Html.script() + MotionPage.script() + Jar.text(Contents.class, "notes.js"));
        Output.write(assets.resolve("highlight.min.js"), Jar.text(Contents.class, "highlight.min.js"));
        if (!Files.exists(assets.resolve("chapters.js"))) Output.write(assets.resolve("chapters.js"), "const chapters = [];\n");
    }

    /** Lists all chapters, with a link to those that have a page. */
    void write() {
        writeAssets(out);
        Path assets = out.resolve("assets");
        Map<Script, ChapterSummary> ran = new LinkedHashMap<>();
        for (Script script : scripts) ChapterSummary.in(out.resolve(script.name())).ifPresent(entry -> ran.put(script, entry));
        Collection<ChapterSummary> entries = ran.values();
        Output.write(assets.resolve("chapters.js"), "const chapters = " + GSON.toJson(entries.stream()
                .map(entry -> new Link(entry.name(), entry.title(), entry.sections().stream().skip(1)
                        .map(section -> new Heading(section.id(), section.title())).toList())).toList()) + ";\n");
        Output.write(assets.resolve("search.js"), "const allTexts = " + GSON.toJson(entries.stream()
                .flatMap(entry -> entry.sections().stream()
                        .map(section -> new Text(entry.name(), section.id(), section.title(), section.text()))).toList()) + ";\n");
        Output.write(out.resolve("index.html"), page(".", "", "Notes · Playmore for Java", "index",
                Html.fill(Jar.text(Contents.class, "index.html"), Map.of("chapters", html(ran)))));
        Output.write(out.resolve("lecture/index.html"), page("..", "lecture", "The whole lecture · Playmore for Java", "lecture",
                entries.stream().map(ChapterSummary::body).collect(Collectors.joining("\n"))));
        Output.write(out.resolve("README.md"), markdown(ran.keySet()));
    }

    private String html(Map<Script, ChapterSummary> ran) {
        StringBuilder html = new StringBuilder();
        for (Script script : scripts) {
            ChapterSummary entry = ran.get(script);
            String page = script.name() + "/index.html", title = Html.escape(script.title());
            html.append("<li><span class=\"number\">").append(script.number()).append("</span><div>\n<h2>")
                    .append(entry != null ? "<a href=\"" + page + "\">" + title + "</a>" : title).append("</h2> ")
                    .append(timecode(script.timecode().time(), script.timecode().link())).append("\n");
            if (entry == null) {
                html.append("<p class=\"missing\">Not run yet: <code>run ").append(script.number())
                        .append("</code></p>\n");
            } else {
                sections(entry, page, html);
            }
            html.append("</div>");
            if (entry != null && entry.thumbnail() != null) {
                html.append("<a class=\"thumb\" href=\"").append(page).append("\" tabindex=\"-1\" aria-hidden=\"true\"><img src=\"")
                        .append(Html.escape(script.name() + "/" + entry.thumbnail())).append("\" alt=\"\" loading=\"lazy\"></a>");
            }
            html.append("</li>\n");
        }
        return html.toString();
    }

    private static void sections(ChapterSummary entry, String page, StringBuilder html) {
        html.append("<ul>\n");
        for (ChapterSummary.Section section : entry.sections().subList(1, entry.sections().size())) {
            if (IN_EVERY_CHAPTER.contains(section.title())) continue;
            html.append("<li><a href=\"").append(page).append("#").append(section.id()).append("\">")
                    .append(Html.escape(section.title())).append("</a>");
            if (section.time() != null) html.append(" ").append(timecode(section.time(), section.link()));
            html.append("</li>\n");
        }
        html.append("</ul>\n");
    }

    /** A link into the lecture. */
    static String timecode(String time, String link) {
        return "<a class=\"time\" href=\"" + Html.escape(link) + "\" aria-label=\"Watch the lecture from " + Html.escape(time) + "\">"
                + Html.escape(time) + "</a>";
    }

    private String markdown(Set<Script> ran) {
        StringBuilder markdown = new StringBuilder("# Notes of the lecture\n\n");
        for (Script script : scripts) {
            String title = script.number() + " · " + MarkdownPage.escape(script.title());
            markdown.append("- ")
                    .append(ran.contains(script) ? "[" + title + "](" + script.name() + "/" + script.name() + ".md)" : title)
                    .append(" · [").append(script.timecode().time()).append("](").append(script.timecode().link()).append(")\n");
        }
        return markdown.toString();
    }
}
