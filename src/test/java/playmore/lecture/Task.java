package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import playmore.replay.Markdown;
import playmore.replay.Script;

/** What a chapter says to try: its words, and code with what comes of it. */
record Task(Script chapter, String text, List<String> code) {

    private static final String SAYS = "// ==> ";

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

    /** What is to come of it, in this order. */
    List<String> says() {
        return code.stream().filter(line -> line.contains(SAYS)).map(line -> line.substring(line.indexOf(SAYS) + SAYS.length())).toList();
    }

    /** What a learner types; what an editor leaves is in a file of this folder. */
    List<String> typed(Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line : code) {
            if (line.startsWith("/edit ")) lines.add("/set editor cp " + edited(line.substring(6), folder));
            lines.add(line.strip().startsWith("// your ") ? YOURS.get(chapter.number()) : line);
        }
        return lines;
    }

    /** What a learner types in {@code play}, without empty lines, which would go on; the editor's outcome is typed as a whole. */
    String[] played(Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line : code) {
            if (line.startsWith("/edit ")) lines.add(Files.readString(edited(line.substring(6), folder)).strip());
            else if (!line.isBlank()) lines.add(line.strip().startsWith("// your ") ? YOURS.get(chapter.number()) : line);
        }
        return lines.toArray(String[]::new);
    }

    boolean usesPyTorch() {
        return code.stream().anyMatch(line -> line.contains("PyTorch") || line.contains("Torch"));
    }

    /** The items of the list below the heading <em>Try it</em>. */
    static List<Task> of(Script chapter) {
        List<Task> tasks = new ArrayList<>();
        for (Script.Block block : chapter.blocks()) {
            if (!(block instanceof Script.Prose prose)) continue;
            for (Node node = prose.parsed().getFirstChild(); node != null; node = node.getNext()) {
                if (!(node instanceof Heading) || !Markdown.text(node).equals("Try it")) continue;
                for (Node item = node.getNext().getFirstChild(); item != null; item = item.getNext()) tasks.add(task(chapter, item));
            }
        }
        return tasks;
    }

    private static Task task(Script chapter, Node item) {
        List<String> code = new ArrayList<>();
        for (Node part = item.getFirstChild(); part != null; part = part.getNext()) {
            if (part instanceof FencedCodeBlock block) block.getLiteral().lines().forEach(code::add);
        }
        return new Task(chapter, Markdown.text(item.getFirstChild()), code);
    }

    /** The definition as it is after the learner's edit, in a file. */
    private Path edited(String name, Path folder) throws IOException {
        String text = Pattern.compile("(?ms)^(class " + name + " |\\S+ " + name + "\\()[^\\n]*\\{\\n.*?^}").matcher(Files.readString(chapter.file()))
                .results().map(MatchResult::group).reduce((first, last) -> last).orElseThrow();
        for (Edit edit : EDITS.get(chapter.number())) {
            assertTrue(text.contains(edit.found), () -> chapter.number() + ": no longer there to be edited: " + edit.found);
            text = text.replace(edit.found, edit.replacement);
        }
        return Files.writeString(folder.resolve("edited-" + chapter.number()), text);
    }
}
