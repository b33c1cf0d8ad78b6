package playmore.shell;

import java.lang.instrument.Instrumentation;
import java.util.Locale;
import java.util.Timer;
import java.util.TimerTask;
import playmore.draw.DrawDot;
import playmore.notes.SessionPage;
import playmore.output.Output;
import playmore.replay.Event;
import playmore.replay.Redefinition;

/**
 * What {@code ./build.sh shell} adds to the process that runs what is typed: numbers are written alike
 * on every machine, what is drawn comes on a page, and what draws graphs starts while the learner still types. It is a
 * Java agent, as the {@code jshell} tool leaves no other way in; and it lets a replay redefine classes.
 */
public final class Agent {

    /** By then the prompt is there: it would be later if both had to share the processor. */
    private static final int MILLIS_TO_PROMPT = 1500;

    private Agent() {}

    /** Java calls this before it runs the jar: a replay may redefine classes then. */
    public static void agentmain(String none, Instrumentation instrumentation) {
        Redefinition.allow(instrumentation);
    }

    /** Java calls this before the process that was given this agent begins its work, which may be a replay too. */
    public static void premain(String work, Instrumentation instrumentation) {
        if ("replay".equals(work)) {
            agentmain(work, instrumentation);
            return;
        }
        Locale.setDefault(Locale.ROOT);
        SessionPage page = new SessionPage(file -> System.out.println("All that you draw, on one page: " + file));
        Remote.onCode(code -> page.accept(new Event.Typed(code)));
        Output.onPublish(artifact -> {
            artifact.print();
            page.accept(new Event.Made(artifact));
        });
        new Timer("playmore-warm-up", true).schedule(new TimerTask() {
            @Override
            public void run() {
                DrawDot.warmUp();
            }
        }, MILLIS_TO_PROMPT);
    }
}
