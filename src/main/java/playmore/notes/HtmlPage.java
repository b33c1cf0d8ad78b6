package playmore.notes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import playmore.motion.Motion;
import playmore.replay.Event;
import playmore.replay.Markdown;
import playmore.replay.Script;
import playmore.output.Artifact;
import playmore.output.Page;
import playmore.output.Picture;
import playmore.output.ShownTable;
import playmore.page.Html;
import playmore.svg.InlineSvg;

/**
 * A chapter as a page of the site. What follows a question is folded until it is asked for, up to the next
 * heading or question; code that follows at once is what the question is about, and stands.
 */
final class HtmlPage implements Outcome.Visitor<String> {

    private static final int MANY_ROWS = 25;    // more than that, and a table may go on on the next page

    private final String number;    // of the chapter, which begins all ids
    private final ClassDiffs listings;
    private final ProseHtml prose;
    private final StringBuilder html = new StringBuilder();
    private final List<ChapterSummary.Section> sections = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();    // of the last section
    private boolean asked, answering;
    private int pictures;

    private HtmlPage(String number, ClassDiffs listings) {
        this.number = number;
        this.listings = listings;
        this.prose = new ProseHtml(number + "-");
    }

    /**
     * @param left the files that an earlier run made and this one, which failed, did not come to
     * @param listings what the chapters before this one wrote out
     */
    static ChapterSummary of(RecordedChapter chapter, List<String> left, ClassDiffs listings) {
        return new HtmlPage(chapter.script().number(), listings).entry(chapter, left);
    }

    /** What was typed in a session at the prompt, and what came of it; the session has the name of its folder. */
    static String of(String session, List<RecordedChapter.Part> parts) {
        HtmlPage page = new HtmlPage(session, new ClassDiffs());
        parts.forEach(page::add);
        return page.html.toString();
    }

    private ChapterSummary entry(RecordedChapter chapter, List<String> left) {
        Script script = chapter.script();
        html.append("<article id=\"").append(script.name()).append("\">\n<header>\n<p class=\"number\">").append(script.number())
                .append("</p>\n<h1>").append(Html.escape(script.title())).append("</h1>\n<p>Lecture ")
                .append(Contents.timecode(script.timecode().time(), script.timecode().link())).append("</p>\n</header>\n");
        begin(script.name(), "", script.timecode());
        chapter.parts().forEach(this::add);
        endAnswer();
        end();
        if (!left.isEmpty()) {
            html.append("<p class=\"file\">From an earlier run: ")
                    .append(String.join(", ", left.stream().map(file -> link(script.name(), file)).toList())).append("</p>\n");
        }
        html.append("</article>\n");
        return new ChapterSummary(script.name(), script.number() + " · " + script.title(), List.copyOf(sections), chapter.thumbnail(left), html.toString());
    }

    private void add(RecordedChapter.Part part) {
        if (part.block() instanceof Script.Prose said) {
            Markdown.children(said.parsed()).forEach(this::say);
        } else if (part.block() instanceof Script.Cell cell) {
            run(cell, part);
        }
    }

    private void say(Node block) {
        boolean asks = Markdown.asks(block);
        if (asks || block instanceof Heading) endAnswer();
        if (block instanceof Heading heading) {
            String id = prose.id(heading);
            end();
            begin(id, ProseHtml.title(heading), ProseHtml.timecode(heading));
            html.append(prose.heading(heading, id));
        } else {
            if (asked) answer();
            html.append(prose.html(block));
            text.append(prose.text(block)).append('\n');
        }
        asked = asks;
    }

    private void run(Script.Cell cell, RecordedChapter.Part part) {
        if (part.outcomes().stream().anyMatch(outcome -> outcome instanceof Outcome.Failed)) endAnswer();    // nobody is to miss that
        html.append(part.typed() ? "<div class=\"cell typed\">\n<p>Typed at the prompt</p>\n" : "<div class=\"cell\">\n");
        if (!cell.code().isEmpty()) html.append(code(cell.code(), listings.next(cell.code(), number)));
        text.append(cell.code()).append('\n');
        if (asked && !part.outcomes().isEmpty()) {
            html.append("</div>\n");
            answer();
            html.append("<div class=\"cell\">\n");
        }
        part.outcomes().forEach(outcome -> html.append(outcome.accept(this)));
        html.append("</div>\n");
    }

    /** Open, as its pictures can be measured only where they are shown; the page's script folds it. */
    private void answer() {
        html.append("<details class=\"answer\" open>\n<summary>Answer</summary>\n");
        asked = false;
        answering = true;
    }

    private void endAnswer() {
        if (answering) html.append("</details>\n");
        asked = false;
        answering = false;
    }

    private void begin(String id, String title, Script.Timecode timecode) {
        sections.add(new ChapterSummary.Section(id, title, timecode == null ? null : timecode.time(), timecode == null ? null : timecode.link(), ""));
    }

    private void end() {
        ChapterSummary.Section section = sections.remove(sections.size() - 1);
        sections.add(new ChapterSummary.Section(section.id(), section.title(), section.time(), section.link(), text.toString().strip()));
        text.setLength(0);
    }

    /** A class that was written before shows what is new in it; where nothing is, it need not be read again. */
    private String code(String code, Optional<ClassDiffs.Difference> difference) {
        if (difference.isEmpty()) return pre(code, "");
        ClassDiffs.Difference d = difference.get();
        String before = d.before().equals(number) ? "above" : "in chapter " + d.before();
        if (d.isNone()) {
            return asked || !d.whole() ? pre(code, "") : "<details class=\"same\">\n<summary>The class <code>" + Html.escape(d.name()) + "</code>, as " + before
                    + ": " + code.lines().count() + " lines</summary>\n" + pre(code, "") + "</details>\n";
        }
        String places = d.added().stream().map(String::valueOf).collect(Collectors.joining(" "));
        return pre(code, " data-new=\"" + places + "\"") + "<p class=\"differs\"><span>+</span> "
                + (d.added().isEmpty() ? "No line is" : count(d.added().size(), "line is", "lines are")) + " not as " + before
                + (d.gone() == 0 ? "" : ", and of those there " + count(d.gone(), "is", "are") + " gone") + ".</p>\n";
    }

    private static String pre(String code, String attributes) {
        return "<pre class=\"code\"" + attributes + "><code class=\"language-java\">" + Html.escape(code) + "</code></pre>\n";
    }

    private static String count(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    @Override
    public String printed(Outcome.Printed printed) {
        text.append(printed.text()).append('\n');
        return "<pre class=\"printed" + (printed.error() ? " error" : "") + "\">"
                + Html.escape(printed.text().stripTrailing()) + "</pre>\n";
    }

    @Override
    public String result(Event.Result result) {
        text.append(result.shown()).append('\n');
        return "<pre class=\"value\" title=\"" + Html.escape(result.type()) + "\">" + Html.escape(result.shown()) + "</pre>\n";
    }

    @Override
    public String motion(Motion motion) {
        return motion.html(nextPrefix());
    }

    @Override
    public String page(Page page) {
        return page.body() + "<p class=\"file\">As a page of its own: " + link(page) + "</p>\n";
    }

    @Override
    public String picture(Picture picture) {
        return "<figure class=\"image\"><div class=\"picture\">" + InlineSvg.of(picture.svg(), nextPrefix(), picture.description())
                + "</div><figcaption>" + link(picture) + "</figcaption></figure>\n";
    }

    @Override
    public String table(ShownTable table) {
        table.first().forEach(row -> text.append(String.join(" ", row)).append('\n'));
        return "<figure class=\"table" + (table.first().size() > MANY_ROWS ? " long" : "") + "\"><div class=\"rows\">" + rows(table) + "</div><figcaption>"
                + Html.escape(table.title().isEmpty() ? "table" : table.title())
                + (table.left() > 0 ? ", and " + table.left() + " rows more" : "")
                + " · " + link(table) + "</figcaption></figure>\n";
    }

    @Override
    public String stopped(Event.Failed failed) {
        return "<div class=\"failure\" role=\"alert\"><p><strong>Stopped</strong> at " + Html.escape(failed.fragment().file()) + ":"
                + failed.line() + ": " + Html.escape(failed.message()) + "</p>\n"
                + (failed.details().isEmpty() ? "" : "<pre>" + Html.escape(String.join("\n", failed.details())) + "</pre>\n")
                + "</div>\n";
    }

    /** A link to what lies in a chapter's folder or a session's, from any such folder. */
    private static String link(Artifact made) {
        return link(made.file().toAbsolutePath().getParent().getFileName().toString(), RecordedChapter.link(made));
    }

    private static String link(String folder, String file) {
        String name = Html.escape(file);
        return "<a class=\"made\" href=\"../" + folder + "/" + name + "\">" + name + "</a>";
    }

    private String nextPrefix() {
        return number + "-s" + ++pictures + "-";
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
            html.append("<").append(tag).append(tag.equals("th") ? " scope=\"col\"" : "").append(table.numeric().get(i) ? " style=\"text-align: right\">" : ">")
                    .append(Html.escape(cells.get(i).strip())).append("</").append(tag).append(">");
        }
        return html.append("</tr>\n").toString();
    }
}
