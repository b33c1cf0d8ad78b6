package playmore.output;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;

/** What one run leaves for the next: a file of JSON. */
public final class JsonFile {

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private JsonFile() {}

    /** What was kept in this file; nothing where there is none, or it is damaged: parts of what is there may be null even so. */
    public static <T> Optional<T> in(Path file, Class<T> type) {
        return in(file, TypeToken.get(type), "What an earlier run kept", kept -> true);
    }

    /**
     * What was kept in this file, if it is valid. A file that is damaged is put aside, so that it is not replaced, and
     * that is said, to {@code System.err}.
     *
     * @param what begins the sentence
     */
    public static <T> Optional<T> in(Path file, TypeToken<T> type, String what, Predicate<T> isValid) {
        if (!Files.exists(file)) return Optional.empty();
        try {
            T kept = GSON.fromJson(new String(Files.readAllBytes(file), StandardCharsets.UTF_8), type);
            if (kept != null && isValid.test(kept)) return Optional.of(kept);
            putAside(file, what, "something is missing in it");
        } catch (JsonParseException e) {
            putAside(file, what, "it is damaged");
        } catch (IOException e) {
            putAside(file, what, e.toString());
        }
        return Optional.empty();
    }

    /** Gives a damaged file another name, and says so. */
    static void putAside(Path file, String what, String why) {
        int number = 1;
        while (Files.exists(aside(file, number))) number++;
        String now = "";
        try {
            Files.move(file, aside(file, number));
            now = ", which is now " + aside(file, number).getFileName();
        } catch (IOException e) {
            // It stays where it is.
        }
        Setting.passOver(what + " cannot be read from " + file + " (" + why + ")" + now);
    }

    private static Path aside(Path file, int number) {
        return file.resolveSibling(file.getFileName() + ".damaged-" + number);
    }

    /** Keeps this until the next time. */
    public static void keep(Path file, Object what) {
        Output.replace(file, (GSON.toJson(what) + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
