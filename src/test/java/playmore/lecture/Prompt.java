package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** That of a real {@code jshell} with the kit. */
final class Prompt implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** A value, so that jshell tells with it how many snippets it has. */
    private static final String MARK = "\"@@@\"";
    private static final Pattern MARKED = Pattern.compile("\\$(\\d+) ==> " + MARK + "\\R");

    private final Process jshell;
    private final Path errors;
    private int first, last;    // the numbers of the marks before and after what is to be forgotten next
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    /** jshell starts in the folder, and writes to {@code out/} there. */
    Prompt(Path folder) throws IOException, InterruptedException {
        errors = folder.resolve(JShellProcess.STDERR);
        jshell = JShellProcess.prompt(folder).start();
        type(List.of());
        first = last;
    }

    /** What jshell says to these lines, without its prompts. */
    String type(List<String> lines) throws IOException, InterruptedException {
        OutputStream in = jshell.getOutputStream();
        in.write((String.join("\n", lines) + "\n" + MARK + "\n").getBytes(StandardCharsets.UTF_8));
        in.flush();
        Instant end = Instant.now().plus(PATIENCE);
        for (;;) {
            int there = jshell.getInputStream().available();
            if (there == 0) {
                if (!jshell.isAlive() || Instant.now().isAfter(end)) fail("jshell has no answer to " + lines + "\n" + said);
                Thread.sleep(2);
                continue;
            }
            said.write(jshell.getInputStream().readNBytes(there));
            String all = said.toString(StandardCharsets.UTF_8);
            Matcher mark = MARKED.matcher(all);
            if (!mark.find()) continue;
            last = Integer.parseInt(mark.group(1));
            said.reset();
            return all.substring(0, mark.start()).replaceFirst(JShellProcess.PAGE, "").replaceAll(".\b", "").replace("\njshell> ", "\n");
        }
    }

    /**
     * Has jshell forget all that was declared here. That is faster than {@code /reset}, which starts a new process for what is
     * typed. The last goes first, as jshell fails where a class goes before a method that has it as a parameter.
     */
    void forget() throws IOException, InterruptedException {
        int end = last;
        String dropped = type(IntStream.rangeClosed(first, end).mapToObj(i -> "/drop " + (first + end - i)).toList());
        assertTrue(dropped.contains("|  dropped variable $" + first), dropped);
        first = end + 1;
        assertEquals("", type(List.of("/vars", "/methods", "/types")).replaceAll("\\|    \\S+ \\$\\d+ = " + MARK, "").strip());
    }

    @Override
    public void close() throws IOException, InterruptedException {
        try (OutputStream in = jshell.getOutputStream()) {
            in.write("/exit\n".getBytes(StandardCharsets.UTF_8));
        }
        JShellProcess.awaitEnd(jshell);
        assertEquals("", Files.readString(errors));
    }
}
