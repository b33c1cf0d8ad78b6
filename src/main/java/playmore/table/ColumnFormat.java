package playmore.table;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleToIntFunction;
import java.util.stream.DoubleStream;

/**
 * How the numbers of one column are written: all to the same number of decimals, as few as show what
 * matters.
 *
 * <p>Whole numbers have none. Otherwise there are four; or fewer, if that is every digit there is; or
 * more, if a number is small or two rows that follow one another would look alike. A number too small
 * or too large for that is written as 3.93E-11; if most of the column are, all are.
 */
final class ColumnFormat {

    private static final int USUAL_DECIMALS = 4;
    private static final int DECIMALS_FOR_SMALL = 6;
    private static final int DECIMALS_FOR_ALIKE = 8;
    private static final int SCIENTIFIC_DECIMALS = 2;
    private static final double ALIKE = 1e-9;    // relative; smaller differences are rounding's
    private static final double LARGE = 1e9;
    private static final double LARGE_WHOLE = 1e15;

    private final boolean scientific;
    private final int decimals;

    private ColumnFormat(boolean scientific, int decimals) {
        this.scientific = scientific;
        this.decimals = decimals;
    }

    static ColumnFormat of(double[] column) {
        double[] numbers = Arrays.stream(column).filter(x -> Double.isFinite(x) && x != 0).toArray();
        int decimals = most(numbers, x -> Math.min(USUAL_DECIMALS, exact(x).scale()));
        ColumnFormat usual = new ColumnFormat(false, decimals);
        long unfit = Arrays.stream(numbers).filter(x -> !usual.fits(x)).count();
        if (2 * unfit > numbers.length) {
            decimals = most(numbers, x -> Math.min(SCIENTIFIC_DECIMALS, exact(x).precision() - 1));
            return new ColumnFormat(true, decimals).tellingApart(column);
        }
        ColumnFormat finest = new ColumnFormat(false, DECIMALS_FOR_SMALL);
        ColumnFormat format = usual;
        while (!format.fitsAll(Arrays.stream(numbers).filter(finest::fits))) {
            format = new ColumnFormat(false, format.decimals + 1);
        }
        return format.tellingApart(column);
    }

    private static int most(double[] numbers, DoubleToIntFunction decimals) {
        return Math.max(0, Arrays.stream(numbers).mapToInt(decimals).max().orElse(0));
    }

    /** The digits of the number, as Java prints it. */
    private static BigDecimal exact(double x) {
        return new BigDecimal(Double.toString(x)).stripTrailingZeros();
    }

    private boolean fitsAll(DoubleStream numbers) {
        return numbers.allMatch(this::fits);
    }

    /** Whether so many decimals show at least two digits of the number, or all there are. */
    private boolean fits(double x) {
        double size = Math.abs(x);
        boolean small = size < 1 / StrictMath.pow(10, decimals - 1) && exact(x).scale() > decimals;
        boolean large = size >= (decimals == 0 ? LARGE_WHOLE : LARGE);
        return !small && !large;
    }

    private ColumnFormat tellingApart(double[] column) {
        ColumnFormat format = this;
        while (format.decimals < DECIMALS_FOR_ALIKE && !format.tellsApart(column)) {
            format = new ColumnFormat(scientific, format.decimals + 1);
        }
        return format;
    }

    private boolean tellsApart(double[] column) {
        for (int i = 1; i < column.length; i++) {
            double a = column[i - 1];
            double b = column[i];
            boolean differ = Math.abs(a - b) > ALIKE * Math.max(Math.abs(a), Math.abs(b));
            if (differ && format(a).equals(format(b))) {
                return false;
            }
        }
        return true;
    }

    /** The number as the column writes it. */
    String format(double x) {
        if (!Double.isFinite(x)) {
            return String.valueOf(x);
        }
        if (x == 0) {
            return scientific ? "0" : pattern(decimals, "").format(0);    // no -0
        }
        if (scientific) {
            return pattern(decimals, "E0").format(x);
        }
        return fits(x) ? pattern(decimals, "").format(x) : pattern(SCIENTIFIC_DECIMALS, "E0").format(x);
    }

    private static DecimalFormat pattern(int decimals, String exponent) {
        String fraction = decimals == 0 ? "" : "." + "0".repeat(decimals);
        return new DecimalFormat("0" + fraction + exponent, DecimalFormatSymbols.getInstance(Locale.ROOT));
    }
}
