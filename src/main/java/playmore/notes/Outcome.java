package playmore.notes;

import playmore.motion.Motion;
import playmore.replay.Event;
import playmore.output.Artifact;

/** What came of a cell. */
sealed interface Outcome {

    /** How each kind of outcome is written. */
    interface Kinds<R> extends Artifact.Kinds<R> {
        R printed(Printed printed);
        R result(Event.Result result);
        R motion(Motion motion);
        R stopped(Event.Failed failed);
    }

    /** What {@code kinds} writes of it. */
    <R> R as(Kinds<R> kinds);

    /** What the code printed, whole lines; {@code error} if to {@code System.err}. */
    record Printed(String text, boolean error) implements Outcome {
        @Override public <R> R as(Kinds<R> kinds) { return kinds.printed(this); }
    }

    /** The value of the last expression. */
    record Resulted(Event.Result result) implements Outcome {
        @Override public <R> R as(Kinds<R> kinds) { return kinds.result(result); }
    }

    /** A file that the code made. */
    record Made(Artifact artifact) implements Outcome {
        @Override public <R> R as(Kinds<R> kinds) { return artifact.as(kinds); }
    }

    /** The pictures of one expression that the chapter drew up to here, gone through step by step. */
    record Moving(Motion motion) implements Outcome {
        @Override public <R> R as(Kinds<R> kinds) { return kinds.motion(motion); }
    }

    /** Here the chapter stopped. */
    record Stopped(Event.Failed failed) implements Outcome {
        @Override public <R> R as(Kinds<R> kinds) { return kinds.stopped(failed); }
    }
}
