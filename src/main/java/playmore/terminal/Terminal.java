package playmore.terminal;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import playmore.output.Artifact;
import playmore.output.Page;
import playmore.output.Picture;
import playmore.output.ShownTable;
import playmore.replay.Event;
import playmore.replay.Place;
import playmore.replay.Script;

/** Shows a replay on the terminal as it happens. */
public final class Terminal implements Consumer<Event> {

    private static final int MIN_WIDTH = 40, MAX_WIDTH = 96, NO_TERMINAL = 88;    // columns of prose

    private static final int TYPED_AROUND = 3;    // lines of the learner's own code, above and below the one at fault

    private final PrintStream out;
    private final boolean styled;
    private int width;                    // of prose
    private int codeWidth;                // with what stands before it

    private final Kinds kinds = new Kinds();

    private int made;                     // artifacts of this chapter
    private boolean inOutput;             // something has come below the cell's code
    private boolean lineOpen;             // what the cell printed last had no line end

    /**
     * @param columns how wide the terminal is; 0 where it is none, and lines of code stay as they are
     * @param styled whether it shows ANSI's colours
     */
    public Terminal(PrintStream out, int columns, boolean styled) {
        this.out = out;
        this.styled = styled;
        columns(columns);
    }

    /** From now on the terminal is that wide. */
    public synchronized void columns(int columns) {
        width = columns == 0 ? NO_TERMINAL : Math.max(MIN_WIDTH, Math.min(columns, MAX_WIDTH));
        codeWidth = columns == 0 ? Integer.MAX_VALUE : Math.max(MIN_WIDTH, columns);
    }

    @Override
    public synchronized void accept(Event event) {
        if (!(event instanceof Event.Printed)) closeLine();
        event.tell(kinds);
        out.flush();
    }

    /** A line of the replay's own, below the chapters. */
    public synchronized void say(String message) {
        closeLine();
        line("");
        line(message);
        out.flush();
    }

    /** Words below each other in the width of prose, the first line begun with this and the others as deep. */
    public synchronized void words(String first, String text) {
        for (String line : ProseText.wrapped(text, width - first.length())) {
            line(first + line);
            first = " ".repeat(first.length());
        }
    }

    /** Each kind of event as lines; of artifacts the lines that stand above their files' names. */
    private final class Kinds implements Event.Listener, Artifact.Kinds<List<String>> {

        @Override
        public void chapterStarted(Event.ChapterStarted started) {
            Script script = started.script();
            made = 0;
            String title = " " + script.number() + " · " + script.title() + " ";
            String progress = String.format(Locale.ROOT, " [%02d/%02d] ", started.index(), started.total());
            int rule = Math.max(2, width - Style.width(title + progress) - 4);
            line("");
            line(Style.GRAY.of("━━") + Style.BOLD.of(title) + Style.GRAY.of("━".repeat(rule) + progress + "━━"));
            line("   Lecture " + link(script.timecode()));
        }

        @Override
        public void said(Event.Said said) {
            line("");
            ProseText.lines(said.prose().parsed(), width - 2).forEach(line -> line(("  " + line).stripTrailing()));
        }

        @Override
        public void cellStarted(Event.CellStarted started) {
            line("");
            for (String line : started.cell().code().lines().toList()) code(line, "  ");
            inOutput = false;
        }

        /** The learner has just typed it. */
        @Override
        public void typed(Event.Typed typed) {
            inOutput = true;
        }

        @Override
        public void printed(Event.Printed printed) {
            beginOutput();
            String text = printed.text().replaceFirst("\\R$", "");
            write((lineOpen ? "" : "    ") + (printed.error() ? Style.RED.of(text) : text));
            lineOpen = !printed.text().endsWith("\n");
            if (!lineOpen) out.println();
        }

        @Override
        public void result(Event.Result result) {
            beginOutput();
            List<String> lines = result.shown().lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                line((i == 0 ? "  " + Style.GREEN.of("→") + " " : "    ") + lines.get(i));
            }
        }

        @Override
        public void hinted(Event.Hinted hinted) {
            beginOutput();
            words("    ", Style.GRAY.of(hinted.hint()));
        }

        @Override
        public void made(Event.Made event) {
            beginOutput();
            made++;
            event.artifact().as(this).forEach(line -> line("    " + line));
            line("    " + Style.CYAN.of("wrote " + event.artifact().place()));
        }

        /** What a picture shows is in its file. */
        @Override
        public List<String> picture(Picture picture) {
            return List.of();
        }

        @Override
        public List<String> table(ShownTable table) {
            return table.text().lines().toList();
        }

        @Override
        public List<String> page(Page page) {
            return List.of();
        }

        @Override
        public void failed(Event.Failed failed) {
            Place place = failed.place();
            line("");
            line("  " + Style.RED.of("✗ " + (place.typed() ? "" : place.file() + ":" + failed.line() + ": ") + failed.message()));
            failed.details().forEach(detail -> line("    " + detail));
            List<String> code = place.code().stripTrailing().lines().toList();
            if (place.typed() && code.size() == 1) return;    // the learner still sees it
            line("");
            for (int i = 0; i < code.size(); i++) {
                int number = place.line() + i;
                if (place.typed() && Math.abs(number - failed.line()) > TYPED_AROUND) continue;
                String mark = number == failed.line() ? Style.RED.of("▸") : " ";
                code(code.get(i), "  " + mark + String.format(Locale.ROOT, "%4d ", number));
            }
            if (place.typed()) return;
            line("");
            line("    Lecture " + link(failed.timecode()));
        }

        @Override
        public void chapterEnded(Event.ChapterEnded ended) {
            line("");
            line("  " + Style.GREEN.of("✓") + Style.GRAY.of(" " + ended.script().number() + " in "
                    + seconds(ended.duration()) + (made == 0 ? "" : ", " + files(made))));
        }

        @Override
        public void chapterPaused(Event.ChapterPaused paused) {}

        @Override
        public void chapterLeft(Event.ChapterLeft left) {}
    }

    /** The duration as the terminal shows it: {@code "1.3 s"}. */
    public static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    private static String files(int n) {
        return n + (n == 1 ? " file" : " files") + " written";
    }

    private static String link(Script.Timecode timecode) {
        return timecode.time() + "  " + Style.GRAY.of(timecode.link());
    }

    /** A line of code, and what stands before it; where it is wrapped, nothing stands before the rest. */
    private void code(String code, String before) {
        int margin = Style.width(before);
        for (String line : CodeText.wrapped(code, codeWidth - margin - 2)) {
            line(before + Style.GRAY.of("│") + " " + line);
            before = " ".repeat(margin);
        }
    }

    /** Sets what a cell brought apart from its code. */
    private void beginOutput() {
        if (!inOutput) line("");
        inOutput = true;
    }

    private void closeLine() {
        if (lineOpen) out.println();
        lineOpen = false;
    }

    /** Writes a line as it is. */
    public void line(String text) {
        write(text);
        out.println();
    }

    private void write(String text) {
        out.print(styled ? text : Style.plain(text));
    }
}
