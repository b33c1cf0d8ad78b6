package playmore.plot;

import static playmore.plot.LetsPlotSpec.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jetbrains.letsPlot.core.util.PlotSvgExportCommon;
import playmore.launch.Launcher;
import playmore.output.Output;
import playmore.output.Picture;
import playmore.plot.Axis.Ticks;
import playmore.plot.Series.Kind;
import playmore.svg.Palette;
import playmore.svg.TextWidth;

/**
 * Draws lines, points and decision boundaries, in the colours of the graphs.
 *
 * <p><a href="https://lets-plot.org">Lets-Plot</a> does the drawing. It takes a JSON-like description.
 */
public final class Plot {

    private static final double WIDTH = 640, HEIGHT = 400;
    private static final String FONT = "Helvetica,Arial,sans-serif";

    /** The margins around the numbers, as shares of their range: without a boundary, and with one. */
    private static final double MARGIN = 0.05, WIDE_MARGIN = 0.12;

    private static final int X_TICKS = 10, Y_TICKS = 6;
    static final double TITLE_SIZE = 15, TEXT_SIZE = 13, TICK_SIZE = 12;
    private static final double LEFT_AND_RIGHT_MARGIN = 28;

    /** How much wider text is in the widest of the common fonts than Lets-Plot estimates. */
    private static final double WIDER = 1.15;

    private Plot() {}

    /**
     * Draws a line through the points, each {@code xs[i]} to the right and {@code ys[i]} up.
     *
     * @throws IllegalArgumentException if there are not as many xs as ys, or no numbers at all
     */
    public static Picture plot(String title, double[] xs, double[] ys) {
        return plot(title, "x", "y", Series.line(title, xs, ys));
    }

    /**
     * Draws lines, points and boundaries in one picture. Each series has its own colour. If there are several, there is
     * a legend.
     *
     * <pre>{@code
     * plot("loss", "step", "loss", line("right", losses), line("without zeroGrad", others))
     * }</pre>
     *
     * @throws IllegalArgumentException if there is no series, or two have the same name
     */
    public static Picture plot(String title, String xLabel, String yLabel, Series... series) {
        Launcher.requireLibraries();
        check(title, xLabel, yLabel, series);
        List<Series> data = all(series, Kind.LINE, Kind.POINTS), boundaries = all(series, Kind.BOUNDARY);
        boolean logX = !all(series, Kind.LOG_X).isEmpty(), logY = !all(series, Kind.LOG_Y).isEmpty();
        check(data, logX, logY);
        double margin = boundaries.isEmpty() ? MARGIN : WIDE_MARGIN;
        Axis x = Axis.of(data.stream().flatMapToDouble(s -> Arrays.stream(s.xs)), logX, margin);
        Axis y = Axis.of(data.stream().flatMapToDouble(s -> Arrays.stream(s.ys)), logY, margin);
        List<Object> layers = new ArrayList<>();
        if (boundaries.isEmpty() && data.stream().anyMatch(s -> s.kind == Kind.LINE)) {
            x = x.withZeroIfNear();
            y = y.withZeroIfNear();
            layers.addAll(LetsPlotSpec.zeroLines(x, y));
        }
        for (Series s : boundaries) layers.add(LetsPlotSpec.boundary(s, x, y));
        for (Series s : data) {
            Series placed = s.on(x, y);
            layers.addAll(s.kind == Kind.LINE ? LetsPlotSpec.line(placed) : LetsPlotSpec.points(placed));
        }

        Ticks yTicks = y.ticks(Y_TICKS);
        double room = WIDTH - LEFT_AND_RIGHT_MARGIN - 2 * TEXT_SIZE - yTicks.width(TICK_SIZE);
        List<String> lines = TextWidth.wrap(title, TextWidth.BOLD * TITLE_SIZE, room, 3);
        Legend legend = Legend.of(data, WIDTH - LEFT_AND_RIGHT_MARGIN);
        double height = HEIGHT + (lines.size() - 1) * TITLE_SIZE + legend.more();
        Map<String, Object> spec = map("kind", "plot",
                "metainfo_list", List.of(map("name", "font_metrics_adjustment", "width_correction", WIDER)),
                "ggsize", map("width", WIDTH, "height", height),
                "ggtitle", map("text", String.join("\n", lines)),
                "theme", theme(legend),
                "coord", map("name", "cartesian",
                        "xlim", List.of(x.low(), x.high()), "ylim", List.of(y.low(), y.high())),
                "scales", List.of(
                        axis("x", xLabel, room, x.ticks(X_TICKS, TICK_SIZE, room)),
                        axis("y", yLabel, HEIGHT - 100, yTicks),
                        colors("color", Kind.LINE, data, legend),
                        colors("fill", Kind.POINTS, data, legend),
                        map("aesthetic", "paint_a", "scale_mapper_kind", "color_gradient",
                                "low", Palette.side(false), "high", Palette.side(true))),
                "layers", layers);
        String svg = PlotSvgExportCommon.INSTANCE.buildSvgImageFromRawSpecs(
                spec, null, (imageWidth, imageHeight, pixels) -> { throw new UnsupportedOperationException(); }, false);
        String inWords = Arrays.stream(series).map(Series::description).filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; ", "Plot: " + title + ". " + yLabel + " by " + xLabel + ". ", "."));
        Axis xAxis = x, yAxis = y;
        Picture picture = new Picture(title, inWords, PlainSvg.of(svg)) {
            @Override
            protected String inText(int columns, int rows) {
                return TextPlot.of(title, data, xAxis, yAxis, columns, rows);
            }
        };
        Output.publish(picture);
        return picture;
    }

    private static List<Series> all(Series[] series, Kind... kinds) {
        return Arrays.stream(series).filter(s -> List.of(kinds).contains(s.kind)).toList();
    }

    private static void check(String title, String xLabel, String yLabel, Series[] series) {
        if (title == null || xLabel == null || yLabel == null) {
            String missing = title == null ? "the title" : xLabel == null ? "that of the x axis" : "that of the y axis";
            throw new IllegalArgumentException("A plot needs a title and names of its axes, and "
                    + missing + " is null");
        }
        if (series == null || Arrays.asList(series).contains(null)) {
            throw new IllegalArgumentException("A series to plot is null: give line(...) or points(...)");
        }
    }

    private static void check(List<Series> data, boolean logX, boolean logY) {
        if (data.isEmpty()) {
            throw new IllegalArgumentException("There is nothing to plot: give at least one line(...) or points(...)");
        }
        List<String> names = new ArrayList<>();
        for (Series s : data) {
            if (names.contains(s.name)) {
                throw new IllegalArgumentException("Two series are called \"" + s.name + "\": give each its own name");
            }
            names.add(s.name);
            if (IntStream.range(0, s.xs.length).noneMatch(i -> isShown(s.xs[i], logX) && isShown(s.ys[i], logY))) {
                throw new IllegalArgumentException("\"" + s.name + "\" has nothing to draw: on a logarithmic axis there"
                        + " are only numbers above 0, and no point of it has such");
            }
        }
    }

    private static boolean isShown(double x, boolean logarithmic) {
        return Double.isFinite(x) && !(logarithmic && x <= 0);
    }

    private static Map<String, Object> axis(String aesthetic, String name, double room, Ticks ticks) {
        double nameRoom = room - TextWidth.width(ticks.base(), TEXT_SIZE);
        return map("aesthetic", aesthetic, "expand", List.of(0.0, 0.0),
                "breaks", ticks.places(), "labels", ticks.labels(),
                "name", TextWidth.shorten(name, TEXT_SIZE, nameRoom) + ticks.base());
    }

    /** The names and colours of all lines, or of all points. The legend shows a line as a line, points as a point. */
    private static Map<String, Object> colors(String aesthetic, Kind kind, List<Series> data, Legend legend) {
        List<String> names = new ArrayList<>();
        List<String> colors = new ArrayList<>();
        for (int i = 0; i < data.size(); i++) {
            if (data.get(i).kind == kind) {
                names.add(data.get(i).name);
                colors.add(Palette.SERIES.get(i % Palette.SERIES.size()));
            }
        }
        return map("aesthetic", aesthetic, "name", "", "discrete", true, "limits", names, "values", colors,
                "labels", names.stream().map(Legend::label).toList(),
                "guide", map("name", "legend", "ncol", legend.columns(), "byrow", true));
    }

    private static Map<String, Object> theme(Legend legend) {
        return map("name", "minimal",
                "text", map("name", "text", "family", FONT),
                "plot_title", map("name", "text", "size", TITLE_SIZE, "face", "bold"),
                "plot_background", map("name", "rect", "color", "white"),
                "plot_margin", map("t", 12.0, "r", 16.0, "b", 10.0, "l", 12.0),
                "axis_title", map("name", "text", "size", TEXT_SIZE),
                "axis_text", map("name", "text", "size", TICK_SIZE, "margin", map("t", 6.0, "r", 6.0)),
                "legend_text", map("name", "text", "size", TEXT_SIZE),
                "panel_grid_minor", map("name", "blank", "blank", true),
                "legend_background", map("name", "blank", "blank", true),
                "legend_position", legend.names() > 1 ? "top" : "none",
                "legend_direction", legend.columns() < legend.names() ? "vertical" : "horizontal");
    }
}
