package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import playmore.Beside;

/** The harness itself is not fooled: a wrong number and every kind of jshell error fails. */
@Beside
class JShellProcessTest {

    @TempDir Path temp;

    @Test
    void readsNumbersFromLines() {
        Transcript t = new Transcript("x", "dL/da = 6.0\ndL/dab = 7\nloss 0.5\nloss 2.5E-4\n", temp);
        assertEquals(6, t.number("dL/da"));
        assertThrows(AssertionError.class, () -> t.number("dL/d"), "no such line");
        assertThrows(AssertionError.class, () -> t.number("loss"), "two of them");
        assertEquals(List.of("loss 0.5", "loss 2.5E-4"), t.lines("loss"));
    }

    @Test
    void seesWhatJShellReports() throws IOException {
        Path good = script("good", "var a = new Value(2.0, \"ä\");\nSystem.out.println(\"a = \" + a.data + \" ä\");\n");
        Path bad = script("bad", "int x = ;\n");
        Path thrown = script("thrown", "int y = 1 / 0;\n");
        assertEquals("a = 2.0 ä\n", JShellProcess.run(List.of(good)).get("good").text());
        assertTrue(assertThrows(AssertionError.class, () -> JShellProcess.run(List.of(good, bad)))
                .getMessage().contains("illegal start of expression"));
        assertTrue(assertThrows(AssertionError.class, () -> JShellProcess.run(List.of(thrown, good)))
                .getMessage().contains("error in thrown:"));
    }

    private Path script(String name, String code) throws IOException {
        return Files.writeString(temp.resolve(name + ".jsh"), code);
    }
}
