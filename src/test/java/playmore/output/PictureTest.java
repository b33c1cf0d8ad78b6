package playmore.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import playmore.Needs;

class PictureTest {

    private static final String SVG = "<svg xmlns='http://www.w3.org/2000/svg' width='30' height='20'/>";

    @TempDir
    Path out;

    private final String before = System.getProperty("playmore.out");

    @BeforeEach
    void intoATemporaryFolder() {
        System.setProperty("playmore.out", out.toString());
        Output.chapter("07-test");
    }

    @AfterEach
    void back() {
        if (before == null) System.clearProperty("playmore.out");
        else System.setProperty("playmore.out", before);
    }

    @Test
    void isWrittenAtOnce() throws Exception {
        Picture picture = Picture.of("A neuron", SVG);
        assertEquals(out.resolve("07-test/01-A-neuron.svg"), picture.file());
        assertEquals(SVG, Files.readString(picture.file()));
    }

    @Test
    void namesItsFileAsSeenFromTheWorkingFolder() {
        String folder = "target/pictures-" + ProcessHandle.current().pid();    // its own, where two runs meet
        System.setProperty("playmore.out", folder);
        Output.chapter("07-test");
        assertEquals(Path.of(folder, "07-test", "01-neuron.svg").toString(), Picture.of("neuron", SVG).toString());
        System.setProperty("playmore.out", out.toString());
        Output.chapter("07-test");
        assertEquals(out.resolve("07-test/01-neuron.svg").toString(), Picture.of("neuron", SVG).toString());
    }

    @Test
    void isWrittenOnceMoreByANameOfOnesOwn() throws Exception {
        Picture picture = Picture.of("A neuron", "with three inputs", SVG);
        assertEquals(SVG, picture.svg());
        assertEquals("with three inputs", picture.description());
        assertEquals("A neuron", Picture.of("A neuron", SVG).description());
        assertEquals(out.resolve("07-test/mine.svg"), picture.svg("mine"));
        assertEquals(SVG, Files.readString(out.resolve("07-test/mine.svg")));
        BufferedImage twice = ImageIO.read(picture.png("mine").toFile());
        assertEquals(60, twice.getWidth());
        assertEquals(40, twice.getHeight());
        BufferedImage wide = ImageIO.read(picture.png("wide", 90).toFile());
        assertEquals(90, wide.getWidth());
        assertEquals(60, wide.getHeight());
    }

    @Test
    void isPublished() {
        List<Artifact> published = new ArrayList<>();
        Output.onPublish(published::add);
        try {
            Picture picture = Picture.of("A neuron", SVG);
            assertEquals(List.of(picture), published);
        } finally {
            Output.onPublish(Artifact::print);
        }
    }

    @Test
    void withoutADesktopSaysWhereItLies() {
        Needs.that(System.getProperty("os.name").equals("Linux")
                && System.getenv("DISPLAY") == null && System.getenv("WAYLAND_DISPLAY") == null, "there is a desktop here");
        Picture picture = Picture.of("neuron", SVG);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream terminal = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            picture.open();
        } finally {
            System.setOut(terminal);
        }
        assertTrue(printed.toString(StandardCharsets.UTF_8).contains(picture.file().toAbsolutePath().toString()));
    }
}
