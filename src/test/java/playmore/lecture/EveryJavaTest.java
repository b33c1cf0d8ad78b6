package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import playmore.Beside;
import playmore.Jdk;

/** {@code java -jar playmore.jar} with each Java there is: what it does with a JDK, and what it says without one. */
@Beside
class EveryJavaTest {

    private static final String TYPED = """
            1 + 1
            System.out.println("größe" + 3)
            var a = new Value(2, "a"); var L = a.mul(a).label("L"); L.backward()
            a.grad
            a + L
            System.exit(3)
            drawDot(L)
            throw new RuntimeException("seen")
            class A { int n = 1; int f() { return n; } }
            var kept = new A(); kept.n = 7;
            class A { int n = 1; int f() { return n * 2; } }
            kept.f()
            """;

    private static Path folder, jar;

    @BeforeAll
    static void makeProject() throws Exception {
        folder = Project.temp("every-java");
        Path project = Project.make(folder, "kit");    // Java itself opens no jar in a folder with an umlaut where the locale is C
        for (String chapter : List.of("05-manual-backprop", "10-backward-graph")) {
            Files.copy(Path.of("scripts", chapter + ".jsh"), project.resolve("scripts").resolve(chapter + ".jsh"));
        }
        jar = project.resolve("target/playmore.jar");
    }

    @ParameterizedTest
    @MethodSource("playmore.Jdk#all")
    void shellAnswers(Jdk jdk) throws Exception {
        assertAnswers(run(jdk, TYPED + "/exit 4\n", "shell"), true);
        assertTrue(Files.exists(out(jdk).resolve("session-1/01-L.svg")));
    }

    /**
     * The manifest opens one package of the JDK, for Javadoc at the prompt. Without that, and without the hook that tells
     * which JShell the tool runs, all else works.
     */
    @ParameterizedTest
    @MethodSource("playmore.Jdk#all")
    void needsNoOpenedPackage(Jdk jdk) throws Exception {
        String classPath = jar + File.pathSeparator + jar.resolveSibling("lib") + File.separator + "*";
        List<String> command = java(jdk, "-javaagent:" + jar, "-cp", classPath, "playmore.Main", "shell");
        assertAnswers(run(command, TYPED + "/exit 4\n", out(jdk)), true);
    }

    private static void assertAnswers(String answers, boolean hinted) {
        for (String answer : List.of("$1 ==> 2\n", "größe3\n", " ==> 4.0\n", "System.exit would end this shell: leave it out.",
                "01-L.svg\n", "|  Exception java.lang.RuntimeException: seen\n", "|  modified class A\n", " ==> 14\n", "ended with 4")) {
            assertTrue(answers.contains(answer), answers);
        }
        assertEquals(hinted, answers.contains("Java's operators work on numbers only: a.add(L)"), answers);
    }

    /** The same files whatever the JDK, but for times. */
    @ParameterizedTest
    @MethodSource("playmore.Jdk#all")
    void runWritesTheSame(Jdk jdk) throws Exception {
        String said = run(jdk, "", "run", "05", "10");
        assertTrue(said.contains("2 chapters replayed") && said.endsWith("ended with 0"), said);
        Path here = out(Jdk.HERE).resolve("05-manual-backprop");
        if (!Files.exists(here)) run(Jdk.HERE, "", "run", "05", "10");
        assertEquals(pictures(here), pictures(out(jdk).resolve("05-manual-backprop")));
    }

    private static Map<String, String> pictures(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().matches(".*[.](svg|csv|md)")).toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        assertTrue(contents.size() > 5, contents::toString);
        return contents;
    }

    @ParameterizedTest
    @MethodSource("playmore.Jdk#all")
    void playGoesOn(Jdk jdk) throws Exception {
        String said = run(jdk, "\n\n\n\"größe\" + 1\n/quit\n", "play", "05");
        assertTrue(said.contains("→ \"größe1\"") && said.endsWith("ended with 0"), said);
    }

    /** A runtime without jshell, as one downloads to run programs. */
    @ParameterizedTest
    @MethodSource("playmore.Jdk#all")
    void aRuntimeWithoutToolsIsTold(Jdk jdk) throws Exception {
        Path runtime = folder.resolve("runtime-" + jdk);
        List<String> jlink = List.of(jdk.home().resolve("bin/jlink").toString(), "--add-modules", "java.se,jdk.unsupported,jdk.zipfs",
                "--output", runtime.toString());
        assertEquals("ended with 0", run(jlink, "", out(jdk)));
        for (String word : List.of("run", "play", "shell", "help")) {
            String said = run(List.of(runtime.resolve("bin/java").toString(), "-jar", jar.toString(), word), "", out(jdk));
            assertTrue(said.matches("(?s)Playmore needs a JDK, version 17 or newer; this Java only runs programs,"
                    + " without jshell and javac \\([^\n]*\\): install one[^\n]*\nended with 1"), said);
        }
    }

    /** An old Java can load the first class, and reads in it that it is too old. */
    @Test
    void theFirstClassIsForJava8() throws Exception {
        try (JarFile file = new JarFile(jar.toFile())) {
            String first = file.getManifest().getMainAttributes().getValue("Main-Class");
            assertEquals(first, file.getManifest().getMainAttributes().getValue("Launcher-Agent-Class"));
            try (InputStream in = file.getInputStream(file.getEntry(first.replace('.', '/') + ".class"))) {
                DataInputStream data = new DataInputStream(in);
                assertEquals(0xCAFEBABE, data.readInt());
                data.readUnsignedShort();
                assertEquals(52, data.readUnsignedShort());
            }
        }
    }

    @Test
    void aJarWithoutItsLibrariesIsTold() throws Exception {
        Path alone = Files.createDirectories(folder.resolve("alone"));
        Path copy = Files.copy(jar, alone.resolve("playmore.jar"));
        for (String word : List.of("run", "play", "shell", "help")) {
            String said = run(java(Jdk.HERE, "-jar", copy.toString(), word), "", out(Jdk.HERE));
            assertTrue(said.matches("Playmore's libraries are not beside its jar: there is no [^\n]*lib[^\n]*\nended with 1"), said);
        }
        List<String> jshell = Jdk.HERE.jshell("-J-Djava.util.prefs.userRoot=" + folder, "--class-path", copy.toString());
        String said = run(jshell, "var a = new playmore.engine.Value(2); a.mul(a).data\nplaymore.draw.DrawDot.drawDot(a)\n"
                + "playmore.plot.Plot.plot(\"t\", new double[] {1}, new double[] {1})\n", out(Jdk.HERE));
        assertTrue(said.contains(" ==> 4.0\n"), said);
        String sentence = "|  Exception java.lang.IllegalStateException: Playmore's libraries are not beside its jar: there is no ";
        assertEquals(3, said.split(java.util.regex.Pattern.quote(sentence), -1).length, said);
    }

    /** By a link to the jar, and in a folder whose name Java's class path cannot hold, from within. */
    @Test
    void findsItsFolder() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link.jar"), jar);
        String said = run(java(Jdk.HERE, "-Dplaymore.out=" + folder.resolve("linked"), "-jar", link.toString(), "run", "05"), "", folder);
        assertTrue(said.contains("1 chapter replayed"), said);

        Path colon = Files.createDirectories(folder.resolve("a" + File.pathSeparator + "b"));
        Files.copy(Path.of("startup.jsh"), colon.resolve("startup.jsh"));
        Files.copy(jar, colon.resolve("playmore.jar"));
        Files.createSymbolicLink(colon.resolve("lib"), jar.resolveSibling("lib").toRealPath());
        Files.createSymbolicLink(colon.resolve("scripts"), jar.getParent().resolveSibling("scripts"));
        Process there = new ProcessBuilder(java(Jdk.HERE, "-jar", "playmore.jar", "run", "05")).directory(colon.toFile())
                .redirectErrorStream(true).redirectOutput(colon.resolve("said").toFile()).start();
        assertTrue(there.waitFor(2, TimeUnit.MINUTES));
        assertTrue(Files.readString(colon.resolve("said")).contains("1 chapter replayed"), Files.readString(colon.resolve("said")));
    }

    private static Path out(Jdk jdk) throws IOException {
        return Files.createDirectories(folder.resolve("out-" + jdk));
    }

    private static List<String> java(Jdk jdk, String... options) {
        List<String> command = new ArrayList<>(jdk.java());
        command.addAll(List.of(options));
        return command;
    }

    private static String run(Jdk jdk, String typed, String... words) throws Exception {
        List<String> command = java(jdk, "-Dplaymore.out=" + out(jdk), "-jar", jar.toString());
        command.addAll(List.of(words));
        return run(command, typed, out(jdk));
    }

    /** What it says, without the carriage returns and echoes of a line editor, and how it ends. */
    private static String run(List<String> command, String typed, Path folder) throws Exception {
        Path said = folder.resolve("said"), in = Files.writeString(folder.resolve("typed"), typed);
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectInput(in.toFile())
                .redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().put("LC_ALL", "C");    // as in many a container
        Process process = builder.start();
        assertTrue(process.waitFor(2, TimeUnit.MINUTES), () -> command + " does not end");
        return Files.readString(said, StandardCharsets.UTF_8).replace("\r", "") + "ended with " + process.exitValue();
    }
}
