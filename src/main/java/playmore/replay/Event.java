package playmore.replay;

import java.time.Duration;
import java.util.List;
import playmore.output.Artifact;
import playmore.output.PlainText;

/**
 * What happens in a replay, in order. Whoever shows it, on the terminal or in a file, needs to know
 * no more than this.
 *
 * <p>A chapter is a {@link ChapterStarted}, then {@link Said} and {@link CellStarted} as the script
 * has them, each cell followed by what it {@link Printed}, {@link Made} and resulted in; at the end
 * stands {@link ChapterEnded}, or {@link Failed}.
 */
public sealed interface Event {

    /** Is called with each kind of event. */
    interface Visitor {
        void chapterStarted(ChapterStarted started);
        void said(Said said);
        void cellStarted(CellStarted started);
        void typed(Typed typed);
        void printed(Printed printed);
        void made(Made made);
        void result(Result result);
        void hinted(Hinted hinted);
        void failed(Failed failed);
        void chapterEnded(ChapterEnded ended);
        void chapterPaused(ChapterPaused paused);
        void chapterLeft(ChapterLeft left);
    }

    /** Tells this to the visitor. */
    void accept(Visitor visitor);

    /** The chapter is number {@code index} of the {@code total} in this replay, counted from 1. */
    record ChapterStarted(Script script, int index, int total) implements Event {
        @Override public void accept(Visitor visitor) { visitor.chapterStarted(this); }
    }

    /** The author speaks. */
    record Said(Script.Prose prose) implements Event {
        @Override public void accept(Visitor visitor) { visitor.said(this); }
    }

    /** The code of a cell is about to run. */
    record CellStarted(Script.Cell cell) implements Event {
        @Override public void accept(Visitor visitor) { visitor.cellStarted(this); }
    }

    /** Code of the learner's own is about to run. */
    record Typed(String code) implements Event {
        @Override public void accept(Visitor visitor) { visitor.typed(this); }
    }

    /**
     * The code printed something: a line with its end, or what came without one.
     *
     * @param error whether to {@code System.err}
     */
    record Printed(String text, boolean error) implements Event {
        @Override public void accept(Visitor visitor) { visitor.printed(this); }
    }

    /** The code made a picture or a table. */
    record Made(Artifact artifact) implements Event {
        @Override public void accept(Visitor visitor) { visitor.made(this); }
    }

    /**
     * The value of the cell's last expression, where no semicolon follows it; not where that is an
     * artifact, which was told already.
     *
     * @param value the value itself, which may be null
     * @param text the value as jshell shows it
     * @param type its type, as JShell writes it
     */
    record Result(Object value, String text, String type) implements Event {
        @Override public void accept(Visitor visitor) { visitor.result(this); }

        /** As {@code text}, but a string of several lines is shown as that; of a long text the beginning. */
        public String shown() {
            return shown(PlainText.COLUMNS);
        }

        /** Returns the text for a terminal of this many columns. */
        public String shown(int columns) {
            String whole = value instanceof String string && string.contains("\n") ? string : text;
            return PlainText.shortened(PlainText.of(whole), columns);
        }
    }

    /** The code ran, and yet it may not do what was meant: one line of help. */
    record Hinted(String hint) implements Event {
        public Hinted {
            hint = PlainText.line(hint);
        }

        @Override public void accept(Visitor visitor) { visitor.hinted(this); }
    }

    /**
     * The chapter stopped.
     *
     * @param script the chapter
     * @param timecode where in the lecture that was
     * @param fragment the snippet that stopped it
     * @param line the line of the file at fault, somewhere in the snippet
     * @param message what went wrong, in one line
     * @param details more about it, a line each: what the compiler says, or through which calls it came
     */
    record Failed(Script script, Script.Timecode timecode, SourceFragment fragment, int line, String message,
            List<String> details)
            implements Event {
        public Failed {
            message = shown(message);
            details = details.stream().map(Failed::shown).toList();
        }

        private static String shown(String text) {
            return PlainText.line(PlainText.shortened(PlainText.message(text)));
        }

        @Override public void accept(Visitor visitor) { visitor.failed(this); }
    }

    /** All of the chapter ran. */
    record ChapterEnded(Script script, Duration duration) implements Event {
        @Override public void accept(Visitor visitor) { visitor.chapterEnded(this); }
    }

    /** The learner is at the prompt, and may think for long. */
    record ChapterPaused(Script script) implements Event {
        @Override public void accept(Visitor visitor) { visitor.chapterPaused(this); }
    }

    /** The learner left the chapter before its end. */
    record ChapterLeft(Script script) implements Event {
        @Override public void accept(Visitor visitor) { visitor.chapterLeft(this); }
    }
}
