package playmore.lecture;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import playmore.Jdk;

/** A real {@code play} whose lines come through a pipe, and what it says to them. */
final class PlayProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String MARK = "/mark";    // a command that there is not
    private static final Pattern MARKED = Pattern.compile("  There is no " + MARK + ".*\\R+(?:tick\\R+)*(\\d\\d \\S+) ▸ ");
    private static final Pattern PROMPT = Pattern.compile("(?m)^\\d\\d (?:\\d+/\\d+|✓) ▸ ");

    private final Process play;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private String place;

    /** In that project; the environment has these, too. */
    PlayProcess(Path project, Map<String, String> environment, String... words) throws IOException {
        Path jar = project.resolve("target/playmore.jar");
        List<String> command = new ArrayList<>(Jdk.HERE.java());
        command.addAll(List.of("-javaagent:" + jar, "-cp", jar + File.pathSeparator + System.getProperty("java.class.path"), "playmore.Main", "play"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).directory(project.toFile()).redirectErrorStream(true);
        builder.environment().put("XDG_STATE_HOME", project.resolveSibling("state").toString());
        builder.environment().putAll(environment);
        play = builder.start();
    }

    /** What it says to these lines, without its prompts. */
    String type(String... lines) throws IOException, InterruptedException {
        OutputStream in = play.getOutputStream();
        for (String line : lines) in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        in.write((MARK + "\n").getBytes(StandardCharsets.UTF_8));
        in.flush();
        Instant end = Instant.now().plus(PATIENCE);
        for (;;) {
            int there = play.getInputStream().available();
            if (there == 0 || Instant.now().isAfter(end)) {
                if (!play.isAlive() || Instant.now().isAfter(end)) fail("play has no answer to " + List.of(lines) + "\n" + said);
                Thread.sleep(2);
                continue;
            }
            said.write(play.getInputStream().readNBytes(there));
            String all = said.toString(StandardCharsets.UTF_8);
            Matcher mark = MARKED.matcher(all);
            if (!mark.find()) continue;
            place = mark.group(1);
            said.reset();
            return PROMPT.matcher(all.substring(0, mark.start())).replaceAll("");
        }
    }

    /** The chapter and the cell that are next, as the prompt has it: {@code "05 3/15"}. */
    String place() {
        return place;
    }

    /** Sends a line and ends the input; what it says to that, and its exit code. */
    String end(String line) throws IOException, InterruptedException {
        try (OutputStream in = play.getOutputStream()) {
            in.write(line.getBytes(StandardCharsets.UTF_8));
        }
        String last = new String(play.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return PROMPT.matcher(last).replaceAll("") + "ended with " + play.waitFor();
    }

    @Override
    public void close() {
        play.destroyForcibly();
    }
}
