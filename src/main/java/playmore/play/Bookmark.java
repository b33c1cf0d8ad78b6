package playmore.play;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        Path file = Output.root().resolve(FILE);
        if (!Files.exists(file)) return Optional.empty();
        try {
            Bookmark kept = new Gson().fromJson(new String(Files.readAllBytes(file), StandardCharsets.UTF_8), Bookmark.class);
            boolean whole = kept != null && kept.chapter != null && kept.typed != null && kept.cell >= 1
                    && kept.typed.stream().allMatch(t -> t != null && t.code() != null);
            return whole ? Optional.of(kept) : Optional.empty();
        } catch (JsonParseException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void keep() {
        Output.write(Output.root().resolve(FILE), new Gson().toJson(this) + "\n");
    }

    /** Goes back to that cell: what was typed later is forgotten. */
    void back(int cell) {
        this.cell = cell;
        typed.removeIf(t -> t.cell() > cell);
    }
}
