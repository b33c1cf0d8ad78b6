package playmore.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Machines that lack an engine, or have a broken one: each is a process of its own. */
class OtherMachinesTest {

    /** What runs there: draws a graph, and prints how that went. */
    static final class Machine {

        public static void main(String[] none) {
            try {
                System.out.println(Layout.svg("digraph { a }").contains("<title>a</title>") ? "drawn" : "not drawn");
            } catch (IllegalStateException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    @TempDir Path path, temp, library;

    @Test
    void whereNoEngineWorksEachSaysWhy() throws Exception {
        String said = machine(classPath("j2v8|nashorn-core"));
        assertTrue(said.contains("nothing here can lay it out; please install Graphviz"), said);
        assertTrue(said.contains("Tried: dot (Cannot run program \"dot\""), said);
        assertTrue(said.contains("v8 (it is not on the class path), nashorn (it is not on the class path)"), said);
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void afterABrokenLibraryOfV8NashornIsTried() throws Exception {
        Files.write(library.resolve("libj2v8_linux_x86_64.so"), new byte[1000]);
        String said = machine(library + File.pathSeparator + classPath("nashorn-core"));
        assertTrue(said.contains("libj2v8_linux_x86_64.so: ") && said.contains("nashorn (it is not on the class path)"), said);
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void afterABrokenDotV8DrawsAndLeavesNothingBehind() throws Exception {
        Path dot = Files.writeString(path.resolve("dot"), "#!/bin/sh\necho no plugins >&2\nexit 1\n");
        assertTrue(dot.toFile().setExecutable(true));
        assertEquals("drawn\n", machine(classPath("nashorn-core")));
        assertEquals(0, temp.toFile().list().length);
    }

    @Test
    void aDotThatIsAskedForAndMissingIsNamed() throws Exception {
        String said = machine(classPath("none"), "-Dplaymore.graphviz=dot");
        assertTrue(said.contains("playmore.graphviz asks for dot") && said.contains("install Graphviz"), said);
    }

    /** What is printed where nothing but {@link #path} is on the PATH, on either stream. */
    private String machine(String classPath, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-Djava.io.tmpdir=" + temp, "-XX:-UsePerfData", "-cp", classPath));
        command.addAll(List.of(options));
        command.add(Machine.class.getName());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PATH", path.toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said;
    }

    /** That of the tests, without the jars whose names begin so. */
    private static String classPath(String jars) {
        Pattern without = Pattern.compile("(?:" + jars + ").*");
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !without.matcher(Path.of(entry).getFileName().toString()).matches())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
