package playmore.explain;

import java.math.BigDecimal;
import java.math.MathContext;
import playmore.engine.Op;

/** Numbers as people write them in a formula or a sentence. */
public final class Numbers {

    static final int DIGITS = 5, ALL = 17;    // shown in general, and enough for any number
    private static final double LARGE = 1e7;
    private static final double SMALL = 1e-4;

    private Numbers() {}

    /** Five digits at most: {@code 6}, {@code −1.5}, {@code 0.70711}, {@code 3.93·10⁻¹¹}. */
    public static String text(double x) {
        return text(x, DIGITS);
    }

    /** As many digits as tell the number from another one. */
    public static String text(double x, double other) {
        int digits = DIGITS;
        while (digits < ALL && x != other && text(x, digits).equals(text(other, digits))) digits++;
        return text(x, digits);
    }

    /** All digits that the number has: {@code 1.00001}. */
    public static String full(double x) {
        int digits = 1;
        while (digits < ALL && !isExact(x, digits)) digits++;
        return text(x, digits);
    }

    /** The sign that stands before {@link #text(double)}: {@code " = "}, or {@code " ≈ "} if that text is rounded. */
    public static String equal(double x) {
        return equal(isExact(x, DIGITS));
    }

    static String equal(boolean exact) {
        return exact ? " = " : " ≈ ";
    }

    static boolean isExact(double x, int digits) {
        return !Double.isFinite(x) || rounded(x, digits).doubleValue() == x;
    }

    static BigDecimal rounded(double x, int digits) {
        return rounded(new BigDecimal(x), digits);
    }

    static BigDecimal rounded(BigDecimal x, int digits) {
        return x.round(new MathContext(digits));
    }

    static String text(double x, int digits) {
        if (Double.isNaN(x)) return "NaN";
        if (Double.isInfinite(x)) return x > 0 ? "∞" : "−∞";
        if (x == 0) return "0";
        BigDecimal rounded = rounded(x, digits).stripTrailingZeros();
        double size = Math.abs(x);
        if (size < LARGE && size >= SMALL) return minus(rounded.toPlainString());
        int exponent = rounded.precision() - rounded.scale() - 1;
        return minus(rounded.movePointLeft(exponent).toPlainString()) + "·10" + Op.Symbol.superscript(exponent);
    }

    private static String minus(String number) {
        return number.replace('-', '−');
    }
}
