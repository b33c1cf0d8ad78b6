package playmore.plot;

import java.util.List;
import java.util.stream.DoubleStream;

/** From one number to another. */
record Range(double low, double high) {

    /** Of the finite ones; never empty. */
    static Range of(DoubleStream numbers) {
        var finite = numbers.filter(Double::isFinite).summaryStatistics();
        double half = finite.getMin() == finite.getMax() ? 0.5 : 0;
        return new Range(finite.getMin() - half, finite.getMax() + half);
    }

    /** By a share of itself at both ends. */
    Range widened(double share) {
        return new Range(at(-share), at(1 + share));
    }

    /** The number at a share of the way, 0 being the low end. */
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
