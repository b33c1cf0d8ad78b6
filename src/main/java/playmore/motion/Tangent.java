package playmore.motion;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import playmore.output.Page;

/** The slope of a function as the limit of a secant. */
public final class Tangent {

    private static final double LARGEST_H = 4, SMALLEST_H = 1e-16, LARGEST_X = 1e12;
    private static final int H_PER_DECADE = 10;
    private static final int CURVE_STEPS = 200;

    /** The data for the page's script. The numbers are strings, because JSON has no NaN. */
    private record Data(String x, String y, String derivative,
            List<String> curveX, List<String> curveY, List<String> hs, List<String> ys) {}

    private Tangent() {}

    /**
     * Writes a page with the curve of {@code f} and the line through its points at {@code x} and {@code x + h}. The
     * reader drags {@code h} from 4 towards 0, until rounding spoils the slope. All numbers come from Java. The page
     * is one file that works offline.
     *
     * <p>Lecture 0:08:08.
     *
     * @param derivative the true slope at {@code x}
     * @throws IllegalArgumentException if {@code x}, {@code f} there or {@code derivative} is not a finite number, or
     *     {@code x} is beyond ±1e12, where there are too few numbers between {@code x} and {@code x + 4}
     */
    public static Page tangent(DoubleUnaryOperator f, double x, double derivative) {
        if (f == null) throw new IllegalArgumentException("A slope needs a function, and it is null");
        double y = f.applyAsDouble(x);
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new IllegalArgumentException("A slope needs a point on the curve, and at x = " + x
                    + " the function is " + y);
        }
        if (!Double.isFinite(derivative)) {
            throw new IllegalArgumentException("A slope is compared with the derivative, and that is " + derivative);
        }
        if (Math.abs(x) > LARGEST_X) {
            throw new IllegalArgumentException("There are too few numbers beside x = " + x
                    + " for a curve: take an x between -1e12 and 1e12");
        }
        double[] curve = IntStream.rangeClosed(0, CURVE_STEPS)
                .mapToDouble(i -> x - LARGEST_H / 2 + 1.65 * LARGEST_H * i / CURVE_STEPS).toArray();
        int last = (int) Math.round(H_PER_DECADE * StrictMath.log10(LARGEST_H / SMALLEST_H));
        double[] hs = IntStream.rangeClosed(0, last).mapToDouble(i -> h(last - i)).toArray();
        Data data = new Data("" + x, "" + y, "" + derivative,
                texts(DoubleStream.of(curve)), texts(DoubleStream.of(curve).map(f)),
                texts(DoubleStream.of(hs)), texts(DoubleStream.of(hs).map(h -> f.applyAsDouble(x + h))));
        return MotionPage.page("From secant to tangent, by hand",
                prefix -> MotionPage.figure("tangent", "Drag h towards 0", "", data));
    }

    /** The {@code h} with this number: 4, 3.2, 2.5, 2 and so on. Each has two digits, and ten of them make a decade. */
    private static double h(int i) {
        double h = LARGEST_H * StrictMath.pow(10, -i / (double) H_PER_DECADE);
        return Double.parseDouble(String.format(Locale.ROOT, "%.1e", h));
    }

    private static List<String> texts(DoubleStream numbers) {
        return numbers.mapToObj(Double::toString).toList();
    }
}
