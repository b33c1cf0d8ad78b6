package playmore.output;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Where pictures and tables go: a folder for each chapter under {@code out/}, the files numbered in
 * the order in which they were made.
 *
 * <p>A session at the prompt, outside any chapter, has a folder of its own ({@code out/session-1},
 * {@code out/session-2} and so on), so that no session overwrites another's notes. A chapter that is
 * run again writes the same files again. The system property {@code playmore.out} names another
 * folder than {@code out}. A file there that is not as the kit wrote it is the learner's own, and stays as it is.
 */
public final class Output {

    /** A file that is not whole yet has such a name. */
    private static final Pattern PART = Pattern.compile("[.]\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}[.]part");

    /** The kit gives these names to folders by itself. */
    private static final Pattern RESERVED = Pattern.compile("(?i)session-\\d+|assets|lecture");

    private static final String ANOTHER =
            "java -Dplaymore.out=FOLDER -jar playmore.jar (with build.sh: JAVA_TOOL_OPTIONS=-Dplaymore.out=FOLDER)";

    private static final FileNames chapters = new FileNames();

    private static Path session;    // the folder, once there is one
    private static Path folder;     // of the chapter, once there is one
    private static FileNames files = new FileNames();    // of that folder, as far as they were made since
    private static int count;
    private static Consumer<Artifact> listener = Artifact::print;

    private Output() {}

    /**
     * Begins a session at the prompt: what follows, until a chapter begins, goes to a new folder, which is made when
     * something is written there.
     */
    public static synchronized void beginSession() {
        session = null;
        folder = null;
        files = new FileNames();
        count = 0;
    }

    /**
     * Begins a chapter: what follows goes to {@code out/<name>/}, numbered from 01. What a killed run
     * left there half-written is deleted.
     *
     * @throws IllegalArgumentException if {@code name} is not a plain folder name, or that of a session, or some
     *     systems take it for another chapter's
     */
    public static synchronized void chapter(String name) {
        if (RESERVED.matcher(FileNames.plain(name)).matches()) {
            throw new IllegalArgumentException("\"" + name + "\" is a folder of Playmore's own: use another name");
        }
        folder = root().resolve(chapters.own(name));
        files = new FileNames();
        count = 0;
        deleteAbandoned(folder.toFile());
    }

    private static void deleteAbandoned(File folder) {
        long anHourAgo = System.currentTimeMillis() - 3600 * 1000;
        File[] parts = folder.listFiles(f -> PART.matcher(f.getName()).matches() && f.lastModified() < anHourAgo
                && Files.isRegularFile(f.toPath(), LinkOption.NOFOLLOW_LINKS));
        if (parts != null) {
            for (File part : parts) part.delete();
        }
    }

    /**
     * Makes the folder of all chapters. What a killed run left half-written there and one folder below is deleted.
     *
     * @throws UncheckedIOException if it cannot be made or written in
     */
    public static void makeRoot() {
        Path root = root();
        try {
            Files.createDirectories(root);
            if (!Files.isWritable(root)) throw new AccessDeniedException(root.toString());
            deleteAbandoned(root.toFile());
            File[] folders = root.toFile().listFiles(File::isDirectory);
            if (folders != null) Arrays.stream(folders).forEach(Output::deleteAbandoned);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to the folder " + root.toAbsolutePath() + " (" + e + "):"
                    + " is it a file, or not yours to write in?", e);
        }
    }

    /**
     * The listener hears of every artifact from now on, in place of the one before; the first is
     * {@link Artifact#print}, for a session at the prompt.
     */
    public static synchronized void onPublish(Consumer<Artifact> newListener) {
        listener = newListener;
    }

    /**
     * Tells the listener.
     *
     * @throws IllegalArgumentException if there is no file of the artifact
     */
    public static synchronized void publish(Artifact artifact) {
        Path file = artifact == null ? null : artifact.file();
        if (file == null || !Files.isRegularFile(file)) {
            throw new IllegalArgumentException("Only what lies in a file can be published: there is no file " + file);
        }
        listener.accept(artifact);
    }

    /**
     * The file for the next artifact: its number, then {@code title} made fit for a file name.
     *
     * @param suffix how the file name ends, {@code ".svg"}
     */
    public static synchronized Path next(String title, String suffix) {
        String name;
        do {
            name = String.format(Locale.ROOT, "%02d-%s%s", ++count, FileNames.slug(title), suffix);
        } while (files.has(name));
        return folder().resolve(files.own(name));
    }

    /**
     * A file in the current folder, by the learner's own name for it.
     *
     * @throws IllegalArgumentException if {@code name} is not a plain file name, or some systems take it
     *     for that of another file made here
     */
    static synchronized Path named(String name, String suffix) {
        String stem = name != null && name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name;
        return folder().resolve(files.own(FileNames.plain(stem) + suffix));
    }

    /**
     * Writes all of the file or nothing.
     *
     * @throws IllegalArgumentException if there is a file that the kit did not write, or that was changed since
     */
    public static void write(Path file, byte[] content) {
        if (!Files.isDirectory(file) && !KitFiles.leaves(file, content)) throw notOurs(file);
        KitFiles.add(file, content);
        replace(file, content);
    }

    /**
     * Checks that the file, and the folder for it, can be written without a loss to the learner.
     *
     * @throws IllegalArgumentException if there is something that the kit did not write, or that was changed since
     */
    public static void check(Path file) {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !KitFiles.has(file)) throw notOurs(file);
        Path folder = file.toAbsolutePath().getParent();
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(folder)) throw notOurs(folder);
    }

    /** Whether this is a file as the kit wrote it. */
    public static boolean wrote(Path file) {
        return KitFiles.has(file);
    }

    private static IllegalArgumentException notOurs(Path file) {
        return new IllegalArgumentException(file + " was not written by Playmore, or was changed since, so it is not"
                + " replaced: move it away or rename it, or choose another folder than " + root() + " with " + ANOTHER);
    }

    /** Writes all of the file or nothing, whatever was there: first beside it, then in its place. */
    static void replace(Path file, byte[] content) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path part = file.resolveSibling("." + UUID.randomUUID() + ".part");
            try {
                Files.write(part, content);
                replace(file, part);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw cannotWrite(file, e);
        }
    }

    static UncheckedIOException cannotWrite(Path file, IOException e) {
        return new UncheckedIOException("Cannot write " + file + " (" + e + "):"
                + " is the disk full, the folder not yours to write in, or the file open in another program?", e);
    }

    /** Windows refuses while another program has the file, as one that looks for viruses does for a moment. */
    private static void replace(Path file, Path part) throws IOException {
        for (int left = 4; ; left--) {
            try {
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
                return;
            } catch (FileSystemException e) {
                if (left == 0) throw e;
                LockSupport.parkNanos(100_000_000);
            }
        }
    }

    /** The same, of text in UTF-8. */
    public static void write(Path file, String content) {
        write(file, content.getBytes(StandardCharsets.UTF_8));
    }

    /** The folder in which each chapter has its own. */
    public static Path root() {
        return Setting.OUT.value().orElse(Path.of("out"));
    }

    /** The folder of this session at the prompt, which is made when it is first asked for. */
    public static synchronized Path session() {
        if (session == null) session = newSessionFolder();
        return session;
    }

    private static Path folder() {
        return folder == null ? session() : folder;
    }

    static Path newSessionFolder() {
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
                    + " start in a folder you can write in, or name one with " + ANOTHER, e);
        }
    }
}
