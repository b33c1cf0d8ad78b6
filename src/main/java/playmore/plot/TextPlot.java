package playmore.plot;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import playmore.explain.Numbers;
import playmore.output.PlainText;

/**
 * Draws a plot with characters: lines as dots of braille, eight to a character, points as one mark for each series, and
 * the numbers at the ends of the axes.
 */
final class TextPlot {

    private static final int WIDTH = 60, HEIGHT = 12;    // characters, at most
    private static final String MARKS = "●○×+";

    private final int columns, rows;
    private final char[][] marks;
    private final int[][] dots;    // of each character, one bit each

    private TextPlot(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        marks = new char[rows][columns];
        dots = new int[rows][columns];
    }

    /** Draws these series in this room. */
    static String of(String title, List<Series> data, Axis x, Axis y, int columns, int rows) {
        String high = Numbers.text(y.at(1)), low = Numbers.text(y.at(0));
        int margin = Math.max(PlainText.columns(high), PlainText.columns(low));
        TextPlot plot = new TextPlot(Math.max(10, Math.min(WIDTH, columns - margin - 2)),
                Math.max(3, Math.min(HEIGHT, rows - 3)));
        for (int i = 0; i < data.size(); i++) {
            plot.draw(data.get(i).on(x, y), mark(i));
        }
        StringBuilder text = new StringBuilder(title).append('\n');
        for (int row = 0; row < plot.rows; row++) {
            String end = row == 0 ? high : row == plot.rows - 1 ? low : "";
            text.append(" ".repeat(margin - PlainText.columns(end))).append(end).append(" │").append(plot.row(row))
                    .append('\n');
        }
        String left = Numbers.text(x.at(0)), right = Numbers.text(x.at(1));
        int between = Math.max(1, plot.columns - PlainText.columns(left) - PlainText.columns(right));
        text.append(" ".repeat(margin + 2)).append(left).append(" ".repeat(between)).append(right).append('\n');
        return text + (data.size() > 1 ? names(data) + "\n" : "");
    }

    private static String names(List<Series> data) {
        return IntStream.range(0, data.size()).mapToObj(i -> {
            String sign = data.get(i).kind == Series.Kind.POINTS ? "" + mark(i) : "⠤⠤";
            return sign + " " + PlainText.line(data.get(i).name);
        }).collect(Collectors.joining("   "));
    }

    private static char mark(int series) {
        return MARKS.charAt(series % MARKS.length());
    }

    private void draw(Series series, char mark) {
        for (int i = 0; i < series.xs.length; i++) {
            double x = series.xs[i], y = series.ys[i];
            if (!isInside(x, y)) continue;
            if (series.kind == Series.Kind.POINTS) {
                marks[Math.min(rows - 1, (int) ((1 - y) * rows))][Math.min(columns - 1, (int) (x * columns))] = mark;
            } else if (i == 0 || !isInside(series.xs[i - 1], series.ys[i - 1])) {
                dot(x, y);
            } else {
                int steps = 2 * columns + 4 * rows;
                for (int k = 0; k <= steps; k++) {
                    double share = k / (double) steps;
                    dot(series.xs[i - 1] + share * (x - series.xs[i - 1]),
                            series.ys[i - 1] + share * (y - series.ys[i - 1]));
                }
            }
        }
    }

    private static boolean isInside(double x, double y) {
        return x >= 0 && x <= 1 && y >= 0 && y <= 1;
    }

    private void dot(double x, double y) {
        int across = Math.min(2 * columns - 1, (int) (x * 2 * columns));
        int down = Math.min(4 * rows - 1, (int) ((1 - y) * 4 * rows));
        int inColumn = down % 4, right = across % 2;
        int bit = inColumn == 3 ? 6 + right : inColumn + 3 * right;    // as braille numbers its dots
        dots[down / 4][across / 2] |= 1 << bit;
    }

    private String row(int row) {
        StringBuilder text = new StringBuilder();
        for (int column = 0; column < columns; column++) {
            char empty = dots[row][column] == 0 ? ' ' : (char) (0x2800 + dots[row][column]);
            text.append(marks[row][column] == 0 ? empty : marks[row][column]);
        }
        return text.toString().stripTrailing();
    }
}
