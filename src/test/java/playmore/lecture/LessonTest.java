package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds the chapters together: the stages of {@code Value}, the questions, the links. */
class LessonTest {

    private static final Pattern STAGE = Pattern.compile("(?ms)^class Value implements Node \\{.*?^}");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)]*)\\)");

    /** Chapters 03, 09, 10 (2), 11 (2), 12 (2), 21. */
    private static final int STAGES = 9;

    @Test
    void eachStageOfValueIsTheOneBeforeAndWhatItMarksAsNew() throws IOException {
        List<String> stages = new ArrayList<>();
        for (Path script : scripts()) {
            STAGE.matcher(Files.readString(script)).results().forEach(found -> stages.add(found.group()));
        }
        assertEquals(STAGES, stages.size());
        for (int i = 1; i < STAGES; i++) {
            List<String> before = code(stages.get(i - 1).lines());
            List<String> kept = code(unmarked(stages.get(i)));
            int from = 0;
            for (String line : kept) {
                int at = before.subList(from, before.size()).indexOf(line);
                assertTrue(at >= 0, "stage " + i + " has a line that is neither marked as new nor in the stage before, or not in its place: " + line);
                from += at + 1;
            }
            List<String> now = code(stages.get(i).lines());
            assertEquals(now.equals(before), now.equals(kept), "stage " + i + " marks something as new where something is");
        }
    }

    /** The lines that no mark says are new: neither {@code // new}, nor a block so begun, nor what stands between two marks. */
    private static Stream<String> unmarked(String stage) {
        List<String> lines = new ArrayList<>();
        String until = null;
        for (String line : stage.lines().toList()) {
            String indent = line.replaceFirst("\\S.*", "");
            if (until != null) {
                if (line.startsWith(until)) until = null;
            } else if (line.strip().equals("// From here on new:")) {
                until = indent + "// Up to here.";
            } else if (line.contains("// new")) {
                if (line.replaceFirst("\\s*//.*", "").endsWith("{")) until = indent + "}";
            } else {
                lines.add(line);
            }
        }
        return lines.stream();
    }

    /** The lines without their comments, and without those that then are blank. */
    private static List<String> code(Stream<String> lines) {
        return lines.map(line -> line.replaceFirst("\\s*//.*", "")).filter(line -> !line.isBlank()).toList();
    }

    @Test
    void everyChapterEndsWithThingsToReadFurther() throws IOException {
        for (Path script : scripts()) {
            String text = Files.readString(script);
            int further = text.indexOf("\n// ## Further\n");
            assertTrue(further > 0, script + " has no Further");
            List<String> links = new ArrayList<>();
            for (Matcher m = LINK.matcher(text.substring(further).replace("\n//   ", " ")); m.find(); ) links.add(m.group(1));
            assertTrue(links.size() >= 1 && links.size() <= 3, script + ": " + links);
        }
    }

    @Test
    void everyLinkIsAnAddress() throws IOException {
        for (Path script : scripts()) {
            String prose = String.join("\n", Files.readString(script).lines().filter(line -> line.startsWith("//")).toList());
            for (Matcher m = LINK.matcher(prose); m.find(); ) {
                URI address = URI.create(m.group(1));
                assertTrue(address.getScheme() != null && address.getScheme().startsWith("http") && address.getHost() != null, script + ": " + address);
            }
        }
    }

    /** Chapter 11 asks how to mend it; nothing before that says so. */
    @Test
    void theFixOfChapter11IsNotToldBeforeItsQuestion() throws IOException {
        for (Path script : scripts()) {
            String text = Files.readString(script);
            String name = script.getFileName().toString();
            if (name.compareTo("09") < 0 || name.compareTo("12") >= 0) continue;
            int question = text.indexOf("how would you mend it?");
            String before = question < 0 ? text : text.substring(0, question);
            assertTrue(!before.matches("(?s).*grad \\+=.*") && !before.contains("`+=`"), name);
        }
    }

    /** So that code stands on a terminal and beside a side bar as it was written. */
    @Test
    void linesOfCodeEndBeforeColumn88() throws IOException {
        for (Path script : scripts()) {
            for (String line : Files.readString(script).lines().toList()) {
                assertTrue(line.startsWith("//") || line.length() <= 88, script + ": " + line);
            }
        }
    }

    private static List<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("scripts"))) {
            return files.filter(f -> f.toString().endsWith(".jsh")).sorted().toList();
        }
    }
}
