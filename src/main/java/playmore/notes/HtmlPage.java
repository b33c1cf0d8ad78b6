package playmore.notes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import playmore.motion.Motion;
import playmore.output.Artifact;
import playmore.output.Page;
import playmore.output.Picture;
import playmore.output.ShownTable;
import playmore.page.Html;
import playmore.replay.Event;
import playmore.replay.Markdown;
import playmore.replay.Script;
import playmore.svg.InlineSvg;

/**
 * Writes a chapter as HTML. The text after a question is its answer, which the page hides until the reader opens it.
 * An answer ends at the next heading or question. A code cell right after a question belongs to the question, so the
 * page shows its code and hides only its output.
 */
final class HtmlPage implements Outcome.Visitor<String> {

    private static final int MANY_ROWS = 25;    // a longer table may be split between printed pages

    private final String number;    // of the chapter; all ids begin with it
    private final ClassDiffs classes;
    private final ProseHtml prose;
    private final StringBuilder html = new StringBuilder();
    private final List<ChapterSummary.Section> sections = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();    // of the current section
    private boolean afterQuestion, inAnswer;
    private int pictures;

    private HtmlPage(String number, ClassDiffs classes) {
        this.number = number;
        this.classes = classes;
        this.prose = new ProseHtml(number + "-");
    }

    /**
     * @param left files of an earlier run that this run, which failed, did not make again
     * @param classes the classes in the code of the chapters before this one
     */
    static ChapterSummary of(RecordedChapter chapter, List<String> left, ClassDiffs classes) {
        return new HtmlPage(chapter.script().number(), classes).summary(chapter, left);
    }

    /** The code and output of a session. The session is named like its folder. */
    static String of(String session, List<RecordedChapter.Part> parts) {
        HtmlPage page = new HtmlPage(session, new ClassDiffs());
        parts.forEach(page::add);
        return page.html.toString();
    }

    private ChapterSummary summary(RecordedChapter chapter, List<String> left) {
        Script script = chapter.script();
        html.append("""
                <article id="%s">
                <header>
                <p class="number">%s</p>
                <h1>%s</h1>
                <p>Lecture %s</p>
                </header>
                """.formatted(script.name(), script.number(), Html.escape(script.title()),
                Contents.timecode(script.timecode().time(), script.timecode().link())));
        beginSection(script.name(), "", script.timecode());
        chapter.parts().forEach(this::add);
        endAnswer();
        endSection();
        if (!left.isEmpty()) {
            String links = left.stream().map(file -> link(script.name(), file)).collect(Collectors.joining(", "));
            html.append("<p class=\"file\">From an earlier run: ").append(links).append("</p>\n");
        }
        html.append("</article>\n");
        return new ChapterSummary(script.name(), script.number() + " · " + script.title(), List.copyOf(sections),
                chapter.thumbnail(left), html.toString());
    }

    private void add(RecordedChapter.Part part) {
        if (part.block() instanceof Script.Prose said) Markdown.children(said.parsed()).forEach(this::addProse);
        if (part.block() instanceof Script.Cell cell) addCode(cell.code(), part);
    }

    private void addProse(Node block) {
        boolean asks = Markdown.asks(block);
        if (asks || block instanceof Heading) endAnswer();
        if (block instanceof Heading heading) {
            String id = prose.id(heading);
            endSection();
            beginSection(id, ProseHtml.title(heading), ProseHtml.timecode(heading));
            html.append(prose.heading(heading, id));
        } else {
            if (afterQuestion) beginAnswer();
            html.append(prose.html(block));
            text.append(prose.text(block)).append('\n');
        }
        afterQuestion = asks;
    }

    private void addCode(String code, RecordedChapter.Part part) {
        boolean failed = part.outcomes().stream().anyMatch(outcome -> outcome instanceof Outcome.Failed);
        if (failed) endAnswer();    // an error must not be hidden
        html.append(part.typed() ? "<div class=\"cell typed\">\n<p>Typed at the prompt</p>\n"
                : "<div class=\"cell\">\n");
        if (!code.isEmpty()) html.append(code(code, classes.next(code, number)));
        text.append(code).append('\n');
        if (afterQuestion && !part.outcomes().isEmpty()) {
            html.append("</div>\n");
            beginAnswer();
            html.append("<div class=\"cell\">\n");
        }
        part.outcomes().forEach(outcome -> html.append(outcome.accept(this)));
        html.append("</div>\n");
    }

    /** The answer is open at first, because hidden pictures have no size to measure. The page's script closes it. */
    private void beginAnswer() {
        html.append("<details class=\"answer\" open>\n<summary>Answer</summary>\n");
        afterQuestion = false;
        inAnswer = true;
    }

    private void endAnswer() {
        if (inAnswer) html.append("</details>\n");
        afterQuestion = false;
        inAnswer = false;
    }

    private void beginSection(String id, String title, Script.Timecode start) {
        sections.add(new ChapterSummary.Section(id, title, start == null ? null : start.time(),
                start == null ? null : start.link(), ""));
    }

    private void endSection() {
        ChapterSummary.Section section = sections.remove(sections.size() - 1);
        sections.add(new ChapterSummary.Section(section.id(), section.title(), section.time(), section.link(),
                text.toString().strip()));
        text.setLength(0);
    }

    /** Code with its new lines marked if it repeats an earlier class; hidden if nothing in the class is new. */
    private String code(String code, Optional<ClassDiffs.Difference> difference) {
        if (difference.isEmpty()) return pre(code, "");
        ClassDiffs.Difference d = difference.get();
        String before = d.before().equals(number) ? "above" : "in chapter " + d.before();
        if (d.isNone() && (afterQuestion || !d.whole())) return pre(code, "");
        if (d.isNone()) {
            return """
                    <details class="same">
                    <summary>The class <code>%s</code>, as %s: %d lines</summary>
                    %s</details>
                    """.formatted(Html.escape(d.name()), before, code.lines().count(), pre(code, ""));
        }
        String lines = d.added().stream().map(String::valueOf).collect(Collectors.joining(" "));
        String added = d.added().isEmpty() ? "No line is" : count(d.added().size(), "line is", "lines are");
        String gone = d.gone() == 0 ? "" : ", and of those there " + count(d.gone(), "is", "are") + " gone";
        return pre(code, " data-new=\"" + lines + "\"")
                + "<p class=\"differs\"><span>+</span> " + added + " not as " + before + gone + ".</p>\n";
    }

    private static String pre(String code, String attributes) {
        return "<pre class=\"code\"" + attributes + "><code class=\"language-java\">" + Html.escape(code)
                + "</code></pre>\n";
    }

    private static String count(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    @Override
    public String printed(Outcome.Printed printed) {
        text.append(printed.text()).append('\n');
        String kind = printed.error() ? "printed error" : "printed";
        return "<pre class=\"" + kind + "\">" + Html.escape(printed.text().stripTrailing()) + "</pre>\n";
    }

    @Override
    public String result(Event.Result result) {
        text.append(result.shown()).append('\n');
        return "<pre class=\"value\" title=\"" + Html.escape(result.type()) + "\">" + Html.escape(result.shown())
                + "</pre>\n";
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
        String svg = InlineSvg.of(picture.svg(), nextPrefix(), picture.description());
        return """
                <figure class="image"><div class="picture">%s</div><figcaption>%s</figcaption></figure>
                """.formatted(svg, link(picture));
    }

    @Override
    public String table(ShownTable table) {
        table.first().forEach(row -> text.append(String.join(" ", row)).append('\n'));
        String kind = table.first().size() > MANY_ROWS ? "table long" : "table";
        String title = Html.escape(table.title().isEmpty() ? "table" : table.title());
        String more = table.left() > 0 ? ", and " + table.left() + " rows more" : "";
        return """
                <figure class="%s"><div class="rows">%s</div><figcaption>%s%s · %s</figcaption></figure>
                """.formatted(kind, rows(table), title, more, link(table));
    }

    @Override
    public String stopped(Event.Failed failed) {
        String details = String.join("\n", failed.details());
        return """
                <div class="failure" role="alert"><p><strong>Stopped</strong> at %s:%d: %s</p>
                %s</div>
                """.formatted(Html.escape(failed.fragment().file()), failed.line(), Html.escape(failed.message()),
                failed.details().isEmpty() ? "" : "<pre>" + Html.escape(details) + "</pre>\n");
    }

    /** A link to a file in the folder of a chapter or a session. It works from any of these folders. */
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

    /** The table's header and first rows as an HTML table. */
    static String rows(ShownTable table) {
        String rows = table.first().stream().map(cells -> row("td", cells, table)).collect(Collectors.joining());
        return "<table>\n<thead>" + row("th", table.header(), table) + "</thead>\n<tbody>\n" + rows
                + "</tbody></table>";
    }

    private static String row(String tag, List<String> cells, ShownTable table) {
        StringBuilder html = new StringBuilder("<tr>");
        String scope = tag.equals("th") ? " scope=\"col\"" : "";
        for (int i = 0; i < cells.size(); i++) {
            String style = table.numeric().get(i) ? " style=\"text-align: right\"" : "";
            html.append("<").append(tag).append(scope).append(style).append(">")
                    .append(Html.escape(cells.get(i).strip())).append("</").append(tag).append(">");
        }
        return html.append("</tr>\n").toString();
    }
}
