package playmore.lecture;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import playmore.explain.Sources;
import playmore.output.Artifact;
import playmore.output.Output;

/** Runs chapters in JShell, each in a fresh session, and tells what happens. */
public final class Replay {

    private final Path startup;
    private final Consumer<Event> listener;

    private volatile Script script;      // what runs now; null where nothing does
    private volatile Session session;
    private final AtomicReference<Throwable> uncaught = new AtomicReference<>();    // by a thread of the script's own

    /** Every session begins with the code in {@code startup}; {@code listener} hears all that happens. */
    public Replay(Path startup, Consumer<Event> listener) {
        this.startup = startup;
        this.listener = listener;
    }

    /**
     * Runs a chapter, number {@code index} of {@code total}, counted from 1.
     *
     * <p>While it runs, {@code System.out} and {@code System.err} belong to it: what it prints, and
     * the artifacts it publishes, become events. What {@code startup} prints is for a session at the
     * prompt and is not told.
     *
     * @return whether all of it ran; where not, the last event was {@link Event.Failed}
     * @throws IOException if {@code startup} cannot be read
     */
    public boolean run(Script chapter, int index, int total) throws IOException {
        long start = System.nanoTime();
        tell(new Event.ChapterStarted(chapter, index, total));
        script = chapter;
        Sources.clear();
        uncaught.set(null);
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, exception) -> uncaught.compareAndSet(null, exception));
        try (Session fresh = new Session()) {
            session = fresh;
            try (Capture greeting = new Capture(printed -> {})) {
                session.run(startup.getFileName().toString(), 1, Script.text(startup));
            }
            try (Capture capture = new Capture(this::tell)) {
                for (Script.Block block : chapter.blocks()) {
                    if (block instanceof Script.Prose prose) tell(new Event.Said(prose));
                    if (block instanceof Script.Cell cell) run(cell, capture);
                }
            }
            session.checkResolved();
        } catch (Stopped stopped) {
            fail(stopped);
            return false;
        } finally {
            session = null;
            Output.onPublish(Artifact::print);
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        tell(new Event.ChapterEnded(chapter, Duration.ofNanos(System.nanoTime() - start)));
        return true;
    }

    private void run(Script.Cell cell, Capture capture) throws Stopped {
        tell(new Event.CellStarted(cell));
        Sources.add(script.file().getFileName().toString(), cell.line(), cell.code());
        Set<Object> made = Collections.newSetFromMap(new IdentityHashMap<>());
        Output.onPublish(artifact -> {
            capture.flush();
            made.add(artifact);
            tell(new Event.Made(artifact));
        });
        Place place = new Place(script.file().toString(), cell.line(), cell.code());
        Optional<Event.Result> result = session.run(place.file(), place.line(), place.code());
        capture.flush();
        Throwable exception = uncaught.get();
        if (exception != null) throw new Stopped(place, "a thread ended with " + Diagnosis.name(exception));
        result.filter(r -> !made.contains(r.value())).ifPresent(this::tell);
    }

    /** Tells that the snippet that runs now was stopped from outside; false where none runs. */
    public boolean interrupted(String message) {
        Session now = session;
        Optional<Stopped> stopped = now == null ? Optional.empty() : now.interrupted(message);
        stopped.ifPresent(this::fail);
        return stopped.isPresent();
    }

    private void fail(Stopped stopped) {
        tell(new Event.Failed(script, timecode(stopped), stopped.place, stopped.line,
                stopped.getMessage(), stopped.details));
    }

    /** The code may print on several threads; whoever listens hears one thing at a time. */
    private synchronized void tell(Event event) {
        listener.accept(event);
    }

    private Script.Timecode timecode(Stopped stopped) {
        Script.Timecode timecode = script.timecode();
        for (Script.Block block : script.blocks()) {
            if (block instanceof Script.Cell cell && cell.line() <= stopped.line
                    && stopped.place.file().equals(script.file().toString())) {
                timecode = cell.timecode();
            }
        }
        return timecode;
    }
}
