package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import playmore.output.ShownTable;

/**
 * Each of {@code scripts/} in a jshell of its own, through the replay, and after all those before it in
 * one session: always the same.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ScriptsTest {

    private static CompletableFuture<Map<String, Transcript>> inOneSession;

    @TempDir Path out;

    @BeforeAll
    static void runInJShell() throws IOException {
        List<Path> scripts = scripts();
        inOneSession = CompletableFuture.supplyAsync(() -> JShellProcess.run(scripts));    // takes minutes
        JShellProcess.runEach(scripts);
    }

    @AfterEach
    void writeToOut() {
        System.clearProperty("playmore.out");
    }

    static List<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("scripts"))) {
            return files.sorted().toList();
        }
    }

    @Order(1)
    @ParameterizedTest
    @MethodSource("scripts")
    void theReplayPrintsAndWritesWhatJShellDoes(Path file) throws IOException {
        System.setProperty("playmore.out", out.toString());
        Script script = Script.read(file);
        List<Event> events = new ArrayList<>();
        assertTrue(new Replay(Path.of("startup.jsh"), events::add).run(script, 1, 1),
                () -> "" + events.get(events.size() - 1));

        Transcript jshell = JShellProcess.run(script.name());
        String printed = events.stream().map(ScriptsTest::printed).collect(Collectors.joining());
        Transcript replay = new Transcript(script.name(), printed, out.resolve(script.name()));
        assertEquals(jshell.repeatable(), replay.repeatable());
        assertEquals(jshell.files(), replay.files());
        for (Event event : events) {
            if (event instanceof Event.Made made) assertTrue(Files.size(made.artifact().file()) > 0);
        }
    }

    /** What jshell prints of this: a table, too, which the replay hands on as it is. */
    private static String printed(Event event) {
        if (event instanceof Event.Made made && made.artifact() instanceof ShownTable table) return table.text() + "\n";
        return event instanceof Event.Printed printed ? printed.text() : "";
    }

    @Order(2)
    @Test
    void inOneSessionEveryScriptPrintsAndWritesWhatItDoesAlone() throws IOException {
        Map<String, Transcript> inOrder = inOneSession.join();
        assertEquals(scripts().size() + 1, inOrder.size(), "each script, and startup.jsh: " + inOrder.keySet());
        for (Path script : scripts()) {
            String name = JShellProcess.name(script);
            Transcript alone = JShellProcess.run(name), inTurn = inOrder.get(name);
            assertEquals(alone.repeatable(), inTurn.repeatable(), name);
            assertEquals(alone.files(), inTurn.files(), name);
        }
    }
}
