package playmore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import playmore.replay.Replay;
import playmore.replay.Script;
import playmore.terminal.Terminal;

/** A fault of the kit's own is one sentence to the learner, and leaves a trace for who mends it. */
class ExitTest {

    @TempDir Path folder;

    /** What fails, while a chapter is replayed. */
    static final class Fails {
        public static void main(String[] words) throws Exception {
            Terminal terminal = new Terminal(new PrintStream(System.out, true, StandardCharsets.UTF_8), 0, false);
            Path script = Files.writeString(Path.of(words[1]), """
                    // # 99 · Test
                    // Lecture [0:00:01](https://www.youtube.com/watch?v=VMj-3S1tku0&t=1s)
                    chapter("99-test");
                    Thread.sleep(500);
                    """);
            Replay replay = new Replay(Path.of("startup.jsh"), event -> {
                if (words[0].equals("main")) throw new IllegalStateException("a fault\nof two lines");
                ThreadGroup system = Thread.currentThread().getThreadGroup().getParent();
                Runnable fault = () -> {
                    throw new IllegalStateException("a fault\nof two lines");
                };
                Thread ours = new Thread(system, fault);
                ours.start();
            });
            new Exit(replay::interrupted, terminal).after(() -> replay.run(Script.read(script), 1, 1));
        }
    }

    private void fails(String where, int expected) throws Exception {
        List<String> command = Jdk.HERE.java("-javaagent:target/playmore.jar", "-Dplaymore.out=" + folder.resolve("out"),
                "-cp", System.getProperty("java.class.path"), Fails.class.getName(), where, folder.resolve("99-test.jsh").toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(expected, process.waitFor(), said);
        Path trace = folder.resolve("out/.playmore-fault.txt");
        assertTrue(said.contains("Playmore has a fault: java.lang.IllegalStateException: a fault. Please report it, with the file " + trace), said);
        assertTrue(Files.readString(trace).contains("at playmore.ExitTest$Fails"), said);
    }

    @Test
    void whereAChapterIsToldOf() throws Exception {
        fails("main", 1);
    }

    @Test
    void onAThreadThatIsNotTheScripts() throws Exception {
        fails("thread", 0);
    }
}
