package playmore.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import playmore.Jdk;
import playmore.MakesFiles;
import playmore.Needs;
import playmore.SystemOut;
import playmore.output.Output;
import playmore.svg.InlineSvg;

class PictureTest extends MakesFiles {

    private static final String SVG = "<svg xmlns='http://www.w3.org/2000/svg' width='30' height='20'/>";

    @Test
    void isWrittenAtOnce() throws Exception {
        Picture picture = Picture.of("A neuron", SVG);
        assertEquals(out.resolve("05-test/01-A-neuron.svg"), picture.file());
        assertEquals(SVG, Files.readString(picture.file()));
    }

    @Test
    void namesItsFileAsSeenFromTheWorkingFolder() {
        String folder = "target/pictures-" + ProcessHandle.current().pid();    // its own, where two runs meet
        System.setProperty("playmore.out", folder);
        Output.chapter("05-test");
        assertEquals(Path.of(folder, "05-test", "01-neuron.svg").toString(), Picture.of("neuron", SVG).toString());
        System.setProperty("playmore.out", out.toString());
        Output.chapter("05-test");
        assertEquals(out.resolve("05-test/01-neuron.svg").toString(), Picture.of("neuron", SVG).toString());
    }

    @Test
    void isWrittenOnceMoreByANameOfOnesOwn() throws Exception {
        Picture picture = Picture.of("A neuron", "with three inputs", SVG);
        assertEquals(SVG, picture.svg());
        assertEquals("with three inputs", picture.description());
        assertEquals("A neuron", Picture.of("A neuron", SVG).description());
        assertEquals(out.resolve("05-test/mine.svg"), picture.svg("mine"));
        assertEquals(SVG, Files.readString(out.resolve("05-test/mine.svg")));
        BufferedImage twice = ImageIO.read(picture.png("mine").toFile());
        assertEquals(60, twice.getWidth());
        assertEquals(40, twice.getHeight());
        BufferedImage wide = ImageIO.read(picture.png("wide", 90).toFile());
        assertEquals(90, wide.getWidth());
        assertEquals(60, wide.getHeight());
    }

    /** What pages cannot show fails in the line that makes it, and leaves nothing. */
    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "text", "<svg", "<svg>", "<svg><g></svg>", "<html/>", "<svg:svg/>", "<svg>&nope;</svg>", "<svg>\u0000</svg>",
        "<svg a='1' a='2'/>", "<svg/><svg/>", "deep", "laughs", "huge"})
    void whatIsNoSvgIsRefused(String text) {
        String svg = text == null ? null : switch (text) {
            case "deep" -> "<svg>" + "<g>".repeat(50_000) + "</g>".repeat(50_000) + "</svg>";
            case "laughs" -> "<!DOCTYPE svg [<!ENTITY a '" + "ha".repeat(1000) + "'><!ENTITY b '" + "&a;".repeat(1000)
                    + "'><!ENTITY c '" + "&b;".repeat(1000) + "'>]><svg>&c;</svg>";
            case "huge" -> "<svg>" + " ".repeat(20_000_000) + "</svg>";
            default -> text;
        };
        Exception e = assertThrows(IllegalArgumentException.class, () -> Picture.of("mine", svg));
        assertTrue(e.getMessage().length() < 400 && !e.getMessage().contains("\n"), e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Picture("mine", "mine", svg) {});
        assertFalse(Files.exists(out.resolve("05-test")));
        assertEquals(List.of(), published);
        assertEquals(out.resolve("05-test/01-good.svg"), Picture.of("good", SVG).file());
    }

    @Test
    void titlesAndDescriptionsAreNeeded() {
        assertThrows(IllegalArgumentException.class, () -> Picture.of(null, SVG));
        assertThrows(IllegalArgumentException.class, () -> Picture.of("a", null, SVG));
        assertThrows(IllegalArgumentException.class, () -> new Page(null, "a", ""));
        assertThrows(IllegalArgumentException.class, () -> new Page(out, "a", null));
        assertThrows(IllegalArgumentException.class, () -> Output.publish(null));
        Exception e = assertThrows(IllegalArgumentException.class, () -> Output.publish(new Page(out.resolve("none.html"), "a", "")));
        assertTrue(e.getMessage().contains("none.html"), e.getMessage());
    }

    /** Whatever a size says, a picture that was taken can be shown on a page. */
    @ParameterizedTest
    @ValueSource(strings = {"1.2.3", ".", "-5", "NaN", "1e400", "", "100%", "99999999999999999999", "5pt", "0"})
    void anySizeCanBeShown(String size) {
        Picture picture = Picture.of("a", "<svg xmlns='http://www.w3.org/2000/svg' width='" + size + "' height='" + size + "'/>");
        assertTrue(InlineSvg.of(picture.svg(), "p-", "a").startsWith("<svg "));
    }

    @Test
    void isPublished() {
        Picture picture = Picture.of("A neuron", SVG);
        assertEquals(List.of(picture), published);
    }

    /** What a machine runs that lacks a library for text, or has no fonts: the second time, Java fails in another way. */
    static final class WithoutFonts {

        public static void main(String[] words) {
            Output.chapter("05-test");
            Picture picture = Picture.of("A neuron", "<svg xmlns='http://www.w3.org/2000/svg' width='30' height='20'><text>x</text></svg>");
            System.out.println(picture.png("mine"));
            System.out.println(picture.png("wide", 90));
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whereJavaCannotDrawItSaysWhatToInstallAndGoesOn() throws Exception {
        Files.createFile(out.resolve("libharfbuzz.so.0"));    // which some JDKs bring themselves, and need fonts only
        Path none = Files.writeString(out.resolve("fonts.conf"), "<?xml version='1.0'?><fontconfig></fontconfig>");
        ProcessBuilder builder = new ProcessBuilder(Jdk.HERE.java("-cp", System.getProperty("java.class.path"),
                "-Dplaymore.out=" + out, WithoutFonts.class.getName())).redirectErrorStream(true);
        builder.environment().putAll(Map.of("LD_LIBRARY_PATH", out.toString(), "FONTCONFIG_FILE", none.toString()));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), said);
        Path svg = out.resolve("05-test/01-A-neuron.svg");
        String sentence = "Java cannot draw %s.png here \\((libharfbuzz.so.0: |.*Fontconfig head is null).*\\): install what it lacks, on Debian and"
                + " Ubuntu with apt-get install libharfbuzz0b fontconfig fonts-dejavu-core; the SVG is there, " + svg + "\n" + svg + "\n";
        assertTrue(said.matches(sentence.formatted("mine") + sentence.formatted("wide")), said);
        assertTrue(Files.exists(svg));
    }

    @Test
    void withoutADesktopSaysWhereItLies() {
        Needs.that(System.getProperty("os.name").equals("Linux")
                && System.getenv("DISPLAY") == null && System.getenv("WAYLAND_DISPLAY") == null, "there is a desktop here");
        Picture picture = Picture.of("neuron", SVG);
        assertTrue(SystemOut.of(picture::open).contains(picture.file().toAbsolutePath().toString()));
    }

    @Test
    void isOpenedByTheDesktopsOwnCommand() {
        assertEquals(List.of("open", "a.svg"), Viewer.command("Mac OS X", Set.of(), "a.svg"));
        assertEquals(List.of("powershell", "-NoProfile", "-Command", "Invoke-Item -LiteralPath 'C:\\Max''s ’’ [1]\\a.svg'"),
                Viewer.command("Windows 11", Set.of(), "C:\\Max's ’ [1]\\a.svg"));
        for (String screen : List.of("DISPLAY", "WAYLAND_DISPLAY")) {
            assertEquals(List.of("xdg-open", "a.svg"), Viewer.command("Linux", Set.of("HOME", screen), "a.svg"));
        }
        assertEquals(List.of(), Viewer.command("Linux", Set.of("HOME"), "a.svg"));
    }

    @Test
    void aViewerThatFailsHasOpenedNothing() {
        String java = Jdk.HERE.home().resolve("bin/java").toString();
        assertTrue(Viewer.opens(List.of(java, "-version")));
        assertFalse(Viewer.opens(List.of("sh", "-c", "exit 1")));
        assertFalse(Viewer.opens(List.of("no-such-program")));
        Thread.currentThread().interrupt();
        assertTrue(Viewer.opens(List.of("sh", "-c", "sleep 1")), "it is under way");
        assertTrue(Thread.interrupted(), "as it was asked to");
    }
}
