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

/** Reads and writes an object as a JSON file, for the next run. */
public final class JsonFile {

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private JsonFile() {}

    /** Reads the file. Empty if there is none or it is damaged. Fields of the object may be null. */
    public static <T> Optional<T> in(Path file, Class<T> type) {
        return in(file, TypeToken.get(type), "What an earlier run kept", kept -> true);
    }

    /**
     * Reads the file. Empty if there is none or it is damaged. A damaged file is renamed, so that it is not
     * overwritten, and a message is printed to {@code System.err}.
     *
     * @param what the beginning of the message
     * @param isValid whether the object is complete
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

    /** Renames a damaged file, and prints a message. */
    static void putAside(Path file, String what, String why) {
        Path aside;
        int number = 1;
        do {
            aside = file.resolveSibling(file.getFileName() + ".damaged-" + number++);
        } while (Files.exists(aside));
        String now = "";
        try {
            Files.move(file, aside);
            now = ", which is now " + aside.getFileName();
        } catch (IOException e) {
            // The file keeps its name.
        }
        Setting.passOver(what + " cannot be read from " + file + " (" + why + ")" + now);
    }

    /** Replaces the file. */
    public static void keep(Path file, Object what) {
        Output.replace(file, (GSON.toJson(what) + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
