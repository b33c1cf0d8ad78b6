package playmore.plot;

import static playmore.plot.Layers.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

    private static final double MARGIN = 0.12;    // around the points, for a boundary
    private static final double LARGE = 1e9;      // from here on, numbers are written as 6.0e20

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
        List<Series> boundaries = Arrays.stream(series).filter(s -> s.kind == Kind.BOUNDARY).toList();
        check(data);
        Range x = Range.of(data.stream().flatMapToDouble(s -> Arrays.stream(s.xs)));
        Range y = Range.of(data.stream().flatMapToDouble(s -> Arrays.stream(s.ys)));
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
                                "low", TINTS.get(0), "high", TINTS.get(1))));
        List<Object> layers = new ArrayList<>();
        if (!boundaries.isEmpty()) {
            Range wideX = x.widened(MARGIN);
            Range wideY = y.widened(MARGIN);
            spec.put("coord", map("name", "cartesian", "xlim", wideX.limits(), "ylim", wideY.limits()));
            boundaries.forEach(s -> layers.add(Layers.boundary(s, wideX, wideY)));
        } else if (data.stream().anyMatch(s -> s.kind == Kind.LINE)) {
            layers.addAll(Layers.zeroLines(x, y));
        }
        data.forEach(s -> layers.addAll(s.kind == Kind.LINE ? Layers.line(s) : Layers.points(s)));
        spec.put("layers", layers);
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

    private static Map<String, Object> axis(String aesthetic, String label, Range range) {
        Map<String, Object> axis = map("aesthetic", aesthetic, "name", label);
        if (Math.max(-range.low(), range.high()) >= LARGE) {
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
}
