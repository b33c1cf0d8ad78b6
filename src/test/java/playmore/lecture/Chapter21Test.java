package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import playmore.exercise.BackwardCheck;

/** The checks tell right from wrong: solutions are accepted, and each typical mistake is named. */
class Chapter21Test {

    private static final Path SCRIPT = Path.of("scripts/21-exercises.jsh");

    /** An answer to an exercise, and words that its check must say. */
    private record Answer(int exercise, String code, String... expected) {}

    private static final List<Answer> ANSWERS = new ArrayList<>();

    private static void gradient(String formulas, String... expected) {
        ANSWERS.add(new Answer(1, "double[] gradient(double a, double b, double c) { return new double[] {"
                + formulas + "}; }", expected));
    }

    private static void slope(String formula, String... expected) {
        ANSWERS.add(new Answer(2, "double slope(DoubleUnaryOperator f, double x, double h) { return " + formula + "; }",
                expected));
    }

    private static void symmetricSlope(String formula, String... expected) {
        ANSWERS.add(new Answer(3, "double symmetricSlope(DoubleUnaryOperator f, double x, double h) { return "
                + formula + "; }", expected));
    }

    private static void loss(String body, String... expected) {
        ANSWERS.add(new Answer(4, "Value negativeLogLikelihood(List<Value> logits, int answer) {"
                + " Value sum = new Value(0); for (Value logit : logits) sum = sum.add(logit.exp()); " + body + " }",
                expected));
    }

    private static void swish(String rule, String... expected) {
        ANSWERS.add(new Answer(5, "Value swish(Value x) { double s = 1 / (1 + Math.exp(-x.data));"
                + " Value out = new Value(x.data * s, \"swish\", List.of(x));"
                + " out.rule = () -> { " + rule + "; }; return out; }", expected));
    }

    private static void order(String nodes, String... expected) {
        ANSWERS.add(new Answer(6, "List<Value> order() { return List.of(" + nodes + "); }", expected));
    }

    static {
        for (int i = 1; i <= 6; i++) ANSWERS.add(new Answer(i, solution(i), "Right: "));

        String da = "b * b - Math.exp(-a)", db = "2 * a * b - 1 / c", dc = "b / (c * c)";
        gradient(da + ", ___, ___", "Not yet: df/db is still blank");
        gradient(db + "," + da + "," + dc, "Wrong: df/da is -16.0000, bumping measures 8.8647.", "That is df/db. The order is a, b, c.");
        gradient("b * b, " + db + "," + dc, "df/da", "The term e⁻ᵃ is forgotten.");
        gradient("b * b + Math.exp(-a), " + db + "," + dc, "df/da", "The sign of what comes of e⁻ᵃ is the other way round.");
        gradient(da + ", 2 * a * b, " + dc, "df/db", "The term −b/c is forgotten.");
        gradient(da + ", a * b - 1 / c, " + dc, "df/db", "The term a·b² is counted half");
        gradient(da + "," + db + ", -b / (c * c)", "df/dc", "The sign is the other way round.");
        gradient(da + "," + db + ", -b / c", "df/dc is 12.0000", "Take the terms one by one");

        slope("___", "Not yet: ");
        slope("f.applyAsDouble(x + h) - f.applyAsDouble(x)", "Divide it by the run.");
        slope("(f.applyAsDouble(x) - f.applyAsDouble(x + h)) / h", "The sign is the other way round");
        slope("(f.applyAsDouble(x + h) - f.applyAsDouble(x)) * h", "That multiplies by h.");
        slope("3 * x * x", "It has to measure f");
        slope("h", "Rise over run");
        slope("(f.applyAsDouble(x) - f.applyAsDouble(x - h)) / h", "Right: ", "a tenth of the error");
        slope("(f.applyAsDouble(x + h) - f.applyAsDouble(x - h)) / (2 * h)", "Right: ", "a hundredth of the error");
        symmetricSlope("___", "Not yet: ");
        symmetricSlope("(f.applyAsDouble(x + h) - f.applyAsDouble(x)) / h", "That is a bump on one side");
        symmetricSlope("(f.applyAsDouble(x + h) - f.applyAsDouble(x - h)) / h", "The two places are 2h apart, not h.");
        symmetricSlope("(f.applyAsDouble(x + h) - f.applyAsDouble(x)) / (2 * h)", "The two places are h apart, not 2h.");
        symmetricSlope("(f.applyAsDouble(x + h) - f.applyAsDouble(x - h)) / 2 * h", "a / 2 * h is not a / (2 * h)");

        loss("return new Value(___);", "Not yet: the loss is still blank.");
        loss("return logits.get(answer).exp().div(sum);", "That is the probability of the answer.");
        loss("return logits.get(answer).exp().div(sum).log();", "The minus is missing");
        loss("return logits.get(answer).exp().log().neg();", "not divided by the sum");
        loss("return logits.get(1).exp().div(sum).log().neg();", "the loss if the answer were number 1");
        loss("Value plain = new Value(0); for (Value logit : logits) plain = plain.add(logit);"
                + " return logits.get(answer).div(plain).log().neg();", "The exp is missing");
        loss("return new Value(-Math.log(Math.exp(logits.get(answer).data) / sum.data));",
                "the graph does not reach logit 0", ".data in between?");
        loss("return logits.get(answer).exp().div(sum.data).log().neg();", "the graph does not reach logit 0");
        loss("return sum.log().sub(logits.get(answer));", "Right: ");

        String term1 = "s", term2 = "x.data * s * (1 - s)";
        swish("x.grad += ___ * out.grad", "Not yet: the gradient of x is NaN.", "the rule of \"swish\"?");
        swish("x.grad = (" + term1 + " + " + term2 + ") * out.grad", "Wrong: the gradient of x",
                "only the use by \"swish\" counts", "= where it should say +=");
        swish("x.grad += " + term1 + " * out.grad", "the gradient of x", "has a term more: x·σ(x)·(1 − σ(x))");
        swish("x.grad += " + term2 + " * out.grad", "has a term more: σ(x).");
        swish("x.grad += " + term1 + " + " + term2, "The chain rule multiplies it by out.grad.");
        swish("x.grad -= (" + term1 + " + " + term2 + ") * out.grad", "The sign in the rule of \"swish\"");
        swish("x.grad += 0", "only the use by \"+\" counts", "Does the rule of \"swish\" pass anything on?");
        swish("x.grad += 0.123 * out.grad", "The rule of \"swish\" gives 0.1230 for the local derivative");
        swish("out.grad += 1", "the gradient of s ", "");

        order("", "Not yet: o has its gradient, and has passed nothing on.");
        order("d, e, f, o", "Wrong: the gradient of e is 0.0000", "after the gradient of its result was complete?");
        order("o, d, f, e", "Wrong: the gradient of b", "only the use by \"+\" counts", "If not, a rule ran too early.");
        order("o, f, d", "Wrong: the gradient of b", "only the use by \"*\" counts");
        order("o, f, d, e, e", "Wrong: the gradient of ");
        order("o, f, e, d", "Right: ");
    }

    private static final Map<String, Transcript> RUN = runAll();

    private static Map<String, Transcript> runAll() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < ANSWERS.size(); i++) {
            Answer answer = ANSWERS.get(i);
            code.append(answer.code).append("\nprint(\"answer " + i + ": \" + check" + answer.exercise
                    + "().message().replaceAll(\"\\\\s+\", \" \"))\n");
        }
        try {
            Path folder = Files.createDirectories(Path.of("target", "jshell"));
            Path answers = Files.writeString(Files.createTempDirectory(folder, "21-").resolve("answers.jsh"), code);
            return JShellProcess.run(List.of(SCRIPT, answers));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @TestFactory
    List<DynamicTest> checksTellRightFromWrong() {
        List<DynamicTest> tests = new ArrayList<>();
        for (int i = 0; i < ANSWERS.size(); i++) {
            Answer answer = ANSWERS.get(i);
            String key = "answer " + i + ":";
            tests.add(DynamicTest.dynamicTest(answer.exercise + ": " + answer.expected[0], () -> {
                String message = RUN.get("answers").text().lines().filter(line -> line.startsWith(key)).findFirst()
                        .orElse("no verdict");
                for (String expected : answer.expected) {
                    assertTrue(message.contains(expected), "\"" + expected + "\" for " + answer.code + ": " + message);
                }
            }));
        }
        return tests;
    }

    @Test
    void runsWithItsBlanksUnfilled() {
        Transcript run = RUN.get("21-exercises");
        for (int i = 1; i <= 6; i++) {
            assertEquals(1, run.lines(i + ". Not yet").size(), "exercise " + i);
        }
        run.printed("solved", 0);
        run.contains("Wrong: the gradient of x is 18.0000, bumping it measures 27.0000.");
        run.contains("Right: bumping measures the same gradient for each of the 3 nodes.");
        assertEquals(List.of("01-swish-and-relu.svg", "02-o.svg"), run.files());
    }

    private static String solution(int exercise) {
        try (InputStream in = BackwardCheck.class.getResourceAsStream("solution-" + exercise + ".jsh")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
