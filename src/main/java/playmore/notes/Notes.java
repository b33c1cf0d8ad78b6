package playmore.notes;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import playmore.replay.Event;
import playmore.replay.Script;
import playmore.output.Output;

/**
 * Writes the notes of each chapter as soon as it ends, and in the background where it pauses: its page, the same as Markdown and as a Jupyter
 * notebook, in the chapter's folder; and the contents of them all, {@code index.html}. A chapter that ran to its
 * end leaves none of the pictures and tables of an earlier run; one that failed links to them.
 */
public final class Notes implements Consumer<Event> {

    private final Path out;
    private final String startup;
    private final List<Script> scripts;
    private final Contents contents;
    private final Recorder recorder = new Recorder(this::end);
    private final AtomicReference<RecordedChapter> paused = new AtomicReference<>();    // as it is to be written next
    private CompletableFuture<Void> writing = CompletableFuture.completedFuture(null);

    /**
     * @param out the folder in which each chapter has its own
     * @param startup the code that a session begins with
     * @param scripts all chapters there are, whether they are replayed now or not
     */
    public Notes(Path out, String startup, List<Script> scripts) {
        this.out = out;
        this.startup = startup;
        this.scripts = List.copyOf(scripts);
        this.contents = new Contents(out, scripts);
    }

    /**
     * Checks that the notes of this chapter can be written.
     *
     * @throws IllegalArgumentException if a file or folder in their place is not the kit's
     */
    public void check(Script script) {
        contents.check();
        names(script.name()).forEach(name -> Output.check(out.resolve(script.name()).resolve(name)));
    }

    private static List<String> names(String chapter) {
        return List.of("index.html", chapter + ".md", chapter + ".ipynb");
    }

    @Override
    public synchronized void accept(Event event) {
        if (event instanceof Event.ChapterStarted started) check(started.script());
        recorder.record(event);
        if (!(event instanceof Event.ChapterPaused)) return;
        paused.set(recorder.chapter(false));
        writing = writing.handleAsync((done, failed) -> {
            RecordedChapter chapter = paused.getAndSet(null);    // none where what was to be written then was written before
            if (chapter != null) write(chapter);
            return null;
        });
    }

    /** Where the chapter only pauses, this would have failed for the same reason, and tells so now. */
    private void end(RecordedChapter chapter) {
        paused.set(null);
        writing.handle((done, failed) -> done).join();
        write(chapter);
    }

    private void write(RecordedChapter chapter) {
        String name = chapter.script().name();
        Path folder = out.resolve(name);
        List<String> made = chapter.files(), left = ChapterFiles.left(folder, made);
        ChapterSummary entry = HtmlPage.of(chapter, chapter.whole() ? List.of() : left, ClassDiffs.before(chapter.script(), scripts));
        List<String> texts = List.of(Contents.page(entry), MarkdownPage.of(chapter),
                Notebook.of(chapter, startup, folder));
        check(chapter.script());
        entry.write(folder);
        for (int i = 0; i < texts.size(); i++) Output.write(folder.resolve(names(name).get(i)), texts.get(i));
        if (chapter.whole()) ChapterFiles.delete(folder, left);
        Stream<String> stay = left.stream().filter(file -> Files.exists(folder.resolve(file)));
        ChapterFiles.write(folder, Stream.concat(made.stream(), stay).toList());
        contents.write();
    }
}
