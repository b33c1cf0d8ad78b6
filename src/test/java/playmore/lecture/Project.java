package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A checkout of its own for a test, built from the classes under test, without scripts. */
final class Project {

    static final Path JDK = Path.of(System.getProperty("java.home"));

    private static Path built;

    private Project() {}

    /** A new folder under {@code target/}, for a project and what else a test needs. */
    static Path temp(String name) throws IOException {
        return Files.createTempDirectory(Files.createDirectories(Path.of("target", name).toAbsolutePath()), "");
    }

    /** Makes the project, in a folder whose name has a space and an umlaut. */
    static Path make(Path temp) throws IOException, InterruptedException {
        Path project = Files.createDirectories(temp.resolve("Übung mit Leerzeichen"));
        Files.createDirectories(project.resolve("scripts"));
        Files.createDirectories(project.resolve("src/main/java"));
        Path target = Files.createDirectories(project.resolve("target"));
        for (String file : List.of("build.sh", "startup.jsh", "pom.xml")) {
            Files.copy(Path.of(file), project.resolve(file));
        }
        for (String made : List.of("playmore.jar", "lib")) {
            Files.createSymbolicLink(target.resolve(made), built().resolve(made));
        }
        markBuilt(project);
        Files.writeString(archive(project), "");    // as where none could be made
        return project;
    }

    /** Where {@code build.sh} keeps the classes of the jshell tool. */
    static Path archive(Path project) {
        return project.resolve("target/jshell-" + System.getProperty("java.version") + ".jsa");
    }

    /** Says that it was made from its sources, as {@code build.sh} does. */
    static void markBuilt(Path project) throws IOException, InterruptedException {
        String mark = "eval \"$(sed -n '/^sources() /,/^}/p' build.sh)\"; sources > target/built";
        assertEquals(0, new ProcessBuilder("bash", "-c", mark).directory(project.toFile()).inheritIO().start().waitFor());
        assertTrue(Files.size(project.resolve("target/built")) > 0);
    }

    /** The jar and the libraries of all projects. */
    static synchronized Path built() throws IOException, InterruptedException {
        if (built == null) {
            Path target = temp("project-jar");
            Files.createDirectories(target.resolve("lib"));
            makeJar(target);
            built = target;
        }
        return built;
    }

    /** A jar like Maven's, of the classes under test, beside the libraries that its manifest lists. */
    private static void makeJar(Path target) throws IOException, InterruptedException {
        List<String> libraries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path library = Path.of(entry).toAbsolutePath();
            if (!entry.endsWith(".jar")) continue;
            Files.createSymbolicLink(target.resolve("lib").resolve(library.getFileName()), library);
            libraries.add("lib/" + library.getFileName());
        }
        Path manifest = Files.writeString(target.resolve("manifest"),
                "Premain-Class: playmore.shell.Agent\nCan-Redefine-Classes: true\nClass-Path: " + String.join(" \n  ", libraries) + "\n");
        int code = new ProcessBuilder(JDK.resolve("bin/jar").toString(), "--create",
                "--file", target.resolve("playmore.jar").toString(), "--manifest", manifest.toString(),
                "-C", Path.of("target/classes").toString(), ".").inheritIO().start().waitFor();
        assertEquals(0, code);
    }
}
