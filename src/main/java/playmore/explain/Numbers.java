package playmore.explain;

import java.math.BigDecimal;
import java.math.MathContext;
import playmore.engine.Op;

/** Numbers as people write them in a formula or a sentence. */
public final class Numbers {

    private static final int DIGITS = 5, ALL = 17;
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

    private static String text(double x, int digits) {
        if (Double.isNaN(x)) return "NaN";
        if (Double.isInfinite(x)) return x > 0 ? "∞" : "−∞";
        if (x == 0) return "0";
        BigDecimal rounded = new BigDecimal(x).round(new MathContext(digits)).stripTrailingZeros();
        double size = Math.abs(x);
        if (size < LARGE && size >= SMALL) return minus(rounded.toPlainString());
        int exponent = rounded.precision() - rounded.scale() - 1;
        return minus(rounded.movePointLeft(exponent).toPlainString()) + "·10" + Op.Symbol.superscript(exponent);
    }

    private static String minus(String number) {
        return number.replace('-', '−');
    }
}
