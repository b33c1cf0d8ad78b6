package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import playmore.Jdk;

/** The command, started in a folder of the learner's own: a project, a site, a vault. */
class OwnFilesTest {

    private static final String OUT = "was not written by Playmore, or was changed since";

    @TempDir Path folder;

    private String said;

    private int run(String typed, List<String> options, String... words) throws IOException, InterruptedException {
        List<String> command = Jdk.HERE.java(options.toArray(String[]::new));
        command.addAll(List.of("-jar", Path.of("target/playmore.jar").toAbsolutePath().toString()));
        command.addAll(List.of(words));
        File in = Files.writeString(folder.resolveSibling(folder.getFileName() + "-in"), typed).toFile();
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectInput(Redirect.from(in)).start();
        said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor();
    }

    private Map<String, String> all() throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder).filter(Files::isRegularFile)) {
            for (Path file : files.toList()) all.put(folder.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
        }
        return all;
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    @Test
    void aSiteOfTheLearnersIsNotReplacedByAnyCommand() throws Exception {
        write("out/index.html", "my site");
        write("out/README.md", "# mine");
        write("out/assets/notes.css", "mine");
        Map<String, String> before = all();
        for (List<String> words : List.of(List.of("run", "01", "02"), List.of("shell"), List.of("play", "02"))) {
            assertTrue(run("/quit\n", List.of(), words.toArray(String[]::new)) != 0, said);
            assertTrue(said.contains(OUT) && !said.contains("\tat "), said);
            assertEquals(before, all());
        }
        assertEquals(0, run("", List.of("-Dplaymore.out=notes"), "run", "01"), said);
        Map<String, String> then = all();
        then.keySet().removeIf(name -> name.startsWith("notes/"));
        assertEquals(before, then);
    }

    @Test
    void aVaultThatIsTheFolderItselfIsNotReplaced() throws Exception {
        write("README.md", "# mine");
        Map<String, String> before = all();
        assertEquals(1, run("", List.of("-Dplaymore.out=."), "run", "01"), said);
        assertTrue(said.contains("README.md " + OUT), said);
        assertEquals(before, all());
    }

    @Test
    void aSecondRunReplacesWhatTheFirstWroteAndALinkedFolderIsNone() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.createSymbolicLink(folder.resolve("out"), elsewhere);
        assertEquals(0, run("", List.of(), "run", "02"), said);
        assertEquals(0, run("", List.of(), "run", "02"), said);
        assertTrue(Files.exists(elsewhere.resolve("02-derivative-many-inputs/index.html")));
    }

    @Test
    void theShellDrawsWhereItIsToldToAndReplacesNothing() throws Exception {
        write("notes/thesis/sketch.svg", "mine");
        assertEquals(0, run("chapter(\"thesis\")\nvar p = drawDot(new Value(1, \"a\"))\np.svg(\"sketch\")\np.png(\"sketch\")\n",
                List.of("-Dplaymore.out=notes"), "shell"), said);
        assertTrue(said.contains("sketch.svg " + OUT) && said.contains("==> notes/thesis/sketch.png"), said);
        assertEquals("mine", all().get("notes/thesis/sketch.svg"));
        assertTrue(all().containsKey("notes/thesis/01-a.svg"));
        assertFalse(Files.exists(folder.resolve("out")));
    }

    @Test
    void whereNothingCanBeWrittenThatIsOneSentenceAtThePrompt() throws Exception {
        write("out", "in the way");
        assertEquals(0, run("drawDot(new Value(1, \"a\"))\nint x = 4\n", List.of(), "shell"), said);
        assertTrue(said.contains("Cannot make a folder in ") && said.contains("x ==> 4"), said);
        assertFalse(said.contains("Caused by") || said.contains("at Output") || said.contains("UnixFile"), said);
    }

    @Test
    void whatTheShellRememberedIsNamedIfItIsDamaged() throws Exception {
        for (String damaged : List.of("", "null", "{\"a\":null}", "\u0000")) {
            write("out/.shell.json", damaged);
            assertEquals(0, run("int x = 4\n", List.of(), "shell"), said);
            assertTrue(said.contains("What was typed last time cannot be read from out/.shell.json") && said.contains("x ==> 4"), said);
        }
        assertEquals("\u0000", all().get("out/.shell.json.damaged-4"));
    }

    @Test
    void oddSettingsAreNamedAndPassedOver() throws Exception {
        assertEquals(0, run("", List.of("-Dplaymore.maxNodes=abc", "-Dplaymore.graphviz=x", "-Dplaymore.out=", "-Dplaymore.columns=5"), "run", "04"), said);
        for (String name : List.of("maxNodes", "graphviz", "out", "columns")) {
            assertEquals(1, said.split("system property playmore[.]" + name, -1).length - 1, said);
        }
        assertTrue(Files.exists(folder.resolve("out/04-draw-graph/01-L.svg")));
    }

    @Test
    void helpIsGivenWhereverItIsAskedForAndAnEmptyWordIsNamed() throws Exception {
        for (List<String> words : List.of(List.of("run", "--help"), List.of("run", "05", "-h"), List.of("shell", "--help"), List.of("play", "-h"))) {
            assertEquals(0, run("", List.of(), words.toArray(String[]::new)), said);
            assertTrue(said.startsWith("usage: "), said);
        }
        assertEquals(2, run("", List.of(), "run", ""), said);
        assertTrue(said.startsWith("There is no chapter \"\". There are:\n"), said);
    }
}
