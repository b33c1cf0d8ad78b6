package playmore.shell;

import com.google.gson.reflect.TypeToken;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jdk.jshell.tool.JavaShellToolBuilder;
import playmore.draw.DrawDot;
import playmore.notes.SessionPage;
import playmore.output.Jar;
import playmore.output.JsonFile;
import playmore.output.Output;
import playmore.output.UserError;

/**
 * Opens the JDK's {@code jshell} tool with everything at hand. {@link ShellEngine} runs what is typed. The lines and
 * jshell's settings are kept in {@code out/}, not in the learner's home.
 */
public final class Shell {

    /** By then the prompt is there, and what draws graphs starts: before, both would have to share the processor. */
    private static final int MILLIS_TO_PROMPT = 1500;

    private Shell() {}

    /**
     * Opens it, until the learner leaves.
     *
     * @param startup what it begins with
     * @param script what it loads then
     * @param locale the learner's, in which jshell itself speaks
     * @return what {@code /exit} was given, 0 without
     */
    public static int open(Path startup, Optional<Path> script, Locale locale) throws Exception {
        SessionPage.check();
        List<String> options = new ArrayList<>(List.of("--execution", "playmore",
                "--class-path", Jar.classPath(),
                "--startup", "DEFAULT", "--startup", startup.toString()));
        script.ifPresent(file -> options.add(file.toString()));
        CompletableFuture.delayedExecutor(MILLIS_TO_PROMPT, TimeUnit.MILLISECONDS).execute(DrawDot::warmUp);
        readUtf8();

        Path memory = Output.root().resolve(".shell.json");
        Map<String, String> remembered = JsonFile.in(memory, new TypeToken<HashMap<String, String>>() {},
                "What was typed last time", kept -> !kept.containsValue(null)).orElseGet(HashMap::new);
        try {
            return JavaShellToolBuilder.builder().interactiveTerminal(true).persistence(remembered).locale(locale)
                    .out(inUtf8(FileDescriptor.out)).err(inUtf8(FileDescriptor.err))
                    .start(options.toArray(String[]::new));
        } finally {
            write(memory, remembered);
        }
    }

    /**
     * The tool reads UTF-8 whatever the locale says, which in a container is often nothing. Windows' console knows
     * best.
     */
    private static void readUtf8() {
        if (File.separatorChar != '/') return;
        for (String property : List.of("stdin.encoding", "org.jline.terminal.encoding")) {    // from JDK 19 on, before
            System.setProperty(property, "UTF-8");
        }
    }

    private static PrintStream inUtf8(FileDescriptor stream) {
        return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }

    private static void write(Path memory, Map<String, String> remembered) {
        try {
            Output.makeRoot();
            JsonFile.keep(memory, remembered);
        } catch (UserError e) {
            System.err.println("What you typed is not remembered. " + e.getMessage());
        }
    }
}
