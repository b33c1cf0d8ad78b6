package playmore;

import java.util.Locale;
import java.util.Timer;
import java.util.TimerTask;
import playmore.draw.DrawDot;

/**
 * What {@code ./build.sh shell} adds to the process that runs what is typed: numbers are written alike
 * on every machine, and what draws graphs starts while the learner still types. It is a Java agent,
 * as the {@code jshell} tool leaves no other way in.
 */
public final class Prompt {

    /** By then the prompt is there: it would be later if both had to share the processor. */
    private static final int MILLIS_TO_PROMPT = 1500;

    private Prompt() {}

    /** Java calls this before the process begins its own work. */
    public static void premain(String none) {
        Locale.setDefault(Locale.ROOT);
        new Timer("playmore-warm-up", true).schedule(new TimerTask() {
            @Override
            public void run() {
                DrawDot.warmUp();
            }
        }, MILLIS_TO_PROMPT);
    }
}
