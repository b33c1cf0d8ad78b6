package playmore.plot;

import java.util.stream.DoubleStream;

/** The numbers from {@code low} to {@code high}. Both are finite, but their difference may overflow. */
record Range(double low, double high) {

    /** The range of the finite numbers, of which there is at least one. If they are all equal, a range around them. */
    static Range of(DoubleStream numbers) {
        var finite = numbers.filter(Double::isFinite).summaryStatistics();
        double low = finite.getMin(), high = finite.getMax();
        if (low < high) return new Range(low, high);
        double half = low == 0 ? 0.5 : Math.max(Math.abs(low) / 2, Double.MIN_VALUE);
        return new Range(finite(low - half), finite(high + half));
    }

    Range including(double x) {
        return new Range(Math.min(low, x), Math.max(high, x));
    }

    /** The position of {@code x} in the range: 0 at the low end, 1 at the high end. */
    double share(double x) {
        return (x * scale() - low * scale()) / (high * scale() - low * scale());
    }

    /** The number at this position; the inverse of {@link #share}. */
    double at(double share) {
        return finite((low * scale() + share * (high * scale() - low * scale())) / scale());
    }

    /** A factor that keeps the difference of the ends from overflowing. It is a power of 2, so no digit is lost. */
    private double scale() {
        return Double.isInfinite(high - low) ? 0.25 : 1;
    }

    private static double finite(double x) {
        return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, x));
    }
}
