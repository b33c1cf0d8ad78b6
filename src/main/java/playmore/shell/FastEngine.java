package playmore.shell;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Field;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import jdk.jshell.JShell;
import jdk.jshell.execution.JdiInitiator;
import jdk.jshell.execution.Util;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import playmore.output.Jar;

/**
 * Runs what is typed at the prompt as {@code jshell} itself does, in a process of its own, but without
 * its waits. The two processes talk over a socket in small pieces. The JDK leaves it to the system when to send
 * each, which is when the piece before has been acknowledged, and that takes a tenth of a second for each line
 * typed; here each goes at once.
 *
 * <p>{@code jshell --execution playmore -J--class-path=target/playmore.jar} has it. Where it cannot
 * start, jshell's own engine does.
 */
public final class FastEngine implements ExecutionControlProvider {

    /** How long each process waits for the other, as long as jshell itself. */
    private static final int MILLIS = 5000;

    private static final Set<String> CLASS_PATH = Set.of("--class-path", "-classpath", "-cp");

    @Override
    public String name() {
        return "playmore";
    }

    @Override
    public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) throws Throwable {
        try {
            return start(env);
        } catch (Exception | Error e) {    // such as that this JDK has no such classes
            ExecutionControl jdk = ExecutionControl.generate(env, "failover:0(jdi:hostname("
                    + InetAddress.getLoopbackAddress().getHostAddress() + ")),1(jdi:launch(true)),2(jdi)");
            env.userErr().println("Playmore's engine for jshell did not start, so jshell's own runs, which is slower ("
                    + e.getMessage() + ").");
            return jdk;
        }
    }

    private static ExecutionControl start(ExecutionEnv env) throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        try (ServerSocket server = new ServerSocket(0, 1, here)) {
            server.setSoTimeout(MILLIS);
            JdiInitiator remote = new JdiInitiator(server.getLocalPort(), options(env), Remote.class.getName(),
                    false, here.getHostAddress(), MILLIS, Map.of());
            CompletableFuture<String> end = new CompletableFuture<>();
            Util.detectJdiExitEvent(remote.vm(), end::complete);    // lets it run, too
            try {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                return Util.remoteInputOutput(
                        new BufferedInputStream(socket.getInputStream()), new BufferedOutputStream(socket.getOutputStream()),
                        Map.of("out", env.userOut(), "err", env.userErr()), Map.of("in", env.userIn()),
                        (in, out) -> new RemoteControl(in, out, remote, end.thenRun(env::closeDown), jshell(env)));
            } catch (IOException e) {
                remote.process().destroyForcibly();
                throw e;
            }
        }
    }

    /** The JShell that the engine is for, if this JDK lets us see it: only its environment knows. */
    private static Optional<JShell> jshell(ExecutionEnv env) {
        for (Field field : env.getClass().getDeclaredFields()) {
            if (field.getType() != JShell.class || !field.trySetAccessible()) continue;
            try {
                return Optional.of((JShell) field.get(env));
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);    // it is accessible
            }
        }
        return Optional.empty();
    }

    /** What the learner asked for, the way jshell writes, and this class' own place on the class path. */
    private static List<String> options(ExecutionEnv env) {
        List<String> options = new ArrayList<>();
        for (String encoding : List.of("stdin.encoding", "stdout.encoding", "stderr.encoding")) {
            String name = System.getProperty(encoding);    // from Java 18 on
            if (name != null) options.add("-D" + encoding + "=" + name);
        }
        options.addAll(env.extraRemoteVMOptions());
        options.add("-Djdk.console=java.base");    // System.console() is null, as it was before Java 22

        String own = Jar.path().toString();
        int last = options.size() - 1;
        while (last >= 0 && !CLASS_PATH.contains(options.get(last))) last--;
        if (last >= 0) {
            options.set(last + 1, options.get(last + 1) + File.pathSeparator + own);
        } else {
            options.addAll(List.of("--class-path",
                    Objects.requireNonNullElse(System.getenv("CLASSPATH"), ".") + File.pathSeparator + own));
        }
        return options;
    }
}
