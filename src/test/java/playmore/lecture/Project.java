package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import playmore.Jdk;

/** A checkout of its own for a test, built from the classes under test, without scripts. */
final class Project {

    private static final List<String> TOOLS = List.of("bash", "cat", "cksum", "dirname", "env", "find", "grep", "id", "ln", "locale",
            "mkdir", "readlink", "rm", "sed", "sh", "sleep", "sort");

    private static final Map<Jdk, Path> quickJdks = new HashMap<>();

    private static Path built;

    private Project() {}

    /** A new folder under {@code target/}, for a project and what else a test needs. */
    static Path temp(String name) throws IOException {
        return Files.createTempDirectory(Files.createDirectories(Path.of("target", name).toAbsolutePath()), "");
    }

    /** Makes the project, in a folder whose name has a space and an umlaut. */
    static Path make(Path temp) throws IOException, InterruptedException {
        return make(temp, "Übung mit Leerzeichen");
    }

    /** Makes it in a folder of this name. */
    static Path make(Path temp, String name) throws IOException, InterruptedException {
        Path project = Files.createDirectories(temp.resolve(name));
        Files.createDirectories(project.resolve("scripts"));
        Files.createDirectories(project.resolve("src/main/java"));
        Path target = Files.createDirectories(project.resolve("target"));
        Files.createDirectories(project.resolve("src/main/build"));
        Files.createDirectories(project.resolve("src/main/resources/playmore"));
        for (String file : List.of("build.sh", "startup.jsh", "pom.xml", "src/main/build/Build.java", "src/main/resources/playmore/help.txt")) {
            Files.copy(Path.of(file), project.resolve(file));
        }
        Files.createLink(target.resolve("playmore.jar"), built().resolve("playmore.jar"));    // Java would follow another to its folder
        Files.createSymbolicLink(target.resolve("lib"), built().resolve("lib"));
        markBuilt(project);
        return project;
    }

    /** A folder with all that {@code build.sh} uses of the system, to be the path: no Maven, and no dot. */
    static Path tools(Path temp) throws IOException {
        Path tools = Files.createDirectories(temp.resolve("tools"));
        for (String tool : TOOLS) Files.createSymbolicLink(tools.resolve(tool), find(tool));
        return tools;
    }

    /** The JDK of the tests, but its {@code java} is a quick one. */
    static Path quickJdk() throws IOException {
        return quick(Jdk.HERE);
    }

    /** That JDK, but its {@code java} is a quick one. */
    static synchronized Path quick(Jdk real) throws IOException {
        if (quickJdks.containsKey(real)) return quickJdks.get(real);
        Path jdk = temp("jdk"), bin = Files.createDirectory(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + real.version() + "\"\n");
        for (String tool : List.of("java", "javac", "jshell")) {
            executable(bin.resolve(tool), "exec '" + real.home().resolve("bin").resolve(tool) + "' " + (tool.equals("java") ? Jdk.QUICK + " " : "") + "\"$@\"");
        }
        quickJdks.put(real, jdk);
        return jdk;
    }

    static void executable(Path file, String script) throws IOException {
        Files.writeString(file, "#!" + find("bash") + "\n" + script + "\n");
        assertTrue(file.toFile().setExecutable(true));
    }

    /** Where the path of the tests has it. */
    static Path find(String tool) {
        return places(tool).findFirst().orElseThrow();
    }

    static boolean has(String tool) {
        return places(tool).findFirst().isPresent();
    }

    private static Stream<Path> places(String tool) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(folder -> Path.of(folder, tool)).filter(Files::isExecutable);
    }

    /** Says that it was made from its sources, as {@code build.sh} does. */
    static void markBuilt(Path project) throws IOException, InterruptedException {
        String mark = "eval \"$(sed -n '/^sources() /,/^}/p' build.sh)\"; sources > target/built";
        assertEquals(0, new ProcessBuilder("bash", "-c", mark).directory(project.toFile()).inheritIO().start().waitFor());
        assertTrue(Files.size(project.resolve("target/built")) > 0);
    }

    /** The folder with the jar that the tests run beside, and the libraries that it names. */
    static synchronized Path built() throws IOException {
        if (built != null) return built;
        Path target = temp("project-jar");
        Files.copy(Path.of("target/playmore.jar"), target.resolve("playmore.jar"));
        Files.createDirectories(target.resolve("lib"));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path library = Path.of(entry).toAbsolutePath();
            if (entry.endsWith(".jar")) Files.createSymbolicLink(target.resolve("lib").resolve(library.getFileName()), library);
        }
        built = target;
        return built;
    }
}
