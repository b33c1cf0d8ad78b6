package playmore;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import playmore.draw.DrawDot;
import playmore.output.Fault;
import playmore.output.Output;
import playmore.terminal.Terminal;

/**
 * Runs when the process ends. Where the replay did not mean to end, because its code called {@code
 * System.exit} or somebody pressed Ctrl-C, it says in which cell, and that is no success.
 */
final class Exit extends Thread {

    /** The exit code for each signal, by the name of the thread in which the JDK handles it. */
    private static final Map<String, Integer> SIGNALS =
            Map.of("SIGHUP handler", 129, "SIGINT handler", 130, "SIGTERM handler", 143);

    private static final long FIVE_SECONDS = 5_000_000_000L;

    private final Predicate<String> interrupted;
    private final Terminal terminal;
    private volatile boolean expected;

    /** @param interrupted is called with the reason; it returns false if nothing was running */
    Exit(Predicate<String> interrupted, Terminal terminal) {
        this.interrupted = interrupted;
        this.terminal = terminal;
    }

    /** Does the work and ends the process: with 0 where it succeeds, which the work returns, else with 1. */
    void after(Callable<Boolean> work) {
        Runtime.getRuntime().addShutdownHook(this);
        try {
            Output.makeRoot();
            DrawDot.warmUp();
            end(work.call() ? 0 : 1);
        } catch (Exception | Error e) {
            terminal.say(Fault.sentence(e));
            end(1);
        }
    }

    private void end(int code) {
        expected = true;
        now(code);
    }

    /** Ends the process. What the learner's code has registered to run at the end gets five seconds. */
    static void now(int code) {
        Thread last = new Thread(() -> {
            LockSupport.parkNanos(FIVE_SECONDS);
            Runtime.getRuntime().halt(code);
        });
        last.setDaemon(true);
        last.start();
        System.exit(code);
    }

    @Override
    public void run() {
        if (expected) return;
        int signal = Thread.getAllStackTraces().keySet().stream()
                .mapToInt(thread -> SIGNALS.getOrDefault(thread.getName(), 0)).max().orElse(0);
        String message = signal == 0 ? "System.exit would end Playmore, so it was not run: leave it out"
                : signal == 130 ? "stopped by Ctrl-C" : "stopped by a signal";
        if (!interrupted.test(message)) terminal.say("Stopped.");
        Runtime.getRuntime().halt(signal == 0 ? 1 : signal);
    }
}
