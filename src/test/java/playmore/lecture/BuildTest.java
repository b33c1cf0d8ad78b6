package playmore.lecture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * {@code build.sh} as a real process, in a project of its own whose folder has a space and an umlaut
 * in its name, with neither {@code dot} nor a real Maven on the path.
 */
@DisabledOnOs(OS.WINDOWS)
class BuildTest {

    private static final String HEAD = """
            // # %s · Test
            // Lecture [0:32:10](https://example.org/?t=1930s)
            chapter("%s-test");
            // [0:33:20](https://example.org/?t=2000s)
            """;

    /** The line of a test script on which its code begins. */
    private static final int CODE = 5;

    /** What Maven would do, in the shell. */
    private static final String MAKE_JAR = "cat ../built.jar > target/playmore.jar";

    private static Path temp, project, tools, mavenRuns, jar, builtJar;

    private final Map<String, String> environment = new HashMap<>();

    /** What a process wrote, and its exit code. */
    private record Run(int code, String out, String err) {

        Run expect(int expectedCode, String... texts) {
            assertEquals(expectedCode, code, () -> out + err);
            for (String text : texts) {
                assertTrue((out + err).contains(text), () -> "No \"" + text + "\" in\n" + out + err);
            }
            return this;
        }
    }

    @BeforeAll
    static void makeProject() throws IOException, InterruptedException {
        temp = Project.temp("build-test");
        project = Project.make(temp);
        tools = Files.createDirectories(temp.resolve("tools"));
        for (String tool : List.of("bash", "env", "dirname", "basename", "readlink", "sed", "find", "head", "locale",
                "rm", "mv", "mkdir", "touch", "cat", "tput", "sleep")) {
            Files.createSymbolicLink(tools.resolve(tool), find(tool));
        }
        mavenRuns = temp.resolve("maven-runs");
        jar = project.resolve("target/playmore.jar");
        builtJar = Files.copy(jar, temp.resolve("built.jar"));
    }

    @BeforeEach
    void startFromABuiltProject() throws IOException {
        maven("exit 0");
        Files.deleteIfExists(mavenRuns);
        try (Stream<Path> scripts = Files.list(project.resolve("scripts"))) {
            for (Path script : scripts.toList()) Files.delete(script);
        }
        Files.copy(builtJar, jar, StandardCopyOption.REPLACE_EXISTING);
        Project.markBuilt(project);
        environment.putAll(Map.of("PATH", tools.toString(), "JAVA_HOME", Project.JDK.toString(),
                "HOME", Files.createTempDirectory(temp, "home").toString()));
    }

    // What runs.

    @Test
    void runsAChapterFromAnyFolderWithoutMaven() throws Exception {
        script("01", "print(\"ä =\", 2.5);\nValue x = new Value(3.0, \"ä\");\ndrawDot(x.mul(x))\n");
        Run run = run("run", "1").expect(0, "01 · Test", "[01/01]", "│ print(\"ä =\", 2.5);", "    ä = 2.5\n",
                "wrote out/01-test/01-graph.svg", "1 chapter replayed");
        assertEquals("", run.err);
        assertTrue(Files.readString(project.resolve("out/01-test/01-graph.svg")).contains("ä"));
        assertFalse(Files.exists(mavenRuns), "Maven was started");
    }

    @Test
    void printsTheSameWhateverTheLocale() throws Exception {
        script("01", "print(\"ü\", 1234.5, \"I\".toLowerCase());\nSystem.out.printf(\"%.2f%n\", 0.5);\n");
        for (String language : List.of("tr", "de")) {
            environment.put("LC_ALL", "C");
            environment.put("JAVA_TOOL_OPTIONS", "-Duser.language=" + language);
            run("run").expect(0, "    ü 1234.5 i\n    0.50\n");
        }
    }

    @Test
    void runsAllChaptersInOrderAndStopsAtTheFirstThatFails() throws Exception {
        script("01", "print(1);\n");
        script("02", "print(2);\n");
        script("03", "int x = ;\n");
        script("04", "print(4);\n");
        Run run = run("run").expect(1, "[02/04]", "✓ 02", "✗ scripts/03-test.jsh:" + CODE + ": illegal start of expression",
                "▸   5 │ int x = ;", "Lecture 0:33:20  https://example.org/?t=2000s",
                "Stopped in 03. Done before: 01 02. Not run: 04.");
        assertFalse(run.out.contains("print(4)"));
        run("run", "02", "04-test").expect(0, "[01/02]", "2 chapters replayed");
    }

    @Test
    void saysWhatIsWrongWithAScriptBeforeItRunsAny() throws Exception {
        script("01", "print(1);\n");
        Files.writeString(project.resolve("scripts/02-test.jsh"), "int x = 1;\n");
        Run run = run("run").expect(1, "scripts/02-test.jsh:1: a script begins with its number and title: // # 02 · Title");
        assertFalse(run.out.contains("print(1)"));
    }

    @Test
    void isNotFooledBySystemExit() throws Exception {
        script("01", "print(\"before\");\n\nSystem.exit(0);\n");
        run("run").expect(1, "    before", "✗ scripts/01-test.jsh:" + (CODE + 2) + ": System.exit ends the replay");
        script("01", "Thread t = new Thread(() -> System.exit(0));\nt.start();\nt.join();\n");
        run("run").expect(1, "System.exit ends the replay");
        script("01", "print(\"before\");\n\nRuntime.getRuntime().halt(0);\n");
        run("run").expect(1, "    before", "✗ scripts/01-test.jsh:" + (CODE + 2) + ": Runtime.halt ends the replay");
    }

    @Test
    void endsWhateverStillRuns() throws Exception {
        script("01", """
                new Thread(() -> { while (true) Thread.onSpinWait(); }).start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> { while (true) Thread.onSpinWait(); }));
                """);
        run("run").expect(0, "1 chapter replayed");
    }

    @Test
    void ctrlCNamesTheCell() throws Exception {
        script("01", "print(\"before\");\n\nwhile (true) { }\n");
        interruptAfter("before").expect(130, "✗ scripts/01-test.jsh:" + (CODE + 2) + ": stopped by Ctrl-C", "while (true)");
        script("01", "while (true) print(\"again\");\n");
        interruptAfter("again").expect(130, "✗ scripts/01-test.jsh:" + CODE + ": stopped by Ctrl-C");
    }

    @Test
    void shellLoadsAChapterAndStaysQuiet() throws Exception {
        script("08", "double answer = 42.0;\nprint(\"loaded ä\");\n");
        Run run = run("shell", "8").expect(0, "Playmore", "loaded ä", "Welcome to JShell");
        assertEquals("", run.err);
        assertFalse(Files.exists(mavenRuns), "Maven was started");
    }

    @Test
    void shellStartsFromAnArchiveThatItMakesOnce() throws Exception {
        script("08", "print(\"loaded\");\n");
        Path archive = Project.archive(project);
        Files.delete(archive);
        run("shell", "8").expect(0, "Preparing jshell", "loaded");
        assertTrue(Files.size(archive) > 1_000_000);
        assertEquals("", run("shell", "8").expect(0, "loaded").err);
        Files.writeString(archive, "");
        assertEquals("", run("shell", "8").expect(0, "loaded").err);
    }

    // What cannot run.

    @Test
    void saysWhatThereIs() throws Exception {
        script("01", "");
        script("02", "");
        String chapters = "  01 · Test\n  02 · Test\n";
        run("run", "1", "7").expect(2, "There is no chapter 7. There are:\n" + chapters);
        run("run", "").expect(2, "There is no chapter . There are:\n" + chapters);
        run("shell", "1x").expect(2, "There is no chapter 1x. There are:\n" + chapters);
        run("shell", "1", "2").expect(2, "usage:");
        run("play").expect(2, "There is no \"play\".", "usage: ./build.sh run [NN ...]");
        run("help").expect(0, "usage: ./build.sh run [NN ...]", chapters);
        run().expect(0, "usage: ./build.sh run [NN ...]", chapters);
        assertFalse(Files.exists(mavenRuns), "Maven was started");
    }

    @Test
    void buildsWhenASourceChangedOrWasDeleted() throws Exception {
        script("01", "print(1);\n");
        Path source = project.resolve("src/main/java/A.java");
        maven(MAKE_JAR);

        build(source, () -> Files.writeString(source, "class A {}"));
        build(source, () -> Files.delete(source));
        build(source, () -> Files.writeString(project.resolve("pom.xml"), "<project/>"));
        build(source, () -> Files.delete(jar));
        assertEquals(4, Files.readAllLines(mavenRuns).size());
        run("run").expect(0, "1 chapter replayed");
        assertEquals(4, Files.readAllLines(mavenRuns).size(), "Maven was started though nothing had changed");
    }

    private interface Change {
        void make() throws IOException;
    }

    /** Makes everything older than it is, changes something, and runs. */
    private void build(Path source, Change change) throws Exception {
        FileTime past = FileTime.from(Instant.now().minusSeconds(60));
        try (Stream<Path> files = Files.walk(project.resolve("src"))) {
            for (Path file : files.toList()) Files.setLastModifiedTime(file, past);
        }
        Files.setLastModifiedTime(project.resolve("pom.xml"), past);
        Files.setLastModifiedTime(project.resolve("target/built"), FileTime.from(Instant.now().minusSeconds(30)));
        change.make();
        run("run").expect(0, "Building", "1 chapter replayed");
    }

    @Test
    void aFailedBuildIsNotTakenForFinished() throws Exception {
        script("01", "print(1);\n");
        Files.delete(project.resolve("target/built"));
        maven(MAKE_JAR + "; echo no network; exit 1");
        for (int i = 0; i < 2; i++) {
            run("run").expect(1, "no network", "The build failed, see above.");
            assertFalse(Files.exists(project.resolve("target/built")));
        }
        assertEquals(2, Files.readAllLines(mavenRuns).size());
    }

    @Test
    void twoThatStartTogetherBuildOnce() throws Exception {
        script("01", "print(1);\n");
        Files.delete(project.resolve("target/built"));
        maven("sleep 2; " + MAKE_JAR);
        Process first = start("run"), second = start("run");
        assertEquals(0, finish(first).code);
        assertEquals(0, finish(second).code);
        assertEquals(1, Files.readAllLines(mavenRuns).size());
    }

    @Test
    void doesNotWaitForABuildThatWasKilled() throws Exception {
        script("01", "print(1);\n");
        maven(MAKE_JAR);
        Process killed = new ProcessBuilder("true").start();
        killed.waitFor();
        Path lock = Files.writeString(project.resolve("target/lock"), killed.pid() + "\n");
        Files.delete(project.resolve("target/built"));
        run("run").expect(0, "Building", "1 chapter replayed");
        assertFalse(Files.exists(lock));
    }

    @Test
    void ctrlCEndsABuildThatMavenGoesOnWith() throws Exception {
        script("01", "print(1);\n");
        Files.delete(project.resolve("target/built"));
        maven("sleep 2; " + MAKE_JAR);
        Process process = start("run");
        for (int i = 0; i < 600 && !Files.exists(mavenRuns); i++) Thread.sleep(100);
        interrupt(process);
        assertEquals("", finish(process).expect(130).out);
        assertFalse(Files.exists(project.resolve("target/built")));
        assertFalse(Files.exists(project.resolve("target/lock")));
    }

    @Test
    void saysThatMavenIsMissing() throws Exception {
        script("01", "");
        Files.delete(project.resolve("target/built"));
        Files.delete(tools.resolve("mvn"));
        assertEquals(1, run("run").expect(1, "Maven, and finds none").err.lines().count());
    }

    @Test
    void saysWhatIsWrongWithTheJdk() throws Exception {
        script("01", "");
        environment.put("JAVA_HOME", temp.toString());
        expectOneSentence("Playmore needs a JDK, version 17 or newer, but JAVA_HOME is " + temp + ", which is none");
        environment.remove("JAVA_HOME");
        expectOneSentence("Playmore needs a JDK, version 17 or newer, and finds none");
        environment.put("JAVA_HOME", java("jre", "17.0.15", "java").toString());
        expectOneSentence("a Java that only runs programs, without javac or jshell");
        environment.put("JAVA_HOME", java("eleven", "11.0.2", "java", "javac", "jshell").toString());
        expectOneSentence("is version 11: install a newer one");
        environment.put("JAVA_HOME", java("eight", "1.8.0_402", "java", "javac").toString());
        expectOneSentence("is version 8: install a newer one");
    }

    @Test
    void findsTheJdkOnThePath() throws Exception {
        script("01", "print(1);\n");
        environment.remove("JAVA_HOME");
        Path link = Files.createDirectories(temp.resolve("links")).resolve("jshell");
        Files.createSymbolicLink(link, Project.JDK.resolve("bin/jshell"));
        environment.put("PATH", link.getParent() + ":" + tools);
        run("run").expect(0, "1 chapter replayed");
        environment.put("PATH", java("old", "11.0.2", "java", "javac", "jshell").resolve("bin") + ":" + tools);
        expectOneSentence("is version 11: install a newer one");
    }

    private void expectOneSentence(String text) throws Exception {
        assertEquals(1, run("run").expect(1, text).err.lines().count());
    }

    /** A folder that looks like a Java of this version with these tools. */
    private static Path java(String name, String version, String... tools) throws IOException {
        Path home = Files.createDirectories(temp.resolve(name));
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"" + version + "\"\n");
        for (String tool : tools) executable(home.resolve("bin").resolve(tool), "exit 1");
        return home;
    }

    /** The {@code mvn} on the path: notes that it ran, then does this. */
    private static void maven(String script) throws IOException {
        executable(tools.resolve("mvn"), "echo mvn \"$@\" >> '" + mavenRuns + "'\n" + script);
    }

    private static void executable(Path file, String script) throws IOException {
        Files.writeString(file, "#!" + tools.resolve("bash") + "\n" + script + "\n");
        assertTrue(file.toFile().setExecutable(true));
    }

    private static Path find(String tool) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, tool)).filter(Files::isExecutable).findFirst().orElseThrow();
    }

    private static void script(String number, String code) throws IOException {
        Files.writeString(project.resolve("scripts/" + number + "-test.jsh"), HEAD.formatted(number, number) + code);
    }

    private Run run(String... arguments) throws Exception {
        return finish(start(arguments));
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(project.resolve("build.sh").toString(), "--no-pytorch"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(temp.toFile())
                .redirectOutput(temp.resolve("stdout").toFile()).redirectError(temp.resolve("stderr").toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    private Run interruptAfter(String printed) throws Exception {
        Process process = start("run");
        for (int i = 0; i < 600 && !Files.readString(temp.resolve("stdout")).contains("    " + printed); i++) {
            Thread.sleep(100);
        }
        interrupt(process);
        return finish(process);
    }

    private static void interrupt(Process process) throws Exception {
        new ProcessBuilder("kill", "-INT", "" + process.pid()).start().waitFor();
    }

    private static Run finish(Process process) throws Exception {
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("build.sh did not end:\n" + Files.readString(temp.resolve("stdout")));
        }
        return new Run(process.exitValue(), Files.readString(temp.resolve("stdout"), UTF_8),
                Files.readString(temp.resolve("stderr"), UTF_8));
    }
}
