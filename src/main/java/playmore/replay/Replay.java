package playmore.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Runs chapters from their beginning to their end, each in a fresh session, and tells what happens. */
public final class Replay {

    private final Path startup;
    private final Consumer<Event> listener;

    private volatile Run now;    // null where nothing runs

    /** Every session begins with the code in {@code startup}; {@code listener} hears all that happens. */
    public Replay(Path startup, Consumer<Event> listener) {
        this.startup = startup;
        this.listener = listener;
    }

    /**
     * Runs a chapter, number {@code index} of {@code total}, counted from 1.
     *
     * @return whether all of it ran; where not, the last event was {@link Event.Failed}
     * @throws IOException if {@code startup} cannot be read
     */
    public boolean run(Script chapter, int index, int total) throws IOException {
        try (Run run = new Run(startup, chapter, false, listener)) {
            now = run;
            if (!run.begin(index, total)) return false;
            for (Script.Block block : chapter.blocks()) {
                if (block instanceof Script.Prose prose) run.say(prose);
                if (block instanceof Script.Cell cell && !run.cell(cell)) return false;
            }
            return run.end();
        } finally {
            now = null;
        }
    }

    /** Tells that the snippet that runs now was stopped from outside; false where none runs. */
    public boolean interrupted(String message) {
        Run run = now;
        return run != null && run.interrupted(message);
    }
}
