package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import playmore.Beside;
import playmore.Jdk;

/**
 * {@code build.sh} as a real process, in a project of its own whose folder has a space and an umlaut
 * in its name, with neither {@code dot} nor a real Maven on the path. Where the lecture runs, it does so in the
 * real JDK; what comes before that is tried with stand-ins for its programs.
 */
@DisabledOnOs(OS.WINDOWS)
@Beside
@Order(4)    // long
class BuildTest {

    private static final String HEAD = """
            // # %s · Test
            // Lecture [0:32:10](https://example.org/?t=1930s)
            chapter("%s-test");
            // [0:33:20](https://example.org/?t=2000s)
            """;

    /** The line of a test script on which its code begins. */
    private static final int CODE = 5;

    private static final String USES_PYTORCH = "import playmore.pytorch.*;\nprint(PyTorch.missing());\n";

    private static Path buildClasses;

    /** What Maven would do, in the shell. */
    private String makeJar;

    private Path temp, project, tools, mavenRuns, jar;
    private int starts;
    private String typed = "";    // to what is started

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

    /** Whoever uses DJL or PyTorch otherwise has such variables, and what loads PyTorch would obey them. */
    @Test
    void settingsOfAnotherPyTorchAreNamedAndPassedOver() throws Exception {
        useStandIns();
        Project.executable(Path.of(environment.get("JAVA_HOME"), "bin/java"), "echo \"${DJL_DEFAULT_ENGINE-none}, ${PYTORCH_LIBRARY_PATH-none}\"");
        assertEquals("", run("run").expect(0, "none, none").err);
        environment.putAll(Map.of("DJL_DEFAULT_ENGINE", "MXNet", "PYTORCH_LIBRARY_PATH", ""));
        run("run").expect(0, "none, none", "The environment variable DJL_DEFAULT_ENGINE is passed over",
                "The environment variable PYTORCH_LIBRARY_PATH is passed over");
    }

    /** A process that runs, and where it writes to. */
    private record Started(Process process, Path out, Path err) {

        Run finish() throws Exception {
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("build.sh did not end:\n" + Files.readString(out));
            }
            return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
        }

        boolean said(String text) {
            try {
                return Files.readString(err).contains(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Run interruptAfter(Waited waited) throws Exception {
            for (int i = 0; i < 600 && !waited.come(this); i++) Thread.sleep(100);
            new ProcessBuilder("kill", "-INT", "" + process.pid()).start().waitFor();
            return finish();
        }
    }

    private interface Waited {
        boolean come(Started started) throws IOException;
    }

    /** A process inherits that it ignores Ctrl-C, as one does that was started in the background. */
    private static final List<String> LISTENS_TO_CTRL_C = resetsSignals()
            ? List.of(Project.find("env").toString(), "--default-signal=INT") : List.of();

    private static boolean resetsSignals() {
        try {
            return new ProcessBuilder("env", "--default-signal=INT", "true").start().waitFor() == 0;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    private String script;    // what is started; null for build.sh

    @BeforeAll
    static void compileBuild() throws IOException {
        buildClasses = Project.temp("build");
        assertEquals(0, ToolProvider.findFirst("javac").orElseThrow().run(System.out, System.err, "-d", buildClasses.toString(), "src/main/build/Build.java"));
    }

    @BeforeEach
    void makeProject() throws IOException, InterruptedException {
        temp = Project.temp("build-test");
        project = Project.make(temp);
        tools = Project.tools(temp);
        mavenRuns = temp.resolve("maven-runs");
        jar = project.resolve("target/playmore.jar");
        Path built = Project.built();
        makeJar = "ln -f '" + built.resolve("playmore.jar") + "' target/; ln -sf '" + built.resolve("lib") + "' target/";
        maven("exit 0");
        environment.putAll(Map.of("PATH", tools.toString(), "HOME", Files.createDirectory(temp.resolve("home")).toString()));
        useRealJdk();
    }

    private void useRealJdk() throws IOException {
        environment.put("JAVA_HOME", Project.quickJdk().toString());
    }

    /** A JDK whose programs say what they were started with, but for what builds, which is compiled only once. */
    private void useStandIns() throws IOException {
        Path jdk = java("stand-in", "17.0.1", "javac");
        for (String tool : List.of("java", "jshell")) {
            Project.executable(jdk.resolve("bin").resolve(tool), "case $2 in *Build.java) shift 2; exec '" + String.join("' '", Jdk.HERE.java()) + "' -cp '"
                    + buildClasses + "' Build \"$@\" ;; esac\nprintf '%s\\n' '" + tool + " runs' \"$@\"");
        }
        environment.put("JAVA_HOME", jdk.toString());
    }

    // What runs.

    @Test
    void runsThroughALink() throws Exception {
        Path links = Files.createDirectories(temp.resolve("links"));
        Files.createSymbolicLink(links.resolve("first"), project.resolve("build.sh"));
        script = Files.createSymbolicLink(temp.resolve("play"), Path.of("links/first")).toString();
        script("01", "print(\"by a link\");\n");
        run("run", "01").expect(0, "by a link");
    }

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
    void printsTheSameWhateverTheLocaleAndJavasOptions() throws Exception {
        script("01", "print(\"ü\", 1234.5, \"I\".toLowerCase());\nSystem.out.printf(\"%.2f%n\", 0.5);\n");
        environment.put("LC_ALL", "C");
        environment.put("JAVA_TOOL_OPTIONS", "-Duser.language=tr -XX:+UseParallelGC");    // I is no i's there, and numbers have a comma
        run("run").expect(0, "    ü 1234.5 i\n    0.50\n");
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
    }

    @Test
    void saysWhatIsWrongWithAScriptBeforeItRunsAny() throws Exception {
        script("01", "print(1);\n");
        Files.writeString(project.resolve("scripts/02-test.jsh"), "int x = 1;\n");
        Run run = run("run").expect(1, "scripts/02-test.jsh:1: a script begins with its number and title: // # 02 · Title");
        assertFalse(run.out.contains("print(1)"));
    }

    @Test
    void isNotFooledByWhatWouldEndIt() throws Exception {
        script("01", "print(\"before\");\n\nRuntime.getRuntime().halt(0);\n");
        run("run").expect(1, "    before", "✗ scripts/01-test.jsh:" + (CODE + 2) + ": Runtime.halt would end Playmore, so it was not run");
    }

    @Test
    void endsWhateverStillRuns() throws Exception {
        script("01", """
                Runnable endless = () -> { while (true) try { Thread.sleep(1000); } catch (InterruptedException e) { } };
                new Thread(endless).start();
                Runtime.getRuntime().addShutdownHook(new Thread(endless));
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

    private Run interruptAfter(String printed) throws Exception {
        return start("run").interruptAfter(started -> Files.readString(started.out).contains("    " + printed));
    }

    @Test
    void shellLoadsAChapterAndStaysQuietWhateverBecameOfWhatLetsItStartSooner() throws Exception {
        maven(makeJar);
        script("08", "double answer = 42.0;\nprint(\"loaded ä\");\n");
        Files.delete(project.resolve("target/built"));
        run("shell", "8").expect(0, "Building", "loaded ä");
        Path archive = project.resolve("target/shell-" + System.getProperty("java.version") + ".jsa");
        assertTrue(Files.size(archive) > 1_000_000);
        assertEquals("", run("shell", "8").expect(0, "Playmore", "loaded ä", "Welcome to JShell").err);
        Files.delete(archive);    // Java makes it so that nobody writes to it
        Files.writeString(archive, "damaged");
        assertEquals("", run("shell", "8").expect(0, "loaded ä").err);
        assertEquals(1, Files.readAllLines(mavenRuns).size());
        Files.delete(archive);
        Files.createDirectories(archive.resolve("in use"));    // by another shell: Windows would not let it be replaced
        Files.delete(project.resolve("target/built"));
        assertEquals(1, run("shell", "8").expect(0, "Building", "loaded ä").err.lines().count());
    }

    @Test
    void shellWorksWhereNothingCanBeWritten() throws Exception {
        Files.createFile(project.resolve("out"));    // in the way of a folder, even for root
        typed = "int kept = 5\n/exit\n";
        Run run = run("shell").expect(0, "Welcome to JShell", "kept ==> 5", "What you typed is not remembered.");
        assertEquals(1, run.err.lines().count());
    }

    @Test
    void shellRemembersWhatWasTypedAndHowItWasLeft() throws Exception {
        Files.writeString(Files.createDirectory(project.resolve("out")).resolve(".shell.json"), "{damaged");
        typed = "int kept = 5\n/exit 3\n";
        assertEquals(1, run("shell").expect(3, "What was typed last time cannot be read", "Welcome to JShell").err.lines().count());
        typed = "/history -all\n/exit\n";
        Run again = run("shell").expect(0, "int kept = 5");
        assertEquals("", again.err);
        assertFalse(Files.exists(project.resolve("?")));
    }

    // What cannot run.

    @Test
    void saysWhatThereIs() throws Exception {
        script("01", "");
        script("02", "");
        String chapters = "  01 · Test\n  02 · Test\n";
        run("run", "1", "7").expect(2, "There is no chapter 7. There are:\n" + chapters);
        Run shell = run("shell", "1x").expect(2, "There is no chapter 1x. There are:\n" + chapters);
        assertFalse(shell.out.contains("Playmore"));
        run("shell", "1", "2").expect(2, "Ask for one chapter only, not for 1 2.");
        run("help").expect(0, "usage: ./build.sh", "  run [NN ...]", "  clean", "Chapters:\n" + chapters);
        Files.delete(jar);
        run("pley").expect(2, "There is no \"pley\".", "usage: ./build.sh", "  run [NN ...]", "  clean");
        run().expect(0, "usage: ./build.sh", "  run [NN ...]", "  clean");
        assertFalse(Files.exists(mavenRuns), "Maven was started");
    }

    @Test
    void buildsWhenASourceChangedOrWasDeleted() throws Exception {
        useStandIns();
        maven(makeJar);
        Path source = project.resolve("src/main/java/A.java");
        List<Change> changes = List.of(
                () -> Files.writeString(source, "class A {}"),
                () -> Files.writeString(source, "class B {}"),
                () -> Files.move(source, source.resolveSibling("B.java")),
                () -> Files.delete(source.resolveSibling("B.java")),
                () -> Files.writeString(project.resolve("pom.xml"), "<project/>"),
                () -> Files.delete(jar));
        for (int i = 0; i < changes.size(); i++) {
            changes.get(i).make();
            run("run").expect(0, "Building", "java runs");
            assertEquals(i + 1, Files.readAllLines(mavenRuns).size());
            assertEquals("", run("run").expect(0, "java runs").err);
            assertEquals(i + 1, Files.readAllLines(mavenRuns).size(), "Maven was started though nothing had changed");
        }
    }

    private interface Change {
        void make() throws IOException;
    }

    @Test
    void aCopyIsNotStaleWhateverItsTimes() throws Exception {
        useStandIns();
        Files.delete(tools.resolve("mvn"));
        Files.createFile(project.resolve("src/main/java/.A.java.swp"));    // an editor's, no source
        try (Stream<Path> files = Files.walk(project.resolve("src"))) {
            for (Path file : files.toList()) Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(60)));
        }
        assertEquals("", run("run").expect(0, "java runs").err);
    }

    @Test
    void whatAnEarlierBuildLeftIsGone() throws Exception {
        useStandIns();
        maven(makeJar);
        Files.delete(project.resolve("target/lib"));
        Path old = Files.createFile(Files.createDirectory(project.resolve("target/lib")).resolve("old.jar"));
        Files.delete(jar);
        run("run").expect(0, "Building");
        assertFalse(Files.exists(old));
    }

    /** On Windows, what a process uses cannot be deleted; here, a folder with something in it. */
    @Test
    void whatIsInUseIsToldAndStays() throws Exception {
        useStandIns();
        Path lib = project.resolve("target/lib");
        Files.delete(jar);
        Files.createDirectories(jar.resolve("in use"));
        Files.writeString(project.resolve("src/main/java/A.java"), "class A {}");
        run("run").expect(1, "close");
        assertFalse(Files.exists(mavenRuns));
        assertTrue(Files.exists(lib) && Files.exists(project.resolve("target/built")));
    }

    @Test
    void aFailedBuildIsNotTakenForFinished() throws Exception {
        useStandIns();
        Files.delete(project.resolve("target/built"));
        maven(makeJar + "; echo no network; exit 1");
        for (int i = 0; i < 2; i++) {
            run("run").expect(1, "no network", "The build failed, see above.");
            assertFalse(Files.exists(project.resolve("target/built")));
        }
        assertEquals(2, Files.readAllLines(mavenRuns).size());
    }

    /** As javac and two of Maven's plugins say it of a jar whose download broke off: no network helps. */
    @Test
    void aDamagedLibraryIsNamed() throws Exception {
        useStandIns();
        Files.delete(project.resolve("target/built"));
        for (String said : List.of("[ERROR] error reading /m2 x/a-1.0.jar; zip END header not found",
                "[ERROR] Error unpacking file: /m2 x/a-1.0.jar to: /t: Error while expanding /m2 x/a-1.0.jar: Archive is not a ZIP archive -> [Help 1]",
                "[ERROR] Failed to parse plugin descriptor for b:b:1.0 (/m2 x/a-1.0.jar): zip END header not found -> [Help 1]")) {
            maven("echo '" + said + "'; exit 1");
            run("run").expect(1, said, "The build failed, as /m2 x/a-1.0.jar is damaged: delete that file and try again.\n");
        }
    }

    @Test
    void manyThatStartTogetherBuildOnce() throws Exception {
        useStandIns();
        Files.delete(project.resolve("target/built"));
        maven("sleep 2; " + makeJar);
        List<Started> started = new ArrayList<>();
        for (int i = 0; i < 4; i++) started.add(start("run"));
        String said = "";
        for (Started one : started) said += one.finish().expect(0, "java runs").err;
        assertEquals(1, Files.readAllLines(mavenRuns).size());
        assertTrue(said.contains("Another build.sh builds here"), said);
    }

    /** All that wait for one that is killed go on: one of them builds, once the Maven is done that it left. */
    @Test
    void oneThatIsKilledHoldsUpNobodyAndNoTwoBuildAtOnce() throws Exception {
        useStandIns();
        Files.delete(project.resolve("target/built"));
        maven("echo in >> '" + temp + "/log'; until [ -e '" + temp + "/go' ]; do sleep 0.1; done; " + makeJar + "; echo out >> '" + temp + "/log'");
        Started killed = start("run");
        for (int i = 0; i < 600 && !Files.exists(mavenRuns); i++) Thread.sleep(50);
        List<Started> waiting = List.of(start("run"), start("run"), start("run"));
        for (int i = 0; i < 600 && !waiting.stream().allMatch(one -> one.said("waiting")); i++) Thread.sleep(50);
        killed.process.descendants().filter(process -> process.info().commandLine().orElse("").contains(" Build "))
                .forEach(ProcessHandle::destroyForcibly);
        killed.finish();
        for (int i = 0; i < 600 && waiting.stream().noneMatch(one -> one.said("left Maven running")); i++) Thread.sleep(50);
        Files.createFile(temp.resolve("go"));
        for (Started one : waiting) one.finish().expect(0, "java runs");
        assertEquals(List.of("in", "out", "in", "out"), Files.readAllLines(temp.resolve("log")));
    }

    /** In a terminal, Ctrl-C goes to all that run in it. */
    @Test
    void ctrlCEndsABuild() throws Exception {
        useStandIns();
        Files.delete(project.resolve("target/built"));
        maven("trap 'exit 130' INT; sleep 2; " + makeJar);
        Started group = start(List.of("bash", "-c", "set -m; \"$@\" & trap 'kill -INT -- -$!' TERM; wait $!; wait $!", "bash"),
                List.of("--no-pytorch", "run"));
        for (int i = 0; i < 600 && !Files.exists(mavenRuns); i++) Thread.sleep(50);
        group.process.destroy();
        assertEquals("", group.finish().expect(130).out);
        assertFalse(Files.exists(project.resolve("target/built")));
    }

    @Test
    void saysThatMavenIsMissing() throws Exception {
        useStandIns();
        Files.delete(project.resolve("target/built"));
        Files.delete(tools.resolve("mvn"));
        expectOneSentence("Maven, and finds none");
    }

    @Test
    void onceBuiltItNeedsNeitherMavenNorPyTorch() throws Exception {
        Files.delete(tools.resolve("mvn"));
        for (String number : List.of("01", "02", "04")) script(number, "print(1);\n");
        script("06", USES_PYTORCH);
        Run run = asked("run", "2", "04-test", "6").expect(0, "[01/03]", "PyTorch is not here", "3 chapters replayed");
        assertEquals("", run.err);
    }

    // PyTorch, which is fetched for what uses it.

    @Test
    void nothingIsFetchedForWhatIsNotThereOrDoesNotUseIt() throws Exception {
        script("01", "// import playmore.pytorch.*; is prose here.\nprint(1);\n");
        script("02", USES_PYTORCH);
        for (String command : List.of("run", "play", "shell")) {
            asked(command, "99").expect(2, "There is no chapter 99.");
        }
        assertEquals("", asked("run", "1").expect(0, "1 chapter replayed").err);
        assertEquals("", asked("shell").expect(0, "Welcome to JShell").err);
        assertFalse(Files.exists(mavenRuns), "Maven was started");
    }

    /** The third has classes that Java, and the compiler of the first, did not find when they looked for them. */
    @Test
    void whatDoesNotUseItStartsAtOnceAndTheOthersWait() throws Exception {
        for (String number : List.of("01", "02")) {
            script(number, "print(\"fetches:\", Files.exists(Path.of(\"target/fetch.log\")));\n");
        }
        script("03", USES_PYTORCH + "import ai.djl.ndarray.types.*;\nprint(DataType.FLOAT32 + \" is there\");\n");
        script("04", USES_PYTORCH);
        Path go = temp.resolve("go");
        maven("until [ -e '" + go + "' ]; do sleep 0.1; done; mkdir -p target/pytorch.part/native; ln -s '"
                + Project.built() + "'/lib/api-*.jar target/pytorch.part/");
        Started started = start(List.of(), List.of("run"));
        for (int i = 0; i < 600 && !started.said("Waiting for PyTorch, which is still"); i++) Thread.sleep(100);
        assertTrue(Files.readString(started.out).contains("✓ 02"));
        assertFalse(Files.readString(started.out).contains("03 · Test"));
        Files.createFile(go);
        Run run = started.finish().expect(0, "    fetches: true\n", "    float32 is there\n", "4 chapters replayed");
        assertFalse(run.out.contains("fetches: false"), run.out);
        assertEquals(2, run.err.lines().count(), run.err);
        assertEquals("", asked("run", "3").expect(0, "    float32 is there\n").err);
        assertEquals("", asked("shell", "3").expect(0, "float32 is there").err);
        assertEquals(1, Files.readAllLines(mavenRuns).size());
    }

    @Test
    void aFailedFetchIsTold() throws Exception {
        script("02", USES_PYTORCH);
        maven("echo no network; exit 1");
        Run run = asked("shell", "2").expect(0, "PyTorch is not here");
        assertEquals("PyTorch could not be fetched (target/pytorch.log says why); chapter 02 does without it."
                + " ./build.sh pytorch tries again.", run.err.lines().reduce((before, last) -> last).orElseThrow());
        assertEquals("no network\n", Files.readString(project.resolve("target/pytorch.log")));
        assertEquals("", asked("run").expect(0, "PyTorch is not here").err);
        assertEquals(1, Files.readAllLines(mavenRuns).size());
        asked("pytorch").expect(1, "PyTorch could not be fetched (target/pytorch.log says why)");
        assertEquals(2, Files.readAllLines(mavenRuns).size());
    }

    @Test
    void whoStopsTheWaitLeavesNothingThatRunsOrIsHalfDone() throws Exception {
        script("02", USES_PYTORCH);
        Path number = temp.resolve("number");
        maven("mkdir target/pytorch.part; echo $$ > '" + number + "'; exec sleep 100");
        start(List.of(), List.of("run")).interruptAfter(started -> Files.exists(number))
                .expect(130, "Waiting for PyTorch", "Stopped.");
        ProcessHandle.of(Long.parseLong(Files.readString(number).strip())).ifPresent(maven -> assertNotNull(
                maven.onExit().completeOnTimeout(null, 30, TimeUnit.SECONDS).join(), "Maven still runs"));
        for (String file : List.of("target/pytorch", "target/pytorch.log")) {
            assertFalse(Files.exists(project.resolve(file)), file);
        }
    }

    @Test
    void aRefusalIsRememberedUntilItIsAskedFor() throws Exception {
        useStandIns();
        maven("case $* in *pytorch-jars*) mkdir -p target/pytorch.part ;; esac; " + makeJar);
        String fetches = "-Dplaymore.fetch=src/main/build/Build.java";
        asked("run").expect(0, fetches);
        asked("help", "--no-pytorch").expect(0);
        for (int i = 0; i < 2; i++) {
            assertFalse(asked("run").expect(0, "java runs").out.contains(fetches));
            asked("test").expect(0);
            assertTrue(Files.readString(mavenRuns).endsWith(" -P !pytorch -P pack\n"));
            asked("clean").expect(0);
            try (Stream<Path> left = Files.list(project.resolve("target"))) {
                assertEquals(List.of("no-pytorch"), left.map(file -> file.getFileName().toString()).toList());
            }
        }
        assertFalse(Files.readString(mavenRuns).contains("pytorch-jars"));
        asked("pytorch").expect(0, "Fetching PyTorch");
        assertTrue(Files.readString(mavenRuns).contains("pytorch-jars"));
        Path mine = Files.writeString(project.resolve("target/my thesis.txt"), "mine");
        asked("clean").expect(1, "What was not built stays; move or delete it yourself: target/my thesis.txt");
        try (Stream<Path> left = Files.list(project.resolve("target"))) {
            assertEquals(List.of(mine), left.toList());
        }
        Files.delete(mine);
        asked("clean").expect(0);
        assertFalse(Files.exists(project.resolve("target")));
        asked("run").expect(0, fetches);
        asked("test").expect(0, "Fetching PyTorch");
        assertFalse(asked("run").expect(0, "java runs").out.contains(fetches));
    }

    @Test
    void inCIASkippedTestIsAFailure() throws Exception {
        useStandIns();
        maven("mkdir -p target/surefire-reports; echo '<skipped message=\"no dot\" type=\"x\"/>' > target/surefire-reports/a.xml");
        run("test").expect(0);
        environment.put("CI", "true");
        run("test").expect(1, "In CI nothing may be skipped.");
        maven("mkdir -p target/surefire-reports; echo '<testcase/>' > target/surefire-reports/a.xml");
        run("test").expect(0);
    }

    /** Git Bash, as far as it can be had here: its name, and a JDK whose folder is written as there. */
    @Test
    void onWindowsTheJdkIsFound() throws Exception {
        useStandIns();
        Path jdk = temp.resolve("Program Files/jdk");
        Files.createDirectories(jdk.getParent());
        Files.createSymbolicLink(jdk, Path.of(environment.get("JAVA_HOME")));
        environment.put("OSTYPE", "msys");
        environment.put("JAVA_HOME", jdk.toString().replace('/', '\\') + "\r");
        run("run").expect(0, "java runs");
        environment.put("OSTYPE", "linux-gnu");
        run("run").expect(1);

        Path launcher = Files.createDirectories(temp.resolve("launchers")).resolve("java");    // with Windows' line ends
        Project.executable(launcher, "printf '    java.home = %s\\r\\n' '" + jdk.toString().replace('/', '\\') + "' >&2");
        environment.remove("JAVA_HOME");
        environment.putAll(Map.of("OSTYPE", "msys", "PATH", launcher.getParent() + ":" + tools));
        run("run").expect(0, "java runs");
    }

    @Test
    void worksWhereShRunsIt() throws Exception {
        useStandIns();
        for (List<String> shell : List.of(List.of("sh"), List.of("bash", "--posix"))) {
            run(shell, "--no-pytorch", "run").expect(0, "java runs");
        }
    }

    /** In a container that runs as a number, Java would make a folder named ?. */
    @Test
    void whoHasNoHomeGetsOne() throws Exception {
        useStandIns();
        Files.delete(project.resolve("target/built"));
        maven("echo \"$MAVEN_OPTS\" >> '" + temp + "/options'; " + makeJar);
        run("run").expect(0);
        Files.delete(tools.resolve("id"));
        Project.executable(tools.resolve("id"), "echo 12345; echo cannot find name for user ID 12345 >&2; exit 1");
        Files.delete(project.resolve("target/built"));
        run("run").expect(0);
        assertEquals(List.of(false, true), Files.readAllLines(temp.resolve("options")).stream()
                .map(options -> options.contains(" -Duser.home=target/home")).toList());

        useRealJdk();
        environment.put("JAVA_TOOL_OPTIONS", "-Duser.home=? -XX:+UseG1GC");
        script("01", "print(System.getProperty(\"user.home\"));\n");
        run("run").expect(0, "    " + project.resolve("out/.home") + "\n");
        typed = "System.getProperty(\"user.home\")\n";
        run("shell").expect(0, "\"" + project.resolve("out/.home") + "\"\n");
        assertFalse(Files.exists(project.resolve("?")));
    }

    @Test
    void saysWhatIsWrongWithTheJdk() throws Exception {
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
        useStandIns();
        Path jdk = Path.of(environment.remove("JAVA_HOME"));
        Path link = Files.createDirectories(temp.resolve("links")).resolve("jshell");
        Files.createSymbolicLink(link, jdk.resolve("bin/jshell"));
        environment.put("PATH", link.getParent() + ":" + tools);
        run("run").expect(0, "java runs");
        Path old = java("old", "11.0.2", "java", "javac", "jshell").resolve("bin");
        environment.put("PATH", old + ":" + tools);
        expectOneSentence("is version 11: install a newer one");
        Path newest = Files.createDirectories(temp.resolve("newest")).resolve("java");    // and an older jshell behind it
        Files.createSymbolicLink(newest, jdk.resolve("bin/java"));
        environment.put("PATH", newest.getParent() + ":" + old + ":" + tools);
        run("run").expect(0, "java runs");
    }

    private void expectOneSentence(String text) throws Exception {
        assertEquals(1, run("run").expect(1, text).err.lines().count());
    }

    /** A folder that looks like a Java of this version with these tools. */
    private Path java(String name, String version, String... tools) throws IOException {
        Path home = temp.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"" + version + "\"\n");
        for (String tool : tools) Project.executable(home.resolve("bin").resolve(tool), "exit 1");
        return home;
    }

    /** The {@code mvn} on the path: notes that it ran, then does this. */
    private void maven(String script) throws IOException {
        Project.executable(tools.resolve("mvn"), "echo mvn \"$@\" >> '" + mavenRuns + "'\n" + script);
    }

    private void script(String number, String code) throws IOException {
        Files.writeString(project.resolve("scripts/" + number + "-test.jsh"), HEAD.formatted(number, number) + code);
    }

    /** Runs it without {@code --no-pytorch}. */
    private Run asked(String... arguments) throws Exception {
        return run(List.of(), arguments);
    }

    private Run run(String... arguments) throws Exception {
        return start(arguments).finish();
    }

    private Started start(String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of("--no-pytorch"));
        all.addAll(List.of(arguments));
        return start(List.of(), all);
    }

    private Run run(List<String> shell, String... arguments) throws Exception {
        return start(shell, List.of(arguments)).finish();
    }

    /** Starts {@code build.sh} by itself, or as this shell's script. */
    private Started start(List<String> shell, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(LISTENS_TO_CTRL_C);
        command.addAll(shell);
        command.add(script == null ? project.resolve("build.sh").toString() : script);
        command.addAll(arguments);
        int number = starts++;
        Path out = temp.resolve("stdout-" + number), err = temp.resolve("stderr-" + number);
        ProcessBuilder builder = new ProcessBuilder(command).directory(temp.toFile())
                .redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        try (Writer stdin = process.outputWriter()) {
            stdin.write(typed);
        }
        return new Started(process, out, err);
    }
}
