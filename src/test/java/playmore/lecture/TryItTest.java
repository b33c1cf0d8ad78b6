package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import playmore.Beside;
import playmore.Needs;
import playmore.pytorch.PyTorch;
import playmore.replay.Script;

/**
 * What a chapter says under <em>Try it</em> comes out as it says, in a jshell in which the chapter was opened after those
 * before it.
 *
 * <p>Code and outcome are the chapter's own: {@code x.grad   // ==> 12.0}, or {@code // ==> 12.0} in a line below,
 * where {@code …} stands for what follows of a number or a name, after a space for whatever follows. What jshell replies to a task's code has all these
 * lines, in their order, and no error but those.
 */
@Beside
@Order(1)    // first: ScriptsTest waits for its session
class TryItTest {

    /** These are done away from the prompt. */
    private static final Set<String> ELSEWHERE = Set.of(
            "19 Close this, and write Value from an empty file", "24 Close everything, and write Value from an empty file");

    static List<Script> chapters() throws IOException {
        return Script.all(Path.of("scripts"));
    }

    @ParameterizedTest
    @MethodSource("chapters")
    void everyTaskComesOutAsItSays(Script chapter) throws IOException, InterruptedException {
        if (Files.readString(chapter.file()).contains("PyTorch.isAvailable()")) Needs.that(PyTorch.isAvailable(), PyTorch.missing());
        Opened.run(chapter).replies().forEach((task, reply) -> assertEquals("", wrong(task.says(), reply), task::text));
    }

    /** A task is code with an outcome, so that nobody can change it unnoticed. */
    @Test
    void everyTaskHasCodeAndSaysWhatComesOfIt() throws IOException {
        for (Script chapter : chapters()) {
            List<Task> tasks = Task.of(chapter);
            assertTrue(tasks.stream().anyMatch(task -> !task.code().isEmpty()), chapter.name());
            for (Task task : tasks) {
                String name = chapter.number() + " " + task.text();
                assertTrue(ELSEWHERE.stream().anyMatch(name::startsWith) ? task.code().isEmpty() : !task.says().isEmpty(), name);
            }
        }
    }

    /** What is wrong with a reply, and the reply; nothing where it is as it should be. */
    static String wrong(List<String> says, String reply) {
        List<String> lines = reply.lines().map(line -> line.replaceFirst("^\\|  ", "").replaceFirst("^\\S+ ==> ", "").strip()).toList();
        int from = 0;
        for (String said : says) {
            String pattern = Arrays.stream(said.split("…", -1)).map(Pattern::quote).collect(Collectors.joining("[\\w.-]*"));
            if (said.endsWith(" …")) pattern += ".*";
            int at = from;
            while (at < lines.size() && !lines.get(at).matches(pattern)) at++;
            if (at == lines.size()) return "It says \"" + said + "\", and jshell:\n" + reply;
            if (at > 0 && lines.get(at - 1).equals("Error:")) lines = without(lines, at - 1);
            else from = at + 1;
        }
        return lines.stream().anyMatch(line -> line.equals("Error:") || line.startsWith("Exception ")) ? "It says nothing of an error, and jshell:\n" + reply : "";
    }

    private static List<String> without(List<String> lines, int at) {
        List<String> rest = new ArrayList<>(lines);
        rest.remove(at);
        return rest;
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "12.0;                $5 ==> 12.0;                           true",
        "12.0;                $5 ==> 12.5;                           false",
        "12.0;                x ==> 12.0 ~ after;                    true",
        "0.39…;               $5 ==> 0.3932238664829637;             true",
        "0.39…;               $5 ==> 0.4;                            false",
        "0.1 1.8…E-30;        0.1 1.83E-30;                          true",
        "0.1 1.8…E-30;        0.1 1.83E-31;                          false",
        "Right: …;            $5 ==> Right: the slope is 3;          true",
        "1.0;                 |  Error: ~ |  cannot find symbol ~ 1.0; false",
        "cannot find symbol;  |  Error: ~ |  cannot find symbol;     true",
        "…;                   anything else;                         false"})
    void whatIsSaidIsCompared(String says, String reply, boolean right) {
        assertEquals(right, wrong(List.of(says), reply.replace(" ~ ", "\n")).isEmpty());
    }
}
