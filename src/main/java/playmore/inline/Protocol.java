package playmore.inline;

import java.awt.image.BufferedImage;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import playmore.svg.Pixels;

/** A way to show pictures in a terminal. */
public enum Protocol {

    /**
     * <a href="https://sw.kovidgoyal.net/kitty/graphics-protocol/">The protocol of kitty</a>, which Ghostty knows, too.
     */
    KITTY {
        @Override
        String encode(BufferedImage image) {
            String data = base64(image);
            StringBuilder escapes = new StringBuilder();
            for (int from = 0; from < data.length(); from += CHUNK) {
                int to = Math.min(from + CHUNK, data.length());
                escapes.append("\u001b_G").append(from == 0 ? "a=T,f=100,q=2," : "").append("m=")
                        .append(to < data.length() ? 1 : 0).append(';').append(data, from, to).append("\u001b\\");
            }
            return escapes.toString();
        }
    },

    /** <a href="https://iterm2.com/documentation-images.html">The protocol of iTerm2</a>, WezTerm, Warp and Konsole. */
    ITERM {
        @Override
        String encode(BufferedImage image) {
            return "\u001b]1337;File=inline=1;width=" + image.getWidth() + "px;height=" + image.getHeight() + "px:"
                    + base64(image) + "\u0007";
        }
    },

    /** <a href="https://vt100.net/docs/vt3xx-gp/chapter14.html">The sixels of DEC's terminals</a>, as in xterm. */
    SIXEL {
        @Override
        String encode(BufferedImage image) {
            return Sixel.encode(image);
        }
    },

    /** A drawing made of characters, for any terminal and for screen readers. */
    TEXT,

    /** No pictures. */
    OFF;

    private static final int CHUNK = 4096;    // characters of a picture in one escape sequence of kitty's

    /** The escape sequences that show the image at the cursor, a pixel of the image on each pixel of the screen. */
    String encode(BufferedImage image) {
        throw new IllegalStateException(this + " shows no pixels");
    }

    /** The protocol with this name, in letters of any case. */
    static Optional<Protocol> named(String name) {
        return Stream.of(values()).filter(p -> p.name().equals(name.strip().toUpperCase(Locale.ROOT))).findFirst();
    }

    private static String base64(BufferedImage image) {
        return Base64.getEncoder().encodeToString(Pixels.png(image));
    }
}
