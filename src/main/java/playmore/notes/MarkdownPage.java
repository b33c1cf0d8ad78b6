package playmore.notes;

import java.util.List;
import java.util.stream.Collectors;
import playmore.explain.Motion;
import playmore.lecture.Event;
import playmore.lecture.Script;

/** A chapter as Markdown, its pictures as files beside it: for Obsidian, Notion, GitHub. */
final class MarkdownPage {

    private final StringBuilder markdown = new StringBuilder();

    private MarkdownPage() {}

    static String of(Chapter chapter) {
        MarkdownPage page = new MarkdownPage();
        page.block(heading(chapter.script()));
        for (Chapter.Part part : chapter.parts()) {
            if (part instanceof Chapter.Prose prose) {
                page.block(prose.markdown());
            } else if (part instanceof Chapter.Cell cell) {
                page.block(fenced("java", cell.code().code()));
                cell.outcomes().forEach(page::add);
            }
        }
        return page.markdown.toString();
    }

    /** The first lines of the script. */
    static String heading(Script script) {
        return "# " + script.number() + " · " + script.title() + "\n\nLecture [" + script.timecode().time() + "]("
                + script.timecode().link() + ")";
    }

    private void block(String text) {
        if (markdown.length() > 0) markdown.append("\n");
        markdown.append(text).append("\n");
    }

    private void add(Chapter.Outcome outcome) {
        if (outcome instanceof Chapter.Text text) {
            block(fenced("text", text.text().stripTrailing()));
        } else if (outcome instanceof Chapter.Value value) {
            block(fenced("text", value.text()));
        } else if (outcome instanceof Chapter.Image image) {
            String file = Chapter.link(image.picture().file());
            block("![" + escape(file) + "](<" + file + ">)");
        } else if (outcome instanceof Chapter.Table table) {
            block(table(table));
            String file = Chapter.link(table.file());
            block((table.left() > 0 ? "… and " + table.left() + " rows more: " : "") + "[" + escape(file) + "](<" + file + ">)");
        } else if (outcome instanceof Chapter.Redrawn redrawn) {
            block(steps(redrawn.motion()));
        } else if (outcome instanceof Chapter.Failure failure) {
            block(failure(failure.failed()));
        } else {
            block(link(outcome));
        }
    }

    /** A link to the file that an outcome is. */
    static String link(Chapter.Outcome outcome) {
        String title, file;
        if (outcome instanceof Chapter.Extra extra) {
            title = extra.page().title();
            file = Chapter.link(extra.page().file());
        } else {
            title = file = Chapter.link(((Chapter.Other) outcome).file());
        }
        return "[" + escape(title) + "](<" + file + ">)";
    }

    /** With more backticks around it than there are in it. */
    static String fenced(String language, String text) {
        String fence = "```";
        while (text.contains(fence)) fence += "`";
        return fence + language + "\n" + text + "\n" + fence;
    }

    private static String table(Chapter.Table table) {
        return row(table.header().stream().map(MarkdownPage::escape).toList()) + "\n"
                + row(table.numeric().stream().map(n -> n ? "---:" : "---").toList()) + "\n"
                + table.rows().stream().map(cells -> row(cells.stream().map(MarkdownPage::escape).toList()))
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

    private static String failure(Event.Failed failed) {
        return "**Stopped** at " + escape(failed.place().file() + ":" + failed.line() + ": " + failed.message())
                + (failed.details().isEmpty() ? "" : "\n\n" + fenced("text", String.join("\n", failed.details())));
    }

    /** Text in which nothing means more than it says. */
    private static String escape(String text) {
        return text.replaceAll("[\\\\`*_\\[\\]<>|#~&]", "\\\\$0").replaceAll("\\R", " ");
    }
}
