package playmore.notes;

import playmore.motion.Motion;
import playmore.replay.Event;
import playmore.output.Artifact;

/** What came of a cell. */
sealed interface Outcome {

    /** Writes each kind of outcome. */
    interface Visitor<R> extends Artifact.Visitor<R> {
        R printed(Printed printed);
        R result(Event.Result result);
        R motion(Motion motion);
        R stopped(Event.Failed failed);
    }

    /** Calls the method of the visitor for this kind. */
    <R> R accept(Visitor<R> visitor);

    /** What the code printed, whole lines; {@code error} if to {@code System.err}. */
    record Printed(String text, boolean error) implements Outcome {
        @Override public <R> R accept(Visitor<R> visitor) { return visitor.printed(this); }
    }

    /** The value of the last expression. */
    record Resulted(Event.Result result) implements Outcome {
        @Override public <R> R accept(Visitor<R> visitor) { return visitor.result(result); }
    }

    /** A file that the code made. */
    record Made(Artifact artifact) implements Outcome {
        @Override public <R> R accept(Visitor<R> visitor) { return artifact.accept(visitor); }
    }

    /** The pictures of one expression that the chapter drew up to here, gone through step by step. */
    record Animated(Motion motion) implements Outcome {
        @Override public <R> R accept(Visitor<R> visitor) { return visitor.motion(motion); }
    }

    /** Here the chapter stopped. */
    record Failed(Event.Failed failed) implements Outcome {
        @Override public <R> R accept(Visitor<R> visitor) { return visitor.stopped(failed); }
    }
}
