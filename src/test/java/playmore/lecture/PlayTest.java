package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import playmore.Beside;
import playmore.Jdk;

/** {@code ./build.sh play} as a learner sees it, on a real terminal. */
@Beside
@ParameterizedClass
@MethodSource("playmore.Jdk#newest")
class PlayTest {

    private Path project;

    @Parameter Jdk jdk;

    @BeforeEach
    void makeProject() throws Exception {
        project = Project.make(Project.temp("play-test"));
        for (String chapter : List.of("05-manual-backprop", "06-optimization-step")) {
            Files.copy(Path.of("scripts", chapter + ".jsh"), project.resolve("scripts").resolve(chapter + ".jsh"));
        }
    }

    /** What cannot be stopped is left at the third Ctrl-C, and the place is kept. */
    @Test
    void leavesWhatCannotBeStopped() throws Exception {
        try (Tmux terminal = new Tmux(project, jdk)) {
            terminal.open(100, 24, "NO_COLOR=1 ./build.sh --no-pytorch play 06");
            terminal.await(" ▸");
            terminal.enter("");
            terminal.await("06 2/");
            terminal.enter("java.util.stream.LongStream.range(0, Long.MAX_VALUE).map(Long::hashCode).sum()");
            for (int i = 0; i < 3; i++) {
                Thread.sleep(1500);
                terminal.key("C-c");
                if (i == 1) terminal.await("This code does not stop yet. Ctrl-C once more leaves play");
            }
            terminal.await("ended with 130");
        }
        try (Tmux terminal = new Tmux(project, jdk)) {
            terminal.open(100, 24, "NO_COLOR=1 ./build.sh --no-pytorch play");
            terminal.await("Going on where you left 06, at cell 2.");
        }
    }

    /** With Tab, a wrong line, code that never ends, steps back and on, leaving and coming back; at 80 columns without colours. */
    @Test
    void playsAChapterToItsEnd() throws Exception {
        try (Tmux terminal = new Tmux(project, jdk)) {
            terminal.open(80, 24, "NO_COLOR=1 ./build.sh --no-pytorch play 05");
            terminal.await("05 1/15 ▸");
            assertTrue(terminal.screen().contains("│ Value a = new Value(2.0, \"a\");"), terminal.screen());
            terminal.enter("");                                     // the cell
            terminal.await("05 2/15 ▸");
            assertTrue(terminal.screen().contains("wrote out/05-manual-backprop/01-L.svg"), terminal.screen());
            terminal.enter("");                                     // the next, and a question
            terminal.await("Pause: what is dL/dL?");
            terminal.await("05 3/15 ▸");
            assertFalse(terminal.screen().contains("slopeL"), "the answer stands under its question");

            terminal.type("L.backw");                               // Tab at a parenthesis tells what the method does
            terminal.key("Tab");
            terminal.await("▸ L.backward(");
            terminal.key("C-u");
            terminal.type("drawDot(");
            terminal.key("Tab");
            terminal.await("drawDot(Node root)");
            terminal.await("Draws root and everything that it was made from");
            terminal.key("C-u");

            terminal.enter("a + b");
            terminal.await("bad operand types for binary operator '+'");
            terminal.await("Java's operators work on numbers only: a.add(b)");
            terminal.enter("while (true) { a.data += 1; }");
            Thread.sleep(1500);
            terminal.key("C-c");
            terminal.await("✗ stopped by Ctrl-C");
            terminal.enter("a.data = 2");                           // as it was
            terminal.enter("System.exit(1)");
            terminal.await("System.exit would end Playmore, so it was not run: leave it out");
            terminal.enter("String mine = \"kept\"");
            terminal.enter("/go 4");
            terminal.await("dL/dL by bump = 0.99999999996");
            terminal.await("05 4/15 ▸");
            terminal.key("C-d");
            terminal.await("ended with 0");
        }
        try (Tmux terminal = new Tmux(project, jdk)) {
            terminal.open(80, 24, "NO_COLOR=1 ./build.sh --no-pytorch play");
            terminal.await("Going on where you left 05, at cell 4.");
            terminal.await("05 4/15 ▸");
            terminal.enter("mine");
            terminal.await("→ \"kept\"");
            terminal.enter("/back");
            terminal.await("05 3/15 ▸");
            terminal.enter("slopeL");
            terminal.await("cannot find symbol");
            terminal.enter("/go 0:47:10");
            terminal.await("05 11/15 ▸");
            terminal.enter("/go 15");
            terminal.await("05 15/15 ▸");
            terminal.enter("");
            terminal.await("Pause: which gradients change");
            terminal.await("05 ✓ ▸");
            terminal.enter("");                                      // the answer
            terminal.await("This is the end of the chapter.");
            terminal.await("05 ✓ ▸");
            terminal.enter("a.grad");
            terminal.await("→ 6.0");
            terminal.enter("");                                      // the next chapter
            terminal.await("06 1/");
            terminal.enter("/quit");
            terminal.await("ended with 0");
            assertFalse(terminal.colours().contains("\u001b[3"), "colours in spite of NO_COLOR");
            assertTrue(terminal.screen().lines().allMatch(line -> line.length() <= 80), terminal.screen());
        }
        String notes = Files.readString(project.resolve("out/05-manual-backprop/05-manual-backprop.md"));
        for (String line : Files.readAllLines(Golden.file("05-manual-backprop"))) {
            if (line.startsWith("dL/d") && !line.contains("bump")) assertTrue(notes.contains("\n" + line + "\n"), line);
        }
        assertTrue(notes.contains("*Typed at the prompt:*\n\n```java\nString mine = \"kept\"\n```"), notes);
        assertFalse(notes.contains("while (true)"), "what did not come to its end is in the notes");
    }

    /** A cell that fails is tried again, and can be changed first. */
    @Test
    void aCellThatBreaksCanBeTriedAgain() throws Exception {
        Path broken = Project.make(Project.temp("play-test"));
        Files.writeString(broken.resolve("scripts/30-odd.jsh"), """
                // # 30 · Odd
                // Lecture [0:00:00](https://www.youtube.com/watch?v=VMj-3S1tku0&t=0s)
                chapter("30-odd");
                int half = 2;
                // Now it breaks.
                print("result =", 10 / (half - 2));
                """);
        try (Tmux terminal = new Tmux(broken)) {
            terminal.open(100, 30, "./build.sh --no-pytorch play 30");
            terminal.await("30 1/2 ▸");
            terminal.enter("");
            terminal.await("30 2/2 ▸");
            terminal.enter("");
            terminal.await("ArithmeticException");
            terminal.enter("half = 4");
            terminal.await("half = 4");
            terminal.enter("int one = 1; class Box { int x; }");
            terminal.enter("Box box = new Box()");
            terminal.enter("/edit Box");
            terminal.await("▸ class Box { int x; }");
            for (int i = 0; i < 2; i++) terminal.key("BSpace");
            terminal.enter(" int y; }");
            terminal.await("box is null now: it belonged to the old class. Make it again.");
            terminal.enter("/edit Nix");
            terminal.await("There is no class, method or variable Nix here.");
            terminal.enter("");
            terminal.await("result = 5");
            terminal.await("30 ✓ ▸");
            terminal.enter("");
            terminal.await("ended with 0");
            assertTrue(terminal.colours().contains("\u001b[3"), "no colours");
        }
        assertEquals(1, Files.readString(broken.resolve("out/30-odd/30-odd.md")).split("result = 5", -1).length - 1);
    }

    /** Enter begins a line in the middle of the code, and runs it at its end in place of the cell. */
    @Test
    void aCellThatWasChangedIsTheCell() throws Exception {
        try (Tmux terminal = new Tmux(project, jdk)) {
            terminal.open(100, 40, "NO_COLOR=1 ./build.sh --no-pytorch play 06");
            terminal.await("06 1/7 ▸");
            terminal.enter("/edit");
            terminal.await("Change the code. Enter begins a new line");
            terminal.await("...> drawDot(L)");
            for (int i = 0; i < 2; i++) terminal.key("Up");
            terminal.key("End");
            terminal.key("Enter");
            terminal.type("f.data = -3; print(\"changed\", f.data)");
            for (int i = 0; i < 2; i++) terminal.key("Down");
            terminal.key("End");
            terminal.key("Enter");
            terminal.await("changed -3.0");
            terminal.await("06 2/7 ▸");
            terminal.enter("/undo");
            terminal.await("Taken back: Value a = ");
            terminal.await("06 1/7 ▸");
            terminal.enter("/edit");
            terminal.await("...> drawDot(L)");
            terminal.key("C-c");
            terminal.await("Nothing has changed.");
            terminal.enter("");
            terminal.await("06 2/7 ▸");
            terminal.enter("f.data");
            terminal.await("→ -2.0");
            terminal.enter("System.in.read()");
            Thread.sleep(1000);
            terminal.key("C-c");
            terminal.await("✗ stopped by Ctrl-C");
            terminal.enter("40 + 2");
            terminal.await("→ 42");
        }
    }

    /** A terminal that can do nothing still has Ctrl-C. */
    @Test
    void aDumbTerminalAbandonsALine() throws Exception {
        try (Tmux terminal = new Tmux(project, jdk)) {
            terminal.open(100, 40, "TERM=dumb ./build.sh --no-pytorch play 06");
            terminal.await("06 1/7 ▸");
            terminal.enter("while (true) {");
            Thread.sleep(1000);
            terminal.key("C-c");
            Thread.sleep(1500);
            terminal.enter("40 + 2");
            terminal.await("→ 42");
            terminal.enter("while (true) {}");
            Thread.sleep(1500);
            terminal.key("C-c");
            terminal.await("✗ stopped by Ctrl-C");
        }
    }

    /** PyTorch is fetched where a chapter begins that uses it; who ends the wait by Ctrl-C comes back before it. */
    @Test
    void aChapterThatUsesPyTorchWaitsForIt() throws Exception {
        Path temp = Project.temp("play-test"), folder = Project.make(temp), tools = Project.tools(temp);
        for (String code : List.of("30 print(1)", "31 import playmore.pytorch.*; print(PyTorch.missing())")) {
            String number = code.substring(0, 2);
            Files.writeString(folder.resolve("scripts/" + number + "-odd.jsh"), """
                    // # %s · Odd
                    // Lecture [0:00:00](https://www.youtube.com/watch?v=VMj-3S1tku0&t=0s)
                    chapter("%s-odd");
                    %s
                    """.formatted(number, number, code.substring(3)));
        }
        String play = "PATH='" + tools + "' ./build.sh play";
        Project.executable(tools.resolve("mvn"), "touch '" + temp + "/begun'; exec sleep 100");
        Files.createSymbolicLink(tools.resolve("touch"), Project.find("touch"));
        try (Tmux terminal = new Tmux(folder)) {
            terminal.open(100, 30, play);
            terminal.await("30 1/1 ▸");
            terminal.enter("");
            terminal.await("30 ✓ ▸");
            assertFalse(Files.exists(temp.resolve("begun")), "it is fetched too soon");
            terminal.enter("");
            terminal.await("Waiting for PyTorch, which is still being fetched (about 110 MB) ...");
            for (int i = 0; i < 600 && !Files.exists(temp.resolve("begun")); i++) Thread.sleep(100);
            terminal.key("C-c");
            terminal.await("ended with 130");
        }
        Project.executable(tools.resolve("mvn"), "exit 1");
        try (Tmux terminal = new Tmux(folder)) {
            terminal.open(100, 30, play);
            terminal.await("30 ✓ ▸");
            terminal.enter("");
            terminal.await("PyTorch could not be fetched (target/pytorch.log says why); chapter 31 does without it.");
            terminal.await("31 1/1 ▸");
            terminal.enter("");
            terminal.await("PyTorch is not here");
            terminal.enter("/restart");
            terminal.await("31 1/1 ▸");
            assertEquals(1, terminal.screen().split("could not be fetched", -1).length - 1, terminal.screen());
        }
    }

    /** What was played before is in the notes, also that of the learner's own; and that is on the session's page. */
    @Test
    void whoIsKilledLosesNoNotes() throws Exception {
        Path folder = Project.make(Project.temp("play-test"));
        Files.copy(Path.of("scripts/06-optimization-step.jsh"), folder.resolve("scripts/06-optimization-step.jsh"));
        try (Tmux terminal = new Tmux(folder)) {
            terminal.open(80, 24, "./build.sh --no-pytorch play 06");
            terminal.await("06 1/");
            terminal.enter("");
            terminal.await("06 2/");
            terminal.enter("drawDot(new Value(7, \"mine\"))");
            terminal.await("Everything you draw is collected on out/session-1/index.html");
            Path notes = folder.resolve("out/06-optimization-step/index.html"), page = folder.resolve("out/session-1/index.html");
            Path contents = folder.resolve("out/index.html");    // is written when the learner has done nothing for a while
            for (int i = 0; i < 100 && !(Files.exists(page) && Files.exists(contents)
                    && Files.readString(notes).contains("mine")); i++) Thread.sleep(100);
            terminal.kill();
            terminal.await("ended with 137");
            for (Path file : List.of(notes, page)) {
                String html = Files.readString(file);
                assertTrue(html.contains("drawDot(new Value(7, &quot;mine&quot;))</code></pre>"), html);
                assertTrue(html.contains("02-mine.svg</a></figcaption>"), html);
                assertTrue(html.strip().endsWith("</html>"), html);
            }
            assertTrue(Files.exists(contents));
        }
    }
}
