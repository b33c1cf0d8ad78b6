package playmore.inline;

import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Encodes a picture as sixels: columns of six pixels, one colour of a band after the other. A colour has three shares
 * in percent, and a picture has at most 256 colours.
 */
final class Sixel {

    private static final int MOST_COLOURS = 256, BAND = 6;

    private Sixel() {}

    static String encode(BufferedImage image) {
        int width = image.getWidth(), height = image.getHeight();
        int step = 1;    // in percent; larger steps make fewer colours
        Map<Integer, Integer> palette = palette(image, step);
        while (palette.size() > MOST_COLOURS) palette = palette(image, ++step);
        StringBuilder sixels = new StringBuilder("\u001bP0;1;0q\"1;1;" + width + ";" + height);
        palette.forEach((colour, number) -> sixels.append('#').append(number).append(";2;").append(colour >> 16)
                .append(';').append(colour >> 8 & 0xff).append(';').append(colour & 0xff));
        for (int top = 0; top < height; top += BAND) {
            if (top > 0) sixels.append('-');    // the next band
            byte[][] bits = new byte[palette.size()][];    // of each colour in this band
            for (int y = top; y < Math.min(top + BAND, height); y++) {
                for (int x = 0; x < width; x++) {
                    int number = palette.get(colour(image.getRGB(x, y), step));
                    if (bits[number] == null) bits[number] = new byte[width];
                    bits[number][x] |= (byte) (1 << y - top);
                }
            }
            for (int number = 0; number < bits.length; number++) {
                if (bits[number] == null) continue;
                sixels.append('#').append(number);
                append(sixels, bits[number]);
                sixels.append('$');    // back to the left
            }
        }
        return sixels.append("\u001b\\").toString();
    }

    /** Appends the columns of one colour. Equal columns are written once, with their number. */
    private static void append(StringBuilder sixels, byte[] columns) {
        for (int from = 0, to; from < columns.length; from = to) {
            to = from + 1;
            while (to < columns.length && columns[to] == columns[from]) to++;
            if (to == columns.length && columns[from] == 0) return;
            sixels.append('!').append(to - from).append((char) ('?' + columns[from]));
        }
    }

    private static Map<Integer, Integer> palette(BufferedImage image, int step) {
        Map<Integer, Integer> palette = new LinkedHashMap<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                palette.putIfAbsent(colour(image.getRGB(x, y), step), palette.size());
            }
        }
        return palette;
    }

    /** The colour with its shares of red, green and blue in percent, in steps of so many percent. */
    private static int colour(int rgb, int step) {
        return percent(rgb >> 16, step) << 16 | percent(rgb >> 8, step) << 8 | percent(rgb, step);
    }

    private static int percent(int share, int step) {
        return Math.min(100, Math.round((share & 0xff) * 100f / 255 / step) * step);
    }
}
