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
 * Where numbers lie on an axis, and its ticks. Places are shares of the way from the lowest number (0) to the
 * highest (1): that is all that Lets-Plot draws, so it need not know how large or how near to each other they are.
 *
 * @param range of the numbers, or of their logarithms
 * @param logarithmic for numbers above 0 only
 * @param margin at both ends, as a share of the range
 */
record Axis(Range range, boolean logarithmic, double margin) {

    private static final MathContext EXACT = new MathContext(60);
    private static final double NEAR_ZERO = 0.25;    // of the range
    private static final double NARROW = 1e-9;       // of logarithms, which are too inexact to tell such numbers apart
    private static final int SHORT = 5, PLAIN = 9, LONG = 13;    // texts: better plain than 1e5; better plain if all are; too long

    /** Fits the numbers, those that the axis can show. */
    static Axis of(DoubleStream numbers, boolean logarithmic, double margin) {
        if (!logarithmic) return new Axis(Range.of(numbers), false, margin);
        var logs = numbers.map(StrictMath::log10).filter(Double::isFinite).summaryStatistics();
        Range range = new Range(logs.getMin(), logs.getMax());
        boolean wide = range.high() - range.low() > NARROW;
        return new Axis(wide ? range : new Range(range.low() - 0.5, range.low() + 0.5), true, margin);
    }

    /** The same, long enough to show 0, if that is near. */
    Axis withZeroIfNear() {
        return !logarithmic && Math.abs(place(0) - 0.5) <= 0.5 + NEAR_ZERO ? new Axis(range.including(0), false, margin) : this;
    }

    boolean showsZero() {
        return !logarithmic && low() <= place(0) && place(0) <= high();
    }

    /** NaN or infinite where there is no such place. */
    double place(double x) {
        return range.share(logarithmic ? StrictMath.log10(x) : x);
    }

    /** The number at a place. */
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
     * Numbers with their places, as the axis shows them: at least two, no two with the same text.
     *
     * @param base what is to be added to each text, as the name of the axis shows it: "" or " − 1"
     */
    record Ticks(List<Double> places, List<String> labels, String base) {

        double width(double size) {
            return labels.stream().mapToDouble(label -> TextWidth.width(label, size)).max().orElse(0);
        }
    }

    /** Some more than {@code wanted} at the most. */
    Ticks ticks(int wanted) {
        List<BigDecimal> numbers = logarithmic ? powers(wanted) : multiples(end(range, -margin), end(range, 1 + margin), wanted);
        List<Double> places = numbers.stream().map(this::place).toList();
        if (logarithmic) return new Ticks(places, numbers.stream().map(Axis::shortest).toList(), "");
        List<String> labels = labels(numbers);
        if (labels.stream().noneMatch(label -> label.length() > LONG)) return new Ticks(places, labels, "");
        BigDecimal base = numbers.get(0);
        return new Ticks(places, labels(numbers.stream().map(x -> x.subtract(base)).toList()),
                (base.signum() < 0 ? " + " : " − ") + labels(List.of(base.abs())).get(0));
    }

    /** The same, but so many that their labels take no more room, if there are such ticks. */
    Ticks ticks(int wanted, double size, double room) {
        Ticks ticks = ticks(wanted);
        return wanted > 3 && ticks.labels.size() * (ticks.width(size) + size) > room ? ticks(wanted - 1, size, room) : ticks;
    }

    private double place(BigDecimal x) {
        if (logarithmic) return range.share(log10(x));
        BigDecimal low = new BigDecimal(range.low());
        return x.subtract(low).divide(new BigDecimal(range.high()).subtract(low), DECIMAL64).doubleValue();
    }

    /** 1, 2 or 5 times a power of ten, and its multiples: the step whose number of ticks is nearest to the wanted. */
    private static List<BigDecimal> multiples(BigDecimal low, BigDecimal high, int wanted) {
        BigDecimal step = high.subtract(low).divide(BigDecimal.valueOf(wanted), DECIMAL64);
        int exponent = exponent(step);
        double digits = step.scaleByPowerOfTen(-exponent).doubleValue();
        step = BigDecimal.valueOf(digits < 1 / 0.75 ? 1 : digits < 1 / 0.35 ? 2 : digits < 1 / 0.15 ? 5 : 10).scaleByPowerOfTen(exponent);
        List<BigDecimal> multiples = new ArrayList<>();
        BigDecimal x = low.divide(step, 0, RoundingMode.CEILING).multiply(step);
        for (; x.compareTo(high) <= 0; x = x.add(step)) {
            multiples.add(x);
        }
        return multiples;
    }

    /** Powers of ten; where there are few, 2 and 5 times those too; within one power, multiples. */
    private List<BigDecimal> powers(int wanted) {
        double low = range.at(-margin), high = range.at(1 + margin);
        int first = (int) Math.ceil(low), last = (int) Math.floor(high);
        if (last - first >= 2) {
            int step = IntStream.of(1, 2, 3, 5, 10, 20, 50).filter(s -> (last - first) / s < wanted).findFirst().orElse(100);
            return IntStream.rangeClosed(first, last).filter(i -> i % step == 0).mapToObj(i -> BigDecimal.ONE.scaleByPowerOfTen(i)).toList();
        }
        List<BigDecimal> some = IntStream.rangeClosed(first - 1, last).boxed()
                .flatMap(i -> IntStream.of(1, 2, 5).mapToObj(d -> BigDecimal.valueOf(d).scaleByPowerOfTen(i)))
                .filter(x -> low <= log10(x) && log10(x) <= high).toList();
        return some.size() >= 3 ? some : multiples(power(low), power(high), wanted);
    }

    /** As far apart as they are, no digit of them is lost. */
    private static BigDecimal end(Range range, double share) {
        BigDecimal low = new BigDecimal(range.low()), high = new BigDecimal(range.high());
        return low.add(high.subtract(low).multiply(new BigDecimal(share))).round(EXACT);
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

    /** All with as many decimals, or all with exponents. */
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

    /** 2.004e9, and 0 as it is. */
    private static String scientific(BigDecimal x) {
        if (x.signum() == 0) return "0";
        return x.scaleByPowerOfTen(-exponent(x)).stripTrailingZeros().toPlainString() + "e" + exponent(x);
    }
}
