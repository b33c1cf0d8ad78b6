package playmore.plot;

import static java.math.MathContext.DECIMAL64;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import playmore.svg.TextWidth;

/**
 * The position of each number on an axis, and the ticks of the axis. Positions go from 0 for the lowest number to 1 for
 * the highest. Lets-Plot is given only positions, so it works for numbers however large or close together they are.
 *
 * @param range the range of the numbers or, on a logarithmic axis, of their logarithms
 * @param logarithmic whether equal distances are equal factors; such an axis shows numbers above 0 only
 * @param margin at both ends, as a share of the range
 */
record Axis(Range range, boolean logarithmic, double margin) {

    private static final MathContext EXACT = new MathContext(60);

    /** An axis is extended to 0 if 0 is at most this share of the range away. */
    private static final double NEAR_ZERO = 0.25;

    /** A range of logarithms below which rounding makes the numbers indistinguishable. */
    private static final double NARROW = 1e-9;

    /** Up to this length a single label, or all labels of an axis, are written plainly instead of as 1e5. */
    private static final int SHORT = 5, PLAIN = 9;

    /** If a label is longer, all labels show the distance from the first tick instead. */
    private static final int LONG = 13;

    /** The axis for these numbers. Numbers that it cannot show are ignored. */
    static Axis of(DoubleStream numbers, boolean logarithmic, double margin) {
        if (!logarithmic) return new Axis(Range.of(numbers), false, margin);
        var logs = numbers.map(StrictMath::log10).filter(Double::isFinite).summaryStatistics();
        Range range = new Range(logs.getMin(), logs.getMax());
        boolean wide = range.high() - range.low() > NARROW;
        return new Axis(wide ? range : new Range(range.low() - 0.5, range.low() + 0.5), true, margin);
    }

    /** This axis, extended to 0 if 0 is near. */
    Axis withZeroIfNear() {
        boolean near = !logarithmic && Math.abs(place(0) - 0.5) <= 0.5 + NEAR_ZERO;
        return near ? new Axis(range.including(0), false, margin) : this;
    }

    boolean showsZero() {
        return !logarithmic && low() <= place(0) && place(0) <= high();
    }

    /** The position of {@code x}; NaN or infinite if the axis has none for it. */
    double place(double x) {
        return range.share(logarithmic ? StrictMath.log10(x) : x);
    }

    /** The number at this position. */
    double at(double place) {
        return logarithmic ? power(range.at(place)).doubleValue() : range.at(place);
    }

    double low() {
        return -margin;
    }

    double high() {
        return 1 + margin;
    }

    /**
     * The ticks of an axis: at least two, all with different labels.
     *
     * @param base what the name of the axis is followed by, if the labels show distances from a base: "" or " − 1"
     */
    record Ticks(List<Double> places, List<String> labels, String base) {

        double width(double size) {
            return labels.stream().mapToDouble(label -> TextWidth.width(label, size)).max().orElse(0);
        }
    }

    /** About {@code wanted} ticks, at most a few more. */
    Ticks ticks(int wanted) {
        List<BigDecimal> numbers = logarithmic ? powers(wanted) : multiples(exact(low()), exact(high()), wanted);
        List<Double> places = numbers.stream().map(this::place).toList();
        if (logarithmic) return new Ticks(places, numbers.stream().map(Axis::shortest).toList(), "");
        List<String> labels = labels(numbers);
        if (labels.stream().noneMatch(label -> label.length() > LONG)) return new Ticks(places, labels, "");
        BigDecimal base = numbers.get(0);
        return new Ticks(places, labels(numbers.stream().map(x -> x.subtract(base)).toList()),
                (base.signum() < 0 ? " + " : " − ") + labels(List.of(base.abs())).get(0));
    }

    /** About {@code wanted} ticks; fewer if the labels would not fit side by side in {@code room}. */
    Ticks ticks(int wanted, double size, double room) {
        Ticks ticks = ticks(wanted);
        boolean fits = ticks.labels.size() * (ticks.width(size) + size) <= room;
        return fits || wanted <= 3 ? ticks : ticks(wanted - 1, size, room);
    }

    private double place(BigDecimal x) {
        if (logarithmic) return range.share(log10(x));
        BigDecimal low = new BigDecimal(range.low());
        return x.subtract(low).divide(new BigDecimal(range.high()).subtract(low), DECIMAL64).doubleValue();
    }

    /** The multiples of a step, which is 1, 2 or 5 times a power of ten: the step that gives about {@code wanted}. */
    private static List<BigDecimal> multiples(BigDecimal low, BigDecimal high, int wanted) {
        BigDecimal step = high.subtract(low).divide(BigDecimal.valueOf(wanted), DECIMAL64);
        int exponent = exponent(step);
        double digits = step.scaleByPowerOfTen(-exponent).doubleValue();
        int digit = digits < 1 / 0.75 ? 1 : digits < 1 / 0.35 ? 2 : digits < 1 / 0.15 ? 5 : 10;
        step = BigDecimal.valueOf(digit).scaleByPowerOfTen(exponent);
        List<BigDecimal> multiples = new ArrayList<>();
        BigDecimal x = low.divide(step, 0, RoundingMode.CEILING).multiply(step);
        for (; x.compareTo(high) <= 0; x = x.add(step)) {
            multiples.add(x);
        }
        return multiples;
    }

    /** Powers of ten. If that is too few, also 2 and 5 times these; if that is still too few, multiples. */
    private List<BigDecimal> powers(int wanted) {
        double low = range.at(low()), high = range.at(high());
        int first = (int) Math.ceil(low), last = (int) Math.floor(high);
        if (last - first >= 2) {
            int step = IntStream.of(1, 2, 3, 5, 10, 20, 50)
                    .filter(s -> (last - first) / s < wanted).findFirst().orElse(100);
            return IntStream.rangeClosed(first, last).filter(i -> i % step == 0)
                    .mapToObj(i -> BigDecimal.ONE.scaleByPowerOfTen(i)).toList();
        }
        List<BigDecimal> some = IntStream.rangeClosed(first - 1, last).boxed()
                .flatMap(i -> IntStream.of(1, 2, 5).mapToObj(d -> BigDecimal.valueOf(d).scaleByPowerOfTen(i)))
                .filter(x -> low <= log10(x) && log10(x) <= high).toList();
        return some.size() >= 3 ? some : multiples(power(low), power(high), wanted);
    }

    /** The number at this position of an axis that is not logarithmic, computed without losing digits. */
    private BigDecimal exact(double place) {
        BigDecimal low = new BigDecimal(range.low()), high = new BigDecimal(range.high());
        return low.add(high.subtract(low).multiply(new BigDecimal(place))).round(EXACT);
    }

    private static int exponent(BigDecimal x) {
        return x.precision() - x.scale() - 1;
    }

    private static double log10(BigDecimal x) {
        return StrictMath.log10(x.scaleByPowerOfTen(-exponent(x)).doubleValue()) + exponent(x);
    }

    private static BigDecimal power(double exponent) {
        double whole = Math.floor(exponent);
        return new BigDecimal(StrictMath.pow(10, exponent - whole)).scaleByPowerOfTen((int) whole);
    }

    /** Labels with the same number of decimals each, or all with exponents. */
    private static List<String> labels(List<BigDecimal> numbers) {
        int decimals = numbers.stream().mapToInt(Axis::decimals).max().orElse(0);
        List<String> plain = numbers.stream().map(x -> plain(x, decimals)).toList();
        List<String> scientific = numbers.stream().map(Axis::scientific).toList();
        return longest(plain) <= Math.max(PLAIN, longest(scientific)) ? plain : scientific;
    }

    private static int longest(List<String> labels) {
        return labels.stream().mapToInt(label -> label.replace("-", "").length()).max().orElse(0);
    }

    private static String shortest(BigDecimal x) {
        String plain = plain(x, decimals(x));
        return plain.length() <= SHORT ? plain : scientific(x);
    }

    private static int decimals(BigDecimal x) {
        return Math.max(0, x.stripTrailingZeros().scale());
    }

    private static String plain(BigDecimal x, int decimals) {
        return x.setScale(decimals, RoundingMode.UNNECESSARY).toPlainString();
    }

    /** {@code 2.004e9}, but 0 without an exponent. */
    private static String scientific(BigDecimal x) {
        if (x.signum() == 0) return "0";
        return x.scaleByPowerOfTen(-exponent(x)).stripTrailingZeros().toPlainString() + "e" + exponent(x);
    }
}
