package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each of {@code scripts/} through the replay, which must show what the real jshell prints. */
class ScriptsTest {

    @TempDir Path out;

    @BeforeAll
    static void runInJShell() throws IOException {
        JShellProcess.runEach(scripts().stream().map(file -> file.getFileName().toString().replace(".jsh", "")).toList());
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

    @ParameterizedTest
    @MethodSource("scripts")
    void theReplayPrintsAndWritesWhatJShellDoes(Path file) throws IOException {
        System.setProperty("playmore.out", out.toString());
        Script script = Script.read(file);
        List<Event> events = new ArrayList<>();
        assertTrue(new Replay(Path.of("startup.jsh"), events::add).run(script, 1, 1),
                () -> "" + events.get(events.size() - 1));

        Transcript jshell = JShellProcess.run(script.name());
        String printed = events.stream().filter(e -> e instanceof Event.Printed)
                .map(e -> ((Event.Printed) e).text()).collect(Collectors.joining());
        Transcript replay = new Transcript(script.name(), printed, out.resolve(script.name()));
        assertEquals(jshell.repeatable(), replay.repeatable());
        assertEquals(jshell.files(), replay.files());
        for (Event event : events) {
            if (event instanceof Event.Made made) assertTrue(Files.size(made.artifact().file()) > 0);
        }
    }
}
