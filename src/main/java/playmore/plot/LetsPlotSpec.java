package playmore.plot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Describes series in the JSON-like form that Lets-Plot takes. Each becomes one or two layers of the plot. The numbers
 * of the series are already positions on the axes, from {@link Axis}.
 */
final class LetsPlotSpec {

    /** How many cells a boundary has along each axis. */
    private static final int GRID = 80;

    private LetsPlotSpec() {}

    /** A line, and dots for those of its points that have no neighbour to be joined to. */
    static List<Object> line(Series s) {
        List<Object> layers = new ArrayList<>();
        layers.add(map("geom", "path", "data", columns(s, i -> isFinite(s, i)), "size", 1.1, "sampling", "none",
                "mapping", map("x", "x", "y", "y", "color", "series", "group", "part")));
        if (IntStream.range(0, s.xs.length).anyMatch(i -> isLonely(s, i))) {
            layers.add(map("geom", "point", "data", columns(s, i -> isLonely(s, i)), "size", 2.5,
                    "show_legend", false, "sampling", "none",
                    "mapping", map("x", "x", "y", "y", "color", "series")));
        }
        return layers;
    }

    static List<Object> points(Series s) {
        return List.of(map("geom", "point", "data", columns(s, i -> isFinite(s, i)), "size", 3.5, "shape", 21,
                "color", "white", "sampling", "none", "mapping", map("x", "x", "y", "y", "fill", "series")));
    }

    /** The chosen points as columns. Where points are left out between them, the next part of the line begins. */
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

    /** The lines x = 0 and y = 0, as far as the axes show them. */
    static List<Object> zeroLines(Axis x, Axis y) {
        List<Object> lines = new ArrayList<>();
        if (x.showsZero()) {
            lines.add(map("geom", "vline", "xintercept", x.place(0), "color", "#999999", "size", 0.6));
        }
        if (y.showsZero()) {
            lines.add(map("geom", "hline", "yintercept", y.place(0), "color", "#999999", "size", 0.6));
        }
        return lines;
    }

    /** Two colours that meet where the score is 0. */
    static Map<String, Object> boundary(Series s, Axis x, Axis y) {
        List<Double> xs = new ArrayList<>();
        List<Double> ys = new ArrayList<>();
        List<Double> scores = new ArrayList<>();
        for (int row = -1; row <= GRID + 1; row++) {
            for (int column = -1; column <= GRID + 1; column++) {
                double placeX = x.low() + column * (x.high() - x.low()) / GRID;
                double placeY = y.low() + row * (y.high() - y.low()) / GRID;
                xs.add(placeX);
                ys.add(placeY);
                scores.add(s.scoreAt(x.at(placeX), y.at(placeY)));
            }
        }
        // Lets-Plot draws the border halfway between the lowest score and the highest. Setting two corners, which are
        // out of sight, to opposite scores makes that 0.
        double most = scores.stream().mapToDouble(Math::abs).max().orElseThrow();
        scores.set(0, most == 0 ? -1 : -most);
        scores.set(scores.size() - 1, most == 0 ? 1 : most);
        return map("geom", "contourf", "stat", "contourf", "data", map("x", xs, "y", ys, "z", scores),
                "mapping", map("x", "x", "y", "y", "z", "z", "paint_a", "..level.."), "fill_by", "paint_a",
                "bins", 1, "size", 0.0, "alpha", 1.0, "show_legend", false, "sampling", "none");
    }

    /** A map that keeps this order, so that the same plot always has the same description. */
    static Map<String, Object> map(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
