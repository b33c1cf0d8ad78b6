package playmore.shell;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.Socket;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.function.Consumer;
import jdk.jshell.execution.RemoteExecutionControl;
import jdk.jshell.execution.Util;

/** The process that runs the snippets, which {@link FastEngine} starts: does what it is told by a socket. */
public final class Remote {

    /** What jshell tells of the code that runs next. */
    static final String CODE = "code";

    private static Consumer<String> onCode = code -> {};

    private Remote() {}

    /** The listener hears of the code that is typed, before it runs. */
    static void onCode(Consumer<String> listener) {
        onCode = listener;
    }

    /** Connects to this port of this machine, and ends when jshell does, even if that was killed. */
    public static void main(String[] port) throws IOException {
        ProcessHandle.current().parent().ifPresent(jshell -> jshell.onExit().thenRun(() -> System.exit(1)));
        Socket socket = new Socket((String) null, Integer.parseInt(port[0]));
        socket.setTcpNoDelay(true);
        Util.forwardExecutionControlAndIO(new Snippets(),
                new BufferedInputStream(socket.getInputStream()), new BufferedOutputStream(socket.getOutputStream()),
                Map.of("out", out -> System.setOut(printStream(out, "stdout.encoding")),
                        "err", err -> System.setErr(printStream(err, "stderr.encoding"))),
                Map.of("in", System::setIn));
    }

    private static final class Snippets extends RemoteExecutionControl {

        @Override
        public Object extensionCommand(String command, Object argument)
                throws RunException, EngineTerminationException, InternalException {
            if (!command.equals(CODE)) return super.extensionCommand(command, argument);
            onCode.accept((String) argument);
            return null;
        }

        @Override
        public void close() {
            System.exit(0);    // whatever else still runs here
        }
    }

    /** Sends each piece whole: of one that a stop cuts off, jshell would take the rest for something else. */
    static final class Whole extends FilterOutputStream {

        /** What {@link RemoteControl} leaves here while a piece is on its way, to be thrown when that has gone. */
        private volatile Error stop;

        Whole(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            send(bytes, from, length);
            Error error = stop;
            stop = null;
            if (error != null) throw error;
        }

        /** Each piece has gone at once. */
        @Override
        public void flush() {}

        private void send(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            out.flush();
        }
    }

    private static PrintStream printStream(OutputStream out, String encoding) {
        String name = System.getProperty(encoding);    // from Java 19 on
        return new PrintStream(new Whole(out), true, name == null ? Charset.defaultCharset() : Charset.forName(name)) {
            @Override
            public void close() {}    // else System.out.close() would be the end of the session

            @Override
            public String toString() {
                return PrintStream.class.getName() + "@" + Integer.toHexString(hashCode());    // as jshell says it
            }
        };
    }
}
