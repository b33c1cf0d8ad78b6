package playmore.lesson;

import java.util.Arrays;
import java.util.function.Supplier;
import jdk.jshell.spi.SPIResolutionException;
import playmore.engine.Slope;
import playmore.output.PlainText;

/**
 * The result of checking an answer.
 *
 * @param right whether the answer is right
 * @param message the result in words
 */
public record Verdict(boolean right, String message) {

    private static final double TOLERANCE = 1e-6;

    static Verdict right(String praise) {
        return new Verdict(true, "Right: " + praise);
    }

    static Verdict notYet(String hint) {
        return new Verdict(false, "Not yet: " + hint);
    }

    static Verdict wrong(String finding, String hint) {
        return new Verdict(false, "Wrong: " + finding + "\n       " + hint);
    }

    /** Runs a check. If the answer throws an exception, the verdict says so. Ctrl-C stops an answer that never ends. */
    static Verdict of(Supplier<Verdict> check) {
        try {
            return check.get();
        } catch (SPIResolutionException missing) {    // it uses a name that is not defined yet; jshell says which
            throw missing;
        } catch (StackOverflowError e) {
            return wrong("the answer never comes to an end, " + place(e) + " calls itself again and again.",
                    "Does it call itself, where it should call another?");
        } catch (RuntimeException e) {
            String where = place(e).isEmpty() ? "" : " in " + place(e);
            String why = e.getMessage() == null ? "" : ": " + plain(e.getMessage());
            return wrong("the answer stops" + where + " with " + e.getClass().getSimpleName() + why + ".",
                    "Mend that first; then the check can measure it.");
        }
    }

    /** The learner's method that threw; {@code ""} if there is none. */
    private static String place(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace()).filter(frame -> frame.getClassName().startsWith("REPL."))
                .map(frame -> frame.getMethodName().replaceFirst("lambda\\$(\\w+)\\$\\d+", "$1"))
                .filter(method -> !method.contains("$")).findFirst().orElse("");
    }

    /** The message without the names of the classes that jshell wraps each snippet in. */
    private static String plain(String message) {
        return PlainText.message(message).replaceFirst("\\.$", "");
    }

    /** Whether two numbers differ only by rounding. */
    static boolean same(double a, double b) {
        return Slope.near(a, b, TOLERANCE, TOLERANCE * TOLERANCE);
    }

    @Override
    public String toString() {
        return message;
    }
}
