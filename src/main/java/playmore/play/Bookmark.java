package playmore.play;

import com.google.gson.reflect.TypeToken;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import playmore.output.JsonFile;
import playmore.output.Output;

/**
 * Where the learner is in a chapter, and what they typed on the way; in a file, so that leaving and coming back goes
 * on.
 *
 * <p>What was typed runs again when the learner comes back. So the files are in the learner's home and not in {@code
 * out/}, which people share: there is only a random name, which says which folder in the home belongs to it.
 */
final class Bookmark {

    /**
     * What the learner typed.
     *
     * @param cell the number of the cell that had not run yet
     * @param code Java, or a command of jshell's
     * @param isCell whether it is that cell, which the learner has changed, and ran in its place
     */
    record Typed(int cell, String code, boolean isCell) {}

    private static final String NAME = ".play-id";

    final String chapter;
    int cell = 1;                                         // the next one
    final List<Typed> typed = new ArrayList<>();

    Bookmark(String chapter) {
        this.chapter = chapter;
    }

    /** The one that was kept for this chapter, or a new one. */
    static Bookmark of(String chapter) {
        return JsonFile.in(file(chapter), TypeToken.get(Bookmark.class), "Where you were in this chapter",
                Bookmark::isSound)
                .orElseGet(() -> new Bookmark(chapter));
    }

    private boolean isSound() {
        return chapter != null && typed != null && cell >= 1
                && typed.stream().allMatch(t -> t != null && t.code() != null);
    }

    /** The chapter, of these, whose bookmark was kept last. */
    static Optional<String> last(List<String> chapters) {
        return chapters.stream().filter(chapter -> Files.exists(file(chapter)))
                .max(Comparator.comparingLong(chapter -> file(chapter).toFile().lastModified()));
    }

    void keep() {
        if (!Files.exists(name())) JsonFile.keep(name(), UUID.randomUUID().toString());
        JsonFile.keep(file(chapter), this);
    }

    private static Path name() {
        return Output.root().resolve(NAME);
    }

    private static Path file(String chapter) {
        String id = JsonFile.in(name(), TypeToken.get(String.class), "The name of your bookmarks",
                text -> text.matches("[0-9a-f-]{36}")).orElse("none-yet");
        String state = System.getenv("XDG_STATE_HOME");
        Path home = state != null && Path.of(state).isAbsolute() ? Path.of(state, "playmore")
                : Path.of(System.getProperty("user.home"), ".playmore");
        return home.resolve(id).resolve(chapter + ".json");
    }

    /** Whether the learner has been in this chapter. */
    boolean isBegun() {
        return cell > 1 || !typed.isEmpty();
    }

    /** Returns the code that the learner ran in place of this cell. */
    Optional<Typed> inPlaceOf(int cell) {
        return typed.stream().filter(t -> t.isCell() && t.cell() == cell).findFirst();
    }

    /** Returns the lines that were typed before this cell ran. */
    Stream<Typed> before(int cell) {
        return List.copyOf(typed).stream().filter(t -> !t.isCell() && t.cell() == cell);
    }

    /** Moves to this cell, and forgets the lines that were typed later. Returns how many lines it forgot. */
    int go(int cell) {
        int lines = typed.size();
        this.cell = cell;
        typed.removeIf(t -> t.cell() > cell || t.isCell() && t.cell() == cell);
        return lines - typed.size();
    }
}
