package playmore.explain;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as people write them in a formula. */
final class Numbers {

    private static final MathContext DIGITS = new MathContext(5);
    private static final double ROUNDING = 1e-9;
    private static final double LARGE = 1e7;
    private static final double SMALL = 1e-4;

    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private Numbers() {}

    /** Five digits at most: {@code 6}, {@code −1.5}, {@code 0.70711}, {@code 3.93·10⁻¹¹}. */
    static String text(double x) {
        if (Double.isNaN(x)) return "NaN";
        if (Double.isInfinite(x)) return x > 0 ? "∞" : "−∞";
        if (x == 0) return "0";
        BigDecimal rounded = new BigDecimal(x).round(DIGITS).stripTrailingZeros();
        double size = Math.abs(x);
        if (size < LARGE && size >= SMALL) return minus(rounded.toPlainString());
        int exponent = rounded.precision() - rounded.scale() - 1;
        return minus(rounded.movePointLeft(exponent).toPlainString()) + "·10" + superscript("" + exponent);
    }

    /** {@code "-1"} as {@code ⁻¹}; what is not a whole number as {@code ^2.5}. */
    static String superscript(String number) {
        String whole = number.replaceFirst("[.]0+$", "");
        if (!whole.matches("-?\\d+")) return "^" + minus(whole);
        StringBuilder superscript = new StringBuilder();
        whole.chars().forEach(c -> superscript.append(c == '-' ? '⁻' : SUPERSCRIPTS.charAt(c - '0')));
        return superscript.toString();
    }

    /** Whether the numbers differ by no more than rounding does. */
    static boolean near(double a, double b) {
        return Double.compare(a, b) == 0 || Math.abs(a - b) <= ROUNDING * Math.max(1, Math.max(Math.abs(a), Math.abs(b)));
    }

    private static String minus(String number) {
        return number.replace('-', '−');
    }
}
