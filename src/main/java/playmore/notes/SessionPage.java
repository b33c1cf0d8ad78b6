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
 * A session at the prompt as one page, {@code out/session-1/index.html}: what was drawn and shown there, in order,
 * each below the code that led to it, as far as that is known. The page is written anew, in the background, soon after
 * something was made; where it is open in a browser, it renews itself until the session ends.
 */
public final class SessionPage implements Consumer<Event>, AutoCloseable {

    private static final long MILLIS = 200;    // what is made at once is written at once
    private static final int RESTS = 5;        // times as long as it writes

    private final Consumer<Path> begins;
    private final Recorder recorder = new Recorder(chapter -> {});
    private final ScheduledThreadPoolExecutor writer = new ScheduledThreadPoolExecutor(1, work -> {
        Thread thread = new Thread(work, "playmore-session-page");
        thread.setDaemon(true);
        return thread;
    });
    private Path folder;              // null until something is made
    private boolean due, closed;
    private volatile boolean failed;
    private long rest = MILLIS;
    private int version;

    /**
     * Checks that such a page can be written.
     *
     * @throws IllegalArgumentException if a file that pages need is in the output folder, and not the kit's
     */
    public static void check() {
        Contents.checkAssets(Output.root());
    }

    /** {@code begins} hears where the page lies, when the first thing is made; before there is none. */
    public SessionPage(Consumer<Path> begins) {
        this.begins = begins;
        recorder.record(new Event.Typed(""));    // for what is made by code that is not known
        writer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);    // close writes all of it
    }

    /** What is typed, and what comes of it. */
    @Override
    public void accept(Event event) {
        Path begun = null;
        synchronized (this) {
            if (closed) return;
            recorder.record(event);
            if (!(event instanceof Event.Made)) return;
            if (folder == null) begun = folder = Output.session();
            if (!due) writer.schedule(() -> write(false), rest, TimeUnit.MILLISECONDS);
            due = true;
        }
        if (begun == null) return;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        begins.accept(begun.resolve("index.html"));
    }

    /** What keeps the page from being written is said once. */
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
        Output.write(folder.resolve("index.html"), Contents.page(name, title,
                Html.fill(Jar.text(SessionPage.class, "session.html"), Map.of("title", title,
                        "body", HtmlPage.of(name, parts), "version", ended ? "null" : "" + version))));
        Output.write(folder.resolve("version.js"), "session(" + version + ");\n");
        synchronized (this) {
            rest = Math.max(MILLIS, RESTS * TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        }
    }

    /** What came to nothing that can be shown stands in front of what did. */
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

    /** Writes the page as it remains. */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) return;
            closed = true;
        }
        writer.shutdown();
        try {
            writer.awaitTermination(RESTS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (folder != null) write(true);
    }
}
