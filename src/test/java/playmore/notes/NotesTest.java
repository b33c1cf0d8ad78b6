package playmore.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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
