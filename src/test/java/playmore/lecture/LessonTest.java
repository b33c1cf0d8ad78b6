package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds the chapters together: the stages of their classes, the questions, the links. */
class LessonTest {

    private static final Pattern STAGE = Pattern.compile("(?ms)^class (\\w+)[^\\n]*\\{\\n.*?^}");
    private static final Pattern TIME = Pattern.compile("\\[(\\d):(\\d\\d):(\\d\\d)]\\((https?:[^)]*)\\)");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)]*)\\)");

    /** How often each class is shown: Value in the chapters 03, 09, 10, 11 (twice), 12 and 21, the others in 14 and 16. */
    private static final Map<String, Integer> STAGES = Map.of("Value", 7, "Neuron", 2, "Layer", 2, "MLP", 2);

    /** A line of a stage without its comment, and whether a mark says that it is new. */
    private record Line(String code, boolean isNew) {}

    @Test
    void eachStageOfAClassIsTheOneBeforeAndWhatItMarksAsNew() throws IOException {
        Map<String, List<List<Line>>> stages = new HashMap<>();
        for (Path script : scripts()) {
            for (Matcher m = STAGE.matcher(Files.readString(script)); m.find(); ) {
                stages.computeIfAbsent(m.group(1), name -> new ArrayList<>()).add(lines(m.group()));
            }
        }
        stages.forEach((name, all) -> {
            assertEquals(STAGES.get(name), all.size(), name);
            for (int i = 1; i < all.size(); i++) compare(name + ", stage " + i, all.get(i - 1), all.get(i));
        });
        assertEquals(STAGES.keySet(), stages.keySet());
    }

    private static void compare(String stage, List<Line> old, List<Line> lines) {
        List<String> before = old.stream().map(Line::code).toList();
        int from = 0;
        boolean changed = false;
        for (Line line : lines) {
            changed |= line.isNew;
            if (line.isNew) continue;
            int at = before.subList(from, before.size()).indexOf(line.code);
            assertTrue(at >= 0, stage + " has a line that is neither marked as new nor in the stage before, or not in its place: " + line.code);
            assertTrue(at == 0 || changed, stage + " has lost a line, with nothing new in its place: " + before.get(from));
            from += at + 1;
            changed = false;
        }
        assertTrue(from == before.size() || changed, stage + " ends too early");
        boolean same = before.equals(lines.stream().map(Line::code).toList());
        assertEquals(same, lines.stream().noneMatch(Line::isNew), stage + " marks something as new where something is");
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
