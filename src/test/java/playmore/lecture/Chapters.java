package playmore.lecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import playmore.output.ShownTable;
import playmore.replay.Event;
import playmore.replay.Replay;
import playmore.replay.Script;

/** The lecture's chapters in the replay, each run once for all tests that ask for it. */
final class Chapters {

    /**
     * What happened in a chapter.
     *
     * @param printed all of it, as its golden should be
     * @param out the folder in which it has its own
     */
    record Run(Script script, List<Event> events, Golden printed, Path out) {

        /** What it printed and the files it wrote, those of tables and pictures among them. */
        Transcript transcript() {
            return Chapters.transcript(script, events, out);
        }
    }

    private static final Map<String, Run> RUNS = new HashMap<>();

    private Chapters() {}

    static List<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("scripts"))) {
            return files.sorted().toList();
        }
    }

    private static Transcript transcript(Script script, List<Event> events, Path out) {
        String printed = events.stream().map(Chapters::printed).collect(Collectors.joining());
        return new Transcript(script.name(), printed, out.resolve(script.name()));
    }

    /** What jshell prints of this: a table, too, which the replay hands on as it is. */
    private static String printed(Event event) {
        if (event instanceof Event.Made made && made.artifact() instanceof ShownTable table) return table.text() + "\n";
        return event instanceof Event.Printed printed ? printed.text() : "";
    }

    static Transcript transcript(String name) {
        return run(name).transcript();
    }

    /** Runs {@code scripts/<name>.jsh}; the next call has the same run. */
    static synchronized Run run(String name) {
        return RUNS.computeIfAbsent(name, n -> replay(Path.of("scripts", n + ".jsh")));
    }

    private static Run replay(Path script) {
        List<Event> events = new ArrayList<>();
        Golden.Recorder recorder = new Golden.Recorder();
        try {
            Path out = Project.temp("chapters");
            System.setProperty("playmore.out", out.toString());
            Script chapter = Script.read(script);
            if (!new Replay(Path.of("startup.jsh"), recorder.andThen(events::add)).run(chapter, 1, 1)) {
                throw new AssertionError(events.get(events.size() - 1).toString());
            }
            return new Run(chapter, events, recorder.golden(transcript(chapter, events, out).files()), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            System.clearProperty("playmore.out");
        }
    }
}
