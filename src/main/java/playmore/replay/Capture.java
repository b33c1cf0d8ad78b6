package playmore.replay;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** While it is open, what is printed to {@code System.out} and {@code System.err} goes to a listener. */
final class Capture implements AutoCloseable {

    private final PrintStream systemOut = System.out, systemErr = System.err;
    private final Lines out, err;

    Capture(Consumer<Event.Printed> listener) {
        out = new Lines(text -> listener.accept(new Event.Printed(text, false)), systemOut);
        err = new Lines(text -> listener.accept(new Event.Printed(text, true)), systemErr);
        System.setOut(stream(out));
        System.setErr(stream(err));
    }

    private static PrintStream stream(Lines lines) {
        return new PrintStream(lines, false, StandardCharsets.UTF_8) {
            @Override
            public void close() {
                flush();    // what comes later is not lost
            }
        };
    }

    /** Tells what has been printed, even though its line has no end yet. */
    void flush() {
        out.flush();
        err.flush();
    }

    @Override
    public void close() {
        System.setOut(systemOut);
        System.setErr(systemErr);
        out.end();
        err.end();
    }

    /** Tells each line as soon as it ends, and a very long one in pieces. */
    private static final class Lines extends OutputStream {

        private static final int MAX = 8192;

        private final PrintStream after;
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();
        private Consumer<String> listener;

        /** {@code after} takes what a thread still prints when nobody listens any more. */
        Lines(Consumer<String> listener, PrintStream after) {
            this.listener = listener;
            this.after = after;
        }

        synchronized void end() {
            flush();
            listener = text -> {
                after.print(text);
                after.flush();
            };
        }

        @Override
        public synchronized void write(int b) {
            boolean insideCharacter = (b & 0b1100_0000) == 0b1000_0000;
            if (line.size() >= MAX && !insideCharacter && b != '\n') flush();
            line.write(b);
            if (b == '\n') flush();
        }

        @Override
        public synchronized void flush() {
            if (line.size() == 0) return;
            String text = line.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");    // on Windows, too
            line.reset();
            listener.accept(text);
        }
    }
}
