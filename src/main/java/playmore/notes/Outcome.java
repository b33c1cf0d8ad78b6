package playmore.notes;

import playmore.motion.Motion;
import playmore.output.Artifact;
import playmore.replay.Event;

/** One piece of a cell's output. */
sealed interface Outcome {

    /** Has a method for each kind of outcome, and for each kind of artifact. */
    interface Visitor<R> extends Artifact.Visitor<R> {
        R printed(Printed printed);
        R result(Event.Result result);
        R motion(Motion motion);
        R stopped(Event.Failed failed);
    }

    /** Calls the visitor's method for this kind of outcome. */
    <R> R accept(Visitor<R> visitor);

    /** Text that the code printed; {@code error} if it printed to {@code System.err}. */
    record Printed(String text, boolean error) implements Outcome {
        @Override public <R> R accept(Visitor<R> visitor) { return visitor.printed(this); }
    }

    /** The value of the last expression. */
    record Resulted(Event.Result result) implements Outcome {
        @Override public <R> R accept(Visitor<R> visitor) { return visitor.result(result); }
    }

    /** A picture, table or page that the code made. */
    record Made(Artifact artifact) implements Outcome {
        @Override public <R> R accept(Visitor<R> visitor) { return artifact.accept(visitor); }
    }

    /** All drawings of one expression so far, to step through. */
    record Animated(Motion motion) implements Outcome {
        @Override public <R> R accept(Visitor<R> visitor) { return visitor.motion(motion); }
    }

    /** The error that stopped the chapter. */
    record Failed(Event.Failed failed) implements Outcome {
        @Override public <R> R accept(Visitor<R> visitor) { return visitor.stopped(failed); }
    }
}
