package playmore.notes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.Text;
import playmore.motion.Motion;
import playmore.output.Artifact;
import playmore.output.Page;
import playmore.output.Picture;
import playmore.output.PlainText;
import playmore.output.ShownTable;
import playmore.replay.Event;
import playmore.replay.Script;
import playmore.svg.Xml;

/** Writes a chapter as Markdown, for Obsidian, Notion or GitHub. The pictures are files in the same folder. */
final class MarkdownPage implements Outcome.Visitor<String> {

    private MarkdownPage() {}

    static String of(RecordedChapter chapter) {
        MarkdownPage page = new MarkdownPage();
        List<String> blocks = new ArrayList<>(List.of(heading(chapter.script())));
        for (RecordedChapter.Part part : chapter.parts()) {
            if (part.block() instanceof Script.Prose prose) blocks.add(prose(prose));
            if (part.block() instanceof Script.Cell cell) {
                if (part.typed()) blocks.add("*Typed at the prompt:*");
                blocks.add(fenced("java", cell.code()));
                part.outcomes().forEach(outcome -> blocks.add(outcome.accept(page)));
            }
        }
        return String.join("\n\n", blocks) + "\n";
    }

    /** The author's Markdown. A dollar sign in its text is escaped, because some programs begin a formula there. */
    static String prose(Script.Prose prose) {
        StringBuilder markdown = new StringBuilder(prose.markdown());
        SortedSet<Integer> dollars = new TreeSet<>(Comparator.reverseOrder());
        prose.parsed().accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                boolean isAddress = text.getParent() instanceof Link link    // as in <https://…>
                        && link.getDestination().equals(text.getLiteral());
                if (!isAddress) text.getSourceSpans().forEach(this::addDollars);
            }

            private void addDollars(SourceSpan span) {
                int end = span.getInputIndex() + span.getLength();
                for (int i = span.getInputIndex(); i < end; i++) {
                    if (markdown.charAt(i) == '$') dollars.add(i);
                    if (markdown.charAt(i) == '\\') i++;    // the next character is escaped already
                }
            }
        });
        for (int dollar : dollars) markdown.insert(dollar, '\\');
        return markdown.toString();
    }

    /** The chapter's title, and a link to where it begins in the lecture. */
    static String heading(Script script) {
        return "# " + script.number() + " · " + escape(script.title()) + "\n\nLecture [" + script.timecode().time()
                + "](" + script.timecode().link() + ")";
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

    /** A link to a page, with the page's title as its text. */
    static String link(Page page) {
        return link(page.title(), page);
    }

    private static String link(String text, Artifact artifact) {
        return "[" + escape(text) + "](<" + RecordedChapter.link(artifact) + ">)";
    }

    /** A code block. Its fence has more backticks than any run of backticks in the text. */
    static String fenced(String language, String text) {
        int longest = Pattern.compile("`+").matcher(text).results()
                .mapToInt(run -> run.group().length()).max().orElse(0);
        String fence = "`".repeat(Math.max(3, longest + 1));
        return fence + language + "\n" + Xml.plain(text) + "\n" + fence;
    }

    private static String rows(ShownTable table) {
        Stream<Stream<String>> head = Stream.of(table.header().stream().map(MarkdownPage::escape),
                table.numeric().stream().map(isNumeric -> isNumeric ? "---:" : "---"));
        Stream<Stream<String>> rows = table.first().stream()
                .map(cells -> cells.stream().map(cell -> escape(cell.strip())));
        return Stream.concat(head, rows).map(cells -> cells.collect(Collectors.joining(" | ", "| ", " |")))
                .collect(Collectors.joining("\n"));
    }

    /** The steps of the motion as a numbered list, since Markdown cannot show it move. */
    static String steps(Motion motion) {
        StringBuilder steps = new StringBuilder("**" + escape(motion.title()) + "**\n");
        for (int i = 0; i < motion.steps().size(); i++) {
            String step = String.join(" — ", motion.steps().get(i));
            steps.append("\n").append(i + 1).append(". ").append(escape(step));
        }
        return steps.toString();
    }

    /** One line of text in which no character has a meaning in Markdown. */
    static String escape(String text) {
        return PlainText.line(text).replaceAll("[\\\\`*_\\[\\]<>|#~&$]", "\\\\$0");
    }
}
