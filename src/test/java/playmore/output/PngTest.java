package playmore.output;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import playmore.svg.Svg;

class PngTest {

    private static final int RED = 0xFFFF0000, WHITE = 0xFFFFFFFF;

    @Test
    void drawsAsManyElementsAsALargeGraphHas() throws IOException {
        BufferedImage png = png(20_000, 100, "<rect width='10' height='10'/>".repeat(5000)
                + "<rect x='10000' width='10000' height='100' fill='#ff0000'/>");
        assertEquals(3840, png.getWidth());
        assertEquals(20, png.getHeight());
        assertEquals(RED, png.getRGB(3800, 10));
    }

    @Test
    void drawsSmallOnesTwiceTheirSize() throws IOException {
        BufferedImage png = png(30, 20, "<rect width='30' height='20' fill='#ff0000'/>");
        assertEquals(60, png.getWidth());
        assertEquals(40, png.getHeight());
        assertEquals(RED, png.getRGB(30, 20));
    }

    @Test
    void isWhiteWithSmoothEdges() throws IOException {
        BufferedImage png = png(30, 20, "<path d='M0,0 L20,20 L0,20 Z' fill='#ff0000'/>");
        assertEquals(WHITE, png.getRGB(59, 0));
        assertEquals(RED, png.getRGB(1, 38));
        int edge = png.getRGB(20, 20);
        assertTrue(edge != WHITE && edge != RED, Integer.toHexString(edge));
    }

    @Test
    void isAsWideAsAskedFor() throws IOException {
        String svg = "<svg xmlns='http://www.w3.org/2000/svg' width='300' height='200'><rect width='300' height='200' fill='#ff0000'/></svg>";
        BufferedImage png = ImageIO.read(new ByteArrayInputStream(Png.of(svg, 4001)));
        assertEquals(4001, png.getWidth());
        assertEquals(2668, png.getHeight());
        assertEquals(RED, png.getRGB(3990, 2600));
        assertEquals(1, ImageIO.read(new ByteArrayInputStream(Png.of(svg, 1))).getWidth());
        String line = "<svg xmlns='http://www.w3.org/2000/svg' width='8000' height='1'/>";
        assertEquals(16_000, ImageIO.read(new ByteArrayInputStream(Png.of(line, 16_000))).getWidth());
        for (int width : new int[] {0, -1, 16_001}) {
            assertTrue(assertThrows(IllegalArgumentException.class, () -> Png.of(svg, width)).getMessage().contains("not " + width));
        }
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Png.of(svg, 9000)).getMessage().contains("9000 by 6000"));
    }

    @Test
    void isTheSameWhereTheSvgAdaptsToTheDark() {
        String svg = "<svg xmlns='http://www.w3.org/2000/svg' width='30' height='20'><rect width='20' height='20' fill='#ff0000'/></svg>";
        assertArrayEquals(Png.of(svg), Png.of(Svg.file(Svg.parse(svg))));
    }

    /** JSVG draws characters one after the other; the word that begins with a small yod has it at its right. */
    @Test
    void hebrewIsDrawnFromTheRight() throws IOException {
        BufferedImage shinLast = png(60, 20, "<text y='15' font-size='12'>ישששש</text>"), shinFirst = png(60, 20, "<text y='15' font-size='12'>ששששי</text>");
        assertTrue(inkOfFirstColumns(shinLast) > inkOfFirstColumns(shinFirst), "yod, which is small, is at the right of the first word");
    }

    private static long inkOfFirstColumns(BufferedImage png) {
        return IntStream.range(0, 12 * png.getHeight()).filter(i -> png.getRGB(i % 12, i / 12) != WHITE).count();
    }

    private static BufferedImage png(int width, int height, String content) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(Png.of("<svg xmlns='http://www.w3.org/2000/svg' width='"
                + width + "' height='" + height + "'>" + content + "</svg>")));
    }
}
