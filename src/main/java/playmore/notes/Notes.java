package playmore.notes;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import playmore.output.Output;
import playmore.replay.Event;
import playmore.replay.Script;

/**
 * Writes the notes of each chapter when it ends, and in the background when it pauses. The chapter's folder gets a page
 * and the same as Markdown and as a Jupyter notebook. A chapter that ran to its end leaves none of the pictures and
 * tables of an earlier run; the page of a chapter that failed links to them.
 *
 * <p>The contents, {@code index.html} and the other files about all chapters, are written less often, because writing
 * them takes longer than writing a chapter: when a chapter fails or is left, when a paused chapter has been idle, and
 * by {@link #writeContents}.
 */
public final class Notes implements Consumer<Event> {

    private static final long IDLE_MILLIS = 500;

    private final Path out;
    private final String startup;
    private final List<Script> scripts;
    private final Contents contents;
    private final Recorder recorder = new Recorder(this::end);
    private volatile RecordedChapter paused;    // as it was at the last pause; null if it has ended since
    private CompletableFuture<Void> writing = CompletableFuture.completedFuture(null);
    private volatile boolean contentsAreOld;

    /**
     * @param out the folder that has a folder for each chapter
     * @param startup the code that each session begins with
     * @param scripts all chapters, including those that are not run now
     */
    public Notes(Path out, String startup, List<Script> scripts) {
        this.out = out;
        this.startup = startup;
        this.scripts = List.copyOf(scripts);
        this.contents = new Contents(out, scripts);
    }

    /**
     * Checks that the notes of these chapters can be written.
     *
     * @throws IllegalArgumentException if the kit did not write a file or folder that is in their place
     */
    public void check(List<Script> scripts) {
        contents.check();
        scripts.forEach(script -> checkFiles(script.name()));
    }

    private void checkFiles(String chapter) {
        for (String name : names(chapter)) Output.check(out.resolve(chapter).resolve(name));
    }

    private static List<String> names(String chapter) {
        return List.of("index.html", chapter + ".md", chapter + ".ipynb");
    }

    @Override
    public synchronized void accept(Event event) {
        if (event instanceof Event.ChapterStarted started) check(List.of(started.script()));
        recorder.record(event);
        if (!(event instanceof Event.ChapterPaused)) return;
        RecordedChapter chapter = recorder.chapter(false);
        paused = chapter;
        writing = writing.handleAsync((done, failed) -> {
            if (paused == chapter) write(chapter);
            return null;
        });
        writing.thenRunAsync(() -> writeContentsIfIdle(chapter),
                CompletableFuture.delayedExecutor(IDLE_MILLIS, TimeUnit.MILLISECONDS));
    }

    private synchronized void writeContentsIfIdle(RecordedChapter chapter) {
        if (paused == chapter) writeContents();
    }

    /** Writes the chapter in this thread, so that an error reaches the caller. An error in the background does not. */
    private void end(RecordedChapter chapter) {
        paused = null;
        writing.handle((done, failed) -> done).join();
        write(chapter);
        if (!chapter.whole()) writeContents();    // nothing may run after this chapter
    }

    private void write(RecordedChapter chapter) {
        String name = chapter.script().name();
        Path folder = out.resolve(name);
        List<String> made = chapter.files(), left = ChapterFiles.left(folder, made);
        ClassDiffs earlierClasses = ClassDiffs.before(chapter.script(), scripts);
        ChapterSummary summary = HtmlPage.of(chapter, chapter.whole() ? List.of() : left, earlierClasses);
        List<String> texts = List.of(Contents.page(summary), MarkdownPage.of(chapter),
                Notebook.of(chapter, startup, folder));
        checkFiles(name);
        summary.write(folder);
        for (int i = 0; i < texts.size(); i++) Output.write(folder.resolve(names(name).get(i)), texts.get(i));
        Contents.writeAssets(out);
        if (chapter.whole()) ChapterFiles.delete(folder, left);
        Stream<String> stay = left.stream().filter(file -> Files.exists(folder.resolve(file)));
        ChapterFiles.write(folder, Stream.concat(made.stream(), stay).toList());
        contentsAreOld = true;
    }

    /** Writes the list of all chapters, the search, the whole lecture as one page, and the README, if these are old. */
    public synchronized void writeContents() {
        if (contentsAreOld) contents.write();
        contentsAreOld = false;
    }
}
