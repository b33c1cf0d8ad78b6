package playmore.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import playmore.Beside;
import playmore.Jdk;

/** Machines with and without {@code dot}, good and bad, and with little memory: each is a process of its own. */
@Beside
class OtherMachinesTest {

    /** What runs there: draws a graph of so many nodes on so many lines, by which it is small or large, and prints how that went. */
    static final class Machine {

        public static void main(String[] words) {
            int nodes = Integer.parseInt(words[0]), lines = Integer.parseInt(words[1]);
            StringBuilder graph = new StringBuilder("digraph {\n");
            for (int i = 0; i < lines; i++) graph.append("a").append(i % nodes).append("\n");
            try {
                String svg = Layout.svg(graph.append("}").toString());
                System.out.println(svg.contains("by dot") ? "by dot" : svg.contains("<title>a0</title>") ? "built-in" : svg);
            } catch (IllegalStateException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    private static final int NODES = 200, SMALL = 200, LARGE = 2600;

    @TempDir Path path;

    @Test
    void withoutDotTheKitDrawsByItself() throws Exception {
        assertEquals("built-in\n", machine(LARGE));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void dotDrawsWhatIsLargeOrAskedFor() throws Exception {
        dot("while read line; do :; done; echo '<svg>by dot</svg>'");
        assertEquals("built-in\n", machine(SMALL));
        assertEquals("by dot\n", machine(LARGE));
        assertEquals("built-in\n", machine(LARGE, "-Dplaymore.graphviz=built-in"));
        assertEquals("by dot\n", machine(SMALL, "-Dplaymore.graphviz=dot"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void dotDrawsWhatTheKitFailsAt() throws Exception {
        String alone = machine(SMALL, "-Xmx16m");
        assertTrue(alone.contains("too little memory") && alone.contains("Draw a part of the expression, or install Graphviz"), alone);
        dot("while read line; do :; done; echo '<svg>by dot</svg>'");
        assertEquals("by dot\n", machine(SMALL, "-Xmx16m"));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void brokenDotIsNamedWhereItIsAskedForAndElseDoneWithout() throws Exception {
        dot("echo no plugins >&2; exit 1");
        assertEquals("built-in\n", machine(LARGE));
        String said = machine(SMALL, "-Dplaymore.graphviz=dot");
        assertTrue(said.contains("playmore.graphviz asks for dot") && said.contains("dot says: no plugins"), said);
    }

    @Test
    void whatIsAskedForInVainIsNamed() throws Exception {
        String missing = machine(SMALL, "-Dplaymore.graphviz=dot");
        assertTrue(missing.contains("playmore.graphviz asks for dot") && missing.contains("install Graphviz"), missing);
        String unknown = machine(SMALL, "-Dplaymore.graphviz=viz");
        assertTrue(unknown.contains("\"viz\"") && unknown.contains("built-in or dot"), unknown);
    }

    @Test
    void littleMemoryDrawsAndTooLittleIsSaid() throws Exception {
        assertEquals("built-in\n", machine(SMALL, "-Xmx32m"));
        String large = machine(2000, 2000, "-Xmx48m");
        assertTrue(large.equals("built-in\n") || large.matches("Cannot draw the graph: Java has too little memory; .*\n"), large);
        String said = machine(SMALL, "-Xmx16m");
        assertTrue(said.contains("too little memory") && said.contains("JAVA_TOOL_OPTIONS=-Xmx2g"), said);
    }

    /** As a development environment compiles: with nothing that the build makes. */
    @Test
    void theSourcesAndLibrariesAloneCompileAndSayWhatIsMissing() throws Exception {
        String libraries = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar")).collect(Collectors.joining(File.pathSeparator));
        List<String> javac = new ArrayList<>(List.of("-proc:none", "-nowarn", "-encoding", "UTF-8", "-d", path.toString(), "-cp", libraries));
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            sources.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(javac::add);
        }
        StringWriter said = new StringWriter();
        PrintWriter to = new PrintWriter(said);
        assertEquals(0, ToolProvider.findFirst("javac").orElseThrow().run(to, to, javac.toArray(String[]::new)), said::toString);
        String drawn = machine(SMALL, "-cp", String.join(File.pathSeparator, path.toString(), "src/main/resources", "target/test-classes", libraries));
        assertTrue(drawn.startsWith("Cannot draw the graph: Graphviz is not among the classes here"), drawn);
    }

    private void dot(String script) throws IOException {
        Path dot = Files.writeString(path.resolve("dot"), "#!/bin/sh\n" + script + "\n");
        assertTrue(dot.toFile().setExecutable(true));
    }

    /** What is printed where nothing but {@link #path} is on the PATH, on either stream. */
    private String machine(int lines, String... options) throws IOException, InterruptedException {
        return machine(NODES, lines, options);
    }

    private String machine(int nodes, int lines, String... options) throws IOException, InterruptedException {
        List<String> command = Jdk.HERE.java("-cp", System.getProperty("java.class.path"));
        command.addAll(List.of(options));
        command.addAll(List.of(Machine.class.getName(), "" + nodes, "" + lines));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PATH", path.toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said.replace("\r\n", "\n");
    }
}
