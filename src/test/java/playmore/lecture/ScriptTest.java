package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import playmore.lecture.Script.Cell;
import playmore.lecture.Script.Prose;
import playmore.lecture.Script.Timecode;

class ScriptTest {

    @TempDir Path temp;

    @Test
    void readsProseAndCellsWithTheirLinesAndTimecodes() throws IOException {
        Script script = read("07-neuron.jsh", """
                // # 07 · A neuron
                // Lecture [0:52:52](https://example.org/?t=3172s)
                //
                // Words, *more*
                //   words.
                chapter("07-neuron");

                int a = 1;    // a trailing comment
                    // an indented one

                class A {

                    int x;
                }

                // ## Next [0:55:20](https://example.org/?t=3320s)

                // Another block.
                int b = 2;
                //
                int c = 3;
                """);
        Timecode start = new Timecode("0:52:52", "https://example.org/?t=3172s");
        Timecode next = new Timecode("0:55:20", "https://example.org/?t=3320s");
        assertEquals("07-neuron", script.name());
        assertEquals("07", script.number());
        assertEquals("A neuron", script.title());
        assertEquals(start, script.timecode());
        assertEquals(List.of(
                "4 Words, *more*\n  words.",
                new Cell(6, """
                        chapter("07-neuron");

                        int a = 1;    // a trailing comment
                            // an indented one

                        class A {

                            int x;
                        }""", start),
                "16 ## Next [0:55:20](https://example.org/?t=3320s)",
                "18 Another block.",
                new Cell(19, "int b = 2;", next),
                new Cell(21, "int c = 3;", next)),
                script.blocks().stream().map(b -> b instanceof Prose p ? p.line() + " " + p.markdown() : b).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "neuron.jsh     | # 07 · A neuron | Lecture [0:52:52](https:u) | chapter(\"07-neuron\") | neuron.jsh: a script's file is named like",
        "07-neuron.jsh  | # 7 - A neuron  | Lecture [0:52:52](https:u) | chapter(\"07-neuron\") | :1: a script begins with its number and title",
        "07-neuron.jsh  | # 08 · A neuron | Lecture [0:52:52](https:u) | chapter(\"07-neuron\") | // # 07 · Title",
        "07-neuron.jsh  | # 07 · A neuron | Lecture 0:52:52      | chapter(\"07-neuron\") | :2: the second line gives the place",
        "07-neuron.jsh  | # 07 · A neuron | Lecture [0:52:52](javascript:u) | chapter(\"07-neuron\") | :2: the second line gives the place",
        "07-neuron.jsh  | # 07 · A neuron | Lecture [0:52:52](https:u) | chapter(\"07-axon\")   | :4: the first code says where the pictures go: chapter(\"07-neuron\")",
        "07-neuron.jsh  | # 07 · A neuron | Lecture [0:52:52](https:u) | // no code            | has no code"})
    void saysWhatIsWrongAndWhere(String file, String first, String second, String code, String expected) {
        String message = assertThrows(IllegalArgumentException.class,
                () -> read(file, "// " + first + "\n// " + second + "\n\n" + code + "\n")).getMessage();
        assertTrue(message.contains(expected), message);
    }

    @Test
    void refusesWhatIsEmptyOrNoUtf8() throws IOException {
        assertThrows(IllegalArgumentException.class, () -> read("07-neuron.jsh", ""));
        assertThrows(IllegalArgumentException.class, () -> read("07-neuron.jsh", "// # 07 · A neuron"));
        Path latin1 = Files.write(temp.resolve("08-x.jsh"), "// # 08 · X".getBytes(StandardCharsets.ISO_8859_1));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Script.read(latin1))
                .getMessage().contains("is not UTF-8 text"));
    }

    private Script read(String name, String text) throws IOException {
        return Script.read(Files.writeString(temp.resolve(name), text));
    }
}
