package playmore.plot;

import java.util.Arrays;
import java.util.List;
import playmore.plot.Series.Kind;
import playmore.svg.TextWidth;

/**
 * The legend above a picture: one row, or where that is too long, columns: first of lines, then of points.
 *
 * @param names how many there are
 * @param more what it adds to the height of one row
 */
record Legend(int names, int columns, double more) {

    private static final double SIZE = Plot.TEXT_SIZE, ROOM = 230;    // for a name, which takes three lines at the most
    private static final double KEY = 46, ROW = 23, LINE = 14;          // a key and the room about it; heights

    /** Takes room in Lets-Plot, which does not count blanks at the end; nothing of it is to be in the picture. */
    static final String ROOM_AFTER = "\u00a0\u2060";

    static Legend of(List<Series> data, double width) {
        double[] widths = data.stream().mapToDouble(s -> KEY + width(label(s.name))).toArray();
        int lines = data.stream().mapToInt(s -> label(s.name).split("\n").length).max().orElse(1);
        double more = (lines - 1) * LINE;
        if (Arrays.stream(widths).sum() <= width) return new Legend(widths.length, widths.length, more);
        int columns = (int) (width / Arrays.stream(widths).max().orElseThrow());
        int ofLines = (int) data.stream().filter(s -> s.kind == Kind.LINE).count();
        int rows = rows(ofLines, columns) + rows(widths.length - ofLines, columns);
        return new Legend(widths.length, columns, rows * (ROW + more) - ROW);
    }

    private static int rows(int names, int columns) {
        return (names + columns - 1) / columns;
    }

    private static double width(String label) {
        return label.lines().mapToDouble(line -> TextWidth.width(line, SIZE)).max().orElse(0);
    }

    /** The name as it is shown, and room, or the next key would stand too near to a short one. */
    static String label(String name) {
        return String.join("\n", TextWidth.wrap(name, SIZE, ROOM, 3)) + ROOM_AFTER;
    }
}
