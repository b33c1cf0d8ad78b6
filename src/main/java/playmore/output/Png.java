package playmore.output;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.DocumentLimits;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.FloatSize;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.ToDoubleFunction;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import playmore.svg.Pixels;
import playmore.svg.RightToLeft;
import playmore.svg.Svg;

/** Turns SVG into PNG. */
final class Png {

    private static final double SCALE = 2;    // for screens with two pixels per CSS pixel
    private static final double MAX_SIDE = 3840;    // pixels, of a 4K slide
    private static final double MAX_AREA = 32e6;    // pixels, which need 128 MB

    /** A graph of a few thousand nodes has more elements than JSVG's own limit. */
    private static final DocumentLimits LIMITS = new DocumentLimits(
            DocumentLimits.DEFAULT_MAX_NESTING_DEPTH, DocumentLimits.DEFAULT_MAX_USE_NESTING_DEPTH, 1_000_000);

    static {
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");    // a picture needs no screen
        }
    }

    private Png() {}

    /** The picture as PNG, with twice as many pixels as the SVG, but at most those of a 4K slide. */
    static byte[] of(String svg) {
        return of(svg, size -> Math.min(SCALE, MAX_SIDE / Math.max(size.width, size.height)));
    }

    /** The picture as PNG, {@code width} pixels wide. */
    static byte[] of(String svg, int width) {
        if (width < 1 || width > 16_000) {
            throw new IllegalArgumentException("A PNG is 1 to 16000 pixels wide, not " + width);
        }
        return of(svg, size -> width / (double) size.width);
    }

    private static byte[] of(String svg, ToDoubleFunction<FloatSize> wanted) {
        return Pixels.png(image(svg, wanted));
    }

    /** The picture in pixels, at the scale that is chosen for its size. */
    static BufferedImage image(String svg, ToDoubleFunction<FloatSize> wanted) {
        String drawn = svg.replace("<style>" + Svg.ADAPTS + "</style>", "");    // JSVG would print a warning about it
        if (RightToLeft.isIn(drawn)) drawn = leftToRight(drawn);
        SVGDocument document = new SVGLoader().load(
                new ByteArrayInputStream(drawn.getBytes(StandardCharsets.UTF_8)), null,
                LoaderContext.builder().documentLimits(LIMITS).build());
        if (document == null) throw new IllegalArgumentException("Cannot make a PNG of an SVG that is not well formed");
        FloatSize size = document.size();
        double scale = wanted.applyAsDouble(size);
        if (size.width * scale * size.height * scale > MAX_AREA) {
            throw new IllegalArgumentException("A PNG of that width has too many pixels: "
                    + Math.round(size.width * scale) + " by " + Math.round(size.height * scale)
                    + "; ask for a smaller width");
        }
        BufferedImage image = new BufferedImage(pixels(size.width * scale), pixels(size.height * scale),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.scale(scale, scale);
        document.render((Component) null, g, null);
        g.dispose();
        return image;
    }

    /** Puts Hebrew and Arabic into the order in which it is seen, because JSVG draws all text from left to right. */
    private static String leftToRight(String svg) {
        Element root = Svg.parse(svg);
        for (Element element : Svg.elements(root)) {
            for (Node child : Svg.children(element)) {
                if (child instanceof Text text) text.setData(RightToLeft.seen(text.getData()));
            }
        }
        return Svg.write(root);
    }

    /** The length rounded up to whole pixels. A tiny fraction is ignored, because it comes from rounding. */
    private static int pixels(double length) {
        return Math.max(1, (int) Math.ceil(length - 1e-3));
    }
}
