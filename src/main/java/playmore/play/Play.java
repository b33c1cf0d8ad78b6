package playmore.play;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import playmore.pytorch.Fetch;
import playmore.replay.Event;
import playmore.replay.OurSources;
import playmore.replay.Run;
import playmore.replay.Script;
import playmore.terminal.Terminal;
import playmore.notes.SessionPage;
import playmore.output.Artifact;
import playmore.output.Output;

/**
 * Plays the lecture, a cell at a time: {@code ./build.sh play}. It shows what leads to a cell and its code, and
 * waits; it waits at each question, too, before the answer. Whatever Java is typed meanwhile runs in the
 * session of the chapter.
 *
 * <p>The notes hear of what was really played, in its order: each cell once it ran to its end, and what was typed.
 */
public final class Play {

    /** What can be typed besides Java, and what it does. */
    static final Map<String, String> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put("Enter", "go on: the answer to a question, or the next cell");
        COMMANDS.put("/list", "the headings and cells of this chapter");
        COMMANDS.put("/go 7", "to cell 7, back or on; also /go 0:38:09, a time in the lecture, and /go chain, a heading");
        COMMANDS.put("/back", "to the cell before");
        COMMANDS.put("/edit", "the next cell's code, to be changed and run; also /edit Value, a class, method or variable");
        COMMANDS.put("/open", "the picture or page that was made last");
        COMMANDS.put("/restart", "this chapter from its beginning");
        COMMANDS.put("/quit", "leave (Ctrl-D does, too); play comes back to this place");
    }

    private final Path startup;
    private final List<Script> scripts;
    private final Fetch fetch;
    private final Terminal terminal;
    private final Consumer<Event> notes;
    private final SessionPage session;    // what is typed, apart from the lecture
    private final Prompt prompt;

    private int chapter;
    private Bookmark bookmark;
    private Pieces pieces;
    private volatile Run run;
    private int place;                    // of the next piece
    private int shown;                    // the place of the cell whose code was shown last
    private boolean asked;                // a question stands there, and its answer is still to come
    private boolean quiet;                // the terminal has seen it before
    private boolean greeted;
    private List<Event> held;             // what happens in the code that runs now; null where none does
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
        this.scripts = scripts;
        this.fetch = fetch;
        this.terminal = terminal;
        this.notes = notes;
        this.session = new SessionPage(page -> terminal.line("    with all that you draw, on " + page));
        this.prompt = new Prompt(() -> run.analysis(), Output.root().resolve(".play-history"));
        prompt.onInterrupt(() -> {
            Run now = run;
            if (now != null) stop(now);
            else System.exit(1);    // no chapter has begun, or the next waits for PyTorch
        });
    }

    /** The first Ctrl-C asks the code to stop. If it does not, the second says what the third does: leave. */
    private void stop(Run now) {
        int times = now.stop();
        if (times == 2) words("This code does not stop yet. Ctrl-C once more leaves play; your place and your lines are kept.");
        if (times > 2) {
            session.close();
            Runtime.getRuntime().halt(130);
        }
    }

    /** Plays on where the learner left, or from the first chapter, until they leave or the lecture ends. */
    public void play() throws IOException {
        Optional<Bookmark> kept = Bookmark.kept();
        int at = kept.map(b -> indexOf(b.chapter)).orElse(-1);
        begin(Math.max(at, 0));
        if (at >= 0) {
            bookmark = kept.get();
            terminal.line("");
            words("Going on where you left " + script().number() + ", at cell " + bookmark.cell + ".");
            words("(/restart begins the chapter anew; play 00 the lecture.)");
            bookmark.cell = Math.min(bookmark.cell, pieces.cells() + 1);
            rewind(bookmark.cell);
        }
        loop();
    }

    /** Plays from the beginning of a chapter. */
    public void play(Script from) throws IOException {
        begin(indexOf(from.name()));
        loop();
    }

    private int indexOf(String chapter) {
        return scripts.stream().map(Script::name).toList().indexOf(chapter);
    }

    private Script script() {
        return scripts.get(chapter);
    }

    private void loop() throws IOException {
        try (prompt; session) {
            String code = "";
            while (true) {
                if (code.isEmpty()) show();
                bookmark.keep();
                if (news) run.pause();
                news = false;
                Optional<String> line = prompt.read(question(), code);
                if (prompt.columns() > 0) terminal.columns(prompt.columns());    // it may have been resized
                code = "";
                if (line.isEmpty() || line.get().matches("/quit|/exit")) break;    // as jshell has it
                if (line.get().isEmpty() && place == pieces.size() && !asked) {
                    if (chapter + 1 == scripts.size()) break;
                    begin(chapter + 1);
                } else {
                    code = answer(line.get());
                }
            }
            leave();
            words("Your notes: " + Output.root().resolve("index.html"));
        }
    }

    /** Something that the play itself has to say. */
    private void words(String text) {
        terminal.words("  ", text);
    }

    /** What stands before the line: the chapter, and how far it is. */
    private String question() {
        int cell = pieces.cellFrom(place);
        String at = cell > pieces.cells() ? "✓" : cell + "/" + pieces.cells();
        if (!greeted) {
            terminal.line("");
            words("Enter runs the cell, or shows the answer to a question.");
            words("Type Java to try something of your own. ? tells more.");
        }
        greeted = true;
        return "\n" + script().number() + " " + at + " ▸ ";
    }

    /** Does what the line says; what it returns is to be edited. */
    private String answer(String line) throws IOException {
        String[] words = line.split(" +", 2);
        if (!Prompt.isCommand(line)) {
            type(line);
            return "";
        }
        switch (words[0]) {
            case "" -> next();
            case "?", "/help" -> COMMANDS.forEach((name, what) -> terminal.words(String.format("  %-9s ", name), what));
            case "/list" -> pieces.list(pieces.cellFrom(place)).forEach(terminal::line);
            case "/go" -> go(words.length == 1 ? "" : words[1].strip());
            case "/back" -> {
                if (pieces.cellFrom(place) == 1) words("This is the first cell.");
                else rewind(pieces.cellFrom(place) - 1);
            }
            case "/edit" -> {
                return words.length == 1 ? nextCode() : codeOf(words[1].strip());
            }
            case "/open" -> {
                if (last == null) words("Nothing has been drawn yet.");
                else last.open();
            }
            case "/restart" -> begin(chapter);
            default -> words("There is no " + words[0] + ". ? tells what there is.");
        }
        return "";
    }

    private String nextCode() {
        if (atCell()) return ((Script.Cell) pieces.get(place)).code();
        words("There is no cell here to edit: Enter goes on.");
        return "";
    }

    private String codeOf(String name) {
        Optional<String> code = run.code(name);
        if (code.isEmpty()) words("There is no class, method or variable " + name + " here to edit.");
        return code.orElse("");
    }

    private boolean atCell() {
        return place < pieces.size() && pieces.get(place) instanceof Script.Cell;
    }

    // Showing and running.

    private void begin(int chapter) throws IOException {
        leave();
        this.chapter = chapter;
        fetch.before(script());
        pieces = new Pieces(script());
        bookmark = new Bookmark(script().name());
        open();
    }

    private void open() throws IOException {
        if (run != null) run.close();
        run = new Run(startup, script(), true, this::tell);
        OurSources.addTo(run.analysis());
        if (!run.begin(chapter + 1, scripts.size())) throw new IllegalArgumentException(startup + " does not run, as told above.");
        place = 0;
        shown = -1;
        asked = false;
    }

    /** Shows what comes before the next stop: prose up to a question, or to the next cell and its code. */
    private void show() {
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
            terminal.accept(new Event.CellStarted((Script.Cell) pieces.get(place)));
        } else {
            String then = chapter + 1 < scripts.size() ? "goes on to \"" + scripts.get(chapter + 1).title() + "\"" : "ends the lecture";
            terminal.line("");
            words("This is the end of the chapter. You can still type Java.");
            words("Enter " + then + ".");
        }
    }

    /** Shows the answer, or runs the cell that is shown; whether it ran to its end. */
    private boolean next() {
        if (asked) {
            asked = false;
            return true;
        }
        if (!ran(() -> run.cell((Script.Cell) pieces.get(place)), notes)) {
            terminal.words("    ", "Enter tries this cell again. /edit changes it; or type what it needs.");
            return false;
        }
        place++;
        bookmark.cell = pieces.cellFrom(place);
        return true;
    }

    private void type(String code) {
        if (ran(() -> run.type(code), notes.andThen(session))) bookmark.typed.add(new Bookmark.Typed(pieces.cellFrom(place), code));
    }

    /** Does so; who writes it down hears of it only if it came to its end. */
    private boolean ran(BooleanSupplier code, Consumer<Event> writes) {
        held = new ArrayList<>();
        boolean ended = code.getAsBoolean();
        if (ended) held.forEach(writes);
        news |= ended;
        held = null;
        return ended;
    }

    private void go(String where) throws IOException {
        OptionalInt cell = pieces.find(where);
        if (where.isEmpty()) {
            words("/go takes a cell's number, a time in the lecture, or a part of a heading: /list shows them.");
        } else if (cell.isEmpty()) {
            words("There is no \"" + where + "\" in this chapter: /list shows what there is.");
        } else if (cell.getAsInt() < pieces.cellFrom(place)) {
            rewind(cell.getAsInt());
        } else {
            while (pieces.cellFrom(place) < cell.getAsInt()) {
                show();
                if (!next()) return;
            }
        }
    }

    /**
     * Begins the chapter anew, and comes to this cell without showing the way: its variables are as they were. What was
     * typed then and reads what is typed finds nothing, or it would wait here, and nobody knew for what.
     */
    private void rewind(int cell) throws IOException {
        List<Bookmark.Typed> typed = List.copyOf(bookmark.typed);
        bookmark.back(cell);
        quiet = true;
        InputStream keyboard = System.in;
        System.setIn(InputStream.nullInputStream());
        try {
            open();
            while (place < pieces.leadTo(cell)) {
                if (pieces.get(place) instanceof Script.Prose prose) {
                    run.say(prose);
                    place++;
                } else {
                    if (!pieces.isUnseen(place)) again(typed, pieces.cellFrom(place));
                    if (!next()) break;
                }
            }
            again(typed, cell);
        } finally {
            System.setIn(keyboard);
        }
        quiet = false;
    }

    private void again(List<Bookmark.Typed> typed, int cell) {
        typed.stream().filter(t -> t.cell() == cell).forEach(t -> ran(() -> run.type(t.code()), notes));
    }

    /** The terminal has shown the code already. */
    private void tell(Event event) {
        if (event instanceof Event.Made made) last = made.artifact();
        if (!quiet && !(event instanceof Event.CellStarted)) terminal.accept(event);
        if (held == null) notes.accept(event);
        else held.add(event);
    }

    /** Tells that the code that runs now was stopped from outside; false where none runs. */
    public boolean interrupted(String message) {
        Run now = run;
        return now != null && now.interrupted(message);
    }

    /** At its end or before, the notes are written. */
    private void leave() {
        if (run == null) return;
        boolean whole = place == pieces.size();
        quiet = true;
        if (whole) run.end();
        else run.leave();
        quiet = false;
        run.close();
        run = null;
    }
}
