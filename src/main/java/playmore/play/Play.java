package playmore.play;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import playmore.notes.SessionPage;
import playmore.output.Artifact;
import playmore.output.Jar;
import playmore.output.Output;
import playmore.output.UserError;
import playmore.pytorch.Fetch;
import playmore.replay.Event;
import playmore.replay.JavadocAtPrompt;
import playmore.replay.LocalEngine;
import playmore.replay.Run;
import playmore.replay.Script;
import playmore.terminal.Terminal;

/**
 * Plays the lecture, a cell at a time: {@code ./build.sh play}. It shows what leads to a cell and its code, and
 * waits; it waits at each question, too, before the answer. Whatever Java is typed meanwhile runs in the
 * session of the chapter.
 *
 * <p>The notes hear of what was really played, in its order: each cell once it ran to its end, and what was typed.
 */
public final class Play {

    private final Path startup;
    private final Lecture lecture;
    private final Fetch fetch;
    private final Terminal terminal;
    private final Consumer<Event> notes;
    private final SessionPage session;    // what is typed, apart from the lecture
    private final Prompt prompt;

    private int chapter;
    private Bookmark bookmark;
    private PlayOrder pieces;
    private volatile Run run;
    private int place;                    // of the next piece
    private int shown;                    // the place of the cell whose code was shown last
    private boolean asked;                // a question stands there, and its answer is still to come
    private boolean quiet;                // the terminal has seen it before
    private String draft = "";            // code that the learner is asked to edit; "" where there is none
    private boolean editsCell;            // whether that is the next cell's
    private boolean greeted;
    private boolean kept = true;          // the bookmark, as far as is known
    private List<Event> held;             // what happens in the code that runs now; null where none does
    private String partly = "";           // the line that was typed last, if it failed after a part of it had run
    private boolean cellPartly;           // whether that has happened to the cell that is next
    private Artifact last;
    private boolean news;                 // the notes do not tell yet of what was played last

    /**
     * @param startup the code that every session begins with
     * @param scripts all chapters, in their order
     * @param fetch has PyTorch fetched for the chapters that use it
     * @param notes hears what was played
     */
    public Play(Path startup, List<Script> scripts, Fetch fetch, Terminal terminal, Consumer<Event> notes)
            throws IOException {
        this.startup = startup;
        this.lecture = new Lecture(scripts);
        this.fetch = fetch;
        this.terminal = terminal;
        this.notes = notes;
        this.session = new SessionPage(page -> terminal.line("    Everything you draw is collected on " + page));
        this.prompt = new Prompt(() -> run.jshell().sourceCodeAnalysis(), Output.root().resolve(".play-history"),
                this::words);
        prompt.onInterrupt(this::interrupt);
        System.setIn(prompt.input(this::interrupt));
        System.setOut(prompt.above(System.out));
        System.setErr(prompt.above(System.err));
    }

    /** The first Ctrl-C asks the code to stop. If it does not, the second says what the third does: leave. */
    private void interrupt() {
        Run now = run;
        if (now == null) System.exit(1);    // no chapter has begun, or the next waits for PyTorch
        int times = now.stop();
        if (times == 2) {
            words("This code does not stop yet. Ctrl-C once more leaves play; your place and your lines are kept.");
        }
        if (times > 2) {
            session.close();
            Runtime.getRuntime().halt(130);
        }
    }

    /**
     * Plays until the learner leaves or the lecture ends.
     *
     * @param from the chapter to begin with; if there is none, the one that the learner left last
     * @param wanted what the learner asked for; if it is a time in the lecture, it is that cell, and else the one where
     *     they left the chapter
     */
    public void play(Optional<Script> from, String wanted) throws IOException {
        String name = from.map(Script::name).or(() -> Bookmark.last(lecture.names())).orElse(lecture.get(0).name());
        int begins = lecture.names().indexOf(name);
        if (Script.Timecode.seconds(wanted).isEmpty()) begin(begins);
        else travel(lecture.find(wanted, begins).orElseThrow());
        try (prompt; session) {
            while (true) {
                if (draft.isEmpty()) show();
                keep();
                if (news) run.pause();
                news = false;
                run.coming(pieces.cellsFrom(place));
                Optional<String> line = prompt.read(question(), draft);
                if (prompt.columns() > 0) terminal.columns(prompt.columns());    // it may have been resized
                if (line.isEmpty()) terminal.line("");
                if (line.isEmpty() || leaves(line.get())) break;
                try {
                    obey(line.get());
                } catch (OutOfMemoryError e) {
                    words(LocalEngine.MEMORY_IS_FULL);
                }
            }
            leave();
            words("Your notes: " + Output.root().resolve("index.html"));
        }
    }

    private Script script() {
        return lecture.get(chapter);
    }

    private void obey(String line) throws IOException {
        boolean edited = !draft.isEmpty();
        draft = "";
        if (edited && line.isEmpty()) words("Nothing has changed.");
        else if (edited && editsCell && !Prompt.isCommand(line)) runInPlace(line);
        else if (line.isEmpty() && atEnd()) begin(chapter + 1);
        else answer(line);
    }

    private boolean leaves(String line) {
        if (line.isEmpty()) return draft.isEmpty() && atEnd() && chapter + 1 == lecture.size();
        return List.of("/exit", "/quit").contains(Prompt.command(line)) || isWord(line, "quit|exit|q");
    }

    private boolean atEnd() {
        return place == pieces.size() && !asked;
    }

    /** Returns whether the line is one of these words, as in Python's prompt, and not a variable of the learner's. */
    private boolean isWord(String line, String words) {
        String word = line.replaceFirst("(\\(\\))?;?$", "");
        return word.matches(words) && !commands().hasVariable(word);
    }

    private SessionCommands commands() {
        return new SessionCommands(run.jshell(), terminal::line, this::words);
    }

    private void keep() {
        try {
            bookmark.keep();
        } catch (UserError e) {
            if (kept) words("Your place cannot be kept: " + e.getMessage());
            kept = false;
        }
    }

    /** Something that the play itself has to say. */
    private void words(String text) {
        terminal.words("  ", text);
    }

    /** Returns the prompt: the number of the chapter and the next cell. */
    private String question() {
        int cell = pieces.cellFrom(place);
        String at = cell > pieces.cells() ? "✓" : cell + "/" + pieces.cells();
        if (!greeted) {
            terminal.line("");
            words("Enter runs the cell, or shows the answer to a question.");
            words("Type Java to try something of your own. ? lists the commands.");
        }
        greeted = true;
        return "\n" + script().number() + " " + at + " ▸ ";
    }

    private void answer(String line) throws IOException {
        String argument = line.contains(" ") ? line.substring(line.indexOf(' ')).strip() : "";
        if (isWord(line, "help")) line = "?";
        if (!Prompt.isCommand(line)) {
            type(line, false);
            return;
        }
        String command = Prompt.command(line);
        switch (command) {
            case "" -> next();
            case "?", "/help" -> Jar.text(Play.class, "commands.txt").lines()
                    .forEach(each -> terminal.words("  " + each.substring(0, 11), each.substring(11)));
            case "/contents" -> contents();
            case "/go" -> go(argument);
            case "/back" -> back();
            case "/undo" -> undo();
            case "/edit" -> edit(argument);
            case "/view" -> {
                if (last == null) words("Nothing has been drawn yet.");
                else last.open();
            }
            case "/list" -> commands().list(argument);
            case "/vars", "/methods", "/types", "/imports" -> commands().declared(command);
            case "/drop" -> drop(argument);
            case "/save" -> commands().save(argument);
            case "/open" -> commands().open(argument).ifPresent(code -> type(code, false));
            case "/history" -> prompt.history().forEach(terminal::line);
            case "/reset", "/restart" -> reset();
            default -> words("There is no " + line.split(" ")[0] + ". ? lists the commands.");
        }
    }

    private void contents() {
        pieces.list(pieces.cellFrom(place)).forEach(terminal::line);
        terminal.line("");
        for (int i = 0; i < lecture.size(); i++) {
            Script script = lecture.get(i);
            terminal.line(" " + (i == chapter ? "▸" : " ") + " " + script.number() + "  " + script.title());
        }
    }

    private void back() throws IOException {
        int cell = pieces.cellFrom(place);
        if (cell > 1) rewind(cell - 1);
        else words("This is the first cell."
                + (chapter == 0 ? "" : " /go " + lecture.get(chapter - 1).number() + " goes to the chapter before."));
    }

    /** Runs the chapter again up to here, without the last line. */
    private void undo() throws IOException {
        String line = partly;
        int cell = bookmark.cell;
        if (cellPartly && line.isEmpty()) line = pieces.cell(place).code();
        if (line.isEmpty() && bookmark.typed.isEmpty()) {
            words("Nothing that was typed in this chapter is in its session.");
            return;
        }
        if (line.isEmpty()) {
            Bookmark.Typed typed = bookmark.typed.remove(bookmark.typed.size() - 1);
            line = typed.code();
            if (typed.isCell()) cell = typed.cell();
        }
        if (cell == bookmark.cell) renew();
        else rewind(cell);
        words("Taken back: " + line.lines().findFirst().orElse("") + (line.contains("\n") ? " …" : ""));
    }

    /** Has the learner change the code of what has this name, or of the next cell where the name is empty. */
    private void edit(String name) {
        editsCell = name.isEmpty();
        if (editsCell && !atCell()) {
            words("There is no cell here to edit: Enter goes on.");
            return;
        }
        draft = editsCell ? pieces.cell(place).code() : commands().code(name).orElse("");
        if (draft.isEmpty()) {
            words(commands().unknown(name));
            return;
        }
        terminal.line("");
        words("Change the code. Enter begins a new line, and at the end of the code runs it"
                + (editsCell ? " in place of the cell" : "") + ". Ctrl-C leaves all as it is.");
    }

    private void drop(String name) {
        if (commands().drop(name)) typed("/drop " + name, false);
    }

    private void typed(String code, boolean isCell) {
        bookmark.typed.add(new Bookmark.Typed(pieces.cellFrom(place), code, isCell));
    }

    /** Runs the code that the learner made of the next cell. */
    private void runInPlace(String code) throws IOException {
        if (!type(code, true)) {
            cellPartly |= !partly.isEmpty();
            return;
        }
        cellPartly = false;
        place = pieces.placeOf(pieces.cellFrom(place)) + 1;
        bookmark.cell = pieces.cellFrom(place);
    }

    private boolean atCell() {
        return place < pieces.size() && pieces.get(place) instanceof Script.Cell;
    }

    // Showing and running.

    /** Opens this chapter at its bookmark. */
    private void begin(int chapter) throws IOException {
        enter(chapter);
        if (!bookmark.isBegun()) {
            open();
            return;
        }
        terminal.line("");
        words("Going on where you left " + script().number() + ", at "
                + (bookmark.cell > pieces.cells() ? "its end" : "cell " + bookmark.cell)
                + ". (/reset begins the chapter anew.)");
        rewind(Math.min(bookmark.cell, pieces.cells() + 1));
    }

    private void enter(int chapter) throws IOException {
        leave();
        this.chapter = chapter;
        fetch.before(script());
        pieces = new PlayOrder(script());
        bookmark = Bookmark.of(script().name());
    }

    private void reset() throws IOException {
        leave();
        tellForgotten(bookmark.typed.size());
        bookmark = new Bookmark(script().name());
        open();
    }

    private void tellForgotten(int lines) {
        if (lines > 0) words((lines == 1 ? "A line" : lines + " lines") + " that you typed later "
                + (lines == 1 ? "is" : "are")
                + " not in the session now. The Up key and /history have " + (lines == 1 ? "it." : "them."));
    }

    private void open() throws IOException {
        if (run != null) run.close();
        run = null;    // what its variables hold is free now
        run = new Run(startup, script(), true, this::tell);
        JavadocAtPrompt.addTo(run.jshell().sourceCodeAnalysis());
        if (!run.begin(chapter + 1, lecture.size())) throw new UserError(startup
                + " does not run, as told above.");
        place = 0;
        shown = -1;
        asked = false;
        partly = "";
        cellPartly = false;
    }

    /** Shows what comes before the next stop: prose up to a question, or to the next cell and its code. */
    private void show() throws IOException {
        while (!asked && place < pieces.size() && pieces.get(place) instanceof Script.Prose prose) {
            run.say(prose);
            place++;
            asked = prose.asks();
        }
        if (asked || shown == place) return;
        if (atCell() && pieces.isUnseen(place)) {
            next();
            show();
            return;
        }
        shown = place;
        if (atCell()) {
            terminal.accept(new Event.CellStarted(pieces.cell(place)));
        } else {
            String then = chapter + 1 < lecture.size() ? "goes on to \"" + lecture.get(chapter + 1).title() + "\""
                    : "ends the lecture";
            terminal.line("");
            words("This is the end of the chapter. You can still type Java.");
            words("Enter " + then + ".");
        }
    }

    /** Shows the answer, or runs the cell that is shown; whether it ran to its end. */
    private boolean next() throws IOException {
        if (asked) {
            asked = false;
            return true;
        }
        Script.Cell cell = pieces.cell(place);
        if (cellPartly && !renew()) return false;    // or that part would run twice
        if (!ran(() -> run.cell(cell), notes)) {
            cellPartly |= run.hasBegun();
            if (!quiet) terminal.words("    ",
                    "Press Enter to try the cell again, /edit to change it, or define what is missing.");
            return false;
        }
        cellPartly = false;
        place++;
        bookmark.cell = pieces.cellFrom(place);
        return true;
    }

    /** Runs what was typed, a cell that was changed or other code; whether it ran to its end. */
    private boolean type(String code, boolean isCell) {
        boolean ended = ran(() -> run.type(code), notes.andThen(session));
        partly = "";
        if (ended) {
            typed(code, isCell);
        } else if (run.damaged().isPresent()) {
            String name = run.damaged().get();
            renew();
            words(name + " is as it was.");
        } else if (run.hasBegun()) {
            partly = code;
        }
        return ended;
    }

    /** Runs the code. Its events reach {@code writes} only if it ran to its end. */
    private boolean ran(BooleanSupplier code, Consumer<Event> writes) {
        synchronized (this) {
            held = new ArrayList<>();
        }
        boolean ended = code.getAsBoolean();
        List<Event> happened;
        synchronized (this) {    // a thread of the learner's may still tell something
            happened = held;
            held = null;
        }
        if (ended) happened.forEach(writes);
        news |= ended;
        return ended;
    }

    private void go(String where) throws IOException {
        Optional<Lecture.Goal> goal = lecture.find(where, chapter);
        if (where.isEmpty()) {
            words("/go takes a cell's number, a chapter, a time in the lecture, or a part of a heading:"
                    + " /contents shows them.");
        } else if (goal.isEmpty()) {
            words("There is no \"" + where + "\" in the lecture: /contents shows what there is.");
        } else {
            travel(goal.get());
        }
    }

    private void travel(Lecture.Goal goal) throws IOException {
        boolean isHere = run != null && goal.chapter() == chapter;
        if (goal.cell().isEmpty()) {
            if (!isHere) begin(goal.chapter());
            else words("This is chapter " + script().number()
                    + ". /reset begins it anew, and /go 1 goes to its first cell.");
            return;
        }
        int cell = goal.cell().getAsInt();
        if (!isHere) enter(goal.chapter());
        if (!isHere || cell < pieces.cellFrom(place)) {
            rewind(cell);
            return;
        }
        while (pieces.cellFrom(place) < cell) {
            show();
            if (!next()) return;
        }
    }

    /**
     * Begins the chapter anew, and comes to this cell without showing the way: its variables are as they were. What was
     * typed then and reads what is typed finds nothing, or it would wait here, and nobody knew for what.
     */
    private void rewind(int cell) {
        tellForgotten(bookmark.go(cell));
        quiet = true;
        InputStream keyboard = System.in;
        System.setIn(InputStream.nullInputStream());
        try {
            open();
            while (place < pieces.leadTo(cell)) {
                if (pieces.get(place) instanceof Script.Prose) {
                    skipTo(place + 1);
                    continue;
                }
                int number = pieces.cellFrom(place);
                if (!pieces.isUnseen(place)) again(number);
                Optional<Bookmark.Typed> changed = bookmark.inPlaceOf(number).filter(typed -> !pieces.isUnseen(place));
                if (changed.isEmpty() ? !next() : !repeated(changed.get())) break;
                if (changed.isPresent()) place++;
            }
            again(cell);
            bookmark.cell = pieces.cellFrom(place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            System.setIn(keyboard);
            quiet = false;
        }
    }

    /** Runs again what ran up to here, of the chapter and of what was typed; whether all of it ran. */
    private boolean renew() {
        int here = place, last = shown;
        boolean asks = asked;
        rewind(pieces.cellFrom(here));
        if (place < pieces.leadTo(pieces.cellFrom(here))) return false;
        quiet = true;
        skipTo(here);
        quiet = false;
        shown = last;
        asked = asks;
        return true;
    }

    /** Moves on to this place over prose, without running a cell. */
    private void skipTo(int next) {
        for (; place < next; place++) run.say((Script.Prose) pieces.get(place));
    }

    private void again(int cell) {
        bookmark.before(cell).forEach(this::repeated);
    }

    private boolean repeated(Bookmark.Typed typed) {
        boolean ended = typed.code().startsWith("/drop ") ? commands().drop(typed.code().substring(6))
                : ran(() -> run.type(typed.code()), notes);
        if (!ended) {
            bookmark.typed.remove(typed);
            words("Your line does not run here any more, and is left out: " + typed.code());
        }
        return ended;
    }

    /** The terminal has shown the code already. */
    private void tell(Event event) {
        if (event instanceof Event.Made made) last = made.artifact();
        if (event instanceof Event.Failed || !quiet && !(event instanceof Event.CellStarted)) terminal.accept(event);
        synchronized (this) {
            if (held != null) {
                held.add(event);
                return;
            }
        }
        notes.accept(event);
    }

    /** Tells that the code that runs now was stopped from outside; false where none runs. */
    public boolean interrupted(String message) {
        Run now = run;
        return now != null && now.interrupted(message);
    }

    /** At its end or before, the notes are written. */
    private void leave() {
        if (run == null) return;
        quiet = true;
        if (place == pieces.size()) run.end();
        else run.leave();
        quiet = false;
        run.close();
        run = null;
    }
}
