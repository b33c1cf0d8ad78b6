package playmore.notes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import playmore.output.Fault;
import playmore.output.Jar;
import playmore.output.Output;
import playmore.page.Html;
import playmore.replay.Event;
import playmore.replay.Script;

/**
 * Writes a session at the prompt as one page, {@code out/session-1/index.html}. The page shows each artifact below the
 * code that made it, if that code is known. The page is rewritten in the background soon after an artifact was made. A
 * browser that shows the page reloads it until the session ends.
 */
public final class SessionPage implements Consumer<Event>, AutoCloseable {

    private static final long MIN_PAUSE_MILLIS = 200;    // artifacts made within this time share one write
    private static final int PAUSE_PER_WRITE = 5;        // pause at least 5 times as long as the last write took
    private static final int CLOSE_SECONDS = 5;          // to wait for a write that has begun

    private final Consumer<Path> begins;
    private final Recorder recorder = new Recorder(chapter -> {});

    /** The group of the thread that makes the page. The thread that draws first may be in one that is interrupted. */
    private final ThreadGroup group = Thread.currentThread().getThreadGroup();

    private final ScheduledThreadPoolExecutor writer = new ScheduledThreadPoolExecutor(1, work -> {
        Thread thread = new Thread(group, work, "playmore-session-page");
        thread.setDaemon(true);
        return thread;
    });
    private Path folder;              // null until something is made
    private boolean due, closed;
    private volatile boolean failed;
    private long pauseMillis = MIN_PAUSE_MILLIS;
    private int version;

    /**
     * Checks that a session's page can be written.
     *
     * @throws IllegalArgumentException if the kit did not write a file that is in place of one that all pages use
     */
    public static void check() {
        Contents.checkAssets(Output.root());
    }

    /** @param begins is called with the page's path when the first artifact is made */
    public SessionPage(Consumer<Path> begins) {
        this.begins = begins;
        recorder.record(new Event.Typed(""));    // artifacts of unknown code belong to this
        writer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);    // because close() writes the page
    }

    @Override
    public void accept(Event event) {
        Path begun = null;
        synchronized (this) {
            if (closed) return;
            recorder.record(event);
            if (!(event instanceof Event.Made)) return;
            if (folder == null) begun = folder = Output.session();
            if (!due) writer.schedule(() -> write(false), pauseMillis, TimeUnit.MILLISECONDS);
            due = true;
        }
        if (begun == null) return;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        begins.accept(begun.resolve("index.html"));
    }

    /** Writes the page. Only the first error is reported. */
    private void write(boolean ended) {
        try {
            tryToWrite(ended);
        } catch (RuntimeException | Error e) {
            if (!failed) System.err.println("The page of this session is not written. " + Fault.sentence(e));
            failed = true;
        }
    }

    private void tryToWrite(boolean ended) {
        long start = System.nanoTime();
        List<RecordedChapter.Part> parts;
        synchronized (this) {
            parts = withOutcomes(recorder.chapter(ended).parts());
            due = false;
            version++;
        }
        String name = folder.getFileName().toString(), title = name.replace("session-", "Session ");
        if (version == 1) Contents.writeAssets(folder.getParent());
        String body = Html.fill(Jar.text(SessionPage.class, "session.html"), Map.of(
                "title", title, "body", HtmlPage.of(name, parts), "version", ended ? "null" : "" + version));
        Output.write(folder.resolve("index.html"), Contents.page(name, title, body));
        Output.write(folder.resolve("version.js"), "session(" + version + ");\n");
        synchronized (this) {
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
            pauseMillis = Math.max(MIN_PAUSE_MILLIS, PAUSE_PER_WRITE * millis);
        }
    }

    /** Prepends code without visible output to the next code that has some. */
    private static List<RecordedChapter.Part> withOutcomes(List<RecordedChapter.Part> parts) {
        List<RecordedChapter.Part> with = new ArrayList<>();
        String before = "";
        for (RecordedChapter.Part part : parts) {
            String code = ((Script.Cell) part.block()).code();
            before += (before.isEmpty() ? "" : "\n") + code;
            if (part.outcomes().isEmpty()) continue;
            with.add(new RecordedChapter.Part(new Script.Cell(0, before, null), false, part.outcomes()));
            before = "";
        }
        return with;
    }

    /** Writes the page for the last time. */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) return;
            closed = true;
        }
        writer.shutdown();
        try {
            writer.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (folder != null) write(true);
    }
}
