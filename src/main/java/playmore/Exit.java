package playmore;

import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import playmore.lecture.Replay;
import playmore.lecture.Terminal;

/**
 * Runs when the process ends. Where the replay did not mean to end, because its code called {@code
 * System.exit} or somebody pressed Ctrl-C, it says in which cell, and that is no success.
 */
final class Exit extends Thread {

    /** What the JDK calls the thread that a signal ends the process from, and the shell's code for it. */
    private static final Map<String, Integer> SIGNALS =
            Map.of("SIGHUP handler", 129, "SIGINT handler", 130, "SIGTERM handler", 143);

    private static final long FIVE_SECONDS = 5_000_000_000L;

    private final Replay replay;
    private final Terminal terminal;
    private volatile boolean expected;

    Exit(Replay replay, Terminal terminal) {
        this.replay = replay;
        this.terminal = terminal;
    }

    /** Ends the process as the replay means to; what its code hung in to run at the end gets five seconds. */
    void now(int code) {
        expected = true;
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
        String message = signal == 0 ? "System.exit ends the replay: leave it out"
                : signal == 130 ? "stopped by Ctrl-C" : "stopped by a signal";
        if (!replay.interrupted(message)) terminal.say("Stopped.");
        Runtime.getRuntime().halt(signal == 0 ? 1 : signal);
    }
}
