package playmore.notes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import playmore.draw.Drawing;
import playmore.engine.Graph;
import playmore.motion.DrawingHistory;
import playmore.replay.Event;
import playmore.replay.Script;

/** Gathers what happens in a chapter. */
final class Recorder implements Event.Visitor {

    /** An expression that is drawn, once or again and again, and where its last picture is. */
    private static final class Drawn {
        final DrawingHistory redrawn;
        Outcome picture;

        Drawn(Graph graph) {
            redrawn = new DrawingHistory(graph);
        }
    }

    private final Consumer<RecordedChapter> ended;
    private Script script;        // null where it is no chapter that runs
    private List<RecordedChapter.Part> parts = new ArrayList<>();
    private List<Outcome> outcomes = new ArrayList<>();
    private List<Drawn> drawn = new ArrayList<>();
    private Printout printout;    // null where nothing has been printed since the last outcome

    /** Hands on each chapter when it ends. */
    Recorder(Consumer<RecordedChapter> ended) {
        this.ended = ended;
    }

    /** Takes down one event more. */
    void record(Event event) {
        if (!(event instanceof Event.Printed)) endPrintout();
        event.accept(this);
    }

    @Override
    public void chapterStarted(Event.ChapterStarted started) {
        script = started.script();
        parts = new ArrayList<>();
        drawn = new ArrayList<>();
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

    /** What is printed in one go is shown in one piece. */
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
        Drawn same = drawn.stream().filter(d -> d.redrawn.isOf(graph)).findFirst().orElse(null);
        if (same == null) {
            same = new Drawn(graph);
            drawn.add(same);
        } else {
            same.redrawn.add(graph);
        }
        same.picture = picture;
    }

    @Override
    public void result(Event.Result result) {
        outcomes.add(new Outcome.Resulted(result));
    }

    /** It is for who types. */
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

    /** As far as it ran. */
    RecordedChapter chapter(boolean whole) {
        return new RecordedChapter(script, parts.stream().map(part -> new RecordedChapter.Part(part.block(), part.typed(), part.outcomes().stream()
                .flatMap(outcome -> Stream.concat(Stream.of(outcome), moving(outcome))).toList())).toList(), whole);
    }

    /** Below the last picture of an expression that was drawn again and again: all of them. */
    private Stream<Outcome> moving(Outcome picture) {
        return drawn.stream().filter(d -> d.picture == picture && d.redrawn.moves()).map(d -> new Outcome.Animated(d.redrawn.motion()));
    }
}
