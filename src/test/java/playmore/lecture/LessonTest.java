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
    private static final Pattern TIME = Pattern.compile("\\[(\\d):(\\d\\d):(\\d\\d)]\\(([^)]*)\\)");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)]*)\\)");

    /** Chapters 03, 09, 10, 11 (2), 12, 21. */
    private static final int STAGES = 7;

    /** A line of a stage without its comment, and whether a mark says that it is new. */
    private record Line(String code, boolean isNew) {}

    @Test
    void eachStageOfValueIsTheOneBeforeAndWhatItMarksAsNew() throws IOException {
        List<List<Line>> stages = new ArrayList<>();
        for (Path script : scripts()) {
            STAGE.matcher(Files.readString(script)).results().forEach(found -> stages.add(lines(found.group())));
        }
        assertEquals(STAGES, stages.size());
        for (int i = 1; i < STAGES; i++) {
            List<String> before = stages.get(i - 1).stream().map(Line::code).toList();
            int from = 0;
            boolean changed = false;
            for (Line line : stages.get(i)) {
                changed |= line.isNew;
                if (line.isNew) continue;
                int at = before.subList(from, before.size()).indexOf(line.code);
                assertTrue(at >= 0, "stage " + i + " has a line that is neither marked as new nor in the stage before, or not in its place: " + line.code);
                assertTrue(at == 0 || changed, "stage " + i + " has lost a line, with nothing new in its place: " + before.get(from));
                from += at + 1;
                changed = false;
            }
            assertTrue(from == before.size() || changed, "stage " + i + " ends too early");
            boolean same = before.equals(stages.get(i).stream().map(Line::code).toList());
            assertEquals(same, stages.get(i).stream().noneMatch(Line::isNew), "stage " + i + " marks something as new where something is");
        }
    }

    /** New is what says {@code // new}, a block that so begins, and what stands between two marks. */
    private static List<Line> lines(String stage) {
        List<Line> lines = new ArrayList<>();
        String until = null;
        for (String line : stage.lines().toList()) {
            String indent = line.replaceFirst("\\S.*", ""), code = line.replaceFirst("\\s*//.*", "");
            boolean isNew = until != null || line.contains("// new");
            if (until != null) {
                if (line.startsWith(until)) until = null;
            } else if (line.strip().equals("// From here on new:")) {
                until = indent + "// Up to here.";
            } else if (isNew && code.endsWith("{")) {
                until = indent + "}";
            }
            if (!code.isBlank()) lines.add(new Line(code, isNew));
        }
        return lines;
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

    @Test
    void aTimeInTheLectureOpensTheVideoThere() throws IOException {
        List<Path> texts = new ArrayList<>(scripts());
        texts.add(Path.of("README.md"));
        int times = 0;
        for (Path text : texts) {
            for (Matcher m = TIME.matcher(Files.readString(text)); m.find(); times++) {
                int seconds = (Integer.parseInt(m.group(1)) * 60 + Integer.parseInt(m.group(2))) * 60 + Integer.parseInt(m.group(3));
                assertEquals("https://www.youtube.com/watch?v=VMj-3S1tku0&t=" + seconds + "s", m.group(4), text + ": " + m.group());
            }
        }
        assertTrue(times > 2 * scripts().size(), times + " times");
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
            boolean shown = false;    // in the prose
            for (String line : Files.readString(script).lines().toList()) {
                String bare = line.replaceFirst("^// ?", "");
                if (bare.strip().startsWith("```")) shown = !shown;
                assertTrue(line.startsWith("//") && !shown || bare.length() <= 88, script + ": " + line);
            }
        }
    }

    private static List<Path> scripts() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("scripts"))) {
            return files.filter(f -> f.toString().endsWith(".jsh")).sorted().toList();
        }
    }
}
