package playmore.lesson;

import java.util.Arrays;
import java.util.function.Supplier;
import jdk.jshell.spi.SPIResolutionException;
import playmore.engine.Slope;
import playmore.output.PlainText;

/**
 * What a check says of an answer.
 *
 * @param right whether the answer is right
 * @param message the whole of it in words
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

    /** What this check says. Where the answer throws, that is the verdict; Ctrl-C ends one that runs for ever. */
    static Verdict of(Supplier<Verdict> check) {
        try {
            return check.get();
        } catch (SPIResolutionException missing) {    // it uses what is not defined yet: jshell says what
            throw missing;
        } catch (StackOverflowError e) {
            return wrong("the answer never comes to an end, " + place(e) + " calls itself again and again.",
                    "Does it call itself, where it should call another?");
        } catch (RuntimeException e) {
            return wrong("the answer stops" + (place(e).isEmpty() ? "" : " in " + place(e)) + " with "
                    + e.getClass().getSimpleName() + (e.getMessage() == null ? "." : ": " + plain(e.getMessage()) + "."),
                    "Mend that first; then the check can measure it.");
        }
    }

    /** The method at the prompt where it was thrown; {@code ""} if there is none. */
    private static String place(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace()).filter(frame -> frame.getClassName().startsWith("REPL."))
                .map(frame -> frame.getMethodName().replaceFirst("lambda\\$(\\w+)\\$\\d+", "$1")).filter(method -> !method.contains("$")).findFirst().orElse("");
    }

    /** Without the classes that jshell puts each snippet in. */
    private static String plain(String message) {
        return PlainText.message(message).replaceFirst("\\.$", "");
    }

    /** Whether two numbers are the same but for rounding. */
    static boolean same(double a, double b) {
        return Slope.near(a, b, TOLERANCE, TOLERANCE * TOLERANCE);
    }

    @Override
    public String toString() {
        return message;
    }
}
