package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import playmore.Needs;

/** {@code ./build.sh shell} as a learner sees it, on a real terminal, which tmux makes. */
class PromptTest {

    private static final int SECONDS = 90;
    private static final String PROMPT = "jshell>";

    private static Path tmux, temp, project;

    @BeforeAll
    static void makeProject() throws IOException, InterruptedException {
        tmux = Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(folder -> Path.of(folder, "tmux"))
                .filter(Files::isExecutable).findFirst().orElse(null);
        Needs.that(tmux != null, "tmux is not installed: nobody looks at the prompt");
        temp = Project.temp("prompt-test");
        project = Project.make(temp);
        Files.copy(Path.of("scripts/08-neuron-backprop.jsh"), project.resolve("scripts/08-neuron-backprop.jsh"));
    }

    private Path socket;

    @BeforeEach
    void newTerminal() throws IOException {
        socket = Files.createTempDirectory("playmore").resolve("tmux");    // a short name: sockets want that
    }

    @AfterEach
    void closeTerminal() throws Exception {
        tmux("kill-server");
        Files.deleteIfExists(socket);
        Files.delete(socket.getParent());
    }

    @Test
    void playsAtThePrompt() throws Exception {
        open("./build.sh --no-pytorch shell");
        await(PROMPT);
        assertEquals(List.of("Playmore: Value, MLP, drawDot, plot and show are at hand. Try this line:",
                "  var a = new Value(2.0, \"a\"); var L = a.mul(a).add(1).label(\"L\"); L.backward(); drawDot(L)",
                "|  Welcome to JShell -- Version " + System.getProperty("java.version"),
                "|  For an introduction type: /help intro", PROMPT), lines());

        enter("Value a = new Value(2.0, \"a\")");
        await("a ==> Value(data=2.0, label=a)\n" + PROMPT);

        type("a.");
        key("Tab");
        await("zeroGrad()");
        String offered = screen();
        for (String member : List.of("add(", "sub(", "mul(", "div(", "neg()", "pow(", "exp()", "log()", "tanh()", "relu()",
                "data", "grad", "label", "backward()", "children()", "op()")) {
            assertTrue(offered.contains(member), () -> "Tab does not offer " + member + "\n" + offered);
        }
        key("C-u");

        enter("Value L = a.mul(a).add(1).label(\"größe\"); L.backward(); a.grad");
        await(" ==> 4.0\n" + PROMPT);
        enter("drawDot(L)");
        await(" ==> out/session-1/01-größe.svg\n" + PROMPT);
        assertTrue(Files.readString(project.resolve("out/session-1/01-größe.svg")).contains("größe"));

        enter("/reset");
        await("|  Resetting state.\n" + PROMPT);
        enter("drawDot(new Value(1.0))");
        await(" ==> out/session-2/01-graph.svg\n" + PROMPT);
        enter("/reload");
        await("-: drawDot(new Value(1.0))\n" + PROMPT);
        enter("new MLP(3, 4, 4, 1)");
        await("==> MLP(3 -> 4 -> 4 -> 1, 41 parameters)\n" + PROMPT);

        enter("show(Table.create(\"t\", DoubleColumn.create(\"x\", 0.5)))");
        await(" ==> out/session-3/02-t.csv\n" + PROMPT);

        enter("/exit");
        await("|  Goodbye\nended with 0");
        assertTrue(lines().stream().noneMatch(line -> line.toLowerCase(Locale.ROOT).contains("warning")), this::screen);
    }

    @Test
    void goesOnAfterAChapter() throws Exception {
        open("./build.sh --no-pytorch shell 08");
        await(PROMPT);
        enter("o.grad");
        await("==> 1.0\n" + PROMPT);
        enter("drawDot(o)");
        await(".svg\n" + PROMPT);
        key("C-d");
        await("ended with 0");
    }

    /** Opens a terminal in which this command runs. */
    private void open(String command) throws Exception {
        tmux("-f", "/dev/null", "new-session", "-d", "-x", "120", "-y", "60",
                command + "; echo ended with $?; cat");
    }

    private void enter(String line) throws Exception {
        type(line);
        key("Enter");
    }

    private void type(String text) throws Exception {
        tmux("send-keys", "-l", "--", text);
    }

    private void key(String name) throws Exception {
        tmux("send-keys", name);
    }

    /** Waits until the terminal shows the text. */
    private void await(String text) throws Exception {
        for (int i = 0; i < SECONDS * 10; i++) {
            if (screen().contains(text)) return;
            Thread.sleep(100);
        }
        throw new AssertionError("After " + SECONDS + " s the terminal does not show:\n" + text + "\nbut:\n" + screen());
    }

    private List<String> lines() {
        return screen().lines().toList();
    }

    /** What the terminal shows, and what has moved out of sight, without empty lines. */
    private String screen() {
        try {
            return tmux("capture-pane", "-p", "-J", "-S", "-").replaceAll("(?m) +$", "").replaceAll("\n{2,}", "\n").strip();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private String tmux(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(tmux.toString(), "-u", "-S", socket.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(project.toFile()).redirectErrorStream(true);
        builder.environment().putAll(Map.of("JAVA_HOME", Project.JDK.toString(), "SHELL", "/bin/sh"));
        builder.environment().remove("TMUX");
        Process process = builder.start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return printed;
    }
}
