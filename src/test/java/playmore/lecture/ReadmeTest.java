package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import playmore.pytorch.PyTorch;
import playmore.replay.Event;
import playmore.replay.Replay;
import playmore.replay.Script;
import playmore.terminal.Terminal;

/** What the README shows is what happens. */
class ReadmeTest {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```\\w*\n(.*?)^```");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+\\.\\d+");
    private static final String PROMPT = "jshell> ";

    @TempDir Path temp;

    @AfterEach
    void writeToOut() {
        System.clearProperty("playmore.out");
    }

    @Test
    void theSessionPrintsWhatItShows() throws IOException, InterruptedException {
        List<String> inputs = new ArrayList<>(), shown = new ArrayList<>();
        for (String block : blocks()) {
            if (!block.startsWith(PROMPT)) continue;
            for (String step : block.substring(PROMPT.length()).split("\n" + PROMPT)) {
                String[] inputAndEcho = step.split("\n", 2);
                inputs.add(inputAndEcho[0]);
                shown.add(inputAndEcho[1].strip());
            }
        }
        List<String> echoes = session(inputs);
        assertEquals(inputs.size(), echoes.size());
        for (int i = 0; i < inputs.size(); i++) {
            String echo = echoes.get(i);
            if (echo.startsWith(inputs.get(i))) echo = echo.substring(inputs.get(i).length());    // typed ahead
            assertEquals(withoutNumbers(shown.get(i)), withoutNumbers(echo), inputs.get(i));
            List<Double> expected = numbers(shown.get(i)), printed = numbers(echo);
            for (int k = 0; k < expected.size(); k++) {
                assertEquals(expected.get(k), printed.get(k), 1e-12, inputs.get(i));
            }
        }
        assertTrue(Files.size(temp.resolve("out/session-1/my-notes.png")) > 0);
        assertTrue(Files.size(temp.resolve("out/session-1/my-notes.svg")) > 0);
    }

    /** What an interactive jshell echoes to each input. */
    private List<String> session(List<String> inputs) throws IOException, InterruptedException {
        String[] echoes = JShellProcess.typed(inputs, temp).split("\n" + PROMPT);
        return Stream.of(echoes).map(String::strip).toList().subList(1, echoes.length - 1);
    }

    @Test
    void thePictureIsWhatDrawDotDraws() throws IOException {
        String drawn = Files.readString(Path.of("src/readme/L.svg"));
        assertEquals(Chapters.transcript("05-manual-backprop").svg("07-L"), drawn);
    }

    @Test
    void theReplayLooksAsShown() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(new PrintStream(out, false, StandardCharsets.UTF_8), 0, false);
        Chapters.Run run = Chapters.run("05-manual-backprop");
        run.events().forEach(terminal::accept);
        String replay = out.toString(StandardCharsets.UTF_8).replace(Path.of("").toAbsolutePath().relativize(run.out()).toString(), "out");
        String shown = blocks().stream().filter(block -> block.contains("  │ ")).findFirst().orElseThrow();
        for (String part : shown.split("…\n")) {
            assertTrue(replay.contains(part), () -> "The replay of chapter 05 does not show\n" + part + "\nbut\n" + replay);
        }
    }

    @Test
    void theExampleChapterRuns() throws IOException {
        System.setProperty("playmore.out", temp.toString());
        String example = blocks().stream().filter(block -> block.startsWith("// # 25")).findFirst().orElseThrow();
        List<Event> events = new ArrayList<>();
        Script script = Script.read(Files.writeString(temp.resolve("25-my-idea.jsh"), example));
        assertTrue(new Replay(Path.of("startup.jsh"), events::add).run(script, 1, 1), () -> "" + events);
        assertTrue(events.contains(new Event.Printed("dy/dx = 6.0\n", false)));
    }

    @Test
    void theTableListsEveryChapter() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        try (Stream<Path> scripts = Files.list(Path.of("scripts"))) {
            for (Path file : scripts.toList()) {
                Script script = Script.read(file);
                String row = "| [" + script.number() + "](scripts/" + file.getFileName() + ") | " + script.title()
                        + " | [" + script.timecode().time() + "](" + script.timecode().link() + ") |";
                boolean withoutPyTorch = script.number().equals("13") && !PyTorch.isAvailable();
                String expected = withoutPyTorch ? row : row + leaves(Chapters.transcript(script.name()).files()) + " |\n";
                assertTrue(readme.contains(expected), () -> "Not in the README: " + expected);
            }
        }
    }

    private static String leaves(List<String> files) {
        return Stream.of(tally(files, ".svg", "picture"), tally(files, ".csv", "table"), tally(files, ".html", "page"))
                .filter(s -> !s.isEmpty()).collect(Collectors.joining(","));
    }

    private static String tally(List<String> files, String suffix, String what) {
        long n = files.stream().filter(file -> file.endsWith(suffix)).count();
        return n == 0 ? "" : " " + n + " " + what + (n == 1 ? "" : "s");
    }

    @Test
    void theTableHasOneRowAChapterInTheirOrder() throws IOException {
        List<String> numbers = Files.readString(Path.of("README.md")).lines()
                .dropWhile(line -> !line.equals("|---|---|---|---|")).skip(1)
                .takeWhile(line -> line.startsWith("| [")).map(line -> line.substring(3, 5)).toList();
        try (Stream<Path> scripts = Files.list(Path.of("scripts"))) {
            assertEquals(scripts.map(file -> file.getFileName().toString().substring(0, 2)).sorted().toList(), numbers);
        }
    }

    /** Each jar on the class path, and no other, stands in its table with a reason. */
    @Test
    void theListOfJarsIsThatOfTheClassPath() throws IOException {
        List<String> jars = new ArrayList<>();
        try (JarFile jar = new JarFile("target/playmore.jar")) {
            for (String entry : jar.getManifest().getMainAttributes().getValue("Class-Path").split(" ")) {
                if (entry.startsWith("lib/")) jars.add(entry.replaceAll("lib/|-[0-9][^/]*[.]jar$", ""));
            }
        }
        String table = Files.readString(Path.of("README.md")).split("\n## What is on the class path\n")[1].split("\n## ")[0];
        List<String> listed = new ArrayList<>();
        for (String row : table.lines().filter(line -> line.matches("[|] (?!Jars|---).*")).toList()) {
            String[] cells = row.split("[|]");
            assertTrue(cells[2].strip().length() > 5, row);
            listed.addAll(List.of(cells[1].strip().split(", ")));
        }
        assertEquals(jars.stream().sorted().toList(), listed.stream().sorted().toList());
        assertTrue(jars.size() > 20);
    }

    /** Maven fetches what the tests are written with even where they are skipped, unless a profile has it. */
    @Test
    void theFirstBuildFetchesNothingForTests() throws IOException {
        String[] pom = Files.readString(Path.of("pom.xml")).split("<profiles>");
        assertFalse(pom[0].contains("<scope>test</scope>"));
        assertTrue(pom[1].contains("<name>!maven.test.skip</name>") && pom[1].contains("<scope>test</scope>"));
    }

    @Test
    void theFilesItLinksToExist() throws IOException {
        Matcher link = Pattern.compile("]\\((?!https?:)([^)]+)\\)").matcher(Files.readString(Path.of("README.md")));
        int links = 0;
        while (link.find()) {
            String file = link.group(1);
            assertTrue(Files.exists(Path.of(file)) || file.equals("link"), file);
            links++;
        }
        assertTrue(links >= Chapters.scripts().size(), links + " links: each chapter has one at least");
    }

    private static List<String> blocks() throws IOException {
        return BLOCK.matcher(Files.readString(Path.of("README.md"))).results().map(r -> r.group(1)).toList();
    }

    private static String withoutNumbers(String text) {
        return NUMBER.matcher(text).replaceAll("0.0");
    }

    private static List<Double> numbers(String text) {
        return NUMBER.matcher(text).results().map(MatchResult::group).map(Double::valueOf).toList();
    }
}
