package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import playmore.Beside;
import playmore.Jdk;

/** The lecture is the same on each system and each processor, as far as one machine can play the others. */
@Beside
class OtherSystemsTest {

    /** What the JDK computes with the processor's own code on some, and with Java's on others: not the same to the last digit. */
    private static final Pattern MATH = Pattern.compile(
            "(?<!Strict)Math\\.(a?sin|a?cos|a?tan|atan2|sinh|cosh|tanh|exp|expm1|log|log10|log1p|pow|cbrt|hypot)\\(");

    @TempDir Path temp;

    /** Windows' ends of lines, and the mathematics that the JDK has on ARM. */
    @Test
    void aChapterLeavesTheSameFiles() throws Exception {
        Map<String, String> here = run("here"), there = run("there", "-Dline.separator=\r\n",
                "-XX:+UnlockDiagnosticVMOptions", "-XX:+IgnoreUnrecognizedVMOptions", "-XX:-UseLibmIntrinsic");
        assertEquals(here.keySet(), there.keySet());
        assertEquals(List.of(), here.keySet().stream().filter(file -> !here.get(file).equals(there.get(file))).toList());
    }

    @Test
    void theKitItselfComputesByStrictMath() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java")).filter(file -> file.toString().endsWith(".java"))) {
            for (Path file : files.toList()) {
                MATH.matcher(Files.readString(file)).results().forEach(use -> found.add(file + ": " + use.group()));
            }
        }
        assertEquals(List.of(), found);
    }

    /** The texts of what is in {@code out/} then. */
    private Map<String, String> run(String name, String... options) throws Exception {
        Path folder = Files.createDirectory(temp.resolve(name));
        List<String> command = Jdk.HERE.java(options);
        command.addAll(List.of("-jar", Path.of("target/playmore.jar").toAbsolutePath().toString(), "run", "01"));
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder.resolve("out")).filter(Files::isRegularFile)) {
            for (Path file : files.toList()) texts.put(folder.relativize(file).toString(), Files.readString(file));
        }
        return texts;
    }
}
