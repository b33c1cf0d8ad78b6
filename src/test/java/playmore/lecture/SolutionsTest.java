package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import playmore.Beside;

/** The exercises in a session of chapter 21, where a learner solves them, or not: one jshell for all. */
@Beside
class SolutionsTest {

    private static final Path CHAPTER = Path.of("scripts/21-exercises.jsh");
    private static final String CHECK = "BackwardCheck.of(L)";

    /** What is typed, the check that is called then, and what that says. */
    private record Answer(String typed, String check, String said) {}

    private static Answer answer(int exercise, String typed, String said) {
        return new Answer(typed, "check" + exercise + "()", said);
    }

    /** An answer to exercise 1, 2, 4 or 5, of which only this expression is the learner's. */
    private static Answer expression(int exercise, String expression, String said) {
        String typed = switch (exercise) {
            case 1 -> "double[] gradient(double a, double b, double c) { return " + expression + "; }";
            case 2 -> "double slope(DoubleUnaryOperator f, double x, double h) { return " + expression + "; }";
            case 4 -> "Value negativeLogLikelihood(List<Value> logits, int answer) { return " + expression + "; }";
            case 5 -> "Value swish(Value x) { Value out = new Value(x.data / (1 + StrictMath.exp(-x.data)), \"swish\", List.of(x)); "
                    + "double s = out.data / x.data; out.rule = () -> x.grad += " + expression + "; return out; }";
            default -> "List<Value> order() { return " + expression + "; }";
        };
        return answer(exercise, typed, said);
    }

    private static final List<Answer> ANSWERS = List.of(
        expression(1, "new double[] {b * b - StrictMath.exp(-a), 2 * b - 1 / c, b / (c * c)}", "The factor a of a·b² is lost"),
        expression(1, "new double[] {1, 2}", "Wrong: a gradient of f has 3 numbers, df/da, df/db and df/dc; this has 2."),
        expression(1, "null", "Wrong: the answer is null."),
        answer(1, "double[] gradient(double a, double b, double c) { double[] g = new double[2]; g[2] = b; return g; }",
                "Wrong: the answer stops in gradient with ArrayIndexOutOfBoundsException: Index 2 out of bounds for length 2."),
        expression(2, "f.applyAsDouble(x + h) - f.applyAsDouble(x) / h", "Java divides before it subtracts"),
        expression(2, "slope(f, x, h)", "Wrong: the answer never comes to an end, slope calls itself again and again."),
        answer(3, "double symmetricSlope(DoubleUnaryOperator f, double x, double h) { return slope(f, x, h); }", "Wrong: the answer never comes"),
        expression(4, "null", "Wrong: the loss is null."),
        expression(4, "logits.get(answer).exp().log().neg()", "The exp is not divided by the sum of them all."),
        expression(4, "logits.get(answer).add((Value) null)",
                "Wrong: the answer stops in add with NullPointerException: Cannot read field \"data\" because \""),
        answer(5, "Value swish(Value x) { return null; }", "Wrong: swish returns null."),
        expression(5, "s * (1 - s) * out.grad", "the slope of σ(x) alone"),
        expression(5, "0 / 0", "Wrong: the answer stops in swish with ArithmeticException: / by zero."),
        expression(6, "List.of(o, f, d)", "Wrong: e is missing."),
        expression(6, "List.of(o, d, f, e)", "Wrong: d comes too early, before f."),
        expression(6, "null", "Wrong: the order is null."),
        expression(6, "Arrays.asList(o, f, null, d, e)", "Wrong: in the order is null."),
        expression(6, "List.of(o, f, null, d, e)", "Wrong: the answer stops in order with NullPointerException."));

    private static List<Answer> broken;
    private static Map<String, Transcript> session;

    @BeforeAll
    static void answer(@TempDir Path temp) throws IOException {
        broken = broken();
        session = JShellProcess.run(List.of(CHAPTER, typed(temp, "right", right()), typed(temp, "wrong", asked(ANSWERS, "")),
                typed(temp, "broken", asked(broken, expression()))));
    }

    private static Path typed(Path temp, String name, String lines) throws IOException {
        return Files.writeString(temp.resolve(name + ".jsh"), lines);
    }

    private static String right() throws IOException {
        StringBuilder typed = new StringBuilder();
        for (int i = 1; i <= 6; i++) {
            typed.append("print(\"solution " + i + "\"); solution(" + i + ")\n");
            typed.append(Files.readString(solution(i)));
            typed.append("print(\"answer " + i + ":\", check" + i + "())\n");
        }
        return typed.append("print(\"solved =\", checks().stream().filter(v -> v.right()).count())\n").toString();
    }

    /** Each answer, what is to be typed after it, and its check. */
    private static String asked(List<Answer> answers, String then) {
        StringBuilder typed = new StringBuilder();
        for (int i = 0; i < answers.size(); i++) {
            typed.append(answers.get(i).typed + "\n" + then + "print(\"[" + i + "]\", " + answers.get(i).check + ", \"[end]\")\n");
        }
        return typed.toString();
    }

    @Test
    void whatSolutionPrintsIsAccepted() throws IOException {
        Transcript run = session.get("right");
        for (int i = 1; i <= 6; i++) {
            List<String> verdict = run.lines("answer " + i + ":");
            assertEquals(1, verdict.size());
            assertTrue(verdict.get(0).startsWith("answer " + i + ": Right: "), verdict::toString);
            String printed = "solution " + i + "\n" + Files.readString(solution(i));
            assertTrue(run.text().contains(printed), () -> printed + "\nin\n" + run.text());
        }
        assertEquals(6, run.number("solved"));
    }

    @Test
    void whatIsWrongIsSaidInASentence() {
        said(session.get("wrong"), ANSWERS);
    }

    @Test
    void theCheckFindsEachRuleOfTheClassThatIsBroken() {
        said(session.get("broken"), broken);
    }

    /** What the chapter says to type after {@code /edit Value}. */
    private static String expression() throws IOException {
        Matcher code = Pattern.compile("//   /edit Value\n((?:.*\n)+?)//   " + Pattern.quote(CHECK) + "\n").matcher(Files.readString(CHAPTER));
        assertTrue(code.find());
        return code.group(1).replaceAll("(?m)^//   ", "");
    }

    /** "Try it": each {@code +=} and each sign of the three rules, broken one after the other. */
    private static List<Answer> broken() throws IOException {
        Matcher value = Pattern.compile("(?ms)^class Value implements Node \\{.*?^}").matcher(Files.readString(CHAPTER));
        assertTrue(value.find());
        List<Answer> broken = new ArrayList<>();
        for (String rule : List.of("grad += 1.0 * out.grad", "other.grad += 1.0 * out.grad", "grad += other.data * out.grad",
                "other.grad += data * out.grad", "grad += (1 - t * t) * out.grad")) {
            String line = (rule.contains("t * t") ? "-> " : "    ") + rule;
            assertEquals(value.group().indexOf(line), value.group().lastIndexOf(line), line);
            assertTrue(value.group().contains(line), line);
            for (String mistake : List.of(" = ", " -= ")) {
                broken.add(new Answer(value.group().replace(line, line.replace(" += ", mistake)), CHECK,
                        mistake.equals(" = ") ? "= where it should say +=" : "The sign in the rule of"));
            }
        }
        broken.add(new Answer(value.group(), CHECK, "Right: "));
        return broken;
    }

    private static void said(Transcript run, List<Answer> answers) {
        for (int i = 0; i < answers.size(); i++) {
            Matcher printed = Pattern.compile("(?s)\\[" + i + "] (.*?) \\[end]").matcher(run.text());
            assertTrue(printed.find(), answers.get(i) + "\nsaid nothing, in\n" + run.text());
            String verdict = printed.group(1);
            assertTrue(verdict.contains(answers.get(i).said), verdict);
            assertEquals(answers.get(i).said.startsWith("Right"), verdict.startsWith("Right"), verdict);
            assertFalse(verdict.contains("REPL"), verdict);
        }
    }

    private static Path solution(int exercise) {
        return Path.of("src/main/resources/playmore/lesson/solution-" + exercise + ".jsh");
    }
}
