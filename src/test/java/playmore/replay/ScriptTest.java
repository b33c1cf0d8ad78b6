package playmore.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import playmore.replay.Script.Cell;
import playmore.replay.Script.Prose;
import playmore.replay.Script.Timecode;

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
    void refusesWhatIsEmpty() {
        assertThrows(IllegalArgumentException.class, () -> read("07-neuron.jsh", ""));
        assertThrows(IllegalArgumentException.class, () -> read("07-neuron.jsh", "// # 07 · A neuron"));
    }

    /** What editors of other systems do to a file: a mark at its start, CR at the ends of lines, no end of the last one. */
    @Test
    void isTheSameHoweverItWasSaved() throws IOException {
        Path file = Path.of("scripts/05-manual-backprop.jsh");
        String text = Files.readString(file);
        List<Script> saved = new ArrayList<>();
        for (String as : List.of(text, "\uFEFF" + text, text.replace("\n", "\r\n"), text.replace("\n", "\r"), text.stripTrailing(),
                "\uFEFF" + text.replace("\n", "\r\n").stripTrailing())) {
            saved.add(read("05-manual-backprop.jsh", as));
        }
        assertTrue(saved.get(0).blocks().size() > 20);
        for (Script script : saved) assertEquals(saved.get(0).toString(), script.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ISO-8859-1   | // # 08 · X | // Lecture | :1: is not UTF-8 text, at character 9 of the line (byte 9 of the file, 0xB7)",
        "windows-1252 | // # 08 - X | // für      | :2: is not UTF-8 text, at character 5 of the line (byte 17 of the file, 0xFC)",
        "UTF-16       | // # 08 - X | // Lecture | :1: is not UTF-8 text, at character 1 of the line (byte 1 of the file, 0xFE)"})
    void saysWhereItIsNoUtf8(String charset, String first, String second, String expected) throws IOException {
        Path file = Files.write(temp.resolve("08-x.jsh"), (first + "\n" + second).getBytes(charset));
        assertEquals(file + expected + ": save it as UTF-8", assertThrows(IllegalArgumentException.class, () -> Script.read(file)).getMessage());
    }

    @Test
    void saysWhereItIsNoUtf8AfterOtherCharacters() throws IOException {
        Path file = Files.write(temp.resolve("08-x.jsh"), concat("\uFEFF// # 08 · X\r\n// 😀ü".getBytes(StandardCharsets.UTF_8), new byte[] {(byte) 0xC3}));
        assertEquals(file + ":2: is not UTF-8 text, at character 6 of the line (byte 27 of the file, 0xC3): save it as UTF-8",
                assertThrows(IllegalArgumentException.class, () -> Script.read(file)).getMessage());
    }

    private static byte[] concat(byte[] a, byte[] b) {
        byte[] all = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, all, a.length, b.length);
        return all;
    }

    @Test
    void allAreReadByTheirNumbers() throws IOException {
        for (String name : List.of("07-b", "05-c", "06-a")) {
            read(name + ".jsh", "// # " + name.substring(0, 2) + " · X\n// Lecture [0:00:01](https:u)\nchapter(\"" + name + "\");\n");
        }
        Files.writeString(temp.resolve("08-none.jsh"), "no script");
        assertEquals(List.of("05-c", "06-a", "07-b"), Script.all(temp).stream().map(Script::name).toList());
    }

    private Script read(String name, String text) throws IOException {
        return Script.read(Files.writeString(temp.resolve(name), text));
    }
}
