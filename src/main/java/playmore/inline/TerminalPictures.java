package playmore.inline;

import java.awt.image.BufferedImage;
import java.util.regex.Pattern;

/**
 * How this process shows pictures in its terminal. The environment variable {@code PLAYMORE_PICTURES} decides if it is
 * set ({@code kitty}, {@code iterm}, {@code sixel}, {@code text} or {@code off}); otherwise {@link #begin} asks the
 * terminal.
 *
 * @param protocol how pictures are shown
 * @param columns the width of the terminal
 * @param rows its height
 * @param cellWidth the width of a character in pixels
 * @param cellHeight the height of a character in pixels
 * @param hasColours whether the terminal shows colours
 */
public record TerminalPictures(Protocol protocol, int columns, int rows, int cellWidth, int cellHeight,
        boolean hasColours) {

    static final String VARIABLE = "PLAYMORE_PICTURES";

    /** The height of a line of text in a picture, in pixels. It is scaled to the height of a line in the terminal. */
    private static final double LINE = 19;

    /** A gradient in a picture made of text. */
    private static final Pattern GRADIENT = Pattern.compile("∇ (−?)(?!0( |$))[^ \\n]+", Pattern.MULTILINE);

    /** Columns that a picture leaves free: those before the output of a cell, and the last one. */
    private static final int MARGIN = 5;

    private static final int COLUMNS = 80, ROWS = 24, CELL_WIDTH = 8, CELL_HEIGHT = 16;

    private static TerminalPictures here = unasked(Protocol.named(setting()).orElse(Protocol.OFF));

    /** How pictures are shown by this protocol in a terminal of unknown size. */
    static TerminalPictures unasked(Protocol protocol) {
        return new TerminalPictures(protocol, COLUMNS, ROWS, CELL_WIDTH, CELL_HEIGHT, false);
    }

    private static String setting() {
        String setting = System.getenv(VARIABLE);
        return setting == null ? "" : setting;
    }

    /**
     * Finds out what the terminal of this process can show. Returns what is wrong with the setting, {@code ""} if
     * nothing is.
     */
    public static String begin() {
        String setting = setting();
        here = Probe.terminal(System.getenv(), Protocol.named(setting));
        return setting.isBlank() || Protocol.named(setting).isPresent() ? ""
                : "The environment variable " + VARIABLE + " is \"" + setting
                        + "\"; it can be kitty, iterm, sixel, text or off";
    }

    /** How this process shows pictures. */
    public static TerminalPictures here() {
        return here;
    }

    /** Whether the terminal shows pixels. */
    public boolean showsPixels() {
        return protocol != Protocol.TEXT && protocol != Protocol.OFF;
    }

    /** The scale at which a picture of this size fits: at most as wide as the terminal and two thirds as high. */
    public double scale(double width, double height) {
        double scale = cellHeight / LINE;
        scale = Math.min(scale, room() * cellWidth / width);
        return Math.min(scale, rows * cellHeight * 2 / 3.0 / height);
    }

    /** The most columns that a picture may take. */
    public int room() {
        return columns - MARGIN;
    }

    /** The most lines that a picture made of text may take. */
    public int lines() {
        return rows * 2 / 3;
    }

    /** The text with its gradients in the colours of {@code drawDot}: orange above 0 and blue below. */
    public String coloured(String text) {
        if (!hasColours) return text;
        return GRADIENT.matcher(text).replaceAll(found -> (found.group(1).isEmpty() ? "\u001b[33m" : "\u001b[94m")
                + found.group() + "\u001b[39m");
    }

    /** The escape sequences that show the image, and the end of the line. */
    public String shown(BufferedImage image) {
        return protocol.encode(image) + "\n";
    }
}
