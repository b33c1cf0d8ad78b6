package playmore.output;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What one run leaves for the next: a file of JSON. */
public final class Kept {

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private Kept() {}

    /** What was kept in this file; nothing where there is none, or it is damaged: parts of what is there may be null even so. */
    public static <T> Optional<T> in(Path file, Class<T> type) {
        if (!Files.exists(file)) return Optional.empty();
        try {
            return Optional.ofNullable(GSON.fromJson(new String(Files.readAllBytes(file), StandardCharsets.UTF_8), type));
        } catch (JsonParseException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps this until the next time. */
    public static void keep(Path file, Object what) {
        Output.write(file, GSON.toJson(what) + "\n");
    }
}
