package playmore.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import playmore.lecture.Script;

class NotesTest {

    private static final Script CHAPTER = NotesRun.SCRIPTS.get(0);

    @Test
    void aChapterRunAgainGivesTheSameAndLeavesTheOthersAlone() throws IOException {
        Path out = NotesRun.out();
        Map<String, String> before = contents(out);
        Map<String, FileTime> times = times(out);
        NotesRun.write(out, CHAPTER);
        assertEquals(before.keySet(), contents(out).keySet());
        before.forEach((file, text) -> assertEquals(text, contents(out).get(file), file));
        times(out).forEach((file, time) -> {
            boolean another = !file.startsWith(CHAPTER.name()) && file.contains("/") && !file.startsWith("assets/");
            if (another) assertEquals(times.get(file), time, file + " was written again");
        });
    }

    @Test
    void nothingHalfWrittenIsLeft() throws IOException {
        assertTrue(times(NotesRun.out()).keySet().stream().noneMatch(file -> file.contains(".part")));
    }

    /** A chapter of three pictures is run, then shortened so that it fails, then so that it does not. */
    @Test
    void whatAnEarlierRunMadeIsLinkedAfterAFailureAndGoesAfterAGoodRun(@TempDir Path temp) throws IOException {
        Path out = temp.resolve("out"), chapter = out.resolve("30-mine");
        run(temp, "for (String s : List.of(\"a\", \"b\", \"c\")) drawDot(new Value(1, s)).svg(\"09-\" + s);");
        run(temp, "drawDot(new Value(1, \"a\"));\nint x = 1 / 0;");
        assertEquals(List.of("01-a.svg", "02-b.svg", "03-c.svg", "09-a.svg", "09-b.svg", "09-c.svg"), pictures(chapter));
        assertTrue(Files.readString(chapter.resolve("index.html")).contains("From an earlier run: <a class=\"made\" href=\"./02-b.svg\">"));
        Path drawnSince = chapter.resolve("03-c.svg");
        Files.setLastModifiedTime(drawnSince, FileTime.from(Instant.now().plusSeconds(9)));
        run(temp, "drawDot(new Value(1, \"other\"));");
        assertEquals(List.of("01-other.svg", "03-c.svg", "09-a.svg", "09-b.svg", "09-c.svg"), pictures(chapter));
        assertFalse(Files.readString(chapter.resolve("index.html")).contains("earlier run"));
    }

    private static void run(Path temp, String code) throws IOException {
        Path file = Files.writeString(temp.resolve("30-mine.jsh"), "// # 30 · Mine\n"
                + "// Lecture [0:00:01](https://www.youtube.com/watch?v=VMj-3S1tku0&t=1s)\nchapter(\"30-mine\");\n" + code + "\n");
        NotesRun.write(temp.resolve("out"), Script.read(file));
    }

    private static List<String> pictures(Path folder) {
        return files(folder).map(f -> name(folder, f)).filter(f -> f.endsWith(".svg")).sorted().toList();
    }

    /** The texts of all files, by their names. */
    private static Map<String, String> contents(Path out) {
        return files(out).collect(Collectors.toMap(file -> name(out, file), file -> {
            try {
                return Files.readString(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }, (a, b) -> a, TreeMap::new));
    }

    private static Map<String, FileTime> times(Path out) throws IOException {
        Map<String, FileTime> times = new TreeMap<>();
        for (Path file : files(out).toList()) {
            times.put(name(out, file), Files.getLastModifiedTime(file));
        }
        return times;
    }

    private static Stream<Path> files(Path out) {
        try {
            return Files.walk(out).filter(Files::isRegularFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path out, Path file) {
        return out.relativize(file).toString().replace('\\', '/');
    }
}
