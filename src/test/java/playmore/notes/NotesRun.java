package playmore.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import playmore.Jdk;
import playmore.replay.Replay;
import playmore.replay.Script;

/** Notes of real chapters, and of a script that is all odd, written once for all tests. */
final class NotesRun {

    static final List<Script> SCRIPTS = Stream.of("scripts/05-manual-backprop.jsh", "scripts/07-neuron.jsh",
                    "scripts/11-accumulate-gradients.jsh", "scripts/14-neural-net.jsh", "scripts/23-break-it.jsh",
                    "src/test/resources/playmore/notes/90-odd.jsh")
            .map(NotesRun::script).toList();

    /** One that is in the contents and was not run. */
    static final Script NOT_RUN = script("scripts/06-optimization-step.jsh");

    private static Path folder;    // once a test wants it

    private NotesRun() {}

    /** The folder with the notes. */
    static Path out() {
        return folder().resolve("out");
    }

    /** That with the notes of a script that makes each kind of page that moves, and of the odd one. */
    static Path moving() {
        return folder().resolve("moving");
    }

    /** That with the notes of a script that tries to break out of its page. */
    static Path hostile() {
        return folder().resolve("hostile");
    }

    /** All are written in a process of its own, so that other tests may run in this one. */
    private static synchronized Path folder() {
        if (folder != null) return folder;
        Path made = newFolder();
        try {
            Process run = new ProcessBuilder(Jdk.HERE.java("-javaagent:target/playmore.jar", "-Dfile.encoding=UTF-8", "-Duser.language=en",
                    "-cp", System.getProperty("java.class.path"), NotesRun.class.getName(), made.toString())).redirectErrorStream(true).start();
            String printed = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, run.waitFor(), printed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        folder = made;
        return folder;
    }

    public static void main(String[] folder) {
        Script odd = SCRIPTS.get(SCRIPTS.size() - 1);
        SCRIPTS.forEach(script -> write(Path.of(folder[0], "out"), script));
        Stream.of(odd, script("src/test/resources/playmore/notes/92-moving.jsh")).forEach(script -> write(Path.of(folder[0], "moving"), script));
        write(Path.of(folder[0], "hostile"), script("src/test/resources/playmore/notes/91-hostile.jsh"));
        System.exit(0);
    }

    /** Runs a chapter and writes its notes. */
    static void write(Path folder, Script script) {
        List<Script> all = Stream.concat(SCRIPTS.stream(), Stream.of(NOT_RUN, script)).distinct().sorted(Comparator.comparing(Script::name)).toList();
        System.setProperty("playmore.out", folder.toString());
        try {
            Path startup = Path.of("startup.jsh");
            Notes notes = new Notes(folder, Files.readString(startup), all);
            new Replay(startup, notes).run(script, 1, 1);
            notes.writeContents();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            System.clearProperty("playmore.out");
        }
    }

    /** Whether a link leads to where the author of a script wrote that it does, on the web. */
    static boolean authors(String link) {
        return link.equals("https://www.youtube.com/watch?v=VMj-3S1tku0") || link.startsWith("https://") && Stream.concat(SCRIPTS.stream(), Stream.of(NOT_RUN)).anyMatch(script -> {
            try {
                return Files.readString(script.file()).contains("(" + link + ")");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    static String read(String file) {
        try {
            return Files.readString(out().resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Script script(String file) {
        try {
            return Script.read(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of its own for each run of the tests: two may run at a time. */
    static Path newFolder() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "notes-of-tests")).toAbsolutePath(), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
