package playmore.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jetbrains.letsPlot.core.util.PlotSvgExportCommon;
import playmore.output.Picture;
import playmore.plot.Series.Kind;

/**
 * Draws lines, points and decision boundaries, in the look of the graphs.
 *
 * <p>The drawing is Lets-Plot's, asked for by the JSON-like description that all of its languages
 * share (<a href="https://lets-plot.org">lets-plot.org</a>).
 */
public final class Plot {

    private static final double WIDTH = 640;
    private static final double HEIGHT = 400;
    private static final String FONT = "Helvetica,Arial,sans-serif";

    /** Okabe and Ito's colours, which colour-blind people can tell apart; those too pale for a line left out. */
    private static final List<String> COLORS = List.of("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#555555");
    private static final List<String> TINTS = List.of("#F9DFCC", "#CCE3F0");    // below 0, above 0

    private static final int GRID = 80;              // cells along each axis, for a boundary
    private static final double MARGIN = 0.12;       // around the points, for a boundary
    private static final double LARGE = 1e9;         // from here on, numbers are written as 6.0e20
    private static final double NEAR_ZERO = 0.25;    // of the range of the data

    private Plot() {}

    /**
     * A line through the points.
     *
     * @throws IllegalArgumentException if there are not as many xs as ys, or no numbers at all
     */
    public static Picture plot(String title, double[] xs, double[] ys) {
        return plot(title, "x", "y", Series.line(title, xs, ys));
    }

    /**
     * All of the series in one picture, each in a colour of its own, with a legend if there are several.
     *
     * @throws IllegalArgumentException if there is no series, or two have the same name
     */
    public static Picture plot(String title, String xLabel, String yLabel, Series... series) {
        List<Series> data = Arrays.stream(series).filter(s -> s.kind != Kind.BOUNDARY).toList();
        check(data);
        List<Object> layers = new ArrayList<>();
        Range x = Range.of(data.stream().flatMapToDouble(s -> Arrays.stream(s.xs)));
        Range y = Range.of(data.stream().flatMapToDouble(s -> Arrays.stream(s.ys)));
        for (Series s : series) {
            if (s.kind == Kind.BOUNDARY) {
                layers.add(boundary(s, x.widened(MARGIN), y.widened(MARGIN)));
            }
        }
        boolean plane = !layers.isEmpty();
        if (!plane && data.stream().anyMatch(s -> s.kind == Kind.LINE)) {
            layers.addAll(axes(x, y));
        }
        for (Series s : data) {
            layers.add(s.kind == Kind.LINE ? line(s) : points(s));
            if (s.kind == Kind.LINE && IntStream.range(0, s.xs.length).anyMatch(i -> isLonely(s, i))) {
                layers.add(lonelyPoints(s));
            }
        }
        Map<String, Object> spec = map("kind", "plot",
                "ggsize", map("width", WIDTH, "height", HEIGHT),
                "ggtitle", map("text", title),
                "theme", theme(data.size() > 1),
                "scales", List.of(
                        axis("x", xLabel, x),
                        axis("y", yLabel, y),
                        colors("color", Kind.LINE, data),
                        colors("fill", Kind.POINTS, data),
                        map("aesthetic", "paint_a", "scale_mapper_kind", "color_gradient",
                                "low", TINTS.get(0), "high", TINTS.get(1))),
                "layers", layers);
        if (plane) {
            spec.put("coord", map("name", "cartesian",
                    "xlim", x.widened(MARGIN).limits(), "ylim", y.widened(MARGIN).limits()));
        }
        return Picture.of(title, PlainSvg.of(PlotSvgExportCommon.INSTANCE.buildSvgImageFromRawSpecs(
                spec, null, (width, height, pixels) -> { throw new UnsupportedOperationException(); }, false)));
    }

    private static void check(List<Series> data) {
        if (data.isEmpty()) {
            throw new IllegalArgumentException("There is nothing to plot: give at least one line(...) or points(...)");
        }
        List<String> names = new ArrayList<>();
        for (Series s : data) {
            if (names.contains(s.name)) {
                throw new IllegalArgumentException("Two series are called \"" + s.name + "\": give each its own name");
            }
            names.add(s.name);
        }
    }

    private static Map<String, Object> line(Series s) {
        return map("geom", "line", "data", columns(s, i -> isFinite(s, i)), "size", 1.1, "sampling", "none",
                "mapping", map("x", "x", "y", "y", "color", "series", "group", "part"));
    }

    private static Map<String, Object> points(Series s) {
        return map("geom", "point", "data", columns(s, i -> isFinite(s, i)), "size", 3.5, "shape", 21,
                "color", "white", "sampling", "none", "mapping", map("x", "x", "y", "y", "fill", "series"));
    }

    /** Those points of a line that it does not reach: there is a gap, or nothing, on either side. */
    private static Map<String, Object> lonelyPoints(Series s) {
        return map("geom", "point", "data", columns(s, i -> isLonely(s, i)), "size", 1.5, "show_legend", false,
                "sampling", "none", "mapping", map("x", "x", "y", "y", "color", "series"));
    }

    /** The chosen points, in parts where there are gaps between. */
    private static Map<String, Object> columns(Series s, IntPredicate chosen) {
        List<Double> xs = new ArrayList<>();
        List<Double> ys = new ArrayList<>();
        List<Integer> parts = new ArrayList<>();
        int part = 0;
        for (int i = 0; i < s.xs.length; i++) {
            if (chosen.test(i)) {
                xs.add(s.xs[i]);
                ys.add(s.ys[i]);
                parts.add(part);
            } else {
                part++;
            }
        }
        return map("x", xs, "y", ys, "part", parts, "series", Collections.nCopies(xs.size(), s.name));
    }

    private static boolean isLonely(Series s, int i) {
        return isFinite(s, i) && !isFinite(s, i - 1) && !isFinite(s, i + 1);
    }

    private static boolean isFinite(Series s, int i) {
        return 0 <= i && i < s.xs.length && Double.isFinite(s.xs[i]) && Double.isFinite(s.ys[i]);
    }

    /** The lines x = 0 and y = 0, where zero is among the data or near. */
    private static List<Object> axes(Range x, Range y) {
        List<Object> lines = new ArrayList<>();
        if (x.widened(NEAR_ZERO).contains(0)) {
            lines.add(map("geom", "vline", "xintercept", 0.0, "color", "#999999", "size", 0.6));
        }
        if (y.widened(NEAR_ZERO).contains(0)) {
            lines.add(map("geom", "hline", "yintercept", 0.0, "color", "#999999", "size", 0.6));
        }
        return lines;
    }

    /** Filled to the contour at 0. */
    private static Map<String, Object> boundary(Series s, Range x, Range y) {
        List<Double> xs = new ArrayList<>();
        List<Double> ys = new ArrayList<>();
        List<Double> scores = new ArrayList<>();
        for (int row = -1; row <= GRID + 1; row++) {
            for (int column = -1; column <= GRID + 1; column++) {
                xs.add(x.at((double) column / GRID));
                ys.add(y.at((double) row / GRID));
                scores.add(s.scoreAt(x.at((double) column / GRID), y.at((double) row / GRID)));
            }
        }
        // One level lies halfway between lowest and highest. The corners, out of sight, see that this is 0.
        double most = scores.stream().mapToDouble(Math::abs).max().orElseThrow();
        scores.set(0, most == 0 ? -1 : -most);
        scores.set(scores.size() - 1, most == 0 ? 1 : most);
        return map("geom", "contourf", "stat", "contourf", "data", map("x", xs, "y", ys, "z", scores),
                "mapping", map("x", "x", "y", "y", "z", "z", "paint_a", "..level.."), "fill_by", "paint_a",
                "bins", 1, "size", 0.0, "alpha", 1.0, "show_legend", false, "sampling", "none");
    }

    private static Map<String, Object> axis(String aesthetic, String label, Range range) {
        Map<String, Object> axis = map("aesthetic", aesthetic, "name", label);
        if (Math.max(-range.low, range.high) >= LARGE) {
            axis.put("format", ".1e");    // not 600E, which is Lets-Plot's for 6e20
        }
        return axis;
    }

    /** The colours of all series of one kind: what is a line in the picture is one in the legend. */
    private static Map<String, Object> colors(String aesthetic, Kind kind, List<Series> data) {
        List<String> names = new ArrayList<>();
        List<String> colors = new ArrayList<>();
        for (int i = 0; i < data.size(); i++) {
            if (data.get(i).kind == kind) {
                names.add(data.get(i).name);
                colors.add(COLORS.get(i % COLORS.size()));
            }
        }
        return map("aesthetic", aesthetic, "name", "", "discrete", true, "limits", names, "values", colors);
    }

    private static Map<String, Object> theme(boolean legend) {
        return map("name", "minimal",
                "text", map("name", "text", "family", FONT),
                "plot_title", map("name", "text", "size", 15.0, "face", "bold"),
                "plot_background", map("name", "rect", "color", "white"),
                "plot_margin", map("t", 12.0, "r", 16.0, "b", 10.0, "l", 12.0),
                "axis_title", map("name", "text", "size", 13.0),
                "axis_text", map("name", "text", "size", 12.0, "margin", map("t", 6.0, "r", 6.0)),
                "legend_text", map("name", "text", "size", 13.0),
                "panel_grid_minor", map("name", "blank", "blank", true),
                "legend_background", map("name", "blank", "blank", true),
                "legend_position", legend ? "top" : "none");
    }

    private static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    private record Range(double low, double high) {

        static Range of(DoubleStream numbers) {
            var finite = numbers.filter(Double::isFinite).summaryStatistics();
            double half = finite.getMin() == finite.getMax() ? 0.5 : 0;
            return new Range(finite.getMin() - half, finite.getMax() + half);
        }

        Range widened(double share) {
            return new Range(at(-share), at(1 + share));
        }

        double at(double share) {
            return low + share * (high - low);
        }

        boolean contains(double x) {
            return low <= x && x <= high;
        }

        List<Double> limits() {
            return List.of(low, high);
        }
    }
}
