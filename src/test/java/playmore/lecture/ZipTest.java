package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import playmore.Beside;
import playmore.Needs;

/**
 * What {@code ./build.sh pack} makes, unpacked into a folder whose name has a space and an umlaut, on a machine that
 * has a JDK, and neither Maven nor anything else on the path, nor a network where Linux lets one do without.
 */
@Beside
class ZipTest {

    private static final long LARGEST = 45_000_000;

    private static final String DRAWN = "Value a = new Value(2.0, \"a\"); Value L = a.mul(a).label(\"L\"); L.backward();\na.grad\ndrawDot(L)\n"
            + "plot(\"squares\", new double[] {1, 2}, new double[] {1, 4})\n";

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

    private static final Pattern ONLY_BASH = Pattern.compile("build[.]sh (run|play|shell)");

    private static Path kit, tools;
    private static List<String> offline;

    @BeforeAll
    static void unpack() throws Exception {
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
        offline = offline();
        kit = folder.resolve(zip.getFileName().toString().replace(".zip", ""));
    }

    @Test
    void hasNoNetwork() throws Exception {
        Needs.that(!offline.isEmpty(), "no unshare or ip that may cut off the network, so the zip was played with one");
        assertEquals(List.of("lo"), run(List.of("bash", "-c", "cat /proc/net/dev"), "").lines().skip(2)
                .map(line -> line.replaceFirst(":.*", "").strip()).toList());
    }

    @Test
    void playsChaptersAndSaysWhatItCan() throws Exception {
        String out = java("run", "05", "13", "20", "23");
        assertTrue(out.contains("4 chapters replayed") && out.contains("PyTorch is not here"), out);
        assertTrue(Files.exists(kit.resolve("out/05-manual-backprop/08-gradients.csv")), out);
        assertTrue(java("help").contains("24 · Where to go from here"));
    }

    @Test
    void jshellHasEverythingAtHand() throws Exception {
        assertDrawn(run(List.of("jshell", "-J-Djava.util.prefs.userRoot=" + kit, "--class-path", "playmore.jar", "--startup", "DEFAULT",
                "--startup", "startup.jsh"), DRAWN));
    }

    private static void assertDrawn(String out) {
        assertTrue(out.contains("==> 4.0") && out.contains("01-L.svg") && out.contains("02-squares.svg"), out);
    }

    /** Windows has no bash. */
    @Test
    void saysNothingThatOnlyBashCanDo() throws IOException {
        List<String> saying = new ArrayList<>();
        try (Stream<Path> files = Files.list(kit.resolve("scripts")); JarFile jar = new JarFile(kit.resolve("playmore.jar").toFile())) {
            for (Path file : Stream.concat(files, Stream.of(kit.resolve("startup.jsh"))).toList()) {
                if (ONLY_BASH.matcher(Files.readString(file)).find()) saying.add(file.getFileName().toString());
            }
            for (JarEntry entry : jar.stream().filter(e -> e.getName().startsWith("playmore/")).toList()) {
                String text = new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1);
                if (ONLY_BASH.matcher(text).find()) saying.add(entry.getName());
            }
        }
        assertEquals(List.of(), saying);
    }

    @Test
    void buildShDoesNotBuildThere() throws Exception {
        String out = run(List.of("bash", "build.sh", "run", "02"), "");
        assertTrue(out.contains("1 chapter replayed") && !out.contains("Building"), out);
        assertTrue(run(List.of("bash", "build.sh"), "").contains("24 · Where to go from here"));
        assertFalse(Files.exists(kit.resolve("target")));
    }

    /** Two of the libraries are smaller than they were; a table does what it did. */
    @Test
    void theShellHasEverythingAtHandAndWholeTables() throws Exception {
        Path whole = Project.make(Project.temp("zip-whole"));
        List<String> command = new ArrayList<>(List.of("java", "-Duser.language=en", "-jar", "playmore.jar", "shell"));
        String small = run(command, DRAWN + TABLES);
        assertDrawn(small);
        command.set(3, whole.resolve("target/playmore.jar").toString());
        assertEquals(afterPlot(run(command, DRAWN + TABLES)), afterPlot(small));
        assertTrue(small.contains("Mean [v]") && small.contains("SUNDAY"), small);
        assertFalse(small.contains("Error"), small);
    }

    /** What comes first was typed before jshell read it, so it may or may not be seen twice. */
    private static String afterPlot(String out) {
        return out.substring(out.indexOf("02-squares.svg"));
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
        String graphviz = Files.readString(kit.resolve("licences/playmore/graphviz.txt")).replaceFirst("(?s)^Graphviz ([0-9.]+),.*", "\0$1\0");
        try (JarFile jar = new JarFile(kit.resolve("playmore.jar").toFile())) {
            byte[] compiled = jar.getInputStream(jar.getEntry("playmore/draw/Graphviz.meta")).readAllBytes();
            assertTrue(new String(compiled, StandardCharsets.ISO_8859_1).contains(graphviz), "its licence is told for another version");
        }
        assertFalse(list.contains("Unknown"), list);
        Matcher library = Pattern.compile("\\((.*)\\) .* \\([^:()]+:((\\w+)[^:]*):.*\\)").matcher(list);
        while (library.find()) {
            boolean brought = Files.exists(kit.resolve("licences/" + library.group(2))) || library.group(1).contains("Apache");
            assertTrue(brought || Files.exists(kit.resolve("licences/playmore/" + library.group(3) + ".txt")), "no licence of " + library.group());
        }
        for (String own : List.of("graphviz", "expat", "musl", "viz-js", "highlight.js", "micrograd")) {
            assertTrue(Files.size(kit.resolve("licences/playmore/" + own + ".txt")) > 1000);
        }
        assertTrue(Files.readString(kit.resolve("licences/guava/LICENSE")).contains("Apache License"));
        assertTrue(Files.exists(kit.resolve("LICENSE")));
    }

    /** What a command begins with, to see no network but what the machine is to itself; nothing where that cannot be had. */
    private static List<String> offline() throws IOException, InterruptedException {
        if (!Project.has("unshare")) return List.of();
        List<String> begin = List.of("unshare", "--map-root-user", "--net", "bash", "-c", "PATH=$0 ip link set lo up && exec \"$@\"", System.getenv("PATH"));
        List<String> test = new ArrayList<>(begin);
        test.add("true");
        return new ProcessBuilder(test).redirectErrorStream(true).start().waitFor() == 0 ? begin : List.of();
    }

    private static String java(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("java", "-jar", "playmore.jar"));
        command.addAll(List.of(words));
        return run(command, "");
    }

    /** Runs a program of the JDK, or bash, in the folder of the kit, without a network; what it prints. */
    private static String run(List<String> command, String typed) throws Exception {
        List<String> real = new ArrayList<>(offline);
        real.addAll(command);
        real.set(offline.size(), (command.get(0).equals("bash") ? Project.find("bash") : Project.quickJdk().resolve("bin").resolve(command.get(0))).toString());
        Path out = Files.createTempFile(kit.getParent(), "printed", ".txt");
        ProcessBuilder builder = new ProcessBuilder(real).directory(kit.toFile()).redirectErrorStream(true).redirectOutput(out.toFile());
        builder.environment().clear();
        builder.environment().putAll(Map.of("LC_ALL", "C.UTF-8", "PATH", tools.toString(), "JAVA_HOME", Project.quickJdk().toString()));
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
