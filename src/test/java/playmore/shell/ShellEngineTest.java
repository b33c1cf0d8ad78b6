package playmore.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import playmore.Beside;
import playmore.Jdk;

/** Whatever is typed, {@link ShellEngine} and jshell's own engine answer alike, in the real {@code jshell} of each JDK. */
@Beside
@Order(2)    // long
@ParameterizedClass
@MethodSource("playmore.Jdk#newest")
class ShellEngineTest {

    private static final int SECONDS = 90;
    private static final Pattern HASH = Pattern.compile("(?<=Lambda)[/$][0-9a-fx/$]*@[0-9a-f]+|@[0-9a-f]{5,}");

    /** How Java writes what was meant, which jshell does not say. */
    private static final Pattern HINT = Pattern.compile("(?m)\\|  did you mean \\w+\\?\\n");

    /** Of a very long string, jshell's own engine hands on only the beginning, and the tool shows the end of that. */
    private static final Pattern END_OF_LONG_STRING = Pattern.compile("(?<= \\.\\.\\. )(∂+\"|∂+)$", Pattern.MULTILINE);

    @Parameter Jdk jdk;

    private record Typed(String what, List<String> lines) {

        static Typed of(String what, String... lines) {
            return new Typed(what, List.of(lines));
        }

        @Override
        public String toString() {
            return what;
        }
    }

    /** A session for each thing that wants its own jshell, not for each that is tried: starting one takes longer than all its lines. */
    static List<Typed> sessions() {
        return List.of(
                Typed.of("what is typed",
                        // Values and errors.
                        "1 + 1", "int x = 5", "x = x / 0", "\"ä ∂ 😀\"", "int y = ;", "z", "x + y", "/vars",
                        "char[] c = {'a', 'b'}", "List.of(1, 2.5, \"c\")", "(Object) null", "new Object[] {1, null}",
                        // Exceptions.
                        "void f(int n) { if (n == 0) throw new IllegalStateException(\"größe\"); f(n - 1); }",
                        "f(3)", "class Mine extends Exception { Mine(Throwable t) { super(\"mine\", t); } }",
                        "throw new Mine(new RuntimeException(\"cause\"))", "int deep(int n) { return deep(n + 1) + 1; }",
                        "try { deep(0); } catch (StackOverflowError e) { System.out.println(\"deep\"); }",
                        "Object o = new Object() { public String toString() { throw new RuntimeException(\"in toString\"); } }",
                        "throw null", "Integer.parseInt(\"x\")",
                        // What is printed, and much of it.
                        "System.out.println(\"größe ∂ 😀\")", "System.out.print(\"no end of line\")",
                        "System.err.println(\"to err ä\")", "System.out.printf(\"%s%n\", (Object) null)",
                        "System.out.write(new byte[] {65, 66, 10}, 0, 3); System.out.flush()",
                        "for (int i = 0; i < 50_000; i++) System.out.println(i + \" größe ∂ 😀 0123456789\")",
                        "String s = \"∂\".repeat(100_000)", "s.length()", "System.out.println(s)",
                        // Methods defined anew.
                        "int f() { return g() + 1; }", "f()", "int g() { return 1; }", "f()",
                        "java.util.function.IntSupplier s = () -> f()", "int g() { return 10; }", "f()", "s.getAsInt()",
                        "int f() { return 5; }", "s.getAsInt()", "long f() { return 6; }", "f()", "s.getAsInt()", "/methods",
                        // Types.
                        "class A { int n = 1; int f() { return n; } }", "var a = new A()", "a.n = 7",
                        "class A { int n = 1; int f() { return n * 2; } }", "a.f()", "class A { int n, m; int f() { return 3; } }",
                        "a", "a = new A()", "a.f()", "record R(int x) {}", "var r = new R(1)", "record R(int x) { int twice() { return 2 * x; } }",
                        "r", "r = new R(2)", "r.twice()", "enum E { X, Y }", "E e = E.Y", "enum E { X, Y, Z }", "e",
                        "interface I { int f(); }", "I i = () -> 4", "interface I { int f(); default int g() { return f() + 1; } }",
                        "i", "class B extends A {}", "var b = new B()", "class A { int f() { return 9; } }", "b", "/types", "/list",
                        // Variables.
                        "int x = 1", "x++", "x", "double x", "x", "var x = \"s\"", "x", "/drop x", "x",
                        // Threads that go on.
                        "new Thread(() -> { while (true) try { Thread.sleep(10); } catch (Exception e) {} }).start()", "1 + 1"),
                Typed.of("what begins anew",
                        "int x = 1", "/reset", "x", "int y = 2", "y = 3", "/reload", "y", "/reset", "/reload -restore",
                        "/env --class-path " + Path.of("target/classes").toAbsolutePath(), "playmore.engine.Value.class.getName()",
                        "new playmore.engine.Value(2.0, \"a\")", "/env -add-modules java.sql", "java.sql.Types.INTEGER",
                        "import playmore.engine.*", "var a = new Value(2.0, \"a\")", "var L = a.mul(a); L.backward(); a.grad", "/reset",
                        "new playmore.engine.Value(1.0)"));
    }

    /** Who gets what comes after it, the code or jshell, is chance with either engine. Of closing, jshell's own would die. */
    @Test
    void codeReadsWhatIsTypedAndClosesNothing() throws Exception {
        String answers = answers(true, Typed.of("what is read", "int kept = 3; System.out.close(); System.err.close()", "System.out.println(\"still \" + kept)",
                "int c = System.in.read()", "X"));
        assertTrue(answers.contains("still 3\n") && answers.contains("c ==> 88\n"), answers);
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void answersAsJShellItself(Typed typed) throws Exception {
        String own = answers(false, typed);
        assertEquals(own, HINT.matcher(answers(true, typed)).replaceAll(""));
        assertTrue(own.length() > 20, own);
    }

    /** jshell itself would print a thousand lines. */
    @Test
    void anExceptionIsAFewLines() throws Exception {
        String answers = answers(true, Typed.of("deep", "int deep(int n) { return deep(n + 1) + 1; }", "deep(0)",
                "Exception e = new Exception(\"0\"); for (int i = 1; i < 20_000; i++) e = new Exception(\"\" + i, e)", "throw e", "Object[] os = {null}",
                "os[0].toString()", "new Object() { public String toString() { return \"a\\u001b[2Jb\"; } }"));
        assertTrue(answers.contains("StackOverflowError: too many calls inside one another") && answers.contains("because \"os[0]\" is null"), answers);
        assertTrue(count(answers, "at deep") < 3 && count(answers, "Caused by") == 7 && answers.contains("ab\n"), answers);
    }

    /** In JDK's own process it would end that, and all that it knows. */
    @Test
    void whatWouldEndTheProcessIsRefused() throws Exception {
        List<String> lines = new ArrayList<>(List.of("int kept = 3"));
        List<String> ends = List.of("System.exit(5)", "Runtime.getRuntime().exit(5)", "Runtime.getRuntime().halt(5)",
                "java.util.function.IntConsumer c = System::exit; c.accept(5)",
                "var t = new Thread(() -> System.exit(5)); t.start(); t.join()",
                "class Ends { static void now() { System.exit(5); } }", "Ends.now()",
                "try { System.exit(5); } catch (Exception e) { System.out.println(\"caught\"); }");
        for (String end : ends) lines.addAll(List.of(end, "kept"));
        String answers = answers(true, new Typed("ends", lines));
        assertEquals(5 + 2, count(answers, "would end this shell: leave it out. (/exit leaves.)\n"), answers);
        assertEquals(1 + ends.size(), count(answers, " ==> 3\n"), answers);
        assertTrue(!answers.contains("Exception") && !answers.contains("caught") && answers.endsWith("ended with 3"), answers);
    }

    /** What is left over is enough to say so, and to let go of what fills it. */
    @Test
    void aFullMemoryIsToldAndCanBeFreed() throws Exception {
        for (String fill : List.of("while (true) kept.add(new long[100_000]);", "while (true) kept.add(new long[1]);")) {
            String answers = answers(true, Typed.of("memory", "var kept = new ArrayList<long[]>()", fill, "\"still \" + 1",
                    "kept = null", "\"again \" + new long[1_000_000].length"), "-J-Xmx200m");
            assertTrue(answers.contains("Java's memory is full") && answers.contains("-Xmx"), answers);
            assertTrue(answers.contains("\"still 1\"") && answers.contains("\"again 1000000\""), answers);
        }
    }

    /** In jshell's own process they end with it. */
    @Test
    void threadsEndWithTheirSession() throws Exception {
        String ticks = "new Thread(() -> { while (true) { try { Thread.sleep(20); } catch (InterruptedException e) { } n++; } }, \"ticks\").start()";
        String count = "Thread.getAllStackTraces().keySet().stream().filter(t -> t.getName().equals(\"ticks\")).count()";
        String answers = answers(true, Typed.of("threads", "/env --class-path target/test-classes", "int n = 0", ticks,
                "Thread.sleep(1000)", "n > 3", count, "/reset", "Thread.sleep(1000)", count));
        assertTrue(answers.contains("==> true") && answers.contains("==> 1\n"), answers);
        assertTrue(answers.substring(answers.indexOf("Resetting state")).contains("==> 0\n"), answers);
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    /** All that jshell prints, to both its streams, and how it ends. */
    private String answers(boolean ours, Typed typed, String... options) throws Exception {
        Process jshell = start(ours, options);
        CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> {
            try (var in = jshell.getOutputStream()) {
                in.write((String.join("\n", typed.lines) + "\n/exit 3\n").getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                if (jshell.isAlive()) throw new AssertionError(e);    // one that could not start reads nothing
            }
        });
        CompletableFuture<String> printed = CompletableFuture.supplyAsync(() -> read(jshell.getInputStream()));
        if (!jshell.waitFor(SECONDS, TimeUnit.SECONDS)) {
            jshell.descendants().forEach(ProcessHandle::destroyForcibly);
            jshell.destroyForcibly();
            fail("jshell still runs, having printed\n" + printed.get());
        }
        writing.get();
        String answers = HASH.matcher(withoutEcho(printed.get(), typed.lines)).replaceAll("@...");
        return END_OF_LONG_STRING.matcher(answers).replaceAll("∂\"")
                + "ended with " + jshell.exitValue();
    }

    /** Newer JDKs echo as much of what is typed as comes before the prompt does: no start of a line counts. */
    private String withoutEcho(String printed, List<String> typed) {
        if (jdk.feature() == 17) return printed;
        String text = printed;
        for (String line : typed) {
            for (int length = line.length(); length > 0; length--) {
                text = text.replace("jshell> " + line.substring(0, length), "jshell> ");
            }
        }
        return text;
    }

    private Process start(boolean ours, String... options) throws IOException {
        List<String> command = ours ? jdk.kitsShell(Path.of("target/playmore.jar"), System.getProperty("java.class.path"))
                : jdk.jshell("-J-Dfile.encoding=UTF-8", "-R-Dfile.encoding=UTF-8");
        command.addAll(List.of("-J-Dstdout.encoding=UTF-8", "-J-Dstderr.encoding=UTF-8", "-J-Dstdin.encoding=UTF-8",
                // As build.sh shell: the first jshell of a machine would tell that it made its preferences.
                "-J-Djava.util.prefs.userRoot=" + Path.of("target").toAbsolutePath(),
                "-J-Djava.util.logging.config.file=" + (File.separatorChar == '/' ? "/dev/null" : "NUL")));
        command.addAll(List.of(options));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static String read(InputStream in) {
        try {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
