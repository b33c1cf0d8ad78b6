package playmore.plot;

import java.util.stream.DoubleStream;

/** From one number to another, both finite, however far apart. */
record Range(double low, double high) {

    /** Of the finite ones, of which there is at least one; around a single one. */
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

    /** How far {@code x} is on the way, 0 being the low end and 1 the high one. */
    double share(double x) {
        return (x * scale() - low * scale()) / (high * scale() - low * scale());
    }

    /** The number at a share of the way. */
    double at(double share) {
        return finite((low * scale() + share * (high * scale() - low * scale())) / scale());
    }

    /** Makes numbers small enough to subtract them; a power of 2, so that no digit is lost. */
    private double scale() {
        return Double.isInfinite(high - low) ? 0.25 : 1;
    }

    private static double finite(double x) {
        return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, x));
    }
}
