package playmore.inline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A terminal that follows the protocols shows the pixels of the picture. */
class ProtocolTest {

    private static final long SEED = Long.getLong("playmore.seed", 27);

    @Test
    void kittyGetsThePictureInChunks() throws IOException {
        for (BufferedImage image : images()) {
            Matcher chunks = Pattern.compile("\u001b_G([^;]*);([^\u001b]*)\u001b\\\\").matcher(Protocol.KITTY.encode(image));
            StringBuilder data = new StringBuilder();
            List<String> keys = new ArrayList<>();
            int end = 0;
            while (chunks.find()) {
                assertEquals(end, chunks.start());
                end = chunks.end();
                keys.add(chunks.group(1));
                data.append(chunks.group(2));
                assertTrue(chunks.group(2).length() <= 4096);
            }
            assertTrue(keys.get(0).startsWith("a=T,f=100,q=2,m="), keys::toString);
            assertTrue(keys.get(keys.size() - 1).endsWith("m=0"), keys::toString);
            assertTrue(keys.subList(0, keys.size() - 1).stream().allMatch(key -> key.endsWith("m=1")), keys::toString);
            assertEquals(List.of(), differences(image, ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(data.toString()))), 0));
        }
    }

    @Test
    void itermGetsThePicture() throws IOException {
        for (BufferedImage image : images()) {
            Matcher file = Pattern.compile("\u001b]1337;File=inline=1;width=(\\d+)px;height=(\\d+)px:([^\u0007]*)\u0007").matcher(Protocol.ITERM.encode(image));
            assertTrue(file.matches());
            assertEquals(image.getWidth(), Integer.parseInt(file.group(1)));
            assertEquals(List.of(), differences(image, ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(file.group(3)))), 0));
        }
    }

    /** A share of a colour is a percentage, so it may be off by 1.3 of 255; with more than 256 colours, by more. */
    @Test
    void sixelsGiveThePicture() {
        for (BufferedImage image : images()) {
            boolean isColourful = distinct(image) > 256;
            assertEquals(List.of(), differences(image, decoded(Protocol.SIXEL.encode(image)), isColourful ? 40 : 2));
        }
    }

    @ParameterizedTest
    @CsvSource({"kitty, KITTY", "SIXEL, SIXEL", "' text ', TEXT", "off, OFF", "iterm, ITERM"})
    void aProtocolHasAName(String name, Protocol protocol) {
        assertEquals(protocol, Protocol.named(name).orElseThrow());
        assertTrue(Protocol.named(name.strip() + "x").isEmpty());
    }

    private static List<BufferedImage> images() {
        Random random = new Random(SEED);
        List<BufferedImage> images = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            BufferedImage image = new BufferedImage(1 + random.nextInt(90), 1 + random.nextInt(40), BufferedImage.TYPE_INT_RGB);
            int colours = i % 4 == 0 ? 100_000 : 1 + random.nextInt(60);
            int[] palette = random.ints(colours).toArray();
            for (int y = 0; y < image.getHeight(); y++) {
                for (int x = 0; x < image.getWidth(); x++) {
                    int colour = random.nextInt(3) == 0 || x == 0 ? palette[random.nextInt(colours)] : image.getRGB(x - 1, y);
                    image.setRGB(x, y, colour);
                }
            }
            images.add(image);
        }
        return images;
    }

    private static long distinct(BufferedImage image) {
        return java.util.stream.IntStream.range(0, image.getWidth() * image.getHeight())
                .map(i -> image.getRGB(i % image.getWidth(), i / image.getWidth())).distinct().count();
    }

    private static List<String> differences(BufferedImage expected, BufferedImage actual, int tolerance) {
        assertEquals(expected.getWidth() + "x" + expected.getHeight(), actual.getWidth() + "x" + actual.getHeight());
        List<String> differences = new ArrayList<>();
        for (int y = 0; y < expected.getHeight(); y++) {
            for (int x = 0; x < expected.getWidth(); x++) {
                int e = expected.getRGB(x, y), a = actual.getRGB(x, y);
                for (int shift = 0; shift <= 16; shift += 8) {
                    if (Math.abs((e >> shift & 255) - (a >> shift & 255)) > tolerance) {
                        differences.add("seed " + SEED + ", " + x + "," + y + ": " + Integer.toHexString(e) + " " + Integer.toHexString(a));
                    }
                }
            }
        }
        return differences;
    }

    /** As a terminal reads sixels. Every pixel is drawn once. */
    private static BufferedImage decoded(String sixels) {
        Matcher whole = Pattern.compile("\u001bP0;1;0q\"1;1;(\\d+);(\\d+)(.*)\u001b\\\\").matcher(sixels);
        assertTrue(whole.matches());
        BufferedImage image = new BufferedImage(Integer.parseInt(whole.group(1)), Integer.parseInt(whole.group(2)), BufferedImage.TYPE_INT_RGB);
        int[][] drawn = new int[image.getHeight()][image.getWidth()];
        Map<Integer, Integer> palette = new HashMap<>();
        int x = 0, top = 0, colour = 0;
        Matcher commands = Pattern.compile("#(\\d+);2;(\\d+);(\\d+);(\\d+)|#(\\d+)|!(\\d+)([?-~])|([?-~])|(\\$)|(-)").matcher(whole.group(3));
        int end = 0;
        while (commands.find()) {
            assertEquals(end, commands.start());
            end = commands.end();
            if (commands.group(1) != null) {
                int rgb = 0;
                for (int i = 2; i <= 4; i++) rgb = rgb << 8 | Math.round(Integer.parseInt(commands.group(i)) * 255 / 100f);
                palette.put(Integer.parseInt(commands.group(1)), rgb);
            } else if (commands.group(5) != null) {
                colour = palette.get(Integer.parseInt(commands.group(5)));
            } else if (commands.group(9) != null) {
                x = 0;
            } else if (commands.group(10) != null) {
                x = 0;
                top += 6;
            } else {
                int times = commands.group(6) == null ? 1 : Integer.parseInt(commands.group(6));
                int bits = (commands.group(6) == null ? commands.group(8) : commands.group(7)).charAt(0) - '?';
                for (int i = 0; i < times; i++, x++) {
                    for (int bit = 0; bit < 6; bit++) {
                        if ((bits >> bit & 1) == 0) continue;
                        image.setRGB(x, top + bit, colour);
                        drawn[top + bit][x]++;
                    }
                }
            }
        }
        assertEquals(whole.group(3).length(), end);
        assertTrue(palette.size() <= 256);
        for (int[] row : drawn) for (int times : row) assertEquals(1, times);
        return image;
    }
}
