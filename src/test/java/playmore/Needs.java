package playmore;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Map;
import java.util.TreeMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * What a machine may lack for a test: a browser, PyTorch, a terminal. The test is skipped there, and the end of
 * the run says which were and why; where the environment says {@code CI=true}, nothing may lack.
 */
public final class Needs implements TestExecutionListener {

    private final Map<String, String> skipped = new TreeMap<>();

    /** Goes on where it is {@code there}; where not, {@code otherwise} says what the machine lacks. */
    public static void that(boolean there, String otherwise) {
        if (!there && "true".equals(System.getenv("CI"))) fail("In CI nothing is skipped: " + otherwise);
        assumeTrue(there, otherwise);
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        skipped.put(name(test), reason);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() != TestExecutionResult.Status.ABORTED) return;
        String reason = result.getThrowable().map(Throwable::getMessage).orElse("for no reason that it tells");
        skipped.put(name(test), reason.replaceFirst("^Assumption failed: ", ""));
    }

    private static String name(TestIdentifier test) {
        String method = test.getUniqueId().replaceAll(".*\\[class:[^]]*]", "").isEmpty() ? "" : " " + test.getDisplayName();
        return test.getUniqueId().replaceAll(".*\\[class:(?:[^]]*[.])?([^].]*)].*", "$1") + method;
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        if (skipped.isEmpty()) return;
        StringBuilder text = new StringBuilder("\nNot tested here:\n");
        skipped.forEach((test, reason) -> text.append("  ").append(test).append(": ").append(reason).append('\n'));
        System.out.println(text);
        skipped.clear();
    }
}
