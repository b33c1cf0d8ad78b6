package playmore.notes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import playmore.draw.Drawing;
import playmore.engine.Graph;
import playmore.motion.Redrawn;
import playmore.replay.Event;
import playmore.replay.Script;

/** Gathers what happens in a chapter. */
final class Recorder implements Event.Listener {

    /** An expression that is drawn, once or again and again, and where its last picture is. */
    private static final class Drawn {
        final Redrawn redrawn;
        List<Outcome> outcomes;
        Outcome picture;

        Drawn(Graph graph) {
            redrawn = new Redrawn(graph);
        }
    }

    private final Consumer<Chapter> ended;
    private Script script;
    private List<Chapter.Part> parts;
    private List<Outcome> outcomes;
    private List<Drawn> drawn;
    private Printout printout;    // null where nothing has been printed since the last outcome

    /** Hands on each chapter when it ends. */
    Recorder(Consumer<Chapter> ended) {
        this.ended = ended;
    }

    /** Takes down one event more. */
    void record(Event event) {
        if (!(event instanceof Event.Printed)) endPrintout();
        event.tell(this);
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
        parts.add(new Chapter.Part(said.prose(), false, List.of()));
    }

    @Override
    public void cellStarted(Event.CellStarted started) {
        code(started.cell(), false);
    }

    @Override
    public void typed(Event.Typed typed) {
        code(new Script.Cell(0, typed.code(), script.timecode()), true);
    }

    private void code(Script.Cell cell, boolean typed) {
        outcomes = new ArrayList<>();
        parts.add(new Chapter.Part(cell, typed, outcomes));
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
        same.outcomes = outcomes;
        same.picture = picture;
    }

    @Override
    public void result(Event.Result result) {
        outcomes.add(new Outcome.Resulted(result));
    }

    @Override
    public void failed(Event.Failed failed) {
        outcomes.add(new Outcome.Stopped(failed));
        end(false);
    }

    @Override
    public void chapterEnded(Event.ChapterEnded chapter) {
        end(true);
    }

    @Override
    public void chapterLeft(Event.ChapterLeft chapter) {
        end(false);
    }

    private void end(boolean whole) {
        for (Drawn d : drawn) {
            if (d.redrawn.moves()) {
                d.outcomes.add(d.outcomes.indexOf(d.picture) + 1, new Outcome.Moving(d.redrawn.motion()));
            }
        }
        ended.accept(new Chapter(script, parts, whole));
    }
}
