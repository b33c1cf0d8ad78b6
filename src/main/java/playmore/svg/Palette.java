package playmore.svg;

import java.util.List;
import java.util.Locale;

/**
 * The colours of all pictures. Positive numbers are orange and negative ones blue, which colour-blind people can
 * distinguish.
 */
public final class Palette {

    /** The colours of text and of muted text. */
    public static final String INK = "#24292e", QUIET = "#57606a";

    /** The colours of series in plots, in order: those of Okabe and Ito, without the ones too pale for a line. */
    public static final List<String> SERIES = List.of("#d55e00", "#0072b2", "#009e73", "#cc79a7", "#56b4e9", "#555555");

    /** The strongest background colours of numbers. */
    public static final String POSITIVE = "#ef8a62", NEGATIVE = "#67a9cf", NOT_A_NUMBER = "#d0d0d0";

    private Palette() {}

    /**
     * The background colour of a number, the same in all pictures: white for 0, half as strong as possible for 1 and
     * -1, stronger for larger numbers, grey for NaN. The strength grows with the square root of the number, so that the
     * small gradients of a network's first layer are still visible.
     */
    public static String shade(double x) {
        if (Double.isNaN(x)) return NOT_A_NUMBER;
        double root = Math.sqrt(Math.abs(x));
        return tint(x < 0 ? NEGATIVE : POSITIVE, Double.isInfinite(x) ? 1 : root / (1 + root));
    }

    /** The background colour of a region of positive or negative values. */
    public static String side(boolean positive) {
        return tint(positive ? POSITIVE : NEGATIVE, 0.3);
    }

    private static String tint(String color, double share) {
        int rgb = Integer.parseInt(color.substring(1), 16);
        return String.format(Locale.ROOT, "#%02x%02x%02x",
                tint(rgb >> 16, share), tint(rgb >> 8, share), tint(rgb, share));
    }

    private static long tint(int part, double share) {
        return Math.round(255 + ((part & 0xff) - 255) * share);
    }
}
