package playmore.notes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import playmore.draw.Drawing;
import playmore.draw.Graph;
import playmore.explain.Redrawn;
import playmore.lecture.Event;
import playmore.lecture.Script;
import playmore.output.Artifact;
import playmore.output.Picture;
import playmore.page.Page;
import playmore.table.ShownTable;

/** Gathers what happens in a chapter. */
final class Recorder {

    /** An expression that is drawn, once or again and again, and where its last picture is. */
    private static final class Drawn {
        final Redrawn redrawn;
        List<Chapter.Outcome> outcomes;
        Chapter.Image image;

        Drawn(Graph graph) {
            redrawn = new Redrawn(graph);
        }
    }

    private Script script;
    private List<Chapter.Part> parts;
    private List<Chapter.Outcome> outcomes;
    private List<Drawn> drawn;
    private Printout printout;    // null where nothing has been printed since the last outcome

    /** Takes down one event more; the chapter, if it was the last of one. */
    Optional<Chapter> record(Event event) {
        if (event instanceof Event.Made made && made.artifact() instanceof ShownTable table && printout != null) {
            printout.takeBack(Tables.printed(table));    // the notes show it as a table
        }
        if (!(event instanceof Event.Printed)) endPrintout();
        if (event instanceof Event.ChapterStarted started) {
            start(started.script());
        } else if (event instanceof Event.Said said) {
            parts.add(new Chapter.Prose(said.prose().markdown()));
        } else if (event instanceof Event.CellStarted cell) {
            startCell(cell.cell());
        } else if (event instanceof Event.Printed printed) {
            print(printed.text(), printed.error());
        } else if (event instanceof Event.Made made) {
            make(made.artifact());
        } else if (event instanceof Event.Result result) {
            outcomes.add(new Chapter.Value(result.text(), result.type()));
        } else if (event instanceof Event.Failed failed) {
            outcomes.add(new Chapter.Failure(failed));
            return Optional.of(end());
        } else if (event instanceof Event.ChapterEnded) {
            return Optional.of(end());
        }
        return Optional.empty();
    }

    private void start(Script script) {
        this.script = script;
        parts = new ArrayList<>();
        drawn = new ArrayList<>();
        outcomes = new ArrayList<>();
    }

    private void startCell(Script.Cell cell) {
        outcomes = new ArrayList<>();
        parts.add(new Chapter.Cell(cell, outcomes));
    }

    /** What is printed in one go is shown in one piece. */
    private void print(String text, boolean error) {
        if (printout != null && printout.isError() != error) endPrintout();
        if (printout == null) printout = new Printout(error);
        printout.add(text);
    }

    private void endPrintout() {
        if (printout != null) printout.end().ifPresent(outcomes::add);
        printout = null;
    }

    private void make(Artifact artifact) {
        if (artifact instanceof ShownTable table) {
            outcomes.add(Tables.of(table));
        } else if (artifact instanceof Page page) {
            outcomes.add(new Chapter.Extra(page));
        } else if (artifact instanceof Picture picture) {
            Chapter.Image image = new Chapter.Image(picture);
            outcomes.add(image);
            if (picture instanceof Drawing drawing) draw(drawing.graph(), image);
        } else {
            outcomes.add(new Chapter.Other(artifact.file()));
        }
    }

    private void draw(Graph graph, Chapter.Image image) {
        Drawn same = drawn.stream().filter(d -> d.redrawn.isOf(graph)).findFirst().orElse(null);
        if (same == null) {
            same = new Drawn(graph);
            drawn.add(same);
        } else {
            same.redrawn.add(graph);
        }
        same.outcomes = outcomes;
        same.image = image;
    }

    private Chapter end() {
        for (Drawn d : drawn) {
            if (d.redrawn.moves()) {
                d.outcomes.add(d.outcomes.indexOf(d.image) + 1, new Chapter.Redrawn(d.redrawn.motion()));
            }
        }
        return new Chapter(script, parts);
    }
}
