package playmore.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import playmore.SystemOut;

class JsonFileTest {

    @TempDir Path folder;

    private Optional<Map<String, String>> read(Path file) {
        return JsonFile.in(file, new TypeToken<Map<String, String>>() {}, "What was typed", kept -> !kept.containsValue(null));
    }

    @Test
    void whatIsKeptComesBackAndNothingIsSaid() {
        Path file = folder.resolve("kept.json");
        assertEquals("", SystemOut.err(() -> assertTrue(read(file).isEmpty())));
        JsonFile.keep(file, Map.of("a", "ä"));
        assertEquals("", SystemOut.err(() -> assertEquals(Map.of("a", "ä"), read(file).get())));
    }

    /** What is left of it may be of use to the learner: it is not replaced by what is kept next. */
    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{", "7", "[1]", "{\"a\": {\"b\": 1}}", "{\"a\": null}", "a\u0000", "{\"a\": \"b\""})
    void aDamagedFileIsNamedAndPutAside(String text) throws IOException {
        for (int round = 1; round <= 2; round++) {
            Path file = Files.writeString(folder.resolve("kept.json"), text);
            String said = SystemOut.err(() -> assertTrue(read(file).isEmpty()));
            assertTrue(said.startsWith("What was typed cannot be read from " + file + " (")
                    && said.endsWith(", which is now kept.json.damaged-" + round + ". It is passed over.\n"), said);
            assertEquals(1, said.lines().count(), said);
            assertFalse(Files.exists(file));
            assertEquals(text, Files.readString(folder.resolve("kept.json.damaged-" + round)));
        }
    }

    @Test
    void bytesThatAreNoTextAndFoldersAreNamed() throws IOException {
        Path file = folder.resolve("kept.json");
        Files.write(file, new byte[] {-1, -2, 0});
        assertTrue(SystemOut.err(() -> assertTrue(read(file).isEmpty())).contains(file.toString()));
        Files.createDirectories(file.resolve("in it"));
        assertTrue(SystemOut.err(() -> assertTrue(read(file).isEmpty())).contains(file.toString()));
        assertTrue(Files.exists(folder.resolve("kept.json.damaged-2/in it")));
    }

    /** Cut off anywhere, as by a full disk. */
    @Test
    void aFileThatIsCutOffIsNoneOrWhole() {
        Path file = folder.resolve("kept.json");
        String whole = "{\"a\":\"1\",\"ä\":\"\\n\"}";
        byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
        IntStream.range(0, bytes.length).forEach(length -> SystemOut.err(() -> {
            try {
                Files.write(file, java.util.Arrays.copyOf(bytes, length));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            assertEquals(List.of(), read(file).stream().toList());
        }));
    }
}
