package playmore.lecture;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import playmore.Jdk;
import playmore.Needs;

/** A real terminal, which tmux makes, and what a learner sees and types there. */
final class Tmux implements AutoCloseable {

    private static final int SECONDS = 90;

    private final Path tmux, socket, folder, jdk;

    /** One that works in this folder; the test is skipped where there is no tmux. */
    Tmux(Path folder) throws IOException {
        this(folder, Jdk.HERE);
    }

    /** The same with the programs of this JDK. */
    Tmux(Path folder, Jdk jdk) throws IOException {
        tmux = Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(path -> Path.of(path, "tmux"))
                .filter(Files::isExecutable).findFirst().orElse(null);
        Needs.that(tmux != null, "tmux is not installed: nobody looks at the terminal");
        this.folder = folder;
        this.jdk = Project.quick(jdk);
        socket = Files.createTempDirectory("playmore").resolve("tmux");    // a short name: sockets want that
    }

    /** Runs the command in a window of that size, and says how it ended. */
    void open(int columns, int rows, String command) throws Exception {
        run("-f", "/dev/null", "new-session", "-d", "-x", "" + columns, "-y", "" + rows,
                "trap : INT; " + command + "; echo ended with $?; cat");
    }

    void enter(String line) throws Exception {
        if (!line.isEmpty()) type(line);
        key("Enter");
    }

    void type(String text) throws Exception {
        run("send-keys", "-l", "--", text);
    }

    void key(String name) throws Exception {
        run("send-keys", name);
    }

    /** Ends what runs there without a chance to say goodbye. */
    void kill() throws Exception {
        long shell = Long.parseLong(run("display-message", "-p", "#{pane_pid}").strip());
        ProcessHandle.of(shell).orElseThrow().descendants().forEach(ProcessHandle::destroyForcibly);
    }

    /** Waits until the terminal shows the text. */
    void await(String text) throws Exception {
        for (int i = 0; i < SECONDS * 10; i++) {
            if (screen().contains(text)) return;
            Thread.sleep(100);
        }
        throw new AssertionError("After " + SECONDS + " s the terminal does not show:\n" + text + "\nbut:\n" + screen());
    }

    /** What the terminal shows, and what has moved out of sight, without empty lines. */
    String screen() throws Exception {
        return run("capture-pane", "-p", "-J", "-S", "-").replaceAll("(?m) +$", "").replaceAll("\n{2,}", "\n").strip();
    }

    /** The same with the escape sequences of colours. */
    String colours() throws Exception {
        return run("capture-pane", "-p", "-e", "-S", "-");
    }

    private String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(tmux.toString(), "-u", "-S", socket.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(Map.of("JAVA_HOME", jdk.toString(), "SHELL", "/bin/sh",
                "XDG_STATE_HOME", folder.resolveSibling("state").toString()));
        builder.environment().remove("TMUX");
        Process process = builder.start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return printed;
    }

    @Override
    public void close() throws Exception {
        run("kill-server");
        Files.deleteIfExists(socket);
        Files.delete(socket.getParent());
    }
}
