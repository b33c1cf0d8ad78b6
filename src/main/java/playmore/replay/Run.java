package playmore.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import jdk.jshell.JShell;
import playmore.explain.Sources;
import playmore.output.Fault;
import playmore.output.Output;

/**
 * A chapter in a session of its own, piece by piece, and what happens told to a listener.
 *
 * <p>While code of it runs, {@code System.out} and {@code System.err} belong to it: what it prints, and the
 * artifacts it publishes, become events.
 */
public final class Run implements AutoCloseable {

    private final Path startup;
    private final Script script;
    private final Consumer<Event> listener;
    private final Session session;
    private final long start = System.nanoTime();
    private volatile SourceFragment now;                     // the code that runs; null where none does
    private final AtomicReference<Throwable> uncaught = new AtomicReference<>();    // by a thread of the script's own
    private final Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();

    /**
     * A session for the chapter, which is to {@link #begin} with the code in {@code startup}.
     *
     * @param stoppable whether {@link #stop} shall work, which costs a look-up at each turn of a loop
     * @throws IOException if JShell's own start-up cannot be read
     */
    public Run(Path startup, Script script, boolean stoppable, Consumer<Event> listener) throws IOException {
        this.startup = startup;
        this.script = script;
        this.listener = listener;
        try {
            this.session = new Session(stoppable);
        } catch (SnippetFailure stopped) {
            throw new IllegalStateException("JShell's own start-up does not run: " + stopped.getMessage(), stopped);
        }
        Thread own = Thread.currentThread();
        Thread.setDefaultUncaughtExceptionHandler((thread, exception) -> {
            boolean isOfScript = thread != own && own.getThreadGroup().parentOf(thread.getThreadGroup());
            if (isOfScript) uncaught.compareAndSet(null, exception);
            else System.err.println(Fault.sentence(exception));
        });
    }

    /**
     * Tells that the chapter begins, number {@code index} of {@code total}, counted from 1, and runs the
     * start-up. What that prints is for a session at the prompt and is not told.
     *
     * @return false where the start-up did not come to its end, which was told
     * @throws IOException if it cannot be read
     */
    @SuppressWarnings("try")    // which is not referred to: it takes what is printed
    public boolean begin(int index, int total) throws IOException {
        tell(new Event.ChapterStarted(script, index, total));
        try (Capture greeting = new Capture(printed -> {})) {
            session.run(startup.getFileName().toString(), 1, Files.readString(startup));
            session.endStartup();
            return true;
        } catch (SnippetFailure stopped) {
            fail(stopped);
            return false;
        }
    }

    /** Tells what the author says. */
    public void say(Script.Prose prose) {
        tell(new Event.Said(prose));
    }

    /** Runs a cell of the chapter; false where it did not come to its end, which was told. */
    public boolean cell(Script.Cell cell) {
        tell(new Event.CellStarted(cell));
        Sources.add(script.file().getFileName().toString(), cell.line(), cell.code());
        return run(script.file().toString(), cell.line(), cell.code());
    }

    /** Runs code of the learner's own in the same way. */
    public boolean type(String code) {
        tell(new Event.Typed(code));
        return run(SourceFragment.TYPED, 1, code);
    }

    private boolean run(String file, int line, String code) {
        SourceFragment fragment = new SourceFragment(file, line, code);
        now = fragment;
        uncaught.set(null);
        try (Capture capture = new Capture(this::tell)) {
            Set<Object> made = Collections.newSetFromMap(new IdentityHashMap<>());
            Output.onPublish(artifact -> {
                capture.flush();
                made.add(artifact);
                tell(new Event.Made(artifact));
            });
            Optional<Event.Result> result = session.run(file, line, code);
            capture.flush();
            Throwable exception = uncaught.get();
            if (exception != null) {
                throw new SnippetFailure(fragment, "a thread ended with " + Diagnosis.name(exception));
            }
            result.filter(r -> !made.contains(r.value())).ifPresent(this::tell);
            new Hints(session.jshell().sourceCodeAnalysis()).wholeNumbers(code).map(Event.Hinted::new)
                    .ifPresent(this::tell);
            return true;
        } catch (SnippetFailure stopped) {
            fail(stopped);
            return false;
        } finally {
            session.news().forEach(sentence -> tell(new Event.Hinted(sentence)));
            now = null;
        }
    }

    /** Tells that all of the chapter ran, if nothing that it declared still waits for something that it did not. */
    public boolean end() {
        Optional<SnippetFailure> unresolved = session.unresolved();
        unresolved.ifPresentOrElse(this::fail,
                () -> tell(new Event.ChapterEnded(script, Duration.ofNanos(System.nanoTime() - start))));
        return unresolved.isEmpty();
    }

    /** Tells that the learner has the word now. */
    public void pause() {
        tell(new Event.ChapterPaused(script));
    }

    /** Tells that the chapter was left before its end. */
    public void leave() {
        tell(new Event.ChapterLeft(script));
    }

    /**
     * Asks the code that runs to stop, from another thread. It then ends as if it had failed.
     *
     * @return how often the code that runs now was asked, 1 for the first time; 0 if none runs, or it was asked just
     *      now
     */
    public int stop() {
        return session.stop();
    }

    /** Tells that the code that runs now was stopped from outside, and where; false where none runs. */
    public boolean interrupted(String message) {
        Optional<SnippetFailure> stopped = session.interrupted(message)    // between two snippets, it is in the cell
                .or(() -> Optional.ofNullable(now).map(fragment -> new SnippetFailure(fragment, message)));
        stopped.ifPresent(this::fail);
        return stopped.isPresent();
    }

    /** The declaration that was there before the code that ran last, and that this has taken away by failing. */
    public Optional<String> damaged() {
        return session.damaged();
    }

    /** Whether any of the code that came last has run, also where it failed later. */
    public boolean hasBegun() {
        return session.hasBegun();
    }

    /** The cells of the chapter that have not run yet, by their numbers, in their order. */
    public void coming(Map<Integer, Script.Cell> cells) {
        session.coming(cells);
    }

    /** The session itself, to be asked what it has. */
    public JShell jshell() {
        return session.jshell();
    }

    @Override
    public void close() {
        session.close();
        Sources.clear();
        Output.onPublish(artifact -> {});
        Thread.setDefaultUncaughtExceptionHandler(before);
    }

    private void fail(SnippetFailure stopped) {
        tell(new Event.Failed(script, timecode(stopped), stopped.fragment, stopped.line, stopped.getMessage(),
                stopped.details));
    }

    /** The code may print on several threads; whoever listens hears one thing at a time. */
    private synchronized void tell(Event event) {
        listener.accept(event);
    }

    private Script.Timecode timecode(SnippetFailure stopped) {
        Script.Timecode timecode = script.timecode();
        for (Script.Block block : script.blocks()) {
            if (block instanceof Script.Cell cell && cell.line() <= stopped.line
                    && stopped.fragment.file().equals(script.file().toString())) {
                timecode = cell.timecode();
            }
        }
        return timecode;
    }
}
