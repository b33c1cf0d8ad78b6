package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import playmore.Beside;
import playmore.Jdk;

/** {@code ./build.sh shell} as a learner sees it, on a real terminal, which tmux makes. */
@Beside
@ParameterizedClass
@MethodSource("playmore.Jdk#newest")
class PromptTest {

    private static final String PROMPT = "jshell>";
    private static final List<String> GREETING = List.of(
            "Playmore: var a = new Value(2, \"a\"); var L = a.mul(a).label(\"L\"); L.backward()",
            "Then drawDot(L), explain(L, a), walk(L). Tab helps. For the lecture, start play.");

    private static Path project;

    @BeforeAll
    static void makeProject() throws IOException, InterruptedException {
        project = Project.make(Project.temp("prompt-test"));
        Files.copy(Path.of("scripts/08-neuron-backprop.jsh"), project.resolve("scripts/08-neuron-backprop.jsh"));
    }

    @Parameter Jdk jdk;

    private Tmux terminal;

    @BeforeEach
    void newTerminal() throws IOException {
        Path out = project.resolve("out");    // whose sessions are counted
        if (Files.exists(out)) Files.move(out, Files.createTempDirectory(project, "before").resolve("out"));
        terminal = new Tmux(project, jdk);
    }

    @AfterEach
    void closeTerminal() throws Exception {
        terminal.close();
    }

    @Test
    void playsAtThePrompt() throws Exception {
        terminal.open(120, 60, "./build.sh --no-pytorch shell");
        terminal.await(PROMPT);
        assertEquals(List.of(GREETING.get(0), GREETING.get(1),
                "|  Welcome to JShell -- Version " + jdk.version(),
                "|  For an introduction type: /help intro", PROMPT), terminal.screen().lines().toList());

        terminal.enter("Value a = new Value(2.0, \"a\")");
        terminal.await("a ==> Value(data=2.0, label=a)\n" + PROMPT);

        terminal.type("a.");
        terminal.key("Tab");
        terminal.await("zeroGrad()");
        String offered = terminal.screen();
        for (String member : List.of("add(", "sub(", "mul(", "div(", "neg()", "pow(", "exp()", "log()", "tanh()", "relu()",
                "data", "grad", "label", "backward()", "children()", "op()")) {
            assertTrue(offered.contains(member), () -> "Tab does not offer " + member + "\n" + offered);
        }
        terminal.key("C-u");
        tabExplains("a.backward(", "Computes the derivative of this value");
        tabExplains("drawDot(", "Draws root and everything that it was made from");

        terminal.enter("Value L = a.mul(a).add(1).label(\"größe\"); L.backward(); a.grad");
        terminal.await(" ==> 4.0\n" + PROMPT);
        terminal.enter("drawDot(L)");
        terminal.await("All that you draw, on one page: out/session-1/index.html\n$");
        String drawn = terminal.screen();    // as text, since tmux shows no pictures
        for (String part : List.of("×─", "+─ größe 5 ∇ 1\n", "a 2 ∇ 4 ─┐")) assertTrue(drawn.contains(part), drawn);
        terminal.await(" ==> out/session-1/01-größe.svg\n" + PROMPT);
        assertTrue(Files.readString(project.resolve("out/session-1/01-größe.svg")).contains("größe"));

        terminal.enter("/reset");
        terminal.await("|  Resetting state.\n" + String.join("\n", GREETING) + "\n" + PROMPT);
        terminal.enter("drawDot(new Value(1.0))");
        terminal.await(" ==> out/session-2/01-graph.svg\n" + PROMPT);
        terminal.enter("/reload");
        terminal.await("-: drawDot(new Value(1.0))\n1\nAll gradients are 0: backward() has not run.\nAll that you draw, on one page: out/session-3/index.html\n" + PROMPT);
        terminal.enter("new MLP(3, 4, 4, 1)");
        terminal.await("==> MLP(3 -> 4 -> 4 -> 1, 41 parameters)\n" + PROMPT);

        terminal.enter("show(Table.create(\"t\", DoubleColumn.create(\"x\", 0.5)))");
        terminal.await(" ==> out/session-3/02-t.csv\n" + PROMPT);

        terminal.enter("/exit");
        terminal.await("|  Goodbye\nended with 0");
        String page = Files.readString(project.resolve("out/session-1/index.html"));
        assertTrue(page.contains("L.backward();\na.grad\ndrawDot(L)</code></pre>\n<figure"), page);
        assertTrue(page.contains("größe"), page);
        page = Files.readString(project.resolve("out/session-3/index.html"));
        assertTrue(page.contains("DoubleColumn.create(&quot;x&quot;, 0.5)))</code></pre>\n<figure class=\"table"), page);
        assertTrue(terminal.screen().lines().noneMatch(line -> line.toLowerCase(Locale.ROOT).contains("warning")),
                terminal.screen());
    }

    /** What is said in the sources: they are in the jar, and the JDK of the tests lets us tell it of them. */
    private void tabExplains(String call, String documentation) throws Exception {
        terminal.type(call);
        terminal.key("Tab");
        terminal.await("<press tab again to see documentation>");
        terminal.key("Tab");
        terminal.await(documentation);
        terminal.key("C-u");
    }

    /** In a jshell without any of our options, too; and what it says to try can be tried. */
    @Test
    void greets() throws Exception {
        assertTrue(GREETING.stream().allMatch(line -> line.length() <= 80), "a line of it does not fit 80 columns");
        String out = "target/greets-" + ProcessHandle.current().pid() + "-" + jdk;
        terminal.open(80, 24, "'" + jdk.home() + "/bin/jshell' -J-Djava.util.prefs.userRoot=target -R-Dplaymore.out=" + out
                + " --class-path target/playmore.jar --startup DEFAULT --startup startup.jsh");
        terminal.await(PROMPT);
        assertTrue(terminal.screen().contains(String.join("\n", GREETING) + "\n|  Welcome"), terminal.screen());
        terminal.enter(GREETING.get(0).replace("Playmore: ", ""));
        for (String next : List.of("drawDot(L)", "explain(L, a)", "walk(L)")) {
            assertTrue(GREETING.get(1).contains(next));
            terminal.enter(next);
        }
        terminal.await("==> " + out + "/session-1/01-L.svg\n" + PROMPT);
        terminal.await("-Backward-through-L.html\n" + PROMPT);
        assertTrue(terminal.screen().contains("dL/da"), terminal.screen());
        terminal.key("C-d");
        terminal.await("ended with 0");
    }

    /** And stops by Ctrl-C, also code that floods the terminal; what was there before stays. */
    @Test
    void goesOnAfterAChapter() throws Exception {
        terminal.open(120, 60, "./build.sh --no-pytorch shell 08");
        terminal.await(PROMPT);
        terminal.enter("o.grad");
        terminal.await("==> 1.0\n" + PROMPT);
        terminal.enter("drawDot(o)");
        terminal.await(".svg\n" + PROMPT);

        terminal.enter("int kept = 40");
        terminal.await("kept ==> 40\n" + PROMPT);
        int n = 0;
        for (String code : List.of("while (true) { System.out.print('.'); }", "while (true) { kept = 40; }",
                "System.out.println(\"sleeps\"); Thread.sleep(1_000_000)")) {
            terminal.enter(code);
            Thread.sleep(1500);
            terminal.key("C-c");
            terminal.enter("kept + " + ++n);
            terminal.await(" ==> " + (40 + n) + "\n" + PROMPT);
        }
        terminal.enter("System.in.read()");
        terminal.enter("X");
        terminal.await(" ==> 88\n" + PROMPT);
        terminal.type("half a line");
        terminal.key("C-c");    // forgets it
        terminal.enter("kept + " + ++n);
        terminal.await(" ==> " + (40 + n) + "\n" + PROMPT);
        terminal.key("C-d");
        terminal.await("ended with 0");
    }

    /** As in play; and what does not listen to Ctrl-C is given up, while the page and what was typed are kept. */
    @Test
    void helpsAndCannotBeEnded() throws Exception {
        terminal.open(120, 60, "./build.sh --no-pytorch shell");
        terminal.await(PROMPT);
        terminal.enter("var a = new Value(2.0, \"a\")");
        terminal.enter("a + a");
        terminal.await("|  Java's operators work on numbers only: a.add(a)\n|  Error:\n|  bad operand types");
        terminal.enter("new Value(1/2)");
        terminal.await("|  1/2 is 0 in Java, as both are whole numbers: write 1/2.0");
        terminal.enter("a.mull(a)");
        terminal.await("|  did you mean mul?\n|  Error:\n|  cannot find symbol");
        terminal.enter("System.exit(3)");
        terminal.await("|  System.exit would end this shell: leave it out. (/exit leaves.)\n" + PROMPT);
        terminal.enter("drawDot(a.add(1))");
        terminal.await(" ==> out/session-1/01-");

        terminal.enter("java.util.stream.LongStream.range(0, Long.MAX_VALUE).map(Long::hashCode).sum()");
        Thread.sleep(1500);
        terminal.key("C-c");
        Thread.sleep(1500);
        terminal.key("C-c");
        terminal.await("|  This code does not stop yet. Press Ctrl-C once more to get the prompt back without it:");
        Thread.sleep(1500);
        terminal.key("C-c");
        terminal.await("|  State engine terminated.\n|  Restore definitions with: /reload -restore\n");
        terminal.await(GREETING.get(1) + "\n" + PROMPT);
        terminal.enter("/exit");
        terminal.await("|  Goodbye\nended with 0");
        assertTrue(Files.readString(project.resolve("out/session-1/index.html")).contains("drawDot(a.add(1))"));
        assertTrue(Files.readString(project.resolve("out/.shell.json")).contains("LongStream.range"));
    }
}
