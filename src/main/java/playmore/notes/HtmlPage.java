package playmore.notes;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import playmore.lecture.Event;
import playmore.lecture.Script;
import playmore.page.Html;
import playmore.page.InlineSvg;

/** A chapter as a page of the site. */
final class HtmlPage {

    private static final Pattern MADE = Pattern.compile("<a class=\"made\" href=\"\\./(\\d+-[^\"&/]+)\">");

    private final Prose prose = new Prose();
    private final StringBuilder html = new StringBuilder();
    private int pictures;

    private HtmlPage() {}

    /**
     * @param left the files that an earlier run made and this one, which failed, did not come to
     */
    static String of(Chapter chapter, Collection<String> left) {
        HtmlPage page = new HtmlPage();
        for (Chapter.Part part : chapter.parts()) {
            page.add(part);
        }
        if (!left.isEmpty()) {
            page.html.append("<p class=\"file\">From an earlier run: ")
                    .append(String.join(", ", left.stream().map(HtmlPage::link).toList())).append("</p>\n");
        }
        Script script = chapter.script();
        return Html.fill(Html.resource(HtmlPage.class, "chapter.html"), Map.of(
                "name", script.name(),
                "number", script.number(),
                "title", Html.escape(script.title()),
                "time", script.timecode().time(),
                "link", Html.escape(script.timecode().link()),
                "body", page.html.toString()));
    }

    /** The numbered files that the page of a chapter says were made, in its order. */
    static Set<String> made(String html) {
        return MADE.matcher(html).results().map(m -> m.group(1)).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void add(Chapter.Part part) {
        if (part instanceof Chapter.Prose said) {
            html.append(prose.html(said.markdown()));
        } else if (part instanceof Chapter.Cell cell) {
            html.append("<div class=\"cell\">\n<pre class=\"code\"><code class=\"language-java\">")
                    .append(Html.escape(cell.code().code())).append("</code></pre>\n");
            cell.outcomes().forEach(this::add);
            html.append("</div>\n");
        }
    }

    private void add(Chapter.Outcome outcome) {
        if (outcome instanceof Chapter.Text text) {
            html.append("<pre class=\"printed").append(text.error() ? " error" : "").append("\">")
                    .append(Html.escape(text.text().stripTrailing())).append("</pre>\n");
        } else if (outcome instanceof Chapter.Value value) {
            html.append("<pre class=\"value\" title=\"").append(Html.escape(value.type())).append("\">")
                    .append(Html.escape(value.text())).append("</pre>\n");
        } else if (outcome instanceof Chapter.Image image) {
            add(image);
        } else if (outcome instanceof Chapter.Table table) {
            add(table);
        } else if (outcome instanceof Chapter.Redrawn redrawn) {
            html.append(redrawn.motion().html(nextPrefix()));
        } else if (outcome instanceof Chapter.Extra extra) {
            html.append(extra.page().body()).append("<p class=\"file\">As a page of its own: ")
                    .append(link(Chapter.link(extra.page().file()))).append("</p>\n");
        } else if (outcome instanceof Chapter.Other other) {
            html.append("<p class=\"file\">").append(link(Chapter.link(other.file()))).append("</p>\n");
        } else if (outcome instanceof Chapter.Failure failure) {
            add(failure.failed());
        }
    }

    private void add(Chapter.Image image) {
        String file = Chapter.link(image.picture().file());
        html.append("<figure class=\"image\"><div class=\"picture\">")
                .append(InlineSvg.of(image.picture().svg(), nextPrefix(), file))
                .append("</div><figcaption>").append(link(file)).append("</figcaption></figure>\n");
    }

    /** A link to a file of the chapter's folder; a colon in its name begins no address. */
    private static String link(String file) {
        String name = Html.escape(file);
        return "<a class=\"made\" href=\"./" + name + "\">" + name + "</a>";
    }

    private String nextPrefix() {
        return "s" + ++pictures + "-";
    }

    private void add(Chapter.Table table) {
        html.append("<figure class=\"table\"><div class=\"rows\">").append(table(table)).append("</div><figcaption>")
                .append(Html.escape(table.title()));
        if (table.left() > 0) html.append(", and ").append(table.left()).append(" rows more");
        html.append(" · ").append(link(Chapter.link(table.file()))).append("</figcaption></figure>\n");
    }

    /** The table alone. */
    static String table(Chapter.Table table) {
        StringBuilder html = new StringBuilder("<table>\n<thead>").append(row("th", table.header(), table))
                .append("</thead>\n<tbody>\n");
        for (List<String> cells : table.rows()) {
            html.append(row("td", cells, table));
        }
        return html.append("</tbody></table>").toString();
    }

    private static String row(String tag, List<String> cells, Chapter.Table table) {
        StringBuilder html = new StringBuilder("<tr>");
        for (int i = 0; i < cells.size(); i++) {
            html.append("<").append(tag).append(table.numeric().get(i) ? " style=\"text-align: right\">" : ">")
                    .append(Html.escape(cells.get(i))).append("</").append(tag).append(">");
        }
        return html.append("</tr>\n").toString();
    }

    private void add(Event.Failed failed) {
        html.append("<div class=\"failure\" role=\"alert\"><p><strong>Stopped</strong> at ")
                .append(Html.escape(failed.place().file())).append(":").append(failed.line()).append(": ")
                .append(Html.escape(failed.message())).append("</p>\n");
        if (!failed.details().isEmpty()) {
            html.append("<pre>").append(Html.escape(String.join("\n", failed.details()))).append("</pre>\n");
        }
        html.append("</div>\n");
    }
}
