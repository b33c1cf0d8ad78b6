package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import playmore.Needs;
import playmore.pytorch.PyTorch;
import playmore.replay.Markdown;
import playmore.replay.Script;

/**
 * What a chapter says under <em>Try it</em> can be done in a jshell in which the chapter has run and nothing else,
 * one task after the other, and comes out as the chapter says.
 *
 * <p>Code and outcome are the chapter's own: {@code x.grad   // ==> 12.0}, or {@code // ==> 12.0} in a line below,
 * where {@code …} stands for what follows of a number or a name, after a space for whatever follows. What jshell replies to a task's code has all these
 * lines, in their order, and no error but those.
 */
class TryItTest {

    private static final String SAYS = "// ==> ", MARK = "/mark";
    private static final int AT_ONCE = 2;

    /** These are done away from the prompt. */
    private static final Set<String> ELSEWHERE = Set.of(
            "19 Close this, and write Value from an empty file", "24 Close everything, and write Value from an empty file");

    /** What the learner types where the code has a comment {@code // your …}. */
    private static final Map<String, String> YOURS = Map.of(
            "12", """
            Value relu(Value x) {
                Value out = new Value(Math.max(0, x.data), "relu", List.of(x));
                out.rule = () -> x.grad += (x.data > 0 ? 1 : 0) * out.grad;
                return out;
            }""",
            "21", """
            Value sin(Value x) {
                Value out = new Value(Math.sin(x.data), "sin", List.of(x));
                out.rule = () -> x.grad += Math.cos(x.data) * out.grad;
                return out;
            }""");

    private record Edit(String found, String replacement) {}

    /** What the learner changes in the chapter's last such definition where the code says {@code /edit}. */
    private static final Map<String, List<Edit>> EDITS = Map.of(
            "03", List.of(new Edit("    Value mul(", """
                        Value sub(Value other) {
                            return new Value(data - other.data, "-", List.of(this, other));
                        }

                        Value mul(""")),
            "09", List.of(new Edit("    Value tanh(", """
                        Value neg() {
                            Value out = new Value(-data, "neg", List.of(this));
                            out.rule = () -> grad = -1.0 * out.grad;
                            return out;
                        }

                        Value tanh(""")),
            "11", List.of(new Edit("grad += (1 - t * t)", "grad = (1 - t * t)")),
            "21", List.of(new Edit("grad += (1 - t * t)", "grad = (1 - t * t)")),
            "18", List.of(new Edit("        for (Value p : n.parameters()) p.grad = 0;          // the line that was missing\n", ""),
                    new Edit("p.data -= rate * p.grad;", "p.data -= rate * p.grad;\n        for (Value p : n.parameters()) p.grad = 0;")));

    /** A task's code, and what comes of it. */
    private record Task(String chapter, String text, List<String> code) {

        List<String> says() {
            return code.stream().filter(line -> line.contains(SAYS)).map(line -> line.substring(line.indexOf(SAYS) + SAYS.length())).toList();
        }
    }

    @TempDir static Path folder;
    private static final Map<Task, String> REPLIES = new HashMap<>();

    @BeforeAll
    static void type() throws IOException, InterruptedException, ExecutionException {
        List<Script> chapters = chapters();
        List<Callable<Map<Task, String>>> jshells = IntStream.range(0, AT_ONCE).<Callable<Map<Task, String>>>mapToObj(i ->
                () -> replies(IntStream.range(0, chapters.size()).filter(k -> k / 2 % AT_ONCE == i).mapToObj(chapters::get).toList(), i)).toList();
        ExecutorService atOnce = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (Future<Map<Task, String>> jshell : atOnce.invokeAll(jshells)) REPLIES.putAll(jshell.get());
        } finally {
            atOnce.shutdown();
        }
    }

    /** What a jshell replies to the tasks of these chapters, of which each begins anew. */
    private static Map<Task, String> replies(List<Script> chapters, int jshell) throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        List<Task> tasks = new ArrayList<>();    // and null for what a chapter prints
        for (Script chapter : chapters) {
            List<Task> here = tasks(chapter).stream().filter(task -> !task.code.isEmpty()).toList();
            if (here.isEmpty() || !PyTorch.isAvailable() && usesPyTorch(chapter)) continue;
            tasks.add(null);
            tasks.addAll(here);
            lines.addAll(List.of("/reset", "/open " + chapter.file().toAbsolutePath(), MARK));
            for (Task task : here) {
                for (String line : task.code) {
                    if (line.startsWith("/edit ")) lines.add("/set editor cp " + edited(chapter, line.substring(6)));
                    lines.add(line.strip().startsWith("// your ") ? YOURS.get(task.chapter) : line);
                }
                lines.add(MARK);
            }
        }
        String said = JShellProcess.typed(lines, Files.createDirectories(folder.resolve("" + jshell))).replace("\njshell> ", "\n");
        String[] parts = said.split("\\|  Invalid command: " + MARK + "\n.*\n");
        assertEquals(tasks.size() + 1, parts.length, "a part for each, and what jshell says at the end");
        Map<Task, String> replies = new HashMap<>();
        for (int i = 0; i < tasks.size(); i++) replies.put(tasks.get(i), parts[i]);
        return replies;
    }

    private static List<Script> chapters() throws IOException {
        return Script.all(Path.of("scripts"));
    }

    private static boolean usesPyTorch(Script chapter) throws IOException {
        return Files.readString(chapter.file()).contains("PyTorch.isAvailable()");
    }

    /** The items of the list below the heading <em>Try it</em>. */
    private static List<Task> tasks(Script chapter) {
        List<Task> tasks = new ArrayList<>();
        for (Script.Block block : chapter.blocks()) {
            if (!(block instanceof Script.Prose prose)) continue;
            for (Node node = prose.parsed().getFirstChild(); node != null; node = node.getNext()) {
                if (!(node instanceof Heading) || !Markdown.text(node).equals("Try it")) continue;
                for (Node item = node.getNext().getFirstChild(); item != null; item = item.getNext()) tasks.add(task(chapter.number(), item));
            }
        }
        return tasks;
    }

    private static Task task(String chapter, Node item) {
        List<String> code = new ArrayList<>();
        for (Node part = item.getFirstChild(); part != null; part = part.getNext()) {
            if (part instanceof FencedCodeBlock block) block.getLiteral().lines().forEach(code::add);
        }
        return new Task(chapter, Markdown.text(item.getFirstChild()), code);
    }

    /** The definition as it is after the learner's edit, in a file. */
    private static Path edited(Script chapter, String name) throws IOException {
        String text = Pattern.compile("(?ms)^(class " + name + " |\\S+ " + name + "\\()[^\\n]*\\{\\n.*?^}").matcher(Files.readString(chapter.file()))
                .results().map(MatchResult::group).reduce((first, last) -> last).orElseThrow();
        for (Edit edit : EDITS.get(chapter.number())) {
            assertTrue(text.contains(edit.found), () -> chapter.number() + ": no longer there to be edited: " + edit.found);
            text = text.replace(edit.found, edit.replacement);
        }
        return Files.writeString(folder.resolve("edited-" + chapter.number()), text);
    }

    @TestFactory
    Stream<DynamicTest> everyTaskComesOutAsItSays() throws IOException {
        return chapters().stream().map(chapter -> DynamicTest.dynamicTest(chapter.name(), () -> {
            if (usesPyTorch(chapter)) Needs.that(PyTorch.isAvailable(), PyTorch.missing());
            for (Task task : tasks(chapter)) {
                if (!task.code.isEmpty()) assertEquals("", wrong(task.says(), REPLIES.get(task)), () -> "in " + chapter.name() + ": " + task.text);
            }
        }));
    }

    /** A task is code with an outcome, so that nobody can change it unnoticed. */
    @Test
    void everyTaskHasCodeAndSaysWhatComesOfIt() throws IOException {
        for (Script chapter : chapters()) {
            List<Task> tasks = tasks(chapter);
            assertTrue(tasks.stream().anyMatch(task -> !task.code.isEmpty()), chapter.name());
            for (Task task : tasks) {
                String name = task.chapter + " " + task.text;
                assertTrue(ELSEWHERE.stream().anyMatch(name::startsWith) ? task.code.isEmpty() : !task.says().isEmpty(), name);
            }
        }
    }

    /** What is wrong with a reply, and the reply; nothing where it is as it should be. */
    private static String wrong(List<String> says, String reply) {
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
