package playmore.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import playmore.MakesFiles;
import playmore.draw.Drawing;
import playmore.engine.Value;
import playmore.replay.Event.CellStarted;
import playmore.replay.Event.Failed;
import playmore.replay.Event.Made;
import playmore.replay.Event.Printed;
import playmore.replay.Event.Result;
import playmore.replay.Event.Said;

/** What a replay tells of good and of bad scripts. */
class ReplayTest extends MakesFiles {

    /** The line of a test script on which its code begins. */
    private static final int CODE = 5;

    @Test
    void tellsWhatHappensInItsOrder() throws IOException {
        List<Event> events = replay("""
                System.out.print("one\\r\\n");
                System.err.print("two");
                Value x = new Value(3.0, "x");
                drawDot(x)

                // # Words
                x
                """);
        List<Class<?>> kinds = events.stream().<Class<?>>map(Event::getClass).toList();
        assertEquals(List.of(Event.ChapterStarted.class, CellStarted.class, Said.class, CellStarted.class,
                Printed.class, Printed.class, Made.class, Said.class, CellStarted.class, Result.class, Event.ChapterEnded.class), kinds);
        assertEquals(new Printed("one\n", false), events.get(4), "whatever the system ends lines with");
        assertEquals(new Printed("two", true), events.get(5));
        Drawing drawing = assertInstanceOf(Drawing.class, ((Made) events.get(6)).artifact());
        assertEquals(out.resolve("50-test/01-x.svg"), drawing.file());
        assertTrue(Files.exists(drawing.file()));
        Result x = assertInstanceOf(Result.class, events.get(9));
        assertEquals(3, assertInstanceOf(Value.class, x.value()).data);
        assertEquals("Value(data=3.0, label=x)", x.text());
        assertEquals("Value", x.type());
    }

    @Test
    void showsTheValueOfALastExpressionWithoutSemicolon() throws IOException {
        assertEquals(List.of("7", "true", "two\nlines", "\"one \\\"line\\\"\"", "null", "'c'", "[1, 2]"), results("""
                3 + 4
                //
                3 <= 4
                //
                "two\\nlines"
                //
                "one \\"line\\""
                //
                (Object) null
                //
                'c'   // a comment; with a semicolon;
                //
                List.of(1, 2)   /* ; */
                """));
    }

    @Test
    void codeMayBeLong() throws IOException {
        String text = "a\\\\ \\\" ".repeat(10_000);
        assertEquals(List.of("50000"), results("String s = \"" + text + "\";\n" + " ".repeat(10_000) + "\n"
                + "    // words\n".repeat(2000) + "s.length()   // \"" + text + "\n"));
    }

    @Test
    void showsNoOtherValue() throws IOException {
        assertEquals(List.of(), results("""
                3 + 4;
                //
                3 + 4;   // no
                //
                int x = 3
                //
                x = 4
                //
                Value v = new Value(2.0)
                //
                v.data += 3
                //
                v.grad = v.data * 2
                //
                System.out.println()
                //
                x
                int y = 3;
                //
                int f() { return 3; }
                //
                import java.awt.*;
                """));
    }

    @Test
    void readsLinesAsTheJShellToolDoes() throws IOException {
        assertEquals(List.of("6"), results("""
                int x = 1; int y = 2;
                int z = Stream.of(x, y, 3).
                        mapToInt(i -> i).
                        sum();
                if (z > 3) {
                    x = 5;
                }
                // The brace above may have an else.
                int f() {

                    return z;
                }
                f()
                """));
        assertFailed(replay("List.of(1)\n    .size()\n"), CODE + 1, "illegal start of expression");
    }

    @Test
    void printsAreToldAsTheyCome() throws IOException {
        List<String> printed = new ArrayList<>();
        run("System.out.print(\"ä€😀\".repeat(5000) + \"\\n\"); System.out.print(\"a\\nb\"); System.out.println(\"c\");\n",
                event -> { if (event instanceof Printed p) printed.add(p.text()); });
        assertEquals("ä€😀".repeat(5000) + "\na\nbc\n", String.join("", printed));
        assertTrue(printed.get(0).length() < 8192, "A long line comes in pieces");
        assertEquals("a\n", printed.stream().filter(p -> p.startsWith("a")).findFirst().orElseThrow());
    }

    @Test
    void stopsAtASnippetThatDoesNotCompile() throws IOException {
        Failed failed = assertFailed(replay("""
                int x = 1;

                    // about y
                int y = x +
                    "s".foo();
                System.out.println("never");
                """), CODE + 4, "cannot find symbol");
        assertEquals(List.of("  symbol:   method foo()"), failed.details());
        assertEquals("0:33:20", failed.timecode().time());
        assertTrue(failed.fragment().code().contains("int y = x +"));
        assertTrue(failed.fragment().file().endsWith("50-test.jsh"));
    }

    @Test
    void stopsAtAnException() throws IOException {
        Failed failed = assertFailed(replay("""
                double third(double[] xs) {
                    return xs[2];
                }

                // Words.

                var t =
                    third(new double[2]);
                """), CODE + 7, "java.lang.ArrayIndexOutOfBoundsException: Index 2 out of bounds for length 2");
        assertEquals(List.of("at third (" + failed.fragment().file() + ":" + (CODE + 1) + ")",
                "at the code (" + failed.fragment().file() + ":" + (CODE + 7) + ")"), failed.details());
    }

    @Test
    void namesTheLineOfAnExceptionAfterLinesWithoutCode() throws IOException {
        for (String bad : List.of("int[] a = new int[-1];", "new int[-1]", "int x = 1 / 0;", "1 / 0", "if (1 / 0 > 1) { }", "List.of(1 / 0);",
                "class A { }\nint f() {\n    return 1 / 0;\n}\nvar x =\n    // here\n    f();",
                "int[] a = {\n        List.of(1).get(2)};")) {
            int line = CODE + 2 + (int) bad.lines().count();
            String why = "java.lang.";
            assertFailed(replay("int y = 1;\n\n\n" + bad + "\n"), line, why);
            assertFailed(replay("int y = 1;\n\n    // a comment\n" + bad + "\n"), line, why);
            assertFailed(replay("int y = 1;\n/* a\n comment */\n" + bad + "\n"), line, why);
            assertFailed(replay("int y = 1;\n/* a\n comment */ \n" + bad + "\n"), line, why);
        }
    }

    @Test
    void tellsTheCauseOfAnException() throws IOException {
        Failed failed = assertFailed(replay("""
                try {
                    new MLP(3, 1).predict(1, 2);
                } catch (RuntimeException e) {
                    throw new IllegalStateException("it failed", e);
                }
                """), CODE + 3, "java.lang.IllegalStateException: it failed");
        assertTrue(failed.details().contains("caused by java.lang.IllegalArgumentException: MLP expects 3 inputs, got 2"));
        assertTrue(failed.details().stream().anyMatch(d -> d.startsWith("at playmore.engine.MLP.forward(MLP.java:")));
    }

    @Test
    void stopsAtAnError() throws IOException {
        Failed failed = assertFailed(replay("int f(int x) { return f(x + 1) + 1; }\nf(0)\n"), CODE + 1, "java.lang.StackOverflowError");
        assertTrue(failed.details().size() < 10);
        assertFailed(replay("throw new AssertionError(\"no\");\n"), CODE, "java.lang.AssertionError: no");
    }

    @Test
    void stopsAtCodeThatEndsTooEarly() throws IOException {
        assertFailed(replay("int x = 1;\nclass A {\n    int x;\n// Words\n    int y;\n}\n"), CODE + 2, "the code ends too early");
        assertFailed(replay("foo(1,\n"), CODE, "the code ends too early");
    }

    @Test
    void stopsAtANameThatIsNeverDefined() throws IOException {
        assertFailed(replay("int x = 1;\n\n    // of B\nclass A { B b; }\nint y = 2;\n"), CODE + 3,
                "A uses class B, which the script does not define before it is needed");
        assertFailed(replay("int f() { return g(); }\n"), CODE, "f uses method g()");
        assertFailed(replay("int f() { return g(); }\nint y = 1;\nf()\n"), CODE + 2, "f uses method g()");
        assertEquals(List.of("3"), results("int f() { return g(); }\nint g() { return 3; }\nf()\n"));
    }

    @Test
    void refusesTheToolsOwnCommands() throws IOException {
        assertFailed(replay("int x = 1;\n/drop x\n"), CODE + 1, "/drop x is not Java, and jshell's own commands do not belong in a script.");
        assertEquals(List.of("3"), results("/* fine */\n/** this too */\nint x = 6\n//\nint y = (x\n    / 2);\n//\ny\n"));
    }

    @Test
    void aBrokenStartUpIsAFailureToo() throws IOException {
        Path startup = Files.writeString(out.resolve("startup.jsh"), "int x = 1;\nimport no.such.Thing;\n");
        List<Event> events = new ArrayList<>();
        assertFalse(new Replay(startup, events::add).run(script("int y = 1;\n"), 1, 1));
        Failed failed = assertFailed(events, 2, "package no.such does not exist");
        assertEquals("startup.jsh", failed.fragment().file());
        assertEquals("0:32:10", failed.timecode().time());
    }

    @Test
    void aThreadThatFailsIsAFailure() throws IOException {
        assertFailed(replay("int x = 1;\n//\nThread t = new Thread(() -> { throw new RuntimeException(\"later\"); });\nt.start();\nt.join();\n"),
                CODE + 2, "a thread ended with java.lang.RuntimeException: later");
        assertFailed(replay("""
                CountDownLatch go = new CountDownLatch(1);
                Thread t = new Thread(() -> {
                    while (go.getCount() > 0) Thread.onSpinWait();
                    throw new RuntimeException("later");
                });
                t.start();
                //
                go.countDown();
                t.join();
                """), CODE + 7, "a thread ended with java.lang.RuntimeException: later");
    }

    @Test
    void isNotFooledByWhatJShellIsSilentAbout() throws IOException {
        assertFailed(replay("throw new ThreadDeath();\n"), CODE, "java.lang.ThreadDeath");
        assertFailed(replay("class T { public String toString() { throw new RuntimeException(); } }\nT t = new T();\n"), CODE + 1,
                "this gives no value");
        assertFailed(replay("int f() { return g(); }\nint g() { return 1; }\nString g() { return \"\"; }\n"), CODE,
                "f does not compile any more, after what came later: incompatible types");
        assertFailed(replay("throw new Exception() { public String getMessage() { throw new RuntimeException(\"no\"); } };\n"), CODE,
                "jshell itself fails at this: java.lang.RuntimeException: no");
        assertFailed(replay("System.setErr(null);\nSystem.setOut(null);\nint x = 1;\n"), CODE + 1, "jshell itself fails at this");
        assertFailed(replay("int x = 1;\n/* never closed\nint y = 2;\n"), CODE + 2, "the code ends too early");
        assertFailed(replay("String s = \"\"\"\n    never closed\n"), CODE + 1, "the code ends too early");
    }

    /** Of many calls each of the learner's once, of many causes a line each, and no class or lambda of JShell's. */
    @Test
    void anExceptionIsAFewLines() throws IOException {
        Failed deep = assertFailed(replay("int g(int n) { return h(n + 1) + 1; }\nint h(int n) { return g(n + 1) + 1; }\ng(1)\n"), CODE + 2,
                "java.lang.StackOverflowError: too many calls inside one another");
        assertEquals(2, deep.details().size(), deep.details()::toString);
        Failed chain = assertFailed(replay("Exception e = new Exception(\"0\");\nfor (int i = 1; i < 20_000; i++) e = new Exception(\"\" + i, e);\nthrow e;\n"),
                CODE + 2, "java.lang.Exception: 19999");
        assertEquals(1 + 7, chain.details().size(), chain.details()::toString);
        assertEquals("caused by java.lang.Exception: 0", chain.details().get(7));
        assertFailed(replay("Exception a = new Exception(\"a\"), b = new Exception(\"b\", a);\na.initCause(b);\nthrow a;\n"), CODE + 2, "java.lang.Exception: a");
        Failed lambda = assertFailed(replay("class Dog { Object o; }\nDog d = new Dog();\nRunnable r = () -> d.o.toString();\nr.run();\n"), CODE + 3,
                "java.lang.NullPointerException: Cannot invoke \"Object.toString()\" because \"d.o\" is null");
        assertTrue(lambda.details().get(0).startsWith("at a lambda ("), lambda.details()::toString);
        assertFailed(replay("class Dog extends Exception {}\nthrow new Dog();\n"), CODE + 1, "Dog");
        assertFailed(replay("class Dog extends Error {}\nThread t = new Thread(() -> { throw new Dog(); });\nt.start(); t.join();\n"), CODE,
                "a thread ended with Dog");
        assertFailed(replay("class Dog {}\nObject o = new Dog();\nString s = (String) o;\n"), CODE + 2,
                "java.lang.ClassCastException: class Dog cannot be cast to class java.lang.String");
        Failed lines = assertFailed(replay("throw new RuntimeException(\"one\\ntwo\\u001b[2J\" + \"x\".repeat(5_000_000));\n"), CODE, "java.lang.RuntimeException: one");
        assertTrue(lines.details().get(0).matches("twox{500,1800}") && lines.details().get(1).endsWith("more characters"), lines.details()::toString);
    }

    @Test
    void whatIsMissingIsNamedOnce() throws IOException {
        Failed failed = assertFailed(replay("int x = foo + bar + foo * foo;\n"), CODE, "cannot find symbol");
        assertEquals(List.of("  symbol:   variable foo", "cannot find symbol", "  symbol:   variable bar"), failed.details());
    }

    @Test
    void goesOnAfterOddThings() throws IOException {
        assertEquals(List.of("3"), results("""
                ;
                Thread.currentThread().interrupt();
                Thread.sleep(1);
                System.out.close();
                new Thread(() -> { while (true) { } }) {{ setDaemon(true); }};
                    // a comment alone
                //
                /* another */
                //
                1 + 2
                """));
        List<Event> events = replay("System.out.close();\nSystem.out.println(\"not lost\");\n");
        assertTrue(events.contains(new Printed("not lost\n", false)), events::toString);
    }

    /** Scripts of good pieces in any order, with one bad piece somewhere: told as bad, and where. */
    @Test
    void findsTheBadPieceWhereverItIs() throws IOException {
        List<String> good = List.of("int x = 3;", "x", "print(x)", "for (int i = 0; i < 2; i++) {\n    x += i;\n}",
                "class A {\n\n    int f() { return x; }\n}", "new A().f()", "int twice(int y) { return 2 * y; }", "twice(x);",
                "Value v = new Value(2.0, \"v\");\nv.mul(v).backward();", "v.grad", "// Words.", "//", "    // a comment", "",
                "try {\n    throw new RuntimeException();\n} catch (RuntimeException e) {\n    print(e);\n}", "x = x +\n    1;");
        List<String> bad = List.of("int y = ;", "throw new IllegalStateException(\"no\");", "nothing();", "1 / 0", "int z = \"s\";",
                "/exit", "new Value(null, null).data", "import no.such.Thing;", "Object o = List.of(1).get(1);", "x.y.z()", "}", ")",
                "assert x > ;", "new MLP()", "v.nothing", "@Nope class B { }", "String s = \"open;", "int[] a = new int[-1];");
        Random random = new Random(6);
        for (int round = 0; round < 12; round++) {
            StringBuilder code = new StringBuilder("int x = 3;\nclass A { int f() { return 1; } }\nint twice(int y) { return y; }\nValue v = new Value(1);\n");
            for (int i = random.nextInt(6); i > 0; i--) code.append(good.get(random.nextInt(good.size()))).append('\n');
            int line = CODE + (int) code.chars().filter(c -> c == '\n').count();
            code.append(bad.get(random.nextInt(bad.size()))).append('\n');
            for (int i = random.nextInt(6); i > 0; i--) code.append(good.get(random.nextInt(good.size()))).append('\n');
            List<Event> events = replay(code.toString());
            Failed failed = assertInstanceOf(Failed.class, events.get(events.size() - 1), code::toString);
            assertEquals(line, failed.line(), () -> failed.message() + "\n" + code);
        }
    }

    /** Good scripts with something lost or put in at random: what runs to its end has told of no failure, and the other way round. */
    @Test
    void endsWhateverIsTorn() throws IOException {
        String good = """
                Value v = new Value(2.0, "v");
                v.mul(v).backward();
                /* a
                   b */ record P(int x, char c) {}
                var p = new P(1, '{');
                String s = \"""
                    // # words
                    \""";
                int sum = 0;
                for (int i = 0; i < 3; i++) {
                    sum += i;
                }
                Supplier<Integer> one = () -> {
                    return 1;
                };
                """;
        List<String> pieces = List.of("(", ")", "{", "}", "\"", "\"\"\"", "'", "\\", "/*", "*/", "//", "\n", ";", "+", " class A ",
                " record ", "->", "@", "ü", "😀", "\0", "/", " if ", " else ", " return ", " var ", ".5", " new ", "<", "[", "?",
                " static ", " enum E ", "\\u0041", "\r", " ab+stract claQ { abstract int h(); } ");
        Random random = new Random(7);
        for (int round = 0; round < 40; round++) {
            StringBuilder code = new StringBuilder(good);
            for (int i = 0; i <= random.nextInt(4); i++) {
                int from = random.nextInt(code.length());
                code.replace(from, Math.min(code.length(), from + random.nextInt(8)), pieces.get(random.nextInt(pieces.size())));
            }
            List<Event> events = assertTimeoutPreemptively(Duration.ofMinutes(1), () -> replay(code.toString()), code::toString);
            Event last = events.remove(events.size() - 1);
            assertTrue(last instanceof Event.ChapterEnded || last instanceof Failed, code::toString);
            assertTrue(events.stream().noneMatch(e -> e instanceof Failed), code::toString);
        }
    }

    /** JShell's compiler has bugs of its own: an assertion of javac fails at this in JDK 17. */
    @Test
    void aCompilerThatFailsIsAFailure() throws IOException {
        assertFailed(replay("int x = 1;\nab+stract claQ { abstract int h(); }\n"), CODE + 1, "");
    }

    @Test
    void runsAllSnippetsOnOneThread() throws IOException {
        assertEquals(List.of("true"), results("Thread first = Thread.currentThread();\nint x = 1;\nfirst == Thread.currentThread()\n"));
    }

    @Test
    void leavesTheProcessAsItWas() throws IOException {
        var out = System.out;
        replay("int x = ;\n");
        replay("System.setOut(null);\n");
        assertEquals(out, System.out);
    }

    @Test
    void knowsWhatRunsWhenItIsInterrupted() throws Exception {
        List<Event> events = new ArrayList<>();
        Replay[] replay = new Replay[1];
        replay[0] = new Replay(Path.of("startup.jsh"), event -> {
            events.add(event);
            if (event instanceof Printed) replay[0].interrupted("stopped");
        });
        assertTrue(replay[0].run(script("int x = 1;\nfor (int i = 0; i < 1; i++) {\n    System.out.println(i);\n}\n"), 1, 1));
        assertFailed(List.of(events.get(events.size() - 2)), CODE + 1, "stopped");
        assertFalse(replay[0].interrupted("nothing runs now"));
    }

    private List<String> results(String code) throws IOException {
        List<Event> events = replay(code);
        assertInstanceOf(Event.ChapterEnded.class, events.get(events.size() - 1));
        return events.stream().filter(e -> e instanceof Result).map(e -> ((Result) e).shown()).toList();
    }

    private static Failed assertFailed(List<Event> events, int line, String message) {
        Failed failed = assertInstanceOf(Failed.class, events.get(events.size() - 1));
        assertTrue(failed.message().startsWith(message), failed.message());
        assertEquals(line, failed.line());
        return failed;
    }

    private List<Event> replay(String code) throws IOException {
        List<Event> events = new ArrayList<>();
        boolean all = run(code, events::add);
        assertEquals(all, events.get(events.size() - 1) instanceof Event.ChapterEnded);
        return events;
    }

    private boolean run(String code, java.util.function.Consumer<Event> listener) throws IOException {
        return new Replay(Path.of("startup.jsh"), listener).run(script(code), 1, 1);
    }

    private Script script(String code) throws IOException {
        return Script.read(Files.writeString(out.resolve("50-test.jsh"), """
                // # 50 · A test
                // Lecture [0:32:10](https://example.org/?t=1930s)
                chapter("50-test");
                // [0:33:20](https://example.org/?t=2000s)
                """ + code));
    }
}
