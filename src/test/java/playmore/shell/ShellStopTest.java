package playmore.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.SnippetEvent;
import org.junit.jupiter.api.Test;

/** What Ctrl-C stops with {@link ShellEngine}, and with jshell's own engine. */
class ShellStopTest {

    private static final int SECONDS = 90;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    private JShell shell(String engine) {
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return JShell.builder().executionEngine(engine).out(out).err(out).build();
    }

    @Test
    void stopsAsJShellItself() throws Exception {
        List<String> codes = List.of("while (true);", "Thread.sleep(100_000);",
                "new Object() { void f() { f0(); } void f0() { while (true); } }.f();",
                "try { while (true); } finally { System.out.println(\"finally\"); }", "synchronized (\"\") { \"\".wait(); }");
        assertEquals(stopped("jdi", codes), stopped("playmore", codes));
    }

    /** What jshell's own does not stop either, or not all of it. */
    @Test
    void stopsMore() throws Exception {
        List<String> codes = List.of(
                "for (;;) switch (kept) { case 4: continue; default: kept = 4; }",
                "while (true) try { while (true); } catch (Throwable t) { }",
                "java.util.stream.IntStream.range(0, 100).parallel().forEach(i -> { while (true); });",
                "java.util.concurrent.CompletableFuture.runAsync(() -> { while (true); }).join();",
                "Object o = new Object() { public String toString() { while (true); } };");
        for (String said : stopped("playmore", codes)) assertTrue(said.endsWith("4"), said);
        assertTrue(Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().startsWith("ForkJoinPool"))
                .noneMatch(thread -> Stream.of(thread.getStackTrace()).anyMatch(call -> call.getClassName().startsWith("REPL"))));
    }

    /** A thread that the learner started before goes on, as in jshell. */
    @Test
    void leavesOtherThreadsAlone() throws Exception {
        try (JShell shell = shell("playmore")) {
            shell.eval("volatile int n = 0;");
            shell.eval("new Thread(() -> { while (true) { n++; try { Thread.sleep(1); } catch (Exception e) { } } }).start();");
            stop(shell, "while (true);");
            String before = shell.eval("n").get(0).value();
            Thread.sleep(300);
            assertTrue(Integer.parseInt(shell.eval("n").get(0).value()) > Integer.parseInt(before));
        }
    }

    /** Wherever a stop lands, also in the middle of a line that is being printed. */
    @Test
    void stopsInAFlood() throws Exception {
        Random random = new Random(1);
        try (JShell shell = shell("playmore")) {
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
        List<String> lines = printed.toString(StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("|")).toList();
        assertTrue(lines.size() > 1000, "hardly anything was printed");
        assertEquals(List.of(), lines.stream().filter(line -> !line.isEmpty() && !line.equals("größe 0123456789")).toList());
    }

    /** The second request says what the third does, and that gives the prompt back. */
    @Test
    void whatCannotBeStoppedIsGivenUp() throws Exception {
        String inTheJdk = "java.util.stream.LongStream.range(0, Long.MAX_VALUE).map(Long::hashCode).sum()";
        PrintStream before = System.out;
        try (JShell shell = shell("playmore")) {
            CompletableFuture<List<SnippetEvent>> events = CompletableFuture.supplyAsync(() -> shell.eval(inTheJdk));
            List<Boolean> done = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                Thread.sleep(1500);
                done.add(events.isDone());
                shell.stop();
                if (i == 1) assertTrue(printed.toString(StandardCharsets.UTF_8).contains("Press Ctrl-C once more"), printed::toString);
            }
            events.get(SECONDS, TimeUnit.SECONDS);
            assertEquals(List.of(false, false, false), done);
        }
        assertSame(before, System.out);
    }

    private static SnippetEvent stop(JShell shell, String code) throws Exception {
        CompletableFuture<List<SnippetEvent>> events = CompletableFuture.supplyAsync(() -> shell.eval(code));
        while (!events.isDone()) {
            Thread.sleep(200);
            shell.stop();
        }
        return events.get(SECONDS, TimeUnit.SECONDS).get(0);
    }

    /** What comes of each, in one shell. */
    private List<String> stopped(String engine, List<String> codes) throws Exception {
        List<String> said = new ArrayList<>();
        try (JShell shell = shell(engine)) {
            shell.eval("int kept = 4;");
            for (String code : codes) {
                SnippetEvent event = stop(shell, code);
                said.add(code + " " + event.status() + " " + event.exception() + " " + event.value() + " "
                        + printed.toString(StandardCharsets.UTF_8) + shell.eval("kept").get(0).value());
                printed.reset();
            }
        }
        return said;
    }
}
