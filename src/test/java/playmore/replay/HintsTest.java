package playmore.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HintsTest {

    private static JShell jshell;
    private static Locale before;

    @BeforeAll
    static void start() throws Exception {
        before = Locale.getDefault();
        Locale.setDefault(Locale.ROOT);
        jshell = JShell.builder().executionEngine("local")
                .compilerOptions("-classpath", System.getProperty("java.class.path")).build();
        run(Files.readString(Path.of("startup.jsh")));
        run("""
                Value a = new Value(2, "a"), b = new Value(3, "b"), L = a.mul(b);
                MLP n = new MLP(3, 4, 1);
                """);
    }

    private static void run(String code) {
        for (String rest = code; !rest.isBlank(); ) {
            CompletionInfo info = jshell.sourceCodeAnalysis().analyzeCompletion(rest);
            jshell.eval(info.source());
            rest = info.remaining();
        }
    }

    @AfterAll
    static void end() {
        jshell.close();
        Locale.setDefault(before);
    }

    private static String hint(String code) {
        Snippet snippet = jshell.eval(code).get(0).snippet();
        Hints hints = new Hints(jshell.sourceCodeAnalysis());
        return jshell.diagnostics(snippet).findFirst().map(error -> String.join("\n", hints.under(code, error))).orElse("");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a + b                     | Java's operators work on numbers only: a.add(b)
            a * b                     | Java's operators work on numbers only: a.mul(b)
            1 - a                     | Java's operators work on numbers only: Value.sub(1, a)
            2 / a                     | Java's operators work on numbers only: Value.div(2, a)
            2 * a                     | Java's operators work on numbers only: a.mul(2)
            a.mul(b) * (a)            | Java's operators work on numbers only: a.mul(b).mul(a)
            double z = a + 1;         | Java's operators work on numbers only: a.add(1)
            -a                        | Java's operators work on numbers only: a.neg()
            a += b                    | Java's operators work on numbers only: a = a.add(b)
            if (a > 0) print(1);      | Java compares numbers only: a.data > 0
            a <= b                    | Java compares numbers only: a.data <= b.data
            drawDot(n)                | draw what it computes: drawDot(n.predict(…))
            show(L)                   | show is for tables: print(L), or drawDot(L)
            explain(L)                | explain takes two, the result and what it depends on: explain(L, a)
            a.pow(b)                  | the exponent of pow is a plain number, as in pow(2)
            sum(a, 2)                 | sum takes Values only: a plain number is new Value(2), or add it with add(2)
            Value w = 2.0;            | make it a Value: new Value(2.0)
            double d = a;             | its number is a.data
            double t = Math.tanh(a);  | a Value has its own: a.tanh()
            a.mull(b)                 | did you mean mul?
            L.backwards()             | did you mean backward?
            L.bakcward()              | did you mean backward?
            drawdot(L)                | did you mean drawDot?
            prnt(L)                   | did you mean print?
            new value(2.0)            | did you mean Value?
            print(a.lable)            | did you mean label?
            n.parameters.get(0)       | parameters is a method: n.parameters()
            L.backward                | backward is a method: L.backward()
            a.grad()                  | grad is a field: a.grad
            n.predict(1, 2, 3).gard   | did you mean grad?
            """)
    void saysHowItIsWritten(String code, String hint) {
        assertEquals(hint, hint(code));
    }

    /** A hint that may be wrong is worse than none. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            foo(1)
            int i = 2.5;
            a * "x"
            a + true
            "x" - 1
            a++
            n.parameters()[0]
            a.frobnicate()
            new Qqqq()
            String s = a;
            Value v = "x";
            int k = "x";
            Math.max(a, b)
            a.mul("x")
            show(1)
            """)
    void saysNothingWhereItDoesNotKnow(String code) {
        assertEquals("", hint(code));
    }

    /** In code that runs: what Java makes of two whole numbers. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            new Value(1/2)                    | 1/2 is 0 in Java, as both are whole numbers: write 1/2.0
            var v = new Value(3 / 2, "v");    | 3/2 is 1 in Java, as both are whole numbers: write 3/2.0
            a.mul(1/3).add(b)                 | 1/3 is 0 in Java, as both are whole numbers: write 1/3.0
            L = a.pow(1/2);                   | 1/2 is 0 in Java, as both are whole numbers: write 1/2.0
            Value.sub(1/2, a)                 | 1/2 is 0 in Java, as both are whole numbers: write 1/2.0
            double h = 1/1000;                | 1/1000 is 0 in Java, as both are whole numbers: write 1/1000.0
            new Value(4/2)                    |
            new Value(1/2.0)                  |
            new Value(1/2 * 4)                |
            int i = 7/2;                      |
            new ArrayList<Integer>().add(7/2) |
            numbers.add(7/2)                  |
            print("new Value(1/2)");          |
            a.mul(2);    // a.mul(1/2)        |
            """)
    void saysThatWholeNumbersLoseTheirRest(String code, String hint) {
        run("List<Integer> numbers = new ArrayList<>();");
        assertEquals(Objects.requireNonNullElse(hint, ""), new Hints(jshell.sourceCodeAnalysis()).wholeNumbers(code).orElse(""));
    }
}
