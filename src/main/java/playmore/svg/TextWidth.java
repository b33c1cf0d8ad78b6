package playmore.svg;

import java.util.ArrayList;
import java.util.List;

/**
 * Text that fits, whatever font shows it. A picture names fonts, and each machine has others of them, so room is
 * kept for the widest of Helvetica, Arial, Liberation Sans, DejaVu Sans, Verdana and Segoe UI.
 */
public final class TextWidth {

    /** Of the characters from the blank to the tilde, in hundredths of the font's size: mostly Verdana's and DejaVu's. */
    private static final int[] WIDTHS = {
        40, 41, 46, 84, 64, 108, 78, 28, 46, 46, 64, 84, 37, 46, 37, 46, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 46, 46, 84, 84, 84, 55,
        102, 69, 69, 73, 78, 67, 61, 78, 76, 43, 50, 70, 56, 87, 75, 79, 67, 79, 73, 69, 62, 74, 69, 99, 69, 67, 69, 46, 46, 46, 84, 64,
        64, 62, 64, 56, 64, 62, 36, 64, 64, 28, 35, 60, 28, 98, 64, 62, 64, 64, 43, 53, 40, 64, 60, 82, 60, 60, 53, 64, 46, 64, 84};

    /** How much wider bold text is. */
    public static final double BOLD = 1.14;

    private TextWidth() {}

    /** How wide the text is at the most, in the unit of {@code size}. */
    public static double width(String text, double size) {
        return text.codePoints().mapToDouble(TextWidth::width).sum() * size;
    }

    private static double width(int character) {
        if (' ' <= character && character <= '~') return WIDTHS[character - ' '] / 100.0;
        if (character >= 0x2E80) return 1.4;    // the widest are emoji
        return Character.getType(character) == Character.NON_SPACING_MARK ? 0 : 1;
    }

    /** The text on one line, cut with an ellipsis where it takes more room. */
    public static String shorten(String text, double size, double room) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (width(line, size) <= room) return line;
        int end = 0;
        for (double left = room - width("…", size); end < line.length(); end = line.offsetByCodePoints(end, 1)) {
            left -= width(line.codePointAt(end)) * size;
            if (left < 0) break;
        }
        return line.substring(0, end).stripTrailing() + "…";
    }

    /** The text on as many lines as it takes, at most {@code lines} of them, broken at blanks. */
    public static List<String> wrap(String text, double size, double room, int lines) {
        List<String> wrapped = new ArrayList<>();
        String rest = text.strip().replaceAll("\\s+", " ");
        while (wrapped.size() < lines - 1 && width(rest, size) > room) {
            int end = rest.indexOf(' ');
            if (end < 0 || width(rest.substring(0, end), size) > room) break;
            for (int next = end; next >= 0 && width(rest.substring(0, next), size) <= room; next = rest.indexOf(' ', next + 1)) {
                end = next;
            }
            wrapped.add(rest.substring(0, end));
            rest = rest.substring(end + 1);
        }
        wrapped.add(shorten(rest, size, room));
        return wrapped;
    }
}
