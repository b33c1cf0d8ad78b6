package playmore.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a session gives and what it says; one goes on with whatever it is asked next. */
class SessionTest {

    private Session session;

    @BeforeEach
    void open() throws IOException, SnippetFailure {
        session = new Session(false);
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void whatIsDefinedAnewKeepsAllThatIsThere() throws SnippetFailure {
        run("double rate() { return 0.1; }\nvar v = rate();\nString w = \"w\" + rate();\nSupplier<Double> lambda = () -> rate();\n"
                + "Supplier<Double> reference = this::rate;".replace("this::rate", "Double.valueOf(rate())::doubleValue") + "\ndouble twice() { return 2 * rate(); }\n");
        run("double rate() { return 0.05; }");
        assertEquals(List.of(0.1, "w0.1", 0.05, 0.1, 0.1), run("List.of(v, w, lambda.get(), reference.get(), twice())"));

        run("class A {\n    int x = 3;\n    int f() { return x; }\n}\nA a = new A();\nvar y = a.f();\nclass A {\n    int x = 3;\n    int f() { return 10 * x; }\n}");
        assertEquals(List.of(30, 3), run("List.of(a.f(), y)"), "the same class with a method that is another: its objects are kept");
        run("class A {\n    int z = 4;\n    int f() { return z; }\n}");
        assertEquals(null, run("a"), "a class with another field: jshell, too, forgets its objects");
        assertEquals(3, run("y"));

        run("double loss = 5;\ndouble half() { return loss / 2; }\nvar h = half();\nvar g = h + 1;\ndouble loss = 7;");
        assertEquals(List.of(2.5, 3.5, 3.5), run("List.of(h, g, half())"));
        run("int loss = 8;");
        assertEquals(List.of(2.5, 3.5, 4.0), run("List.of(h, g, half())"));
        run("record P(int x) {\n    int next() { return x + 1; }\n}\nvar p = new P(1);\nrecord P(int x) {\n    int next() { return x + 2; }\n}");
        assertEquals(3, run("p.next()"));
        run("enum E {\n    A;\n    int f() { return 1; }\n}\nvar e = E.A;\nenum E {\n    A;\n    int f() { return 2; }\n}");
        assertEquals(2, run("e.f()"));
        run("interface I {\n    default int f() { return 1; }\n}\nvar i = new I() { };\ninterface I {\n    default int f() { return 2; }\n}");
        assertEquals(2, run("i.f()"));
    }

    private static final class Slow {

        private static boolean interrupted;

        static {
            System.setProperty("playmore.sleeps", "");
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
    }

    /** The compiler would lose a jar if it were interrupted, and a class that begins would be broken, both for good. */
    @Test
    void aStopInterruptsOnlyItsCode() throws Exception {
        session.stop();
        assertFalse(Thread.interrupted(), "no code runs");
        String sleeps = "try { System.setProperty(\"playmore.sleeps\", \"\"); Thread.sleep(60_000); } catch (InterruptedException e) { Thread.currentThread().interrupt(); }";
        for (String code : List.of(sleeps, "void begin() throws Exception { Class.forName(\"playmore.replay.SessionTest$Slow\"); }\nbegin();\nbegin();")) {
            System.clearProperty("playmore.sleeps");
            try (Session stoppable = new Session(true)) {
                new Thread(() -> {
                    while (System.getProperty("playmore.sleeps") == null) Thread.onSpinWait();
                    stoppable.stop();
                }).start();
                assertEquals("stopped by Ctrl-C", assertThrows(SnippetFailure.class, () -> stoppable.run("x.jsh", 1, code)).getMessage());
                assertFalse(Thread.interrupted(), "it has ended");
                assertEquals(2, stoppable.run("x.jsh", 1, "1 + 1").orElseThrow().value());
            } finally {
                System.clearProperty("playmore.sleeps");
            }
        }
        assertFalse(Slow.interrupted, "a class has just begun");
    }

    @Test
    void handsOnTheValueItself() throws SnippetFailure {
        run("Object o = new Object();");
        assertSame(run("o"), run("o"));
        assertEquals("a\\b", run("\"a\\\\b\""));
        assertEquals(null, run("(Object) null"));
    }

    @Test
    void showsAnExpressionWithoutSemicolonThatDoesNotAssign() throws SnippetFailure {
        run("int x = 1; int[] a = {1}; class P { int x; } P p = new P();");
        for (String shown : List.of("\"\"\"\n  x = 1\n  \"\"\"", "\"a = b\"", "x == 1", "x", "x   // ;", "x /* = ; */", "\"C:\\\\new\"", "(x = 3)", "x <= 2",
                "a[x == 1 ? 0 : 0]", "\"a,b\".indexOf('\"')   // where is the \" sign;", "switch (x) { default -> { int y = 3; yield y; } }", "x++",
                "((Supplier<Integer>) () -> {\n    int y = 1;\n    return y;\n}).get()", "'='", "new int[] {x = 1}")) {
            assertTrue(session.run("f", 1, shown).isPresent(), shown);
        }
        for (String silent : List.of("x = 1", "x += 2", "a[0] = 1", "p.x = 3", "new P().x = \"=\".length()", "x <<= 1", "x;", "x + 1;   // x", "x /* a */ ; // b",
                "\"a,b\".indexOf('\"');   // where is the \" sign", "a[0] =\n1", "int y = 2", "x == 1;", "\"x;\";", "/* x */ x = 4")) {
            assertTrue(session.run("f", 1, silent).isEmpty(), silent);
        }
    }

    @Test
    void namesTheLine() throws SnippetFailure {
        run("int bad(int x) { return 1 / x; }");
        for (String code : List.of("bad(0)   //!", "int y = bad(0);   //!", "var y =\nbad(0);   //!", "final\nint y = bad(0);   //!",
                "@SuppressWarnings(\"x\") final\n\nint y =\n\nbad(0);   //!", "public static\nvar y = bad(0);   //!", "int[] y = {1,\nbad(0)};   //!",
                "int x = 1, y = bad(0);   //!", "int x = 1,\ny = bad(0);   //!", "var z = new Object() {\nint y = bad(0);\n};   ".replace("(0);", "(0);   //!"),
                "if (true) {\nbad(0);   //!\n}", "String s = \"\"\"\n    text\n    \"\"\";\nint y = bad(0);   //!", "String s = \"\"\"\n    text\n    \"\"\" + bad(0);   //!",
                "int x = 1; /* a\n b */ int y = bad(0);   //!", "int y = /* a\n b */ bad(0);   //!", "// a\r\n\r\nint y =\r\n  bad(0);   //!", "\n\n\nbad(0)   //!",
                "static\nint twice(int x) {\nreturn 2 *\nbad(x);\n}\n\nvar y = twice(0);   //!", "for (int i = 0; i < 1; i++)\n\nbad(i);   //!",
                "Supplier<Integer> f = () ->\n    bad(0);\nf.get()   //!", "enum E {\nA;\nint x = bad(0);\n}\nvar y = E.A;   //!",
                "int f(int x) { return 1; }\nint f(int x, int y) {\n return bad(0);\n}\nf(1,   //!\n2)", "int z = bad(1); int y = bad(0); int w = bad(1);   //!",
                "int y =   //!\n\"s\";".replace("   //!\n\"s\";", "\n\"s\";   //!"), "/* a */\n\n  // b\nint y = nothing;   //!", "String s = \"\"\"\n   \"\"\" + nothing;   //!",
                "class X {\n\nint f() {\nreturn \"s\";   //!\n}\n}", "int x = 1; int y = nothing;   //!", "final\nint y = nothing;   //!",
                "@SuppressWarnings(\"x\")  private\n\nint y = nothing;   //!", "// a\r\nint y =\r\n  nothing;   //!", "int a1 = 1,\nb1 = nothing;   //!")) {
            List<String> lines = code.lines().toList();
            int line = 1 + lines.indexOf(lines.stream().filter(l -> l.endsWith("//!")).findFirst().orElseThrow());
            SnippetFailure stopped = stopped(code);
            assertEquals(10 + line, stopped.line, () -> code + "\n" + stopped.getMessage() + "\n" + stopped.details);
        }
    }

    @Test
    void namesTheLinesOfAllCalls() throws SnippetFailure {
        run("@SuppressWarnings(\"x\")  static\n\nint bad(int x) {\n  return 1 / x;\n}");
        SnippetFailure stopped = stopped("int last(int x) {\n  try {\n    return bad(x);\n  } catch (Exception e) {\n"
                + "    throw new IllegalStateException(\"no\", e);\n  }\n}\n\nString s = \"\"\"\n  x\n  \"\"\" +\n    last(0);");
        assertEquals(List.of("at last (f:15)", "at the code (f:22)", "caused by java.lang.ArithmeticException: / by zero",
                "at bad (f:14)", "at last (f:13)", "at the code (f:22)"), stopped.details);
        assertEquals(22, stopped.line);
    }

    @Test
    void blamesTheSnippetThatDoesNotCompile() throws SnippetFailure {
        SnippetFailure stopped = assertThrows(SnippetFailure.class, () -> {
            session.run("f", 11, "int train(int n, double rate) {\n    return n.x;\n}\n");
            session.run("f", 20, "train(2, 0.1)");
        });
        assertEquals("int cannot be dereferenced", stopped.getMessage());
        assertEquals(12, stopped.line);

        run("int f() { return g(); }\nint g() { return 1; }");
        session.run("f", 20, "\nString g() { return \"\"; }");
        stopped = stopped("\n\n\nf()");
        assertEquals("f does not compile any more, after what came later: incompatible types: java.lang.String cannot be converted to int", stopped.getMessage());
        assertEquals(11, stopped.line);
    }

    @Test
    void whatEndsTheProcessIsRefused() throws SnippetFailure {
        for (String fine : List.of("class Robot { void halt() { } void fail() { throw new RuntimeException(\"x\"); } }",
                "class B { int halt = Runtime.getRuntime().availableProcessors(); long l = 3L; double d = 0.5; }", "\"java/lang/Runtime.halt\"",
                "void halt(int code) { Runtime.getRuntime().gc(); }", "halt(3)", "void end() { System.exit(0); }",
                "Runnable r = () -> Runtime.getRuntime().halt(0);", "var runtime = Runtime.getRuntime();",
                "java.util.function.IntConsumer c = runtime::halt, e = System::exit;")) {
            run(fine);
        }
        for (String bad : List.of("Runtime.getRuntime().halt(0)", "runtime.halt(3);", "r.run()", "c.accept(3)")) {
            assertEquals("Runtime.halt would end Playmore, so it was not run: leave it out", stopped(bad).getMessage(), bad);
        }
        for (String bad : List.of("System.exit(0)", "end()", "e.accept(0)", "try { end(); } catch (Exception never) { }")) {
            assertEquals("System.exit would end Playmore, so it was not run: leave it out", stopped(bad).getMessage(), bad);
        }
        assertEquals("Runtime.exit would end Playmore, so it was not run: leave it out", stopped("Runtime.getRuntime().exit(0)").getMessage());
    }

    @Test
    void aFullMemoryNamesTheRemedy() {
        assertTrue(last(stopped("throw new IllegalStateException(new OutOfMemoryError(\"Java heap space\"));").details)
                .contains("JAVA_TOOL_OPTIONS=-Xmx2g"));
    }

    @Test
    void helpsWithALineThatMeansToGoOn() {
        String dot = "a line that begins with a dot continues nothing here: end the line before with the dot";
        assertEquals(List.of(dot), stopped("List.of(1)\n    .size()").details);
        assertEquals("a line that begins with else continues nothing here: move it up to the end of the line before",
                last(stopped("if (1 > 2) {\n}\nelse {\n}").details));
        assertTrue(last(stopped("try {\n} catch (Exception e) {\n}\nfinally { }").details).startsWith("a line that begins with finally"));
        for (String other : List.of(".5.x", "elsewhere", "int x = .y;", ")")) {
            assertTrue(stopped(other).details.stream().noneMatch(d -> d.contains("continues")), other);
        }
    }

    /** Runs the code; the value of its last expression, if it shows one. */
    private Object run(String code) throws SnippetFailure {
        return session.run("f", 11, code).map(Event.Result::value).orElse(null);
    }

    private static String last(List<String> lines) {
        return lines.get(lines.size() - 1);
    }

    private SnippetFailure stopped(String code) {
        return assertThrows(SnippetFailure.class, () -> run(code), code);
    }
}
