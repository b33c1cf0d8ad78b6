package playmore.shell;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.Socket;
import java.nio.charset.Charset;
import java.util.Map;
import jdk.jshell.execution.RemoteExecutionControl;
import jdk.jshell.execution.Util;

/** The process that runs the snippets, which {@link FastEngine} starts: does what it is told by a socket. */
public final class Remote {

    private Remote() {}

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
        public void close() {
            System.exit(0);    // whatever else still runs here
        }
    }

    private static PrintStream printStream(OutputStream out, String encoding) {
        String name = System.getProperty(encoding);    // from Java 19 on
        return new PrintStream(out, true, name == null ? Charset.defaultCharset() : Charset.forName(name));
    }
}
