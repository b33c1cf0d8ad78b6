package playmore.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import playmore.output.Kept;
import playmore.output.Output;

/** Where the learner is, and what they typed on the way; in a file, so that leaving and coming back goes on. */
final class Bookmark {

    /** What the learner typed before this cell ran. */
    record Typed(int cell, String code) {}

    private static final String FILE = ".play.json";

    final String chapter;
    int cell = 1;                                         // the next one
    final List<Typed> typed = new ArrayList<>();

    Bookmark(String chapter) {
        this.chapter = chapter;
    }

    /** The one that was kept last; none where there is none, or it is damaged. */
    static Optional<Bookmark> kept() {
        return Kept.in(Output.root().resolve(FILE), Bookmark.class).filter(kept -> kept.chapter != null && kept.typed != null && kept.cell >= 1
                && kept.typed.stream().allMatch(t -> t != null && t.code() != null));
    }

    void keep() {
        Kept.keep(Output.root().resolve(FILE), this);
    }

    /** Goes back to that cell: what was typed later is forgotten. */
    void back(int cell) {
        this.cell = cell;
        typed.removeIf(t -> t.cell() > cell);
    }
}
