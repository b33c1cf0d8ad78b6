package playmore.notes;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import playmore.motion.Motion;
import playmore.replay.Event;
import playmore.replay.Script;
import playmore.output.Page;
import playmore.output.Picture;
import playmore.output.ShownTable;
import playmore.page.Html;
import playmore.svg.InlineSvg;

/** A chapter as a page of the site. */
final class HtmlPage implements Outcome.Kinds<String> {

    private final ProseHtml prose = new ProseHtml();
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

    private void add(Chapter.Part part) {
        if (part.block() instanceof Script.Prose said) {
            html.append(prose.html(said.parsed()));
        } else if (part.block() instanceof Script.Cell cell) {
            html.append(part.typed() ? "<div class=\"cell typed\">\n<p>Typed at the prompt</p>\n" : "<div class=\"cell\">\n").append("<pre class=\"code\"><code class=\"language-java\">")
                    .append(Html.escape(cell.code())).append("</code></pre>\n");
            part.outcomes().forEach(outcome -> html.append(outcome.as(this)));
            html.append("</div>\n");
        }
    }

    @Override
    public String printed(Outcome.Printed printed) {
        return "<pre class=\"printed" + (printed.error() ? " error" : "") + "\">"
                + Html.escape(printed.text().stripTrailing()) + "</pre>\n";
    }

    @Override
    public String result(Event.Result result) {
        return "<pre class=\"value\" title=\"" + Html.escape(result.type()) + "\">" + Html.escape(result.shown()) + "</pre>\n";
    }

    @Override
    public String motion(Motion motion) {
        return motion.html(nextPrefix());
    }

    @Override
    public String page(Page page) {
        return page.body() + "<p class=\"file\">As a page of its own: " + link(Chapter.link(page)) + "</p>\n";
    }

    @Override
    public String picture(Picture picture) {
        String file = Chapter.link(picture);
        return "<figure class=\"image\"><div class=\"picture\">" + InlineSvg.of(picture.svg(), nextPrefix(), file)
                + "</div><figcaption>" + link(file) + "</figcaption></figure>\n";
    }

    @Override
    public String table(ShownTable table) {
        return "<figure class=\"table\"><div class=\"rows\">" + rows(table) + "</div><figcaption>"
                + Html.escape(table.title().isEmpty() ? "table" : table.title())
                + (table.left() > 0 ? ", and " + table.left() + " rows more" : "")
                + " · " + link(Chapter.link(table)) + "</figcaption></figure>\n";
    }

    @Override
    public String stopped(Event.Failed failed) {
        return "<div class=\"failure\" role=\"alert\"><p><strong>Stopped</strong> at " + Html.escape(failed.place().file()) + ":"
                + failed.line() + ": " + Html.escape(failed.message()) + "</p>\n"
                + (failed.details().isEmpty() ? "" : "<pre>" + Html.escape(String.join("\n", failed.details())) + "</pre>\n")
                + "</div>\n";
    }

    /** A link to a file of the chapter's folder; a colon in its name begins no address. */
    private static String link(String file) {
        String name = Html.escape(file);
        return "<a class=\"made\" href=\"./" + name + "\">" + name + "</a>";
    }

    private String nextPrefix() {
        return "s" + ++pictures + "-";
    }

    /** The first rows of a table, alone. */
    static String rows(ShownTable table) {
        StringBuilder html = new StringBuilder("<table>\n<thead>").append(row("th", table.header(), table))
                .append("</thead>\n<tbody>\n");
        for (List<String> cells : table.first()) {
            html.append(row("td", cells, table));
        }
        return html.append("</tbody></table>").toString();
    }

    private static String row(String tag, List<String> cells, ShownTable table) {
        StringBuilder html = new StringBuilder("<tr>");
        for (int i = 0; i < cells.size(); i++) {
            html.append("<").append(tag).append(table.numeric().get(i) ? " style=\"text-align: right\">" : ">")
                    .append(Html.escape(cells.get(i).strip())).append("</").append(tag).append(">");
        }
        return html.append("</tr>\n").toString();
    }
}
