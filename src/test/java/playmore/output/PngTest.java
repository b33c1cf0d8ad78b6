package playmore.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngTest {

    private static final int RED = 0xFFFF0000;

    @Test
    void drawsAsManyElementsAsALargeGraphHas() throws IOException {
        BufferedImage png = png(20_000, 100, "<rect width='10' height='10'/>".repeat(5000)
                + "<rect x='10000' width='10000' height='100' fill='#ff0000'/>");
        assertEquals(8000, png.getWidth());
        assertEquals(40, png.getHeight());
        assertEquals(RED, png.getRGB(7900, 20));
    }

    @Test
    void drawsSmallOnesTwiceTheirSize() throws IOException {
        BufferedImage png = png(30, 20, "<rect width='30' height='20' fill='#ff0000'/>");
        assertEquals(60, png.getWidth());
        assertEquals(40, png.getHeight());
        assertEquals(RED, png.getRGB(30, 20));
    }

    private static BufferedImage png(int width, int height, String content) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(Png.of("<svg xmlns='http://www.w3.org/2000/svg' width='"
                + width + "' height='" + height + "'>" + content + "</svg>")));
    }
}
