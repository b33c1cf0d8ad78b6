package playmore.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.SnippetEvent;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import playmore.Beside;
import playmore.Jdk;

/** Whatever is typed, {@link FastEngine} and jshell's own engine answer alike, in the real {@code jshell}. */
@Beside
@Order(2)    // long
class FastEngineTest {

    private static final int SECONDS = 90;
    private static final List<String> OWN = List.of();
    private static final List<String> FAST = fast(Path.of("target/classes"));
    private static final Pattern HASH = Pattern.compile("(?<=Lambda)[/$][0-9a-fx/$]*@[0-9a-f]+|@[0-9a-f]{5,}");
    private static final Path SOCKETS = Path.of("/proc/net/tcp");

    private record Typed(String what, List<String> options, List<String> lines) {

        static Typed of(String what, String... lines) {
            return new Typed(what, List.of(), List.of(lines));
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
                Typed.of("processes that end, one that is killed, and those that jshell ends",
                        "int kept = 3", "System.exit(5)", "kept", "1 + 1", "/reload -restore", "kept",
                        "new ProcessBuilder(\"kill\", \"-9\", \"\" + ProcessHandle.current().pid()).start().waitFor()",
                        "kept", "2 + 2", "int kept = 4", "kept",
                        "System.out.println(\"before\"); Runtime.getRuntime().halt(1)", "1 + 1",
                        "int x = 1", "/reset", "x", "int y = 2", "y = 3", "/reload", "y", "/reset",
                        "/env --class-path " + Path.of("target/classes").toAbsolutePath(), "playmore.engine.Value.class.getName()",
                        "new playmore.engine.Value(2.0, \"a\")", "/env --class-path target/nothing", "/env -add-modules java.sql",
                        "java.sql.Types.INTEGER"),
                new Typed("options of the process", List.of("-R-Da.b=c d", "-R-Xmx77m", "-R-cp", "-Rtarget/classes", "-R-ea"), List.of(
                        "System.getProperty(\"a.b\")", "Runtime.getRuntime().maxMemory() >> 20",
                        "Class.forName(\"playmore.engine.Value\").getSimpleName()", "void f() { assert 1 > 2 : \"no\"; }", "f()")),
                new Typed("the class path", List.of("--class-path", "target/classes"), List.of(
                        "import playmore.engine.*", "var a = new Value(2.0, \"a\")", "var L = a.mul(a); L.backward(); a.grad", "/reset",
                        "new playmore.engine.Value(1.0)")));
    }

    /** Who gets what comes after it, the code or jshell, is chance with either engine. Of closing, jshell's own would die. */
    @Test
    void codeReadsWhatIsTypedAndClosesNothing() throws Exception {
        String answers = answers(FAST, Typed.of("what is read", "int kept = 3; System.out.close(); System.err.close()", "System.out.println(\"still \" + kept)",
                "int c = System.in.read()", "X"));
        assertTrue(answers.contains("still 3\n") && answers.contains("c ==> 88\n"), answers);
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void answersAsJShellItself(Typed typed) throws Exception {
        String own = answers(OWN, typed);
        assertEquals(own, answers(FAST, typed));
        assertTrue(own.length() > 20, own);
    }

    /** What jshell has no command for, by its API: a snippet that does not end. */
    @Test
    void stopsAsJShellItself() throws Exception {
        List<String> codes = List.of("while (true);", "Thread.sleep(100_000);", "new Object() { void f() { f0(); } void f0() { while (true); } }.f();",
                "try { while (true); } finally { System.out.println(\"finally\"); }", "synchronized (\"\") { \"\".wait(); }");
        assertEquals(stopped("jdi", codes), stopped("playmore", codes));
    }

    /** Wherever a stop lands: in the middle of a line that is being sent, too, of which jshell must not take the rest for more. */
    @Test
    void stopsInAFlood() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Random random = new Random(1);
        try (JShell shell = JShell.builder().executionEngine("playmore").out(new PrintStream(printed, true)).build()) {
            shell.eval("int kept = 40;");
            for (int i = 0; i < 50; i++) {
                CompletableFuture<List<SnippetEvent>> events = CompletableFuture.supplyAsync(
                        () -> shell.eval("while (true) System.out.println(\"größe 0123456789\");"));
                while (!events.isDone()) {
                    Thread.sleep(5 + random.nextInt(40));
                    shell.stop();
                }
                assertEquals("VALID null", events.get().get(0).status() + " " + events.get().get(0).value(), "stop " + i);
                assertEquals("" + (40 + i), shell.eval("kept + " + i).get(0).value());
            }
        }
        assertTrue(printed.size() > 1000, "hardly anything was printed");
        // A stop may cut a line off anywhere, and another one the next.
        String other = printed.toString(StandardCharsets.UTF_8).lines().flatMap(line -> Stream.of(line.split("(?=g)")))
                .filter(piece -> !"größe 0123456789".contains(piece)).findFirst().orElse("");
        assertEquals("", other);
    }

    /** What comes of each, in one shell. */
    private static List<String> stopped(String engine, List<String> codes) throws Exception {
        List<String> said = new ArrayList<>();
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (JShell shell = JShell.builder().executionEngine(engine).out(new PrintStream(printed, true)).build()) {
            shell.eval("int kept = 4;");
            for (String code : codes) {
                CompletableFuture<List<SnippetEvent>> events = CompletableFuture.supplyAsync(() -> shell.eval(code));
                while (!events.isDone()) {
                    Thread.sleep(200);
                    shell.stop();
                }
                SnippetEvent event = events.get(SECONDS, TimeUnit.SECONDS).get(0);
                said.add(code + " " + event.status() + " " + event.exception() + " " + event.value() + " " + printed.toString(StandardCharsets.UTF_8)
                        + shell.eval("kept").get(0).value());
                printed.reset();
            }
        }
        return said;
    }

    @Test
    void failsAsJShellItselfWhereNeitherCanStart() throws Exception {
        Typed typed = new Typed("", List.of("-R-XX:NoSuchOption"), List.of("1 + 1"));
        String own = answers(OWN, typed);
        assertTrue(own.contains("NoSuchOption"), own);
        assertEquals(withoutNumbers(own), withoutNumbers(answers(FAST, typed)));
    }

    private static String withoutNumbers(String text) {
        return text.replaceAll("[0-9]+", "#");
    }

    @Test
    void withoutItsRemoteEndJShellsOwnRuns(@TempDir Path temp) throws Exception {
        Path classes = Path.of("target/classes");
        for (String file : List.of("META-INF/services/jdk.jshell.spi.ExecutionControlProvider",
                "playmore/shell/FastEngine.class", "playmore/shell/RemoteControl.class")) {
            Files.createDirectories(temp.resolve(file).getParent());
            Files.copy(classes.resolve(file), temp.resolve(file));
        }
        Typed typed = Typed.of("", "1 + 1", "System.out.println(\"größe\")");
        String answers = answers(fast(temp), typed);
        String said = answers.lines().filter(line -> line.startsWith("Playmore's engine for jshell did not start, so jshell's own"))
                .findFirst().orElseGet(() -> fail(answers));
        assertEquals(answers(OWN, typed), answers.replace(said + "\n", ""));
    }

    @Test
    void nothingIsLeftOfAJShellThatIsKilled() throws Exception {
        for (String line : List.of("while (true);", "int waits = 1;")) {
            Process jshell = start(FAST, List.of());
            jshell.getOutputStream().write(("System.out.println(\"on \" + \"air\")\n" + line + "\n").getBytes(StandardCharsets.UTF_8));
            jshell.getOutputStream().flush();
            await(jshell.getInputStream(), "on air");
            List<ProcessHandle> remote = jshell.children().toList();
            assertEquals(1, remote.size());
            if (Files.exists(SOCKETS)) {
                assertEquals(Set.of(), listening(jshell.pid()));
                assertEquals(Set.of(), listening(remote.get(0).pid()));
            }
            jshell.destroyForcibly();
            remote.get(0).onExit().get(SECONDS, TimeUnit.SECONDS);
        }
    }

    /** The sockets of the process that wait for whoever connects. */
    private static Set<String> listening(long pid) throws IOException {
        Set<String> all;
        try (Stream<String> lines = Stream.concat(Files.lines(SOCKETS), Files.lines(Path.of("/proc/net/tcp6")))) {
            all = lines.map(line -> line.strip().split(" +")).filter(fields -> fields[3].equals("0A"))
                    .map(fields -> "socket:[" + fields[9] + "]").collect(Collectors.toSet());
        }
        try (Stream<Path> files = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            all.retainAll(files.map(FastEngineTest::target).collect(Collectors.toSet()));
        }
        return all;
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            return "";    // closed meanwhile
        }
    }

    private static List<String> fast(Path classes) {
        return List.of("--execution", "playmore", "-J--class-path=" + classes.toAbsolutePath());
    }

    /** All that jshell prints, to both its streams, and how it ends. */
    private static String answers(List<String> engine, Typed typed) throws Exception {
        Process jshell = start(engine, typed.options);
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
        return HASH.matcher(withoutEcho(printed.get(), typed.lines)).replaceAll("@...")
                + "ended with " + jshell.exitValue();
    }

    /** Newer JDKs echo as much of what is typed as comes before the prompt does: no start of a line counts. */
    private static String withoutEcho(String printed, List<String> typed) {
        if (Runtime.version().feature() == 17) return printed;
        String text = printed;
        for (String line : typed) {
            for (int length = line.length(); length > 0; length--) {
                text = text.replace("jshell> " + line.substring(0, length), "jshell> ");
            }
        }
        return text;
    }

    private static Process start(List<String> engine, List<String> options) throws IOException {
        List<String> command = Jdk.jshell("-J-Dfile.encoding=UTF-8", "-R-Dfile.encoding=UTF-8",
                "-J-Dstdout.encoding=UTF-8", "-J-Dstderr.encoding=UTF-8", "-J-Dstdin.encoding=UTF-8",
                // As build.sh shell: the first jshell of a machine would tell that it made its preferences.
                "-J-Djava.util.prefs.userRoot=" + Path.of("target").toAbsolutePath(),
                "-J-Djava.util.logging.config.file=" + (File.separatorChar == '/' ? "/dev/null" : "NUL"));
        command.addAll(engine);
        command.addAll(options);
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static String read(InputStream in) {
        try {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void await(InputStream in, String text) throws IOException {
        StringBuilder read = new StringBuilder();
        while (read.indexOf(text) < 0) {
            int b = in.read();
            if (b < 0) fail("jshell ended with " + read);
            read.append((char) b);
        }
    }
}
