package playmore.notes;

import java.nio.file.Path;
import java.util.List;
import playmore.explain.Motion;
import playmore.lecture.Event;
import playmore.lecture.Script;
import playmore.output.Picture;
import playmore.page.Page;

/** A chapter as it ran: what the author says, the code, and what came of it. */
record Chapter(Script script, List<Part> parts) {

    sealed interface Part {}

    /** What the author says, in Markdown. */
    record Prose(String markdown) implements Part {}

    /** Code that ran, and what came of it, in order. */
    record Cell(Script.Cell code, List<Outcome> outcomes) implements Part {}

    sealed interface Outcome {}

    /** What the code printed, whole lines; {@code error} if to {@code System.err}. */
    record Text(String text, boolean error) implements Outcome {}

    /** The value of the last expression. */
    record Value(String text, String type) implements Outcome {}

    record Image(Picture picture) implements Outcome {}

    /**
     * A table: its cells as they are shown.
     *
     * @param numeric which columns hold numbers
     * @param left how many rows there are more than {@code rows}
     * @param file all of it as CSV
     */
    record Table(String title, List<String> header, List<Boolean> numeric, List<List<String>> rows, int left, Path file)
            implements Outcome {}

    /** The pictures of one expression that the chapter drew up to here, gone through step by step. */
    record Redrawn(Motion motion) implements Outcome {}

    /** A page that the code made. */
    record Extra(Page page) implements Outcome {}

    /** Some other file that the code made. */
    record Other(Path file) implements Outcome {}

    /** Here the chapter stopped. */
    record Failure(Event.Failed failed) implements Outcome {}

    /** Whether it stopped before its end. */
    boolean failed() {
        return parts.stream().anyMatch(part -> part instanceof Cell cell
                && cell.outcomes().stream().anyMatch(outcome -> outcome instanceof Failure));
    }

    /** The name of a file as seen from the chapter's folder, for links. */
    static String link(Path file) {
        return file.getFileName().toString();
    }
}
