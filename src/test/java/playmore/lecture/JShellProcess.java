package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import playmore.Jdk;

/**
 * Runs scripts as a learner does: in the real {@code jshell} of the JDK that runs the tests, with
 * {@code startup.jsh}.
 *
 * <pre>{@code
 * Transcript run = JShellProcess.run(List.of(Path.of("scripts/05-manual-backprop.jsh"))).get("05-manual-backprop");
 * assertEquals(6, run.number("dL/da ="));
 * }</pre>
 *
 * <p>A run fails at once if jshell reported an error. Only its standard error says so, and it exits
 * with 0 all the same; so a script must not print to {@code System.err} itself.
 */
final class JShellProcess {

    private static final String MARK = "@@@ ";
    private static final int MINUTES = 10;

    static final String STDERR = "stderr";

    /** What a session says of its page when the first thing is drawn. */
    static final String PAGE = "All that you draw, on one page: .*\\R";

    private JShellProcess() {}

    /** Runs the scripts in this order in one session; the transcripts by name. */
    static Map<String, Transcript> run(List<Path> scripts) {
        return run(scripts, System.getProperty("java.class.path"));
    }

    /** The same with another class path than that of the tests. */
    static Map<String, Transcript> run(List<Path> scripts, String classPath) {
        try {
            Path temp = Files.createDirectories(Path.of("target", "jshell"));
            temp = Files.createTempDirectory(temp.toAbsolutePath(), name(scripts.get(0)) + "-");
            return run(scripts, classPath, temp);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Transcript> run(List<Path> scripts, String classPath, Path temp)
            throws IOException, InterruptedException {
        Path out = temp.resolve("out");
        List<String> command = command(classPath, out);
        for (Path script : scripts) {
            Path mark = temp.resolve(name(script) + ".mark");
            Files.writeString(mark,
                    "for (var s : new java.io.PrintStream[] {System.out, System.err}) s.println(\"" + MARK + name(script) + "\");\n");
            command.add(mark.toString());
            command.add(script.toString());
        }
        Path exit = temp.resolve("exit");
        Files.writeString(exit, "/exit\n");
        command.add(exit.toString());

        Path stdout = temp.resolve("stdout.txt"), stderr = temp.resolve("stderr.txt");
        Process jshell = new ProcessBuilder(command).redirectOutput(stdout.toFile()).redirectError(stderr.toFile()).start();
        jshell.getOutputStream().close();
        awaitEnd(jshell);
        byScript(Files.readString(stderr)).forEach((script, errors) -> {
            if (!errors.isEmpty()) fail("jshell reported an error in " + script + ":\n" + errors);
        });
        Map<String, Transcript> transcripts = new LinkedHashMap<>();
        byScript(Files.readString(stdout).replaceFirst(PAGE, "")).forEach((script, text) ->
                transcripts.put(script, new Transcript(script, text, out.resolve(script))));
        return transcripts;
    }

    /** What jshell says to a learner who types these lines, in this folder, at its prompt {@code jshell> }; it must not report to the standard error. */
    static String typed(List<String> lines, Path folder) throws IOException, InterruptedException {
        Path stdin = Files.writeString(folder.resolve("stdin"), String.join("\n", lines) + "\n/exit\n");
        Path stdout = folder.resolve("stdout"), stderr = folder.resolve(STDERR);
        awaitEnd(prompt(folder).redirectInput(stdin.toFile()).redirectOutput(stdout.toFile()).start());
        assertEquals("", Files.readString(stderr));
        return Files.readString(stdout).replaceAll(".\b", "");
    }

    /** One that waits for lines in this folder, writes to {@code out/} there, and its errors to {@link #STDERR}. */
    static ProcessBuilder prompt(Path folder) throws IOException {
        return new ProcessBuilder(command(System.getProperty("java.class.path"), Path.of("out"))).directory(folder.toFile())
                .redirectError(folder.resolve(STDERR).toFile());
    }

    /** Waits for its end, and fails where that does not come. */
    static void awaitEnd(Process jshell) throws InterruptedException {
        if (jshell.waitFor(MINUTES, TimeUnit.MINUTES)) return;
        jshell.descendants().forEach(ProcessHandle::destroyForcibly);
        jshell.destroyForcibly();
        fail("jshell still ran after " + MINUTES + " minutes");
    }

    /** The command that starts jshell with the kit; what it writes goes to {@code out}; graphs are drawn as the tests' are. */
    private static List<String> command(String classPath, Path out) throws IOException {
        List<String> command = Jdk.HERE.kitsShell(Project.built().resolve("playmore.jar"), classPath, "-J--enable-native-access=ALL-UNNAMED", "-J-Duser.language=en",
                "-J-Dplaymore.out=" + out,
                "--class-path", classPath,
                "--startup", "DEFAULT", "--startup", Path.of("startup.jsh").toAbsolutePath().toString());
        Path preferences = Path.of("target").toAbsolutePath();    // as build.sh shell; that it made them, jshell would tell
        preferences.resolve(".java/.userPrefs").toFile().mkdirs();
        command.add("-J-Djava.util.prefs.userRoot=" + preferences);
        String engine = System.getProperty("playmore.graphviz");
        if (engine != null) command.add("-J-Dplaymore.graphviz=" + engine);
        return command;
    }

    /** What stands before the first mark belongs to startup.jsh. */
    private static Map<String, String> byScript(String printed) {
        Map<String, String> byScript = new LinkedHashMap<>();
        for (String part : ("startup.jsh\n" + printed).split("(?m)^" + MARK)) {
            String[] nameAndText = part.split("\n", 2);
            byScript.put(nameAndText[0], nameAndText[1]);
        }
        return byScript;
    }

    /** The script's name, by which {@link #run(List)} tells of it. */
    static String name(Path script) {
        return script.getFileName().toString().replaceFirst("[.]jsh$", "");
    }
}
