package playmore.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class JarTest {

    /** As some tools leave the sources on Windows. */
    @Test
    void aTextHasTheSameLineEndsWhateverItsFileHas() throws Exception {
        Path here = Path.of(JarTest.class.getResource("JarTest.class").toURI());
        Files.writeString(here.resolveSibling("crlf.md"), "one\r\n---\r\n\r\ntwo\r");
        assertEquals("one\n---\n\ntwo\r", Jar.text(JarTest.class, "crlf.md"));
    }
}
