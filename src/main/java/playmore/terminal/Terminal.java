package playmore.terminal;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import playmore.inline.TerminalPictures;
import playmore.output.Picture;
import playmore.output.PlainText;
import playmore.output.ShownTable;
import playmore.replay.Event;
import playmore.replay.Script;
import playmore.replay.SourceFragment;

/** Shows a replay on the terminal as it happens. */
public final class Terminal implements Consumer<Event> {

    private static final int MIN_WIDTH = 40, MAX_WIDTH = 96, NO_TERMINAL = PlainText.COLUMNS;    // columns

    private static final int LINES_AROUND = 3;    // shown above and below a wrong line of code that the learner typed

    private final PrintStream out;
    private final boolean styled;
    private final Writer writer = new Writer();
    private int width;                    // of prose
    private int codeWidth;                // of code with its margin

    private int made;                     // artifacts of this chapter
    private boolean inOutput;             // the cell has some output already
    private boolean lineOpen;             // the text that the cell printed last has no line end
    private boolean coloured;             // the text that the cell printed last may have left a colour on

    /**
     * @param columns the width of the terminal; 0 if there is no terminal, and lines of code are not wrapped
     * @param styled whether the terminal shows ANSI colours
     */
    public Terminal(PrintStream out, int columns, boolean styled) {
        this.out = out;
        this.styled = styled;
        columns(columns);
    }

    /** Sets the width of the terminal. */
    public synchronized void columns(int columns) {
        width = columns == 0 ? NO_TERMINAL : Math.max(MIN_WIDTH, Math.min(columns, MAX_WIDTH));
        codeWidth = columns == 0 ? Integer.MAX_VALUE : Math.max(MIN_WIDTH, columns);
    }

    @Override
    public synchronized void accept(Event event) {
        if (!(event instanceof Event.Printed)) closeLine();
        event.accept(writer);
        out.flush();
    }

    /** Writes a message about the replay, below an empty line. */
    public synchronized void say(String message) {
        closeLine();
        line("");
        line(message);
        out.flush();
    }

    /** Writes wrapped text. The first line begins with {@code first}, and the others are indented by its length. */
    public synchronized void words(String first, String text) {
        lines(first, ProseText.wrapped(text, width - first.length()));
    }

    /** Writes each kind of event. */
    private final class Writer implements Event.Visitor {

        @Override
        public void chapterStarted(Event.ChapterStarted started) {
            Script script = started.script();
            made = 0;
            String title = " " + script.number() + " · " + script.title() + " ";
            String progress = String.format(Locale.ROOT, " [%02d/%02d] ", started.index(), started.total());
            int rule = Math.max(2, width - Style.width(title + progress) - 4);
            line("");
            line(Style.GRAY.of("━━") + Style.BOLD.of(title)
                    + Style.GRAY.of("━".repeat(rule) + progress + "━━"));
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
            CodeText.wrapped(started.cell().code(), codeWidth - 4).forEach(line -> code(line, "  "));
            inOutput = false;
        }

        /** Writes nothing, because the learner sees the typed code. */
        @Override
        public void typed(Event.Typed typed) {
            inOutput = true;
        }

        @Override
        public void printed(Event.Printed printed) {
            beginOutput();
            String text = PlainText.coloured(printed.text().replaceFirst("\\R$", ""));
            coloured |= text.contains(Style.ESCAPE);
            write((lineOpen ? "" : "    ") + (printed.error() ? Style.RED.of(text) : text));
            lineOpen = !printed.text().endsWith("\n");
            if (!lineOpen) out.println();
        }

        @Override
        public void result(Event.Result result) {
            beginOutput();
            String before = "  " + Style.GREEN.of("→") + " ";
            for (String line : result.shown(Math.min(codeWidth - 4, NO_TERMINAL)).lines().toList()) {
                line(before, line);
                before = "    ";
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
            if (event.artifact() instanceof ShownTable table) {
                table.text().lines().forEach(line -> print("    " + line));
            }
            if (event.artifact() instanceof Picture picture) show(picture.inTerminal());
            print("    " + Style.CYAN.of("wrote " + event.artifact().place()));
        }

        /** Writes a picture as pixels, or as lines of text. Lines that are too long are prose, which is wrapped. */
        private void show(String picture) {
            if (TerminalPictures.here().showsPixels()) {
                picture.lines().forEach(line -> out.println("    " + line));
                return;
            }
            int room = codeWidth - 4;
            picture.lines().flatMap(line -> Style.width(line) <= room ? Stream.of(line)
                    : ProseText.wrapped(line, room).stream()).forEach(line -> print("    " + line));
        }

        @Override
        public void failed(Event.Failed failed) {
            SourceFragment place = failed.fragment();
            line("");
            String where = place.typed() ? "" : place.file() + ":" + failed.line() + ": ";
            line("  ", Style.RED.of("✗ " + where + failed.message()));
            failed.details().forEach(detail -> line("    ", detail));
            List<List<String>> wrapped = CodeText.wrapped(place.code().stripTrailing(), codeWidth - 10);
            if (place.typed() && wrapped.size() == 1) return;    // the learner sees the typed line
            line("");
            int number = place.line() - 1;
            for (List<String> code : wrapped) {
                number++;
                if (place.typed() && Math.abs(number - failed.line()) > LINES_AROUND) continue;
                String mark = number == failed.line() ? Style.RED.of("▸") : " ";
                code(code, "  " + mark + String.format(Locale.ROOT, "%4d ", number));
            }
            if (place.typed()) return;
            line("");
            line("    Lecture " + link(failed.timecode()));
        }

        @Override
        public void chapterEnded(Event.ChapterEnded ended) {
            line("");
            line("  " + Style.GREEN.of("✓") + Style.GRAY.of(" " + ended.script().number() + " in "
                    + seconds(ended.duration())
                    + (made == 0 ? "" : ", " + made + (made == 1 ? " file" : " files") + " written")));
        }

        @Override
        public void chapterPaused(Event.ChapterPaused paused) {}

        @Override
        public void chapterLeft(Event.ChapterLeft left) {}
    }

    /** The duration in seconds, such as {@code "1.3 s"}. */
    public static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    private static String link(Script.Timecode timecode) {
        return timecode.time() + "  " + Style.GRAY.of(timecode.link());
    }

    private void code(List<String> wrapped, String before) {
        lines(before, wrapped.stream().map(line -> Style.GRAY.of("│") + " " + line).toList());
    }

    /** Writes an empty line between the code of a cell and its output. */
    private void beginOutput() {
        if (!inOutput) line("");
        inOutput = true;
    }

    private void closeLine() {
        if (coloured && styled) out.print(Style.NONE);
        coloured = false;
        if (lineOpen) out.println();
        lineOpen = false;
    }

    /** Writes a line, wrapped to the width of the terminal. The further lines get the same indentation. */
    public synchronized void line(String text) {
        String begins = text.substring(0, text.length() - text.stripLeading().length());
        line(begins, text.substring(begins.length()));
    }

    private void line(String before, String text) {
        int room = codeWidth - Style.width(before);
        lines(before, Style.width(text) <= room ? List.of(text) : ProseText.wrapped(text, room));
    }

    /** Writes lines. The first one begins with {@code before}, and the others are indented by its width. */
    private void lines(String before, List<String> lines) {
        for (String line : lines) {
            print(before + line);
            before = " ".repeat(Style.width(before));
        }
    }

    private void print(String line) {
        write(line);
        out.println();
    }

    private void write(String text) {
        out.print(styled ? text : Style.plain(text));
    }
}
