package playmore.notes;

import com.google.gson.reflect.TypeToken;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import playmore.output.JsonFile;

/**
 * What the pages of all chapters know of one: a file in its folder, for the runs to come.
 *
 * @param name its folder
 * @param title with its number, {@code "05 · Backpropagation by hand"}
 * @param sections its beginning, then what its headings begin
 * @param thumbnail the file of the picture that stands for it; null if it made none
 * @param body its page's HTML, as seen from any chapter's folder
 */
record ChapterSummary(String name, String title, List<Section> sections, String thumbnail, String body) {

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

    /** That of the chapter in this folder; none where no chapter ran, or its file is damaged. */
    static Optional<ChapterSummary> in(Path folder) {
        return JsonFile.in(folder.resolve(FILE), TypeToken.get(ChapterSummary.class), "What the notes had of a chapter", entry ->
                entry.name != null && entry.title != null && entry.body != null
                        && entry.sections != null && !entry.sections.isEmpty()
                        && entry.sections.stream().allMatch(section -> section != null && section.id != null
                                && section.title != null && section.text != null
                                && (section.time == null) == (section.link == null)));
    }

    void write(Path folder) {
        JsonFile.keep(folder.resolve(FILE), this);
    }
}
