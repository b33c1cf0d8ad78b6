package playmore.svg;

import java.util.ArrayList;
import java.util.List;

/**
 * Estimates how wide text in a picture is. A machine may have any of the fonts that the picture names, so the widths
 * come from the widest of Helvetica, Arial, Liberation Sans, DejaVu Sans, Verdana and Segoe UI.
 */
public final class TextWidth {

    /** The widths of the ASCII characters 32 to 126 in 1/100 of the font size, mostly those of Verdana and DejaVu. */
    private static final int[] WIDTHS = {
        40, 41, 46, 84, 64, 108, 78, 28, 46, 46, 64, 84, 37, 46, 37, 46,
        64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 46, 46, 84, 84, 84, 55,
        102, 69, 69, 73, 78, 67, 61, 78, 76, 43, 50, 70, 56, 87, 75, 79,
        67, 79, 73, 69, 62, 74, 69, 99, 69, 67, 69, 46, 46, 46, 84, 64,
        64, 62, 64, 56, 64, 62, 36, 64, 64, 28, 35, 60, 28, 98, 64, 62,
        64, 64, 43, 53, 40, 64, 60, 82, 60, 60, 53, 64, 46, 64, 84};

    /** The width of bold text, relative to that of normal text. */
    public static final double BOLD = 1.14;

    private TextWidth() {}

    /** The largest width that the text can have, in the unit of the font size {@code size}. */
    public static double width(String text, double size) {
        return text.codePoints().mapToDouble(TextWidth::width).sum() * size;
    }

    private static double width(int character) {
        if (' ' <= character && character <= '~') return WIDTHS[character - ' '] / 100.0;
        if (character >= 0x2E80) return 1.4;    // emoji are the widest
        return Character.getType(character) == Character.NON_SPACING_MARK ? 0 : 1;
    }

    /** The text on one line, cut off with an ellipsis if it is wider than {@code room}. */
    public static String shorten(String text, double size, double room) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (width(line, size) <= room) return line;
        return line.substring(0, fitting(line, size, room - width("…", size))).stripTrailing() + "…";
    }

    /** How many chars of the line fit into {@code room}. */
    private static int fitting(String line, double size, double room) {
        int end = 0;
        for (double left = room; end < line.length(); end = line.offsetByCodePoints(end, 1)) {
            left -= width(line.codePointAt(end)) * size;
            if (left < 0) break;
        }
        return end;
    }

    /** The text broken at spaces into at most {@code lines} lines. The last one is cut off if the text is too long. */
    public static List<String> wrap(String text, double size, double room, int lines) {
        List<String> wrapped = new ArrayList<>();
        String rest = text.strip().replaceAll("\\s+", " ");
        while (wrapped.size() < lines - 1 && width(rest, size) > room) {
            int end = rest.lastIndexOf(' ', fitting(rest, size, room));
            if (end < 0) break;
            wrapped.add(rest.substring(0, end));
            rest = rest.substring(end + 1);
        }
        wrapped.add(shorten(rest, size, room));
        return wrapped;
    }
}
