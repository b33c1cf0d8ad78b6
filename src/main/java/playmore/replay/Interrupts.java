package playmore.replay;

import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.stream.Stream;

/**
 * Stops the code of one session from another thread. {@link GuardedCode} makes the code call {@link #check} at each
 * turn of a loop and at the beginning of each method, as Java itself cannot stop a thread since version 20. Code that
 * waits is interrupted.
 */
public final class Interrupts {

    /** The code was stopped. This is an error, so that code that catches its exceptions stops all the same. */
    public static final class Stop extends Error {

        private static final long serialVersionUID = 1;

        Stop() {
            super("stopped", null, false, false);
        }
    }

    private static final long A_SECOND = 1_000_000_000L;

    private static final CopyOnWriteArrayList<Interrupts> SESSIONS = new CopyOnWriteArrayList<>();    // by number

    final int number;

    private volatile boolean asked;
    private volatile boolean closed;
    private volatile Thread running;    // the thread that runs the session's code; null while none does
    private volatile long before;       // the number of a thread as old as the code that runs now
    private int requests;               // how often the code that runs now was asked to stop
    private long lastRequest;           // when, in nanoseconds

    Interrupts() {
        synchronized (Interrupts.class) {
            number = SESSIONS.size();
            SESSIONS.add(this);
        }
    }

    /**
     * Asks the code to stop: at its next turn, or where it waits. Only the session's own code is interrupted. The
     * compiler would lose the jar that it is reading, and a class of a library that is being initialized would stay
     * broken.
     *
     * @return how often the code that runs now was asked, 1 for the first time; 0 if none runs, or if it was asked
     *     less than a second ago, as when a key is held down
     */
    public synchronized int stop() {
        asked = true;
        if (running == null) return 0;
        if (Stream.of(running.getStackTrace()).noneMatch(Interrupts::initializesClass)) running.interrupt();
        long now = System.nanoTime();
        if (requests > 0 && now - lastRequest < A_SECOND) return 0;
        lastRequest = now;
        return ++requests;
    }

    private static boolean initializesClass(StackTraceElement call) {
        return call.getMethodName().equals("<clinit>") && !call.getClassName().startsWith("REPL.");
    }

    /** Withdraws a request to stop that came before now. */
    public void begin() {
        asked = closed;
    }

    /** The session's code runs from here on, on this thread. */
    synchronized void enter() {
        running = Thread.currentThread();
        before = new Thread().getId();    // Java counts them
        requests = 0;
    }

    /** The session's code has ended. An interrupt that it did not see ends with it. */
    synchronized void leave() {
        running = null;
        Thread.interrupted();
    }

    /** Whether the code that runs, or ran last, was asked to stop. */
    boolean isAsked() {
        return asked;
    }

    /** The session has ended: whatever still runs its code stops, on every thread. */
    void close() {
        closed = true;
        asked = true;
    }

    /**
     * The code of session {@code number} calls this.
     *
     * @throws Stop if this thread is to stop: the one that runs a snippet, one that the snippet started, a worker of a
     *     parallel stream, or any thread of a session that has ended. A thread that an earlier snippet started goes on,
     *     as in jshell.
     */
    public static void check(int number) {
        Interrupts session = SESSIONS.get(number);
        if (session.asked) session.check();
    }

    private void check() {
        Thread thread = Thread.currentThread();
        if (closed || thread == running || thread.getId() > before || thread instanceof ForkJoinWorkerThread) {
            throw new Stop();
        }
    }
}
