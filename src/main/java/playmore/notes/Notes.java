package playmore.notes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import playmore.lecture.Event;
import playmore.lecture.Script;
import playmore.output.Output;

/**
 * Writes the notes of each chapter as soon as it ends: its page, the same as Markdown and as a Jupyter
 * notebook, in the chapter's folder; and the contents of them all, {@code index.html}. A chapter that ran to its
 * end leaves none of the pictures and tables of an earlier run; one that failed links to them.
 */
public final class Notes implements Consumer<Event> {

    private final Path out;
    private final String startup;
    private final Contents contents;
    private final Recorder recorder = new Recorder();

    /**
     * @param out the folder in which each chapter has its own
     * @param startup the code that a session begins with
     * @param scripts all chapters there are, whether they are replayed now or not
     */
    public Notes(Path out, String startup, List<Script> scripts) {
        this.out = out;
        this.startup = startup;
        this.contents = new Contents(out, scripts);
    }

    @Override
    public synchronized void accept(Event event) {
        recorder.record(event).ifPresent(this::write);
    }

    private void write(Chapter chapter) {
        String name = chapter.script().name();
        Path folder = out.resolve(name);
        Path page = folder.resolve("index.html");
        String html = HtmlPage.of(chapter, List.of());
        List<Path> left = left(page, HtmlPage.made(html));
        Output.write(page, chapter.failed() ? HtmlPage.of(chapter, left.stream().map(Chapter::link).toList()) : html);
        Output.write(folder.resolve(name + ".md"), MarkdownPage.of(chapter));
        Output.write(folder.resolve(name + ".ipynb"), Notebook.of(chapter, startup));
        contents.write();
        if (!chapter.failed()) delete(left);
    }

    /**
     * The files that the page there says an earlier run made, which this run did not make again. What
     * is newer than that page, or has a name of the learner's own, is none of them.
     */
    private static List<Path> left(Path page, Set<String> made) {
        try {
            if (!Files.exists(page)) return List.of();
            FileTime before = Files.getLastModifiedTime(page);
            List<Path> left = new ArrayList<>();
            for (String name : HtmlPage.made(Files.readString(page))) {
                Path file = page.resolveSibling(name);
                if (!made.contains(name) && Files.exists(file) && Files.getLastModifiedTime(file).compareTo(before) <= 0) left.add(file);
            }
            return left;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(List<Path> files) {
        try {
            for (Path file : files) Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
