package playmore.notes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import playmore.motion.Motion;
import playmore.replay.Event;
import playmore.replay.Script;
import playmore.output.Artifact;
import playmore.output.Page;
import playmore.output.Picture;
import playmore.output.PlainText;
import playmore.output.ShownTable;
import playmore.svg.Xml;

/** A chapter as Markdown, its pictures as files beside it: for Obsidian, Notion, GitHub. */
final class MarkdownPage implements Outcome.Visitor<String> {

    private MarkdownPage() {}

    static String of(RecordedChapter chapter) {
        MarkdownPage page = new MarkdownPage();
        List<String> blocks = new ArrayList<>(List.of(heading(chapter.script())));
        for (RecordedChapter.Part part : chapter.parts()) {
            if (part.block() instanceof Script.Prose prose) {
                blocks.add(prose(prose));
            } else if (part.block() instanceof Script.Cell cell) {
                if (part.typed()) blocks.add("*Typed at the prompt:*");
                blocks.add(fenced("java", cell.code()));
                part.outcomes().forEach(outcome -> blocks.add(outcome.accept(page)));
            }
        }
        return String.join("\n\n", blocks) + "\n";
    }

    /** What the author says; a dollar stays one where others would begin a formula with it. */
    static String prose(Script.Prose prose) {
        StringBuilder markdown = new StringBuilder(prose.markdown());
        SortedSet<Integer> dollars = new TreeSet<>(Comparator.reverseOrder());
        prose.parsed().accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                if (text.getParent() instanceof Link link && link.getDestination().equals(text.getLiteral())) return;    // <https://…>
                for (SourceSpan span : text.getSourceSpans()) {
                    int end = span.getInputIndex() + span.getLength();
                    for (int i = span.getInputIndex(); i < end; i++) {
                        if (markdown.charAt(i) == '\\') i++;
                        else if (markdown.charAt(i) == '$') dollars.add(i);
                    }
                }
            }
        });
        for (int dollar : dollars) markdown.insert(dollar, '\\');
        return markdown.toString();
    }

    /** The first lines of the script. */
    static String heading(Script script) {
        return "# " + script.number() + " · " + escape(script.title()) + "\n\nLecture [" + script.timecode().time() + "]("
                + script.timecode().link() + ")";
    }

    @Override
    public String printed(Outcome.Printed printed) {
        return fenced("text", printed.text().stripTrailing());
    }

    @Override
    public String result(Event.Result result) {
        return fenced("text", result.shown());
    }

    @Override
    public String picture(Picture picture) {
        return "!" + link(RecordedChapter.link(picture), picture);
    }

    @Override
    public String table(ShownTable table) {
        return rows(table) + "\n\n" + (table.left() > 0 ? "… and " + table.left() + " rows more: " : "")
                + link(RecordedChapter.link(table), table);
    }

    @Override
    public String page(Page page) {
        return link(page);
    }

    @Override
    public String motion(Motion motion) {
        return steps(motion);
    }

    @Override
    public String stopped(Event.Failed failed) {
        return "**Stopped** at " + escape(failed.fragment().file() + ":" + failed.line() + ": " + failed.message())
                + (failed.details().isEmpty() ? "" : "\n\n" + fenced("text", String.join("\n", failed.details())));
    }

    /** A link to a page, by its title. */
    static String link(Page page) {
        return link(page.title(), page);
    }

    private static String link(String text, Artifact artifact) {
        return "[" + escape(text) + "](<" + RecordedChapter.link(artifact) + ">)";
    }

    /** With more backticks around it than there are in it. */
    static String fenced(String language, String text) {
        int longest = Pattern.compile("`+").matcher(text).results()
                .mapToInt(run -> run.group().length()).max().orElse(0);
        String fence = "`".repeat(Math.max(3, longest + 1));
        return fence + language + "\n" + Xml.plain(text) + "\n" + fence;
    }

    private static String rows(ShownTable table) {
        return row(table.header().stream().map(MarkdownPage::escape).toList()) + "\n"
                + row(table.numeric().stream().map(n -> n ? "---:" : "---").toList()) + "\n"
                + table.first().stream().map(cells -> row(cells.stream().map(cell -> escape(cell.strip())).toList()))
                        .collect(Collectors.joining("\n"));
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    /** What happens at each step, for those who cannot see it move. */
    static String steps(Motion motion) {
        StringBuilder steps = new StringBuilder("**" + escape(motion.title()) + "**\n");
        int number = 1;
        for (List<String> step : motion.steps()) {
            steps.append("\n").append(number++).append(". ").append(escape(String.join(" — ", step)));
        }
        return steps.toString();
    }

    /** Text in which nothing means more than it says. */
    static String escape(String text) {
        return PlainText.line(text).replaceAll("[\\\\`*_\\[\\]<>|#~&$]", "\\\\$0");
    }
}
