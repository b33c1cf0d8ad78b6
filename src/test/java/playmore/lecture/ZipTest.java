package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import playmore.Needs;

/**
 * What {@code ./build.sh pack} makes, unpacked into a folder whose name has a space and an umlaut, on a machine that
 * has a JDK, and neither Maven nor anything else on the path.
 */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the unpacked zip of ZipTest")
class ZipTest {

    private static final long LARGEST = 45_000_000;

    /** What a learner may do with tables, and what it prints. */
    private static final String TABLES = """
            import tech.tablesaw.aggregate.AggregateFunctions;
            Table t = Table.create("t", StringColumn.create("k", "ä", "b", "ä", "c"), DoubleColumn.create("v", 1, 2.5, 3, -1), IntColumn.create("i", 4, 3, 2, 1), BooleanColumn.create("f", true, false, true, true));
            t.write().csv("t.csv");
            Table r = Table.read().csv("t.csv");
            System.out.println(r.structure());
            System.out.println(r.summarize("v", AggregateFunctions.mean, AggregateFunctions.stdDev).by("k"));
            System.out.println(t.joinOn("k").leftOuter(r));
            System.out.println(t.sortDescendingOn("v", "k"));
            System.out.println(t.where(t.doubleColumn("v").isGreaterThan(1).and(t.booleanColumn("f").isTrue())));
            System.out.println(t.xTabCounts("k", "f"));
            System.out.println(t.pivot("k", "f", "v", AggregateFunctions.sum));
            System.out.println(t.dropDuplicateRows().sampleN(4).sortOn("i"));
            System.out.println(t.doubleColumn("v").log1p().add(t.intColumn("i")).rolling(2).mean().print());
            System.out.println(DateColumn.create("d", java.time.LocalDate.of(2022, 9, 8)).plusDays(3).dayOfWeek().print());
            System.out.println(t.stringColumn("k").upperCase().countByCategory());
            System.out.println(t.summary());
            t.transpose().first(2).print()
            """;

    private static Path kit, tools;

    @BeforeAll
    static void unpack() throws IOException {
        Path zip;
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            zip = files.filter(file -> file.getFileName().toString().matches("playmore-.*[.]zip")).findFirst().orElse(null);
        }
        Needs.that(zip != null, "no zip: ./build.sh pack makes it");
        assertTrue(Files.size(zip) < LARGEST, "The zip has " + Files.size(zip) + " bytes");
        Path folder = Files.createDirectories(Project.temp("zip").resolve("Übung mit Leerzeichen"));
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = folder.resolve(entry.getName());
                Files.createDirectories(entry.isDirectory() ? file : file.getParent());
                if (!entry.isDirectory()) Files.copy(in, file);
            }
        }
        tools = Project.tools(folder);
        kit = folder.resolve(zip.getFileName().toString().replace(".zip", ""));
    }

    @Test
    void playsChaptersAndSaysWhatItCan() throws Exception {
        String out = java("run", "05", "20", "23");
        assertTrue(out.contains("3 chapters replayed"), out);
        assertTrue(Files.exists(kit.resolve("out/05-manual-backprop/08-gradients.csv")), out);
        assertTrue(java("help").contains("24 · Where to go from here"));
        assertTrue(java("run", "13").contains("PyTorch is not here"));
    }

    @Test
    void jshellHasEverythingAtHand() throws Exception {
        String lines = "Value a = new Value(2.0, \"a\"); Value L = a.mul(a).label(\"L\"); L.backward();\na.grad\ndrawDot(L)\n"
                + "plot(\"squares\", new double[] {1, 2}, new double[] {1, 4})\n";
        for (List<String> command : List.of(
                List.of("java", "-jar", "playmore.jar", "shell"),
                List.of("jshell", "-J-Djava.util.prefs.userRoot=" + kit, "--class-path", "playmore.jar", "--startup", "DEFAULT", "--startup", "startup.jsh"))) {
            String out = run(command, lines);
            assertTrue(out.contains("==> 4.0") && out.contains("01-L.svg") && out.contains("02-squares.svg"), out);
        }
    }

    @Test
    void buildShDoesNotBuildThere() throws Exception {
        String out = run(List.of("bash", "build.sh", "run", "02"), "");
        assertTrue(out.contains("1 chapter replayed") && !out.contains("Building"), out);
        assertTrue(run(List.of("bash", "build.sh"), "").contains("24 · Where to go from here"));
        assertFalse(Files.exists(kit.resolve("target")));
    }

    /** Two of its libraries are smaller than they were; a table does what it did. */
    @Test
    void tablesAreWhole() throws Exception {
        Path whole = Project.make(Project.temp("zip-whole"));
        List<String> command = new ArrayList<>(List.of("java", "-Duser.language=en", "-jar", "playmore.jar", "shell"));
        String small = run(command, TABLES);
        command.set(3, whole.resolve("target/playmore.jar").toString());
        assertEquals(run(command, TABLES), small);
        assertTrue(small.contains("Mean [v]") && small.contains("SUNDAY"), small);
        assertFalse(small.contains("Error"), small);
    }

    /** Whatever any class in it names of those two is there. */
    @Test
    void nothingThatIsNamedIsMissing() throws IOException {
        List<String> jars;
        try (Stream<Path> files = Files.list(kit.resolve("lib"))) {
            jars = files.map(Path::toString).toList();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<String> arguments = new ArrayList<>(List.of("--missing-deps", "--multi-release", "base", "-cp", String.join(File.pathSeparator, jars)));
        jars.stream().filter(jar -> jar.matches(".*(fastutil|icu4j|tablesaw|RoaringBitmap)[^/]*")).forEach(arguments::add);
        ToolProvider.findFirst("jdeps").orElseThrow().run(new PrintStream(out), System.err, arguments.toArray(String[]::new));
        List<String> missing = out.toString().lines().filter(line -> line.matches(".*-> +(it.unimi|com.ibm.icu).*")).toList();
        assertEquals(List.of(), missing);
        assertEquals(4, arguments.size() - 5);
    }

    @Test
    void bringsTheLicencesOfAllThatIsInIt() throws IOException {
        String list = Files.readString(kit.resolve("licences/LIBRARIES.txt"));
        try (Stream<Path> files = Files.list(kit.resolve("lib"))) {
            assertEquals(files.count(), list.lines().filter(line -> line.startsWith("     (")).count(), list);
        }
        assertFalse(list.contains("Unknown"), list);
        for (String own : List.of("graphviz", "expat", "musl", "viz-js", "highlight.js", "asm", "jline", "micrograd")) {
            assertTrue(Files.size(kit.resolve("licences/playmore/" + own + ".txt")) > 1000);
        }
        assertTrue(Files.readString(kit.resolve("licences/guava/LICENSE")).contains("Apache License"));
        assertTrue(Files.exists(kit.resolve("LICENSE")));
    }

    private static String java(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("java", "-jar", "playmore.jar"));
        command.addAll(List.of(words));
        return run(command, "");
    }

    /** Runs a program of the JDK, or bash, in the folder of the kit; what it prints. */
    private static String run(List<String> command, String typed) throws Exception {
        List<String> real = new ArrayList<>(command);
        real.set(0, (command.get(0).equals("bash") ? Project.find("bash") : Project.JDK.resolve("bin").resolve(command.get(0))).toString());
        Path out = Files.createTempFile(kit.getParent(), "printed", ".txt");
        ProcessBuilder builder = new ProcessBuilder(real).directory(kit.toFile()).redirectErrorStream(true).redirectOutput(out.toFile());
        builder.environment().clear();
        builder.environment().putAll(Map.of("LC_ALL", "C.UTF-8", "PATH", tools.toString(), "JAVA_HOME", Project.JDK.toString()));
        Process process = builder.start();
        try (Writer stdin = process.outputWriter()) {
            stdin.write(typed);
        }
        assertTrue(process.waitFor(3, TimeUnit.MINUTES), "still runs: " + command);
        String printed = Files.readString(out);
        assertEquals(0, process.exitValue(), printed);
        return printed;
    }
}
