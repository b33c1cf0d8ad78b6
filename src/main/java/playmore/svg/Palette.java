package playmore.svg;

import java.util.List;
import java.util.Locale;

/** The colours of all pictures: orange for what is positive, blue for what is negative, a pair that colour-blind people tell apart. */
public final class Palette {

    /** Of text, and of text that stands back. */
    public static final String INK = "#24292e", QUIET = "#57606a";

    /** Of lines and points, in their order: Okabe and Ito's colours, without those too pale for a line. */
    public static final List<String> SERIES = List.of("#d55e00", "#0072b2", "#009e73", "#cc79a7", "#56b4e9", "#555555");

    /** Behind text, at their fullest. */
    public static final String POSITIVE = "#ef8a62", NEGATIVE = "#67a9cf", NOT_A_NUMBER = "#d0d0d0";

    private Palette() {}

    /**
     * What is behind a number: white for 0, half of its sign's colour for 1, the more of it the larger it is; grey
     * for NaN. So a number has the same colour in all pictures. It goes with the root of the size, so that the small
     * gradients of a network's first layer still show.
     */
    public static String shade(double x) {
        if (Double.isNaN(x)) return NOT_A_NUMBER;
        double root = Math.sqrt(Math.abs(x));
        return tint(x < 0 ? NEGATIVE : POSITIVE, Double.isInfinite(x) ? 1 : root / (1 + root));
    }

    /** What is behind all that is positive, or negative. */
    public static String side(boolean positive) {
        return tint(positive ? POSITIVE : NEGATIVE, 0.3);
    }

    private static String tint(String color, double share) {
        int rgb = Integer.parseInt(color.substring(1), 16);
        return String.format(Locale.ROOT, "#%02x%02x%02x", tint(rgb >> 16, share), tint(rgb >> 8, share), tint(rgb, share));
    }

    private static long tint(int part, double share) {
        return Math.round(255 + ((part & 0xff) - 255) * share);
    }
}
