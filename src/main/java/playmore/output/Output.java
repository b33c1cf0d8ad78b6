package playmore.output;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Where pictures and tables go: a folder for each chapter under {@code out/}, the files numbered in
 * the order in which they were made.
 *
 * <p>A session at the prompt, outside any chapter, has a folder of its own ({@code out/session-1},
 * {@code out/session-2} and so on), so that no session overwrites another's notes. A chapter that is
 * run again writes the same files again. The system property {@code playmore.out} names another
 * folder than {@code out}.
 */
public final class Output {

    private static final int MAX_SLUG = 40, MAX_NAME = 60;    // of characters, which take up to 4 of a name's 255 bytes

    /** Ends with none of those that Windows would drop; {@code \p{M}}, as most scripts of India have vowels that are marks. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M} ._-]*(?<![ .])");

    /** What Windows takes for a device, whatever its suffix. */
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)([. ].*)?");

    private static final String PART = ".part";    // how the names of files that are not whole yet end

    private static Path folder;
    private static int count;
    private static Consumer<Artifact> listener = artifact -> {};

    private Output() {}

    /**
     * Begins a chapter: what follows goes to {@code out/<name>/}, numbered from 01. What a killed run
     * left there half-written is deleted.
     *
     * @throws IllegalArgumentException if {@code name} is not a plain folder name
     */
    public static synchronized void chapter(String name) {
        folder = root().resolve(plain(name));
        count = 0;
        deleteAbandoned(folder.toFile());
    }

    private static void deleteAbandoned(File folder) {
        long anHourAgo = System.currentTimeMillis() - 3600 * 1000;
        File[] parts = folder.listFiles(f -> f.getName().endsWith(PART) && f.lastModified() < anHourAgo);
        if (parts != null) {
            for (File part : parts) part.delete();
        }
    }

    /**
     * Makes the folder of all chapters.
     *
     * @throws UncheckedIOException if it cannot be made or written in
     */
    public static void makeRoot() {
        Path root = root();
        try {
            Files.createDirectories(root);
            if (!Files.isWritable(root)) throw new AccessDeniedException(root.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to the folder " + root.toAbsolutePath() + " (" + e + "):"
                    + " is it a file, or not yours to write in?", e);
        }
    }

    /** The listener hears of every artifact from now on, in place of the one before. */
    public static synchronized void onPublish(Consumer<Artifact> newListener) {
        listener = newListener;
    }

    /** Tells the listener. */
    public static synchronized void publish(Artifact artifact) {
        listener.accept(artifact);
    }

    /**
     * The file for the next artifact: its number, then {@code title} made fit for a file name.
     *
     * @param suffix how the file name ends, {@code ".svg"}
     */
    public static synchronized Path next(String title, String suffix) {
        count++;
        return folder().resolve(String.format(Locale.ROOT, "%02d-%s%s", count, slug(title), suffix));
    }

    /**
     * A file in the current folder, by the learner's own name for it.
     *
     * @throws IllegalArgumentException if {@code name} is not a plain file name
     */
    public static synchronized Path named(String name, String suffix) {
        return folder().resolve(plain(name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name) + suffix);
    }

    /** Writes all of the file or nothing: first beside it, then in its place. */
    public static void write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            Path part = file.resolveSibling("." + UUID.randomUUID() + PART);
            try {
                Files.write(part, content);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file + " (" + e + "):"
                    + " is the disk full, or the folder not yours to write in?", e);
        }
    }

    /** The same, of text in UTF-8. */
    public static void write(Path file, String content) {
        write(file, content.getBytes(StandardCharsets.UTF_8));
    }

    /** The folder in which each chapter has its own. */
    public static Path root() {
        return Path.of(System.getProperty("playmore.out", "out"));
    }

    private static Path folder() {
        if (folder == null) {
            folder = newSessionFolder();
        }
        return folder;
    }

    private static Path newSessionFolder() {
        try {
            Files.createDirectories(root());
            for (int i = 1; ; i++) {
                try {
                    return Files.createDirectory(root().resolve("session-" + i));
                } catch (FileAlreadyExistsException e) {
                    // Another session's: try the next number.
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make a folder in " + root().toAbsolutePath() + " (" + e + "):"
                    + " start in a folder you can write in, or name one with -R-Dplaymore.out=...", e);
        }
    }

    private static String plain(String name) {
        if (name.codePointCount(0, name.length()) > MAX_NAME) {
            throw new IllegalArgumentException("\"" + first(20, name) + "…\" is too long for a file name: use at most "
                    + MAX_NAME + " characters");
        }
        if (!PLAIN.matcher(name).matches()) {
            throw new IllegalArgumentException("\"" + name + "\" is not a plain file name:"
                    + " use letters, digits, spaces, '.', '-' and '_', and no folders");
        }
        if (DEVICE.matcher(name).matches()) {
            throw new IllegalArgumentException("\"" + name + "\" is not a file on Windows, but a device: use another name");
        }
        return name;
    }

    private static String slug(String title) {
        String slug = title.replaceAll("([^\\p{L}\\p{N}\\p{M}]+\\p{M}*)+", "-").replaceAll("^[-\\p{M}]+|-$", "");
        return slug.isEmpty() ? "untitled" : first(MAX_SLUG, slug);
    }

    private static String first(int characters, String text) {
        return text.codePoints().limit(characters)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
