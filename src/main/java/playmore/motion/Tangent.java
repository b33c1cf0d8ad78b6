package playmore.motion;

import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import playmore.output.Page;

/** The slope of a function, as two points of its curve draw together. */
public final class Tangent {

    private static final double LARGEST = 4, SMALLEST = 1e-16, FAR = 1e12;
    private static final int A_DECADE = 10;    // so many h for each power of ten
    private static final int CURVE = 200;

    /** All numbers as texts: JSON has no NaN. */
    private record Data(String x, String y, String derivative, List<String> curveX, List<String> curveY, List<String> hs, List<String> ys) {}

    private Tangent() {}

    /**
     * Writes a page with the curve of {@code f} and the line through its points at {@code x} and {@code x + h}, on
     * which {@code h} can be dragged from 4 towards 0, until rounding spoils the slope. All numbers are Java's. The
     * page is one file that needs no network.
     *
     * <p>Lecture 0:08:08.
     *
     * @param derivative what the slope should come to
     * @throws IllegalArgumentException if {@code x}, {@code f} there or {@code derivative} is not a finite number, or
     *     {@code x} is beyond 1e12, where too few numbers lie between {@code x} and {@code x + 4}
     */
    public static Page tangent(DoubleUnaryOperator f, double x, double derivative) {
        if (f == null) throw new IllegalArgumentException("A slope needs a function, and it is null");
        double y = f.applyAsDouble(x);
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            throw new IllegalArgumentException("A slope needs a point on the curve, and at x = " + x + " the function is " + y);
        }
        if (!Double.isFinite(derivative)) {
            throw new IllegalArgumentException("A slope is compared with the derivative, and that is " + derivative);
        }
        if (Math.abs(x) > FAR) {
            throw new IllegalArgumentException("There are too few numbers beside x = " + x + " for a curve: take an x between -1e12 and 1e12");
        }
        double[] curve = IntStream.rangeClosed(0, CURVE).mapToDouble(i -> x - LARGEST / 2 + 1.65 * LARGEST * i / CURVE).toArray();
        int many = (int) Math.round(A_DECADE * StrictMath.log10(LARGEST / SMALLEST));
        double[] hs = IntStream.rangeClosed(0, many).mapToDouble(i -> h(many - i)).toArray();
        Data data = new Data("" + x, "" + y, "" + derivative, texts(DoubleStream.of(curve)), texts(DoubleStream.of(curve).map(f)),
                texts(DoubleStream.of(hs)), texts(DoubleStream.of(hs).map(h -> f.applyAsDouble(x + h))));
        return MotionPage.page("From secant to tangent, by hand", prefix -> MotionPage.figure("tangent", "Drag h towards 0", "", data));
    }

    /** 4, 3, 2.5, 2 and so on: two digits, ten to a power of ten. */
    private static double h(int i) {
        double h = LARGEST * StrictMath.pow(10, -i / (double) A_DECADE);
        return Double.parseDouble(String.format(Locale.ROOT, "%.1e", h));
    }

    private static List<String> texts(DoubleStream numbers) {
        return numbers.mapToObj(Double::toString).toList();
    }
}
