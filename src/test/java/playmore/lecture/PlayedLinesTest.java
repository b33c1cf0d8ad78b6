package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import playmore.Beside;

/** What a line at the prompt of {@code play} does to what was there before it, and where the commands lead. */
@Beside
class PlayedLinesTest {

    private Path temp, project;

    @BeforeEach
    void makeProject() throws Exception {
        temp = Project.temp("play-test");
        project = Project.make(temp);
        for (String name : List.of("03-value", "05-manual-backprop", "06-optimization-step", "17-gradient-descent")) {
            Files.copy(Path.of("scripts", name + ".jsh"), project.resolve("scripts").resolve(name + ".jsh"));
        }
    }

    private PlayProcess play(String... words) throws Exception {
        return new PlayProcess(project, Map.of(), words);
    }

    /** However a line fails, what was there before it is there after it, and each cell to come can still run. */
    @Test
    void aLineThatFailsTakesNothingAway() throws Exception {
        try (PlayProcess play = play("05")) {
            play.type("", "class Box { int size = 1; }", "Box box = new Box();", "box.size = 7;", "int twice(int n) { return 2 * n; }");
            String all = "L + \" \" + a + \" \" + box.size + \" \" + twice(4) + \" \" + new Box().size";
            String before = play.type(all);
            assertTrue(before.contains("Value(data=-8.0, label=L) Value(data=2.0, label=a) 7 8 1"), before);
            for (String line : List.of("drawDot L", "print L", "Valu L", "Valu q", "Value L = L.add(b)", "Value L = a + b", "var L = foo()",
                    "int a = \"text\"", "Value a = b, L = nothing;", "final Value L = nothing;", "static Valu a = null", "Value L = null.data",
                    "Value L = (Value) (Object) \"text\"", "int[] a = { 1, 2 }, L = new int[-1];", "Value[] L = new Value[-1]",
                    "class Box { int size = \"text\"; }", "class Box extends Nothing {}", "class Box { int size = nothing; }", "record Box(Nothing n) {}",
                    "int twice(int n) { return \"text\"; }", "int twice(int n) { return nothing(n); }", "Nothing twice(int n) { return null; }")) {
                String said = play.type(line);
                assertTrue(said.contains("✗ "), line + "\n" + said);
                assertEquals(before, play.type(all), line + "\n" + said);
            }
            assertEquals("05 2/15", play.place());
            play.type("/go 15");
            assertEquals("05 15/15", play.place());
        }
    }

    /** In words that say what to do. */
    @Test
    void whatWasMeantIsSaid() throws Exception {
        try (PlayProcess play = play("05")) {
            says(play, "slopeL + 1", "slopeL comes with cell 3.");
            says(play, "a", "a comes with the cell above: press Enter.");
            play.type("");
            says(play, "drawDot L", "drawDot L needs parentheses: drawDot(L)", "L is as it was.");
            says(play, "class Neuro { double s = bb; }", "Neuro is waiting for variable bb, which is not defined yet.");
            says(play, "new Neuro()", "Neuro is waiting for variable bb, which is not defined yet");
            says(play, "class A extends B {}", "A is waiting for class B, which is not defined yet.");
            says(play, "int e = 4", "e was the chapter's Value and is your int now. Cells to come use it; /undo brings the chapter's back.");
            says(play, "/undo", "Taken back: int e = 4");
            says(play, "e.data", "→ -6.0");
            says(play, "class Table {}", "Table is yours now. Cells to come use the one that was there; /undo brings it back.");
            says(play, "/undo", "Taken back: class Table {}");
            says(play, "Value L", "L is declared anew, without a value. /undo brings back the one that was there.");
            says(play, "/undo", "Taken back: Value L");
            says(play, "import tech.tablesaw.columns.*; import java.awt.*", "");
            says(play, "/undo", "Taken back");
            says(play, "void print(Object o) {}", "print is yours now.");
            says(play, "/undo", "Taken back: void print(Object o) {}");
            assertEquals("", play.type("int mine = 1; class Nobody {}").strip().replaceFirst("→ 1", ""));
            says(play, "int one = 1; foo()", "symbol:   method foo()");
            says(play, "one", "→ 1");
            says(play, "int one = 2; foo()", "symbol:   method foo()");
            says(play, "/undo", "Taken back: int one = 2; foo()");
            says(play, "one", "symbol:   variable one");
            says(play, "mine", "→ 1");
            says(play, "/home/x", "/home/x is neither Java nor a command here; ? lists the commands.");
            says(play, "/nothing", "There is no /nothing. ? lists the commands.");
            String said = play.type("class Longer {", "    int a = 1;", "    int b = 2", "    int c = 3;", "    int d = 4;", "    int e = 5;", "    int f = 6;", "}");
            assertTrue(said.contains("▸   3 │     int b = 2\n") && said.contains("     1 │ class Longer {") && !said.contains("int f"), said);
            play.type("/go 15");
            assertEquals("05 15/15", play.place());
        }
    }

    /** The class of chapter 03 knows no plain numbers, and the hint says so. */
    @Test
    void aHintFitsTheLearnersOwnClass() throws Exception {
        try (PlayProcess play = play("03")) {
            says(play, "import java.awt.*", "List has a second meaning now, and cells to come fail at it.");
            says(play, "/undo", "Taken back: import java.awt.*");
            says(play, "import java.awt.List", "List is yours now. Cells to come use the one that was there; /undo brings it back.");
            says(play, "/undo", "Taken back: import java.awt.List");
            play.type("/go 6");
            says(play, "2 * a", "Java's operators work on numbers only: new Value(2).mul(a)");
            says(play, "a * b", "Java's operators work on numbers only: a.mul(b)");
            String said = play.type("mine") + play.type("let x = 3");
            assertFalse(said.contains("did you mean"), said);
        }
    }

    private static void says(PlayProcess play, String line, String... words) throws Exception {
        String said = play.type(line);
        String oneLine = said.replaceAll("\\s+", " ");    // wherever it is wrapped
        for (String text : words) assertTrue(said.contains(text) || oneLine.contains(text), line + "\n" + said);
    }

    /** A cell that failed half-way runs from where it began, not from where it stopped. */
    @Test
    void aCellThatIsTriedAgainRunsOnce() throws Exception {
        Files.writeString(project.resolve("scripts/30-odd.jsh"), """
                // # 30 · Odd
                // Lecture [0:00:00](https://www.youtube.com/watch?v=VMj-3S1tku0&t=0s)
                chapter("30-odd");
                int count = 0, divisor = 0;
                // Now it breaks.
                count++;
                print("result =", 10 / divisor);
                print("count =", count);
                """);
        try (PlayProcess play = play("30")) {
            play.type("");
            says(play, "", "ArithmeticException", "Press Enter to try the cell again");
            says(play, "divisor = 5", "→ 5");
            says(play, "", "result = 2", "count = 1");
        }
    }

    @Test
    void jshellsCommandsMeanWhatTheyMeanThere() throws Exception {
        try (PlayProcess play = play("05")) {
            play.type("", "int twice(int n) { return 2 * n; }", "record Pair(int x, int y) {}");
            says(play, "/list L", "Value L = d.mul(f).label(\"L\");");
            says(play, "/list Value", "Value is the kit's or Java's own.");
            says(play, "/list nix", "There is no class, method or variable nix here.");
            says(play, "/vars", "Value a = Value(data=2.0, label=a)");
            says(play, "/methods", "int twice(int)");
            says(play, "/types", "record Pair");
            says(play, "/imports", "import static playmore.draw.DrawDot.drawDot", "import java.util.*");
            says(play, "/drop twice", "");
            says(play, "twice(2)", "symbol:   method twice(int)");
            says(play, "/undo", "Taken back: /drop twice");
            says(play, "twice(2)", "→ 4");
            Path own = Files.writeString(project.resolve("own.jsh"), "int own = 1;\n"), saved = project.resolve("saved.jsh");
            says(play, "/save own.jsh", "own.jsh is there already, and /save has not written it: take another name.");
            assertEquals("int own = 1;\n", Files.readString(own));
            says(play, "/save saved.jsh", "Saved in saved.jsh");
            says(play, "/save saved.jsh", "Saved in saved.jsh");
            assertTrue(Files.readString(saved).contains("int twice(int n) { return 2 * n; }\n"), Files.readString(saved));
            says(play, "/open own.jsh", "→ 1");
            Files.write(project.resolve("odd.jsh"), new byte[] {'"', (byte) 0xE4, '"'});
            says(play, "/open odd.jsh", "Cannot read odd.jsh: odd.jsh:1: is not UTF-8 text");
            says(play, "/save nowhere/mine.jsh", "Cannot write nowhere/mine.jsh");
            says(play, "/save out", "out is there already, and /save has not written it");
            says(play, "/open nix.jsh", "There is no file nix.jsh.");
            says(play, "/history", "record Pair(int x, int y) {}\n");
            says(play, "/hist", "/history\n");    // as in jshell, it can be shortened
            says(play, "help", "/undo");
            says(play, "int q = 3", "→ 3");
            says(play, "q", "→ 3");
            says(play, "/reset", "05 · Backpropagation by hand");
            says(play, "twice(2)", "symbol:   method twice(int)");
            assertEquals("05 1/15", play.place());
            assertTrue(play.end("1 + 1").contains("→ 2"), "a last line without an end is lost");
        }
        for (String word : List.of("quit", "exit", "q", "quit()", "exit();", "/exit", "/quit")) {
            try (PlayProcess play = play("05")) {
                play.type();
                assertTrue(play.end(word + "\nprint(\"still there\")\n").matches("\\s*Your notes: \\S+\\s+ended with 0"), word);
            }
            if (word.equals("q")) break;    // the others are left in the same way
        }
    }

    /** To a cell, a heading, a chapter or a time; and each chapter remembers where the learner was and what they typed. */
    @Test
    void goesThroughTheWholeLecture() throws Exception {
        try (PlayProcess play = play("05")) {
            goes(play, "/go 6", "05 6/15");
            says(play, "int mine = 5", "→ 5");
            goes(play, "/go 06", "06 1/7");
            goes(play, "/go 3", "06 3/7");
            goes(play, "/go 0:38:09", "05 8/15");
            goes(play, "mine", "05 8/15");
            goes(play, "/go 17/4", "17 4/14");
            goes(play, "/go One optimization", "06 3/7");
            goes(play, "/go chapter 5", "05 8/15");
            goes(play, "/go 05", "05 8/15");
            goes(play, "/go nowhere at all", "05 8/15");
            says(play, "mine", "→ 5");
            goes(play, "/go 99/1", "05 8/15");
        }
        try (PlayProcess play = play()) {
            goes(play, "/contents", "05 8/15");
            says(play, "mine", "→ 5");
            goes(play, "/go 2", "05 2/15");
            says(play, "mine", "symbol:   variable mine");
            says(play, "/go 05/15", "slopeL");
        }
        try (PlayProcess play = play("06")) {
            goes(play, "mine", "06 3/7");
        }
        try (PlayProcess play = play("0:38:09")) {
            goes(play, "mine", "05 8/15");
        }
    }

    private static void goes(PlayProcess play, String line, String place) throws Exception {
        String said = play.type(line);
        assertEquals(place, play.place(), line + "\n" + said);
    }

    /** What runs again on the way back to a place is not in the folder that people share. */
    @Test
    void aSharedFolderRunsNothing() throws Exception {
        try (PlayProcess play = play("05")) {
            play.type("Files.writeString(Path.of(\"mark\"), \"run\")");
        }
        assertTrue(Files.exists(project.resolve("mark")));
        Path other = Files.createDirectories(temp.resolve("other"));
        for (String hidden : List.of(".play.json", ".bookmarks.json")) {
            Files.writeString(project.resolve("out").resolve(hidden), "{\"chapter\":\"05-manual-backprop\",\"cell\":2,"
                    + "\"typed\":[{\"cell\":1,\"code\":\"Files.writeString(Path.of(\\\"mark\\\"), \\\"run\\\")\"}]}\n");
        }
        Files.delete(project.resolve("mark"));
        try (PlayProcess play = new PlayProcess(project, Map.of("XDG_STATE_HOME", other.toString()))) {
            play.type();
            assertEquals("03 1/", play.place().substring(0, 5));
        }
        assertFalse(Files.exists(project.resolve("mark")), "what somebody else typed runs");
        try (Stream<Path> files = Files.walk(project.resolve("out"))) {
            assertTrue(files.filter(Files::isRegularFile).noneMatch(f -> f.endsWith("05-manual-backprop.json")));
        }
    }

    @Test
    void damagedFilesAreNamedAndPutAside() throws Exception {
        try (PlayProcess play = play("05")) {
            play.type("", "int mine = 1");
            play.end("/exit\n");
        }
        Path bookmark;
        try (Stream<Path> files = Files.walk(temp.resolve("state"))) {
            bookmark = files.filter(file -> file.endsWith("05-manual-backprop.json")).findFirst().orElseThrow();
        }
        Files.writeString(bookmark, "{\"chapter\":");
        Path history = project.resolve("out/.play-history");
        byte[] text = (Files.readString(history) + "1700000000000:String \u00e4").getBytes(StandardCharsets.UTF_8);
        Files.write(history, Arrays.copyOf(text, text.length - 1));
        try (PlayProcess play = play("05")) {
            String said = play.type();
            assertTrue(said.contains("Where you were in this chapter cannot be read from "), said);
            assertTrue(said.replaceAll("\\s+", " ").contains("out/.play-history cannot be read and are left out."), said);
            assertEquals("05 1/15", play.place());
            says(play, "/history", "int mine = 1");
        }
        assertEquals("{\"chapter\":", Files.readString(bookmark.resolveSibling(bookmark.getFileName() + ".damaged-1")));
        Files.delete(history);
        Files.createDirectory(history);
        try (PlayProcess play = play("05")) {
            assertTrue(play.type().contains("is a folder, so the lines that you type are not remembered."));
            says(play, "1 + 1", "→ 2");
        }
    }

    /** A thread that goes on ends nothing, and is stopped by a fresh session. */
    @Test
    void aThreadThatKeepsPrintingEndsNothing() throws Exception {
        try (PlayProcess play = play("05")) {
            play.type("import java.util.concurrent.locks.*; var p = System.out; new Thread(() -> { for (;;) { p.println(\"tick\"); LockSupport.parkNanos(2_000_000); } }).start();");
            for (int i = 0; i < 20; i++) says(play, "1 + " + i, "→ " + (1 + i));
            play.type("/reset");
            play.type("");
            assertFalse(play.type("2 + 2").contains("tick"));
        }
    }

    /** What code reads is typed at the prompt, a line at a time. */
    @Test
    void codeCanReadWhatIsTyped() throws Exception {
        try (PlayProcess play = play("05")) {
            says(play, "String line = new Scanner(System.in).nextLine()\nint \"open", "→ \"int \\\"open\"");
            says(play, "System.in.read()\n/x", "→ 47");
        }
    }
}
