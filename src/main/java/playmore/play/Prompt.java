package playmore.play;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import org.jline.keymap.KeyMap;
import org.jline.reader.Candidate;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.EndOfFileException;
import org.jline.reader.History;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;
import org.jline.reader.Reference;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.OSUtils;
import org.jline.utils.Signals;
import playmore.terminal.ProseText;

/**
 * The line that the learner types: edited, remembered and completed as in jshell, by JShell's own analysis.
 * Java that is not whole goes on in the next line.
 */
final class Prompt implements AutoCloseable {

    /** All commands. */
    private static final List<String> COMMANDS = List.of("/contents", "/go", "/back", "/undo", "/edit", "/view",
            "/list", "/vars", "/methods", "/types", "/imports", "/drop", "/save", "/open", "/history", "/reset",
            "/restart", "/exit", "/quit", "/help");

    private static final String TAB = "complete-or-explain", ENTER = "new-line-or-accept";
    private static final int PLAIN = 80;    // columns, where it is not known how many there are
    private static final String MARGIN = "    ";    // before a method's documentation

    private final Supplier<SourceCodeAnalysis> analysis;
    private final Terminal terminal;
    private final LineReader reader;
    private boolean edits;                  // code that stood there already
    private boolean answers;                // what the learner's code reads: a line of any text

    /**
     * @param analysis that of the session that runs now
     * @param history the file in which lines are remembered
     * @param damaged hears what cannot be read of that, in words
     */
    Prompt(Supplier<SourceCodeAnalysis> analysis, Path history, Consumer<String> damaged) throws IOException {
        this.analysis = analysis;
        // Whatever the locale says, which in a container is often nothing. Windows' console knows best.
        Charset encoding = OSUtils.IS_WINDOWS ? null : StandardCharsets.UTF_8;
        terminal = TerminalBuilder.builder().name("playmore").dumb(true)
                .graphemeCluster(false)    // it would ask the terminal, and a late answer would be taken for typed text
                .stdinEncoding(encoding).stdoutEncoding(encoding).build();
        reader = LineReaderBuilder.builder().terminal(terminal).parser(new Java())
                .completer((line, parsed, candidates) -> candidates.addAll(candidates(parsed)))
                .variable(LineReader.HISTORY_FILE, sound(history, damaged))
                .variable(LineReader.SECONDARY_PROMPT_PATTERN, "   ...> ")
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.HISTORY_IGNORE_SPACE, false)
                .build();
        reader.getWidgets().put(TAB, () -> explained() || complete());
        reader.getWidgets().put(ENTER, this::enter);
        reader.getKeyMaps().get(LineReader.MAIN).bind(new Reference(TAB), KeyMap.ctrl('I'));
        reader.getKeyMaps().get(LineReader.MAIN).bind(new Reference(ENTER), KeyMap.ctrl('M'), KeyMap.ctrl('J'));
    }

    /** Removes lines that cannot be read from the history. A copy of the file as it was is put aside. */
    private static Path sound(Path history, Consumer<String> damaged) throws IOException {
        if (Files.isDirectory(history)) {
            damaged.accept(history + " is a folder, so the lines that you type are not remembered.");
            return null;
        }
        if (!Files.exists(history)) return history;
        String text = new String(Files.readAllBytes(history), StandardCharsets.UTF_8);
        List<String> lines = text.lines().toList(), sound = lines.stream()
                .filter(line -> line.matches("\\d{1,18}:[^\ufffd]*+")).toList();
        if (sound.size() == lines.size()) return history;
        Path aside = history.resolveSibling(history.getFileName() + ".damaged");
        Files.move(history, aside, StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(history, sound.stream().map(line -> line + "\n").collect(Collectors.joining()));
        damaged.accept("Some of the lines remembered in " + history
                + " cannot be read and are left out. The file as it was is now " + aside + ".");
        return history;
    }

    /** Enter begins a new line in code that is being edited or has several lines, until the cursor is at its end. */
    private boolean enter() {
        String code = answers ? "" : reader.getBuffer().toString();
        boolean atEnd = code.isEmpty() || code.substring(reader.getBuffer().cursor()).isBlank();
        if (atEnd || !edits && !code.contains("\n")) reader.callWidget(LineReader.ACCEPT_LINE);
        else reader.getBuffer().write('\n');
        return true;
    }

    /**
     * The next line, or lines, without blanks around; nothing where there is no more. Ctrl-C begins the line anew.
     *
     * @param code what stands there already, to be edited
     */
    Optional<String> read(String prompt, String code) {
        edits = !code.isEmpty();
        while (true) {
            try {
                return Optional.of(reader.readLine(prompt, null, (Character) null, code).strip());
            } catch (UserInterruptException e) {
                if (edits) return Optional.of("");
            } catch (EndOfFileException e) {
                String rest = e.getPartialLine();    // a last line without an end
                return rest == null || rest.isBlank() ? Optional.empty() : Optional.of(rest.strip());
            }
        }
    }

    /**
     * What code reads that asks for input: lines that are typed here. Ctrl-C does {@code stop}, and ends the reading.
     */
    InputStream input(Runnable stop) {
        return new InputStream() {

            private ByteArrayInputStream line = new ByteArrayInputStream(new byte[0]);

            @Override
            public int read() throws IOException {
                return hasMore() ? line.read() : -1;
            }

            /** Returns at most one line, so that a reader of lines need not wait for a second one. */
            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                return length == 0 || hasMore() ? line.readNBytes(bytes, from, length) : -1;
            }

            @Override
            public int available() {
                return line.available();
            }

            private boolean hasMore() throws IOException {
                return line.available() > 0 || readLine();
            }

            private boolean readLine() throws IOException {
                if (reader.isReading()) {
                    throw new IOException("The prompt is reading: a thread of its own cannot read System.in.");
                }
                answers = true;
                reader.setVariable(LineReader.DISABLE_HISTORY, true);
                try {
                    line = new ByteArrayInputStream((reader.readLine("") + "\n").getBytes(StandardCharsets.UTF_8));
                    return true;
                } catch (UserInterruptException e) {
                    stop.run();
                    throw new InterruptedIOException("stopped by Ctrl-C");
                } catch (EndOfFileException e) {
                    return false;
                } finally {
                    reader.setVariable(LineReader.DISABLE_HISTORY, false);
                    answers = false;
                }
            }
        };
    }

    /** Returns a stream for threads that go on printing after their line: it prints above the line being typed. */
    PrintStream above(PrintStream out) {
        return new PrintStream(new ByteArrayOutputStream() {
            @Override
            public synchronized void flush() {
                if (size() == 0) return;
                String text = toString(StandardCharsets.UTF_8);
                reset();
                if (reader.isReading() && !isDumb()) {
                    reader.printAbove(text.stripTrailing().indent(4));
                } else {
                    out.print(text);
                    out.flush();
                }
            }
        }, true, StandardCharsets.UTF_8);
    }

    /** Returns the lines that were typed, the oldest first. */
    List<String> history() {
        return StreamSupport.stream(reader.getHistory().spliterator(), false).map(History.Entry::line).toList();
    }

    private boolean isDumb() {
        return Terminal.TYPE_DUMB.equals(terminal.getType());
    }

    /** How wide the terminal is now; 0 where it is none. */
    int columns() {
        return terminal.getColumns();
    }

    /** Sets what Ctrl-C does while no line is being read. */
    void onInterrupt(Runnable action) {
        terminal.handle(Terminal.Signal.INT, signal -> action.run());
        if (isDumb()) {    // which hears of no signals
            Signals.register("INT", () -> terminal.raise(Terminal.Signal.INT));
        }
    }

    @Override
    public void close() throws IOException {
        terminal.close();
    }

    static boolean isCommand(String line) {
        return line.isBlank() || line.strip().matches("\\?|/\\?|/[a-z]+( .*)?");
    }

    /** The command of this line, which may be shortened as in jshell; as it stands where none, or several, begin so. */
    static String command(String line) {
        String typed = line.strip().replaceFirst(" (?s).*", "");
        List<String> meant = COMMANDS.stream().filter(name -> name.startsWith(typed)).toList();
        if (typed.equals("/?")) return "?";
        return typed.length() > 1 && meant.size() == 1 ? meant.get(0) : typed;
    }

    private boolean complete() {
        reader.callWidget(LineReader.COMPLETE_WORD);
        return true;
    }

    private List<Candidate> candidates(ParsedLine line) {
        String typed = line.line();
        if (answers) return List.of();
        if (isCommand(typed) && !typed.isBlank()) {
            return COMMANDS.stream().filter(c -> c.startsWith(typed)).map(Candidate::new).toList();
        }
        // it could be anything
        if (line.word().isEmpty() && !typed.substring(0, line.cursor()).endsWith(".")) return List.of();
        return analysis.get().completionSuggestions(typed, line.cursor(), new int[1]).stream()
                .map(Suggestion::continuation).distinct()
                .map(c -> new Candidate(c, c, null, null, null, null, false)).toList();
    }

    /** Right behind an open parenthesis: the signatures of what is called, and what its documentation says. */
    private boolean explained() {
        String before = reader.getBuffer().substring(0, reader.getBuffer().cursor());
        if (answers || !before.stripTrailing().endsWith("(")) return false;
        List<Documentation> found = analysis.get().documentation(before, before.length(), true);
        if (found.isEmpty()) return false;
        reader.printAbove(found.stream().map(this::text).distinct().collect(Collectors.joining("\n")));
        return true;
    }

    private String text(Documentation documentation) {
        int width = (columns() > 0 ? columns() : PLAIN) - MARGIN.length() - 1;
        String javadoc = documentation.javadoc() == null ? "" : documentation.javadoc();
        String text = javadoc.replaceAll("\\{@\\w+ ([^{}]*)}", "$1").replaceAll("<p>", "\n\n")
                .replaceAll("</?\\w+>", "").replaceAll("\n\\s*@(param|return|throws) ?", "\n\n$1 ").strip();
        StringBuilder lines = new StringBuilder(documentation.signature());
        for (String paragraph : text.split("\n\\s*\n\\s*")) {
            for (String line : ProseText.wrapped(paragraph.strip().replaceAll("\\s+", " "), width)) {
                lines.append("\n").append(MARGIN).append(line);
            }
        }
        return lines.toString().stripTrailing();
    }

    /** Takes a line apart where it is to be completed, and asks for more where Java does. */
    private final class Java implements Parser {

        @Override
        public ParsedLine parse(String line, int cursor, ParseContext context) {
            if (context == ParseContext.ACCEPT_LINE && !answers && !isCommand(line) && isIncomplete(line)) {
                throw new EOFError(-1, -1, "more to come");
            }
            int[] from = {0};
            if (context == ParseContext.COMPLETE && !isCommand(line)) {
                analysis.get().completionSuggestions(line, cursor, from);
            }
            return new Word(line, cursor, Math.min(from[0], cursor));
        }
    }

    /** Returns whether the last snippet is incomplete. A loop without a body is, unless an empty line follows. */
    private boolean isIncomplete(String code) {
        CompletionInfo next = analysis.get().analyzeCompletion(code);
        while (next.completeness().isComplete() && !next.remaining().isBlank()) {
            next = analysis.get().analyzeCompletion(next.remaining());
        }
        return next.completeness() == Completeness.DEFINITELY_INCOMPLETE
                || next.completeness() == Completeness.CONSIDERED_INCOMPLETE && !code.endsWith("\n");
    }

    /** The part of a line that is being completed. */
    private record Word(String line, int cursor, int from) implements CompletingParsedLine {

        @Override
        public String word() {
            return line.substring(from, cursor);
        }

        @Override
        public int wordCursor() {
            return cursor - from;
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            return candidate;
        }

        @Override
        public int rawWordCursor() {
            return wordCursor();
        }

        @Override
        public int rawWordLength() {
            return word().length();
        }

        @Override
        public int wordIndex() {
            return 0;
        }

        @Override
        public List<String> words() {
            return List.of(word());
        }
    }
}
