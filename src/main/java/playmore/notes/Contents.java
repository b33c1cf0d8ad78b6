package playmore.notes;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import playmore.motion.Moving;
import playmore.replay.Script;
import playmore.output.Output;
import playmore.page.Html;

/** The contents of the notes, and what their pages share. */
final class Contents {

    private static final Set<String> IN_EVERY_CHAPTER = Set.of("Recap", "Try it", "Further");

    private final Path out;
    private final List<Script> scripts;

    Contents(Path out, List<Script> scripts) {
        this.out = out;
        this.scripts = List.copyOf(scripts);
    }

    /** Lists all chapters, with a link to those that have a page. */
    void write() {
        Path assets = out.resolve("assets");
        Output.write(assets.resolve("notes.css"), Html.style() + Moving.style()
                + Html.resource(Contents.class, "notes.css"));
        Output.write(assets.resolve("notes.js"), Html.resource(Contents.class, "notes.js"));
        Output.write(assets.resolve("motion.js"), Moving.script());
        Output.write(assets.resolve("highlight.min.js"), Html.resource(Contents.class, "highlight.min.js"));
        Output.write(assets.resolve("chapters.js"), "const chapters = " + json() + ";\n");
        Output.write(out.resolve("index.html"),
                Html.fill(Html.resource(Contents.class, "index.html"), Map.of("chapters", html())));
        Output.write(out.resolve("README.md"), markdown());
    }

    private boolean isThere(Script script) {
        return Files.exists(out.resolve(script.name()).resolve("index.html"));
    }

    /** The chapters that have a page, for the links between them. */
    private String json() {
        JsonArray json = new JsonArray();
        for (Script script : scripts) {
            if (!isThere(script)) continue;
            JsonObject chapter = new JsonObject();
            chapter.addProperty("name", script.name());
            chapter.addProperty("title", script.number() + " · " + script.title());
            json.add(chapter);
        }
        return new Gson().toJson(json);
    }

    private String html() {
        StringBuilder html = new StringBuilder();
        for (Script script : scripts) {
            String page = script.name() + "/index.html", title = Html.escape(script.title());
            html.append("<li><span class=\"number\">").append(script.number()).append("</span><div>\n<h2>")
                    .append(isThere(script) ? "<a href=\"" + page + "\">" + title + "</a>" : title).append("</h2> ")
                    .append(timecode(script.timecode().time(), script.timecode().link())).append("\n");
            if (!isThere(script)) {
                html.append("<p class=\"missing\">Not run yet: <code>./build.sh run ").append(script.number())
                        .append("</code></p>\n");
            } else {
                sections(script, page, html);
            }
            html.append("</div>");
            picture(script).ifPresent(file -> html.append("<a class=\"thumb\" href=\"").append(page)
                    .append("\" tabindex=\"-1\"><img src=\"").append(Html.escape(script.name() + "/" + file))
                    .append("\" alt=\"\" loading=\"lazy\"></a>"));
            html.append("</li>\n");
        }
        return html.toString();
    }

    /** The file of the chapter's last picture. */
    private Optional<String> picture(Script script) {
        return MadeFiles.in(out.resolve(script.name())).stream().filter(file -> file.endsWith(".svg")).reduce((a, b) -> b);
    }

    private static void sections(Script script, String page, StringBuilder html) {
        html.append("<ul>\n");
        for (ProseHtml.Section section : ProseHtml.sections(script)) {
            if (IN_EVERY_CHAPTER.contains(section.title())) continue;
            html.append("<li><a href=\"").append(page).append("#").append(section.id()).append("\">")
                    .append(Html.escape(section.title())).append("</a>");
            if (section.timecode() != null) html.append(" ").append(timecode(section.timecode().time(), section.timecode().link()));
            html.append("</li>\n");
        }
        html.append("</ul>\n");
    }

    private static String timecode(String time, String link) {
        return "<a class=\"time\" href=\"" + Html.escape(link) + "\">" + Html.escape(time) + "</a>";
    }

    private String markdown() {
        StringBuilder markdown = new StringBuilder("# Notes of the lecture\n\n");
        for (Script script : scripts) {
            String title = script.number() + " · " + MarkdownPage.escape(script.title());
            markdown.append("- ")
                    .append(isThere(script) ? "[" + title + "](" + script.name() + "/" + script.name() + ".md)" : title)
                    .append(" · [").append(script.timecode().time()).append("](").append(script.timecode().link()).append(")\n");
        }
        return markdown.toString();
    }
}
