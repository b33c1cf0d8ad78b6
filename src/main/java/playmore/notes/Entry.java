package playmore.notes;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import playmore.output.Output;

/**
 * What the pages of all chapters know of one: a file in its folder, for the runs to come.
 *
 * @param name its folder
 * @param title with its number, {@code "05 · Backpropagation by hand"}
 * @param sections its beginning, then what its headings begin
 * @param thumbnail the file of the picture that stands for it; null if it made none
 * @param body its page's HTML, as seen from any chapter's folder
 */
record Entry(String name, String title, List<Section> sections, String thumbnail, String body) {

    /**
     * A part of the chapter.
     *
     * @param id where on the page it begins
     * @param title {@code ""} of its beginning
     * @param time where in the lecture it begins, and the link there; null where that is not said
     * @param text all that is said, done and printed there
     */
    record Section(String id, String title, String time, String link, String text) {}

    private static final String FILE = ".chapter.json";
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    /** That of the chapter in this folder; none where no chapter ran, or its file is damaged. */
    static Optional<Entry> in(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) return Optional.empty();
        try {
            Entry entry = GSON.fromJson(new String(Files.readAllBytes(file), StandardCharsets.UTF_8), Entry.class);
            boolean whole = entry != null && entry.name != null && entry.title != null && entry.sections != null && entry.body != null;
            return whole ? Optional.of(entry) : Optional.empty();
        } catch (JsonParseException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(Path folder) {
        Output.write(folder.resolve(FILE), GSON.toJson(this) + "\n");
    }
}
