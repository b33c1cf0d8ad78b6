package playmore.shell;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.tool.JavaShellToolBuilder;
import playmore.output.Output;

/**
 * The {@code jshell} tool, in this process, with everything at hand; what is typed runs in a process of its own,
 * by {@link FastEngine}. The lines and jshell's settings are kept in {@code out/}, not in the learner's home.
 */
public final class Shell {

    private static final Pattern COLLECTOR = Pattern.compile("-XX:[+]Use\\w*GC");

    private Shell() {}

    /**
     * Opens it, until the learner leaves.
     *
     * @param jar that of the kit; the process for what is typed has this process' class path
     * @param startup what it begins with
     * @param script what it loads then
     * @param locale the learner's, in which jshell itself speaks
     * @return what {@code /exit} was given, 0 without
     */
    public static int open(Path jar, Path startup, Optional<Path> script, Locale locale) throws Exception {
        Path memory = Output.root().resolve(".shell.json");
        List<String> options = new ArrayList<>(List.of("--execution", "playmore",
                "--class-path", System.getProperty("java.class.path"),
                "--startup", "DEFAULT", "--startup", startup.toString(),
                "-R--enable-native-access=ALL-UNNAMED",
                "-R-javaagent:" + jar,
                "-R-Duser.home=" + System.getProperty("user.home"),
                "-R-Dfile.encoding=UTF-8", "-R-Dstdin.encoding=UTF-8", "-R-Dstdout.encoding=UTF-8", "-R-Dstderr.encoding=UTF-8"));
        if (!choosesCollector()) options.add("-R-XX:+UseParallelGC");    // large expressions twice as fast as with the usual one
        script.ifPresent(file -> options.add(file.toString()));

        Map<String, String> remembered = read(memory);
        try {
            return JavaShellToolBuilder.builder().interactiveTerminal(true).persistence(remembered).locale(locale)
                    .start(options.toArray(String[]::new));
        } finally {
            write(memory, remembered);
        }
    }

    /** Whether the machine tells every Java which collector of garbage to use: it refuses two. */
    private static boolean choosesCollector() {
        return Stream.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS").map(System::getenv)
                .anyMatch(options -> options != null && COLLECTOR.matcher(options).find());
    }

    private static Map<String, String> read(Path memory) {
        try {
            if (Files.exists(memory)) return new Gson().fromJson(Files.readString(memory), new TypeToken<HashMap<String, String>>() {});
        } catch (IOException | JsonParseException e) {
            System.err.println("What was typed last time cannot be read from " + memory + " (" + e.getMessage() + ").");
        }
        return new HashMap<>();
    }

    private static void write(Path memory, Map<String, String> remembered) {
        try {
            Output.makeRoot();
            Output.write(memory, new Gson().toJson(remembered) + "\n");
        } catch (UncheckedIOException e) {
            System.err.println("What you typed is not remembered. " + e.getMessage());
        }
    }
}
