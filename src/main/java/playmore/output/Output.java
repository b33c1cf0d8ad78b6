package playmore.output;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Writes files to the output folder {@code out}, or the one that the system property {@code playmore.out} names. Each
 * chapter has a folder in it, with numbered files in the order in which they were made.
 *
 * <p>Each session at the prompt has its own folder ({@code out/session-1}, {@code out/session-2} and so on), so that no
 * session overwrites another's notes. A chapter that runs again overwrites its files. A file that the kit did not
 * write, or that was changed since, belongs to the learner and is never replaced.
 */
public final class Output {

    /** The name of a file while it is being written. */
    private static final Pattern PART = Pattern.compile("[.]\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}[.]part");

    /** The folders that the kit itself makes. */
    private static final Pattern RESERVED = Pattern.compile("(?i)session-\\d+|assets|lecture");

    private static final String ANOTHER =
            "java -Dplaymore.out=FOLDER -jar playmore.jar (with build.sh: JAVA_TOOL_OPTIONS=-Dplaymore.out=FOLDER)";

    private static final FileNames chapters = new FileNames();

    private static Path session;    // the folder of the session; null until something is made
    private static Path folder;     // the folder of the chapter; null in a session
    private static FileNames files = new FileNames();    // made in the current folder
    private static int count;       // of the numbered files
    private static Consumer<Artifact> listener = Artifact::print;

    private Output() {}

    /**
     * Begins a session at the prompt. Files go to a new folder until a chapter begins. The folder is made when the
     * first file is written.
     */
    public static synchronized void beginSession() {
        session = null;
        folder = null;
        files = new FileNames();
        count = 0;
    }

    /**
     * Begins a chapter. Files go to {@code out/<name>/}, numbered from 01. Half-written files that a killed run left
     * there are deleted.
     *
     * @throws IllegalArgumentException if {@code name} is not a plain folder name, is one of the kit's own folders, or
     *     on some system means the same folder as another chapter's name
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
        for (File file : files(folder)) {
            boolean isOld = PART.matcher(file.getName()).matches() && file.lastModified() < anHourAgo;
            if (isOld && Files.isRegularFile(file.toPath(), LinkOption.NOFOLLOW_LINKS)) file.delete();
        }
    }

    /** The files and folders in a folder; none if it cannot be read. */
    static File[] files(File folder) {
        File[] files = folder.listFiles();
        return files == null ? new File[0] : files;
    }

    /**
     * Makes the output folder. Half-written files that a killed run left in it, or in a folder in it, are deleted.
     *
     * @throws UserError if the folder cannot be made or is not writable
     */
    public static void makeRoot() {
        Path root = root();
        try {
            Files.createDirectories(root);
            if (!Files.isWritable(root)) throw new AccessDeniedException(root.toString());
            deleteAbandoned(root.toFile());
            for (File folder : files(root.toFile())) deleteAbandoned(folder);
        } catch (IOException e) {
            throw new UserError("Cannot write to the folder " + root.toAbsolutePath() + " (" + e + "):"
                    + " is it a file, or not yours to write in?", e);
        }
    }

    /**
     * Sets the listener that gets every artifact from now on. The first listener is {@link Artifact#print}, for a
     * session at the prompt.
     */
    public static synchronized void onPublish(Consumer<Artifact> newListener) {
        listener = newListener;
    }

    /**
     * Passes the artifact to the listener.
     *
     * @throws IllegalArgumentException if the artifact's file does not exist
     */
    public static synchronized void publish(Artifact artifact) {
        Path file = artifact == null ? null : artifact.file();
        if (file == null || !Files.isRegularFile(file)) {
            throw new IllegalArgumentException("Only what lies in a file can be published: there is no file " + file);
        }
        listener.accept(artifact);
    }

    /**
     * The file for the next artifact. Its name is a number and a name made from the title.
     *
     * @param suffix the end of the file name, such as {@code ".svg"}
     */
    public static synchronized Path next(String title, String suffix) {
        String name;
        do {
            name = String.format(Locale.ROOT, "%02d-%s%s", ++count, FileNames.slug(title), suffix);
        } while (files.has(name));
        return folder().resolve(files.own(name));
    }

    /**
     * The file in the current folder with a name that the learner chose.
     *
     * @throws IllegalArgumentException if {@code name} is not a plain file name, or on some system means the same file
     *     as another name used here
     */
    static synchronized Path named(String name, String suffix) {
        String stem = name != null && name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name;
        return folder().resolve(files.own(FileNames.plain(stem) + suffix));
    }

    /**
     * Writes all of the file, or nothing.
     *
     * @throws UserError if a file is there that the kit did not write, or that was changed since
     */
    public static void write(Path file, byte[] content) {
        if (!Files.isDirectory(file) && !KitFiles.leaves(file, content)) throw notOurs(file);
        KitFiles.add(file, content);
        replace(file, content);
    }

    /**
     * Checks that the file and its folder can be written without replacing anything of the learner's.
     *
     * @throws UserError if something is there that the kit did not write, or that was changed since
     */
    public static void check(Path file) {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !KitFiles.has(file)) throw notOurs(file);
        Path folder = file.toAbsolutePath().getParent();
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(folder)) throw notOurs(folder);
    }

    /** Whether the kit wrote this file and it is unchanged. */
    public static boolean wrote(Path file) {
        return KitFiles.has(file);
    }

    private static UserError notOurs(Path file) {
        return new UserError(file + " was not written by Playmore, or was changed since, so it is not"
                + " replaced: move it away or rename it, or choose another folder than " + root() + " with " + ANOTHER);
    }

    /** Writes all of the file, or nothing, and replaces any file. It writes a temporary file and then renames it. */
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

    static UserError cannotWrite(Path file, IOException e) {
        return new UserError("Cannot write " + file + " (" + e + "):"
                + " is the disk full, the folder not yours to write in, or the file open in another program?", e);
    }

    /** Renames the file. Windows refuses while another program, such as a virus scanner, has the file open. */
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

    /** The same, with text in UTF-8. */
    public static void write(Path file, String content) {
        write(file, content.getBytes(StandardCharsets.UTF_8));
    }

    /** The output folder, which contains the folders of all chapters. */
    public static Path root() {
        return Setting.OUT.value().orElse(Path.of("out"));
    }

    /** The folder of this session at the prompt. It is made when this method is first called. */
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
                    // Another session has this folder: try the next number.
                }
            }
        } catch (IOException e) {
            throw new UserError("Cannot make a folder in " + root().toAbsolutePath() + " (" + e + "):"
                    + " start in a folder you can write in, or name one with " + ANOTHER, e);
        }
    }
}
