package playmore.plot;

import java.util.Arrays;
import java.util.List;
import playmore.plot.Series.Kind;
import playmore.svg.TextWidth;

/**
 * The size of the legend above a plot: one row if all names fit, else columns, with all lines before all points.
 *
 * @param names how many names it has
 * @param more how much higher it is than one row with one line of text
 */
record Legend(int names, int columns, double more) {

    /** The widest that a line of a name may be. A name has at most three lines. */
    private static final double NAME_WIDTH = 230;
    private static final double KEY_WIDTH = 46, ROW_HEIGHT = 23, LINE_HEIGHT = 14;

    /** Keeps a gap after each name. Lets-Plot would drop plain spaces there; {@link PlainSvg} removes this again. */
    static final String GAP = "\u00a0\u2060";

    static Legend of(List<Series> data, double width) {
        double[] widths = data.stream().mapToDouble(s -> KEY_WIDTH + width(label(s.name))).toArray();
        int lines = data.stream().mapToInt(s -> label(s.name).split("\n").length).max().orElse(1);
        double more = (lines - 1) * LINE_HEIGHT;
        if (Arrays.stream(widths).sum() <= width) return new Legend(widths.length, widths.length, more);

        int columns = (int) (width / Arrays.stream(widths).max().orElseThrow());
        int ofLines = (int) data.stream().filter(s -> s.kind == Kind.LINE).count();
        int rows = rows(ofLines, columns) + rows(widths.length - ofLines, columns);
        return new Legend(widths.length, columns, rows * (ROW_HEIGHT + more) - ROW_HEIGHT);
    }

    private static int rows(int names, int columns) {
        return (names + columns - 1) / columns;
    }

    private static double width(String label) {
        return label.lines().mapToDouble(line -> TextWidth.width(line, Plot.TEXT_SIZE)).max().orElse(0);
    }

    /** The name as the legend shows it, with a gap that keeps the next key away. */
    static String label(String name) {
        return String.join("\n", TextWidth.wrap(name, Plot.TEXT_SIZE, NAME_WIDTH, 3)) + GAP;
    }
}
