package playmore.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static playmore.plot.Series.line;
import static playmore.plot.Series.points;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import playmore.MakesFiles;
import playmore.Needs;
import playmore.notes.Browser;
import playmore.output.Picture;
import playmore.plot.Plot;
import playmore.svg.InlineSvg;
import playmore.svg.Svg;

/** Whether each text stays in its box, in the widest and the narrowest of the common fonts, wherever it is drawn. */
class TextFitsTest extends MakesFiles {

    @RegisterExtension
    static final Browser browser = new Browser();

    private static final List<String> LABELS = List.of("a", "x1w1 + x2w2", "", "  ", "WWWWWWWWMMMMMMMMWWWWWWWWMMMM", "@@@@@%%%%%mmmmm",
            "日本語の名前", "全角ＷＷＷＷＭＭＭＭＷＷＷＷＭＭＭＭ", "😀😀👩‍💻", "😀".repeat(30), "e\u0301e\u0301a\u0308n\u0303", "שלום עולם", "مرحبا بالعالم", "λ→∞ ∂L∕∂w ≈ ½",
            "<b>&amp;\"quoted\"'</b>", "two\nlines", "Щщ Ёжик ЖЖЖЖ", "ǅ Ǽ Œ ‰ — …", "x".repeat(200));

    private static final double[] NUMBERS = {-1.5, 123456, 99999.9999, -99999.9999, -1e300, Double.NEGATIVE_INFINITY, Double.NaN, 1e-300};

    /** A learner's own class, with operations of any name. */
    private record Odd(String label, double data, String op, List<Odd> children) implements playmore.engine.Node {

        @Override
        public View view() {
            return new View(label, data, -data, op, children);
        }
    }

    private static List<Picture> graphs() {
        List<Odd> odd = IntStream.range(0, LABELS.size()).mapToObj(i -> new Odd(LABELS.get(i), NUMBERS[i % NUMBERS.length], LABELS.get(i),
                List.of(new Odd(LABELS.get(i), NUMBERS[(i + 1) % NUMBERS.length], "", List.of())))).toList();
        return List.of(DrawDot.drawDot(Graphs.small()), DrawDot.drawDot(Graphs.network()), DrawDot.drawDot(new Odd("L", 1, "+", odd)));
    }

    private static List<Picture> plots() {
        List<Picture> plots = new ArrayList<>();
        double[] few = {1, 2, 3}, large = {-1.2345678e300, 0, 1.2345678e300}, near = {1, 1 + 1e-13, 1 + 3e-13};
        for (String text : LABELS) {
            plots.add(Plot.plot(text, text, text, line(text, few, large), points(text + "2", few, few)));
            plots.add(Plot.plot(text + " " + text, text, text, line(text, near, near), line("learning rate 0.01 " + text, few, few),
                    line("b", few, few), points("learning rate 0.001 " + text, few, few), points("d" + text, few, few)));
        }
        return plots;
    }

    @Test
    void inTheBrowser() throws IOException {
        List<Picture> pictures = new ArrayList<>(graphs());
        pictures.addAll(plots());
        StringBuilder html = new StringBuilder("<!DOCTYPE html><meta charset='utf-8'><style>");
        html.append(face("DejaVu", 400, "net/sf/jasperreports/fonts/dejavu/DejaVuSans.ttf"))
                .append(face("DejaVu", 700, "net/sf/jasperreports/fonts/dejavu/DejaVuSans-Bold.ttf"))
                .append(face("Liberation", 400, "org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf"))
                .append(".DejaVu text { font-family: DejaVu !important } .Liberation text { font-family: Liberation !important }</style>");
        for (int i = 0; i < pictures.size(); i++) {
            html.append("<div>").append(InlineSvg.of(pictures.get(i).svg(), "s" + i + "-", "picture " + i)
                    .replaceFirst("--width:(\\d+)px", "width:$1px")).append("</div>\n");
        }
        Path page = Files.writeString(out.resolve("texts.html"), html);
        browser.open(page);
        for (String font : List.of("DejaVu", "Liberation", "")) {
            browser.js("document.body.className = arguments[0]; if (arguments[0]) { document.fonts.load('12px ' + arguments[0]);"
                    + " document.fonts.load('bold 12px ' + arguments[0]) }", font);
            browser.await(() -> browser.js("return document.fonts.status === 'loaded'"));
            assertEquals(List.of(), browser.<List<String>>js("""
                    const out = [];
                    for (const svg of document.querySelectorAll('svg')) {
                      const tell = (text, of) => out.push(svg.getAttribute('aria-label') + ': "' + text.textContent.slice(0, 40) + '" ' + of);
                      const within = (a, b) => a.left >= b.left && a.right <= b.right && a.top >= b.top - 1 && a.bottom <= b.bottom + 1;
                      const texts = [...svg.querySelectorAll('text')].filter(t => t.textContent.trim());
                      const boxes = texts.map(t => t.getBoundingClientRect());
                      texts.forEach((text, i) => {
                        if (!within(boxes[i], svg.getBoundingClientRect())) tell(text, 'leaves the picture');
                        const node = text.closest('.node');
                        if (node) {
                          let box = text;
                          while (!box.matches('polygon[fill=none], ellipse')) box = box.previousElementSibling;
                          const room = box.getBoundingClientRect();
                          if (boxes[i].left < room.left + 1 || boxes[i].right > room.right - 1) tell(text, 'leaves its cell by '
                              + Math.max(room.left - boxes[i].left, boxes[i].right - room.right).toFixed(1));
                        } else {
                          boxes.slice(0, i).forEach((other, k) => {
                            const overlap = Math.min(boxes[i].right, other.right) - Math.max(boxes[i].left, other.left);
                            const high = Math.min(boxes[i].bottom, other.bottom) - Math.max(boxes[i].top, other.top);
                            if (overlap > 1 && high > 7) tell(text, 'lies on "' + texts[k].textContent.slice(0, 40) + '" by ' + overlap.toFixed(1) + ', ' + high.toFixed(1));
                          });
                        }
                      });
                    }
                    return out;"""), font.isEmpty() ? "the machine's font" : font);
        }
    }

    private static String face(String name, int weight, String file) throws IOException {
        try (InputStream in = TextFitsTest.class.getResourceAsStream("/" + file)) {
            return "@font-face { font-family: " + name + "; font-weight: " + weight + "; src: url(data:font/ttf;base64,"
                    + Base64.getEncoder().encodeToString(in.readAllBytes()) + ") }\n";
        }
    }

    @Test
    void inThePng() throws IOException {
        for (Picture graph : graphs()) {
            assertEquals(Set.of(), crossed(graph, ImageIO.read(graph.png("texts", width(graph)).toFile())));
        }
    }

    @Test
    void inRsvgConvert() throws IOException, InterruptedException {
        Path program = Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(folder -> Path.of(folder, "rsvg-convert"))
                .filter(Files::isExecutable).findFirst().orElse(null);
        Needs.that(program != null, "there is no rsvg-convert");
        for (Picture graph : graphs()) {
            Path png = out.resolve("rsvg.png");
            Process process = new ProcessBuilder(program.toString(), "--width", "" + width(graph), "--output", png.toString(),
                    graph.file().toString()).inheritIO().start();
            assertEquals(0, process.waitFor());
            assertEquals(Set.of(), crossed(graph, ImageIO.read(png.toFile())));
        }
    }

    private static int width(Picture picture) {
        return (int) Math.min(3 * Double.parseDouble(Svg.parse(picture.svg()).getAttribute("width")), 8000);
    }

    /** The cells over whose left or right border there is ink, by their texts. */
    private static Set<String> crossed(Picture picture, BufferedImage image) {
        Element svg = Svg.parse(picture.svg());
        double scale = image.getWidth() / Double.parseDouble(svg.getAttribute("width"));
        Set<String> crossed = new TreeSet<>();
        int texts = 0;
        for (Element node : Svg.elements(svg)) {
            if (!node.getAttribute("class").matches("node (?!op).*")) continue;
            String[] moved = ((Element) node.getParentNode()).getAttribute("transform").replaceAll(".*translate\\(([^)]*)\\).*", "$1").split(" ");
            double[] cell = null;
            boolean dark = false;
            for (Node child : Svg.children(node)) {
                if (!(child instanceof Element e)) continue;
                if (e.getTagName().equals("polygon")) {
                    dark = e.getAttribute("fill").equals("none") ? dark : e.getAttribute("fill").equals("#3d4f5e");
                    cell = Stream.of(e.getAttribute("points").split("[ ,]")).mapToDouble(Double::parseDouble).toArray();
                } else if (e.getTagName().equals("text")) {
                    texts++;
                    double wide = e.getTextContent().codePoints().filter(c -> c >= 0x3000).count() * Dot.FONT_SIZE;    // the machine may have no font for them
                    if (cell[4] - cell[0] < wide) crossed.add(e.getTextContent() + " wants " + wide);
                    int top = at(cell[3], moved[1], scale) + 4, bottom = at(cell[1], moved[1], scale) - 4;
                    int left = at(cell[0], moved[0], scale), right = at(cell[4], moved[0], scale);
                    for (int y = top; y <= bottom && !dark; y++) {
                        boolean afterDark = node.getAttribute("class").equals("node output");    // its border is dark, too
                        if (!afterDark && isInk(image.getRGB(left, y)) || isInk(image.getRGB(right, y))) crossed.add(e.getTextContent());
                    }
                }
            }
        }
        assertTrue(texts > 10);
        return crossed;
    }

    private static int at(double place, String moved, double scale) {
        return (int) Math.floor((place + Double.parseDouble(moved)) * scale);
    }

    private static boolean isInk(int rgb) {
        return (rgb >> 16 & 0xff) < 0x80 && (rgb >> 8 & 0xff) < 0x80 && (rgb & 0xff) < 0x80;
    }
}
