package playmore.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import playmore.MakesFiles;
import playmore.OwnNode;
import playmore.engine.Value;

class DrawDotTest extends MakesFiles {

    @Test
    void writesAndPublishesThePicture() throws Exception {
        Drawing drawing = DrawDot.drawDot(Graphs.small());
        assertEquals(out.resolve("05-test/01-L.svg"), drawing.file());
        assertEquals(List.of(drawing), published);
        assertEquals(drawing.svg(), Files.readString(drawing.file()));
        assertTrue(drawing.toString().endsWith("01-L.svg"), drawing.toString());
        assertTrue(drawing.dot().startsWith("digraph {"), drawing.dot());
        assertEquals("L", drawing.graph().root().label());
        Drawn drawn = Drawn.of(drawing.svg());
        assertEquals(List.of("result", "e", "data -6.0000", "grad -2.0000"), drawn.nodes().get("v2"));
        assertEquals(List.of("op", "*"), drawn.nodes().get("o2"));
    }

    @Test
    void bothEdgesOfAValueUsedTwiceAreShown() throws Exception {
        Value x = new Value(3, "x");
        assertEquals(List.of("o1->v1", "v0->o1", "v0->o1"), Drawn.of(DrawDot.drawDot(x.add(x)).svg()).edges());
    }

    @Test
    void drawsAClassOfTheLearner() throws Exception {
        OwnNode a = new OwnNode("a", 2, "", List.of()), b = new OwnNode("b", -3, "", List.of());
        Drawn drawn = Drawn.of(DrawDot.drawDot(new OwnNode("e", -6, "*", List.of(a, b))).svg());
        assertEquals(List.of("output", "e", "data -6.0000", "grad 0.0000"), drawn.nodes().get("v2"));
        assertEquals(List.of("o2->v2", "v0->o2", "v1->o2"), drawn.edges());
    }

    @Test
    void numbersInFullAreTheTitle() {
        Value x = new Value(0.1 + 0.2, "x<1");
        assertTrue(DrawDot.drawDot(x).svg().contains("<title>x&lt;1: data 0.30000000000000004, grad 0.0</title>"));
    }

    @Test
    void refusedExpressionTakesNoNumberAndWritesNothing() throws IOException {
        assertEquals("drawDot was given null: there is nothing to draw",
                assertThrows(IllegalArgumentException.class, () -> DrawDot.drawDot(null)).getMessage());
        assertThrows(IllegalArgumentException.class, () -> DrawDot.drawDot(Graphs.chain(1701)));
        assertEquals(List.of(), published);
        assertFalse(Files.exists(out.resolve("05-test")));
        assertEquals(out.resolve("05-test/01-graph.svg"), DrawDot.drawDot(new Value(1)).file());
    }

    @Test
    void largeExpressionIsRefusedWithItsSize() {
        String message = assertThrows(IllegalArgumentException.class, () -> DrawDot.graph(Graphs.chain(1_000_000))).getMessage();
        assertTrue(message.contains("1,000,000 values") && message.contains("1,700") && message.contains("playmore.maxNodes"), message);
        assertTrue(assertThrows(IllegalArgumentException.class, () -> DrawDot.graph(Graphs.chain(1701))).getMessage().contains("1,701 values"));
        assertEquals(1700, DrawDot.graph(Graphs.chain(1700)).nodes().size());
        message = assertThrows(IllegalArgumentException.class, () -> DrawDot.graph(DotTest.usedInARow(300))).getMessage();
        assertTrue(message.startsWith("The arrows of this expression would take minutes to lay out, ") && message.contains("playmore.maxNodes"), message);
        assertEquals(201, DrawDot.graph(DotTest.usedInARow(200)).nodes().size());
    }

    @Test
    void exportsByName() throws IOException {
        Drawing drawing = DrawDot.drawDot(Graphs.small());
        assertEquals(out.resolve("05-test/L.svg"), drawing.svg("L.svg"));
        assertEquals(out.resolve("05-test/L.png"), drawing.png("L"));
        assertThrows(IllegalArgumentException.class, () -> drawing.png("../L"));
        try (Stream<Path> files = Files.list(out.resolve("05-test"))) {
            assertEquals(List.of("01-L.svg", "L.png", "L.svg"),
                    files.map(f -> f.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void pngShowsThePicture() throws IOException {
        Drawing drawing = DrawDot.drawDot(Graphs.small());
        BufferedImage png = ImageIO.read(drawing.png("L").toFile());
        int width = Integer.parseInt(drawing.svg().replaceAll("(?s)<svg[^>]* width=\"(\\d+)\".*", "$1"));
        assertEquals(2 * width, png.getWidth(), 2);
        int[] pixels = png.getRGB(0, 0, png.getWidth(), png.getHeight(), null, 0, png.getWidth());
        assertTrue(Stream.of(0xFFFFFFFF, 0xFFD3EADB, 0xFFF7C5B1, 0xFF3D4F5E)
                .allMatch(color -> java.util.Arrays.stream(pixels).filter(p -> p == color).count() > 500));
    }
}
