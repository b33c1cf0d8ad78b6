package playmore.table;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.DoubleToIntFunction;

/**
 * Formats the numbers of one column, all with the same number of decimals.
 *
 * <p>Whole numbers have no decimals. Other columns have four; fewer if the numbers have fewer digits; more if a number
 * is small or two consecutive rows would look the same. A number that is too small or too large for this is written
 * as 3.93E-11; if this applies to most of the column, all its numbers are written so.
 */
final class ColumnFormat {

    private static final int USUAL_DECIMALS = 4;
    private static final int DECIMALS_FOR_SMALL = 6;
    private static final int DECIMALS_FOR_ALIKE = 8;
    private static final int SCIENTIFIC_DECIMALS = 2;
    private static final double ALIKE = 1e-9;    // a relative difference up to this comes from rounding
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
        while (!Arrays.stream(numbers).filter(finest::fits).allMatch(format::fits)) {
            format = new ColumnFormat(false, format.decimals + 1);
        }
        return format.tellingApart(column);
    }

    private static int most(double[] numbers, DoubleToIntFunction decimals) {
        return Math.max(0, Arrays.stream(numbers).mapToInt(decimals).max().orElse(0));
    }

    /** The decimal number that Java prints, without trailing zeros. */
    private static BigDecimal exact(double x) {
        return new BigDecimal(Double.toString(x)).stripTrailingZeros();
    }

    /** Whether this number of decimals shows at least two digits of {@code x}, or all that it has. */
    private boolean fits(double x) {
        double size = Math.abs(x);
        boolean small = size < 1 / StrictMath.pow(10, decimals - 1) && exact(x).scale() > decimals;
        boolean large = size >= (decimals == 0 ? LARGE_WHOLE : LARGE);
        return !small && !large;
    }

    /** This format with as many more decimals as consecutive rows need to look different. */
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
            if (differ && format(a).equals(format(b))) return false;
        }
        return true;
    }

    /** Formats one number of the column. */
    String format(double x) {
        if (!Double.isFinite(x)) return String.valueOf(x);
        if (x == 0) return scientific ? "0" : pattern(decimals, "").format(0);    // never -0
        if (scientific) return pattern(decimals, "E0").format(x);
        return fits(x) ? pattern(decimals, "").format(x) : pattern(SCIENTIFIC_DECIMALS, "E0").format(x);
    }

    private static DecimalFormat pattern(int decimals, String exponent) {
        String fraction = decimals == 0 ? "" : "." + "0".repeat(decimals);
        return new DecimalFormat("0" + fraction + exponent, DecimalFormatSymbols.getInstance(Locale.ROOT));
    }
}
