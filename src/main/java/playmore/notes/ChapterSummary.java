package playmore.notes;

import com.google.gson.reflect.TypeToken;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import playmore.output.JsonFile;

/**
 * What the contents need to know about a chapter. It is kept in the chapter's folder for later runs.
 *
 * @param name the name of the chapter's folder
 * @param title the title with the number, such as {@code "05 · Backpropagation by hand"}
 * @param sections the beginning of the chapter, then one section per heading
 * @param thumbnail the file of the picture that the contents show; null if the chapter made none
 * @param body the HTML of the chapter's page; its links start from a folder next to the chapter's
 */
record ChapterSummary(String name, String title, List<Section> sections, String thumbnail, String body) {

    /**
     * A part of the chapter.
     *
     * @param id the id of its heading
     * @param title {@code ""} for the beginning of the chapter
     * @param time where in the lecture the section begins; null if its heading does not say
     * @param link the address of that place in the lecture; null if there is no {@code time}
     * @param text the prose, code and output, for the search
     */
    record Section(String id, String title, String time, String link, String text) {

        private boolean isValid() {
            return id != null && title != null && text != null && (time == null) == (link == null);
        }
    }

    private static final String FILE = ".chapter.json";

    /** The summary in this folder; empty if no chapter ran there or the file is damaged. */
    static Optional<ChapterSummary> in(Path folder) {
        return JsonFile.in(folder.resolve(FILE), TypeToken.get(ChapterSummary.class), "What the notes had of a chapter",
                ChapterSummary::isValid);
    }

    private boolean isValid() {
        return name != null && title != null && body != null && sections != null && !sections.isEmpty()
                && sections.stream().allMatch(section -> section != null && section.isValid());
    }

    void write(Path folder) {
        JsonFile.keep(folder.resolve(FILE), this);
    }
}
