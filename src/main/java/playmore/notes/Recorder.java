package playmore.notes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import playmore.draw.Drawing;
import playmore.engine.Graph;
import playmore.motion.DrawingHistory;
import playmore.replay.Event;
import playmore.replay.Script;

/** Records the events of a chapter. */
final class Recorder implements Event.Visitor {

    private final Consumer<RecordedChapter> ended;
    private Script script;        // null in a session
    private List<RecordedChapter.Part> parts = new ArrayList<>();
    private List<Outcome> outcomes = new ArrayList<>();
    private Map<DrawingHistory, Outcome> lastDrawings = new LinkedHashMap<>();    // of each expression
    private Printout printout;    // null if nothing was printed since the last outcome

    /** @param ended is called with each chapter when it ends, fails or is left */
    Recorder(Consumer<RecordedChapter> ended) {
        this.ended = ended;
    }

    void record(Event event) {
        if (!(event instanceof Event.Printed)) endPrintout();
        event.accept(this);
    }

    @Override
    public void chapterStarted(Event.ChapterStarted started) {
        script = started.script();
        parts = new ArrayList<>();
        lastDrawings = new LinkedHashMap<>();
        outcomes = new ArrayList<>();
    }

    @Override
    public void said(Event.Said said) {
        parts.add(new RecordedChapter.Part(said.prose(), false, List.of()));
    }

    @Override
    public void cellStarted(Event.CellStarted started) {
        code(started.cell(), false);
    }

    @Override
    public void typed(Event.Typed typed) {
        code(new Script.Cell(0, typed.code(), null), true);
    }

    private void code(Script.Cell cell, boolean typed) {
        outcomes = new ArrayList<>();
        parts.add(new RecordedChapter.Part(cell, typed, outcomes));
    }

    /** Joins text that is printed to the same stream without another event in between. */
    @Override
    public void printed(Event.Printed printed) {
        if (printout != null && printout.isError() != printed.error()) endPrintout();
        if (printout == null) printout = new Printout(printed.error());
        printout.add(printed.text());
    }

    private void endPrintout() {
        if (printout != null) printout.end().ifPresent(outcomes::add);
        printout = null;
    }

    @Override
    public void made(Event.Made made) {
        Outcome outcome = new Outcome.Made(made.artifact());
        outcomes.add(outcome);
        if (made.artifact() instanceof Drawing drawing) draw(drawing.graph(), outcome);
    }

    private void draw(Graph graph, Outcome picture) {
        DrawingHistory history = lastDrawings.keySet().stream().filter(h -> h.isOf(graph)).findFirst().orElse(null);
        if (history == null) history = new DrawingHistory(graph);
        else history.add(graph);
        lastDrawings.put(history, picture);
    }

    @Override
    public void result(Event.Result result) {
        outcomes.add(new Outcome.Resulted(result));
    }

    /** Hints are only for the prompt, so the notes leave them out. */
    @Override
    public void hinted(Event.Hinted hinted) {}

    @Override
    public void failed(Event.Failed failed) {
        outcomes.add(new Outcome.Failed(failed));
        ended.accept(chapter(false));
    }

    @Override
    public void chapterEnded(Event.ChapterEnded chapter) {
        ended.accept(chapter(true));
    }

    @Override
    public void chapterPaused(Event.ChapterPaused chapter) {}

    @Override
    public void chapterLeft(Event.ChapterLeft chapter) {
        ended.accept(chapter(false));
    }

    /** The chapter as far as it has run. */
    RecordedChapter chapter(boolean whole) {
        List<RecordedChapter.Part> withMotions = parts.stream().map(part -> new RecordedChapter.Part(part.block(),
                part.typed(), part.outcomes().stream().flatMap(this::withMotion).toList())).toList();
        return new RecordedChapter(script, withMotions, whole);
    }

    /** The outcome, followed by the motion if it is the last of several drawings of one expression. */
    private Stream<Outcome> withMotion(Outcome outcome) {
        Stream<DrawingHistory> histories = lastDrawings.keySet().stream().filter(h -> lastDrawings.get(h) == outcome);
        return Stream.concat(Stream.of(outcome),
                histories.filter(DrawingHistory::moves).map(h -> new Outcome.Animated(h.motion())));
    }
}
