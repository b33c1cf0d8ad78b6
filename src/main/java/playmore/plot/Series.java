package playmore.plot;

import java.util.Locale;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * What a {@link Plot} is made of: a line, points, or a boundary. {@link #logX} and {@link #logY} are passed along with
 * these, but draw nothing: they make an axis logarithmic.
 */
public final class Series {

    /** The last two draw nothing. They are settings of an axis. */
    enum Kind { LINE, POINTS, BOUNDARY, LOG_X, LOG_Y }

    final Kind kind;
    final String name;
    final double[] xs, ys;
    final DoubleBinaryOperator score;

    /** What it draws, in words for people who cannot see the plot; empty for a setting of an axis. */
    String description() {
        return switch (kind) {
            case LINE -> String.format(Locale.ROOT, "%s, a line from %.4g at %.4g to %.4g at %.4g (%,d in all)",
                    name, ys[0], xs[0], ys[xs.length - 1], xs[xs.length - 1], xs.length);
            case POINTS -> String.format(Locale.ROOT, "%s, points (%,d in all)", name, xs.length);
            case BOUNDARY -> "behind them the plane in two colours, with a border between";
            case LOG_X, LOG_Y -> "";
        };
    }

    /** The text that the prompt shows. */
    @Override
    public String toString() {
        return description().isEmpty() ? kind.toString() : description();
    }

    private Series(Kind kind, String name, double[] xs, double[] ys, DoubleBinaryOperator score) {
        this.kind = kind;
        this.name = name;
        this.xs = xs;
        this.ys = ys;
        this.score = score;
    }

    /**
     * A line through the points in their order, with a gap where a number is NaN or infinite.
     *
     * @throws IllegalArgumentException if there are not as many xs as ys, or no numbers at all
     */
    public static Series line(String name, double[] xs, double[] ys) {
        return of(Kind.LINE, name, xs, ys);
    }

    /**
     * A line through the {@code ys} at x = 0, 1, 2 and so on, such as the loss at each step.
     *
     * @throws IllegalArgumentException if there are no numbers
     */
    public static Series line(String name, double[] ys) {
        return line(name, IntStream.range(0, ys == null ? 0 : ys.length).asDoubleStream().toArray(), ys);
    }

    /**
     * Separate points, each {@code xs[i]} to the right and {@code ys[i]} up.
     *
     * @throws IllegalArgumentException if there are not as many xs as ys, or no numbers at all
     */
    public static Series points(String name, double[] xs, double[] ys) {
        return of(Kind.POINTS, name, xs, ys);
    }

    /**
     * Two colours behind the other series: orange where {@code score} is above 0, blue elsewhere. Graphs show the sign
     * of a gradient in the same colours.
     *
     * <pre>{@code
     * plot("moons", "x", "y", boundary((x, y) -> model.predict(x, y).data),
     *         points("+1", upperX, upperY), points("-1", lowerX, lowerY))
     * }</pre>
     */
    public static Series boundary(DoubleBinaryOperator score) {
        if (score == null) throw new IllegalArgumentException("A boundary needs a score, and it is null");
        return new Series(Kind.BOUNDARY, "", null, null, score);
    }

    /**
     * Makes the y axis logarithmic: equal distances are equal factors. It suits a loss that falls from 1 to
     * 1e-20, which a plain axis would show as a line at 0. Numbers that are not above 0 leave gaps.
     *
     * <pre>{@code
     * plot("loss", "step", "loss", logY(), line("loss", losses))
     * }</pre>
     */
    public static Series logY() {
        return new Series(Kind.LOG_Y, "", null, null, null);
    }

    /** Makes the x axis logarithmic, as {@link #logY} does with the y axis. It suits sizes such as 10, 100, 1000. */
    public static Series logX() {
        return new Series(Kind.LOG_X, "", null, null, null);
    }

    private static Series of(Kind kind, String name, double[] xs, double[] ys) {
        if (name == null || xs == null || ys == null) {
            throw new IllegalArgumentException("A series needs a name and numbers, and "
                    + (name == null ? "the name" : xs == null ? "xs" : "ys") + " is null");
        }
        if (xs.length != ys.length) {
            throw new IllegalArgumentException("\"" + name + "\": xs has " + xs.length + " numbers, ys has "
                    + ys.length + "; each point needs one of both");
        }
        if (IntStream.range(0, xs.length).noneMatch(i -> Double.isFinite(xs[i]) && Double.isFinite(ys[i]))) {
            throw new IllegalArgumentException("\"" + name + "\" has nothing to draw: "
                    + (xs.length == 0 ? "it is empty" : "no point of it has two finite numbers"));
        }
        return new Series(kind, name, xs, ys, null);
    }

    /** The same line or points, with the positions on the axes instead of the numbers. */
    Series on(Axis x, Axis y) {
        double[] placesX = DoubleStream.of(xs).map(x::place).toArray();
        double[] placesY = DoubleStream.of(ys).map(y::place).toArray();
        return new Series(kind, name, placesX, placesY, null);
    }

    double scoreAt(double x, double y) {
        double s = score.applyAsDouble(x, y);
        if (!Double.isFinite(s)) {
            throw new IllegalArgumentException("The boundary's score at (" + x + ", " + y + ") is " + s);
        }
        return s;
    }
}
