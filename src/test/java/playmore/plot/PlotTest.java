package playmore.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static playmore.plot.Plot.plot;
import static playmore.plot.Series.boundary;
import static playmore.plot.Series.line;
import static playmore.plot.Series.logX;
import static playmore.plot.Series.logY;
import static playmore.plot.Series.points;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import playmore.MakesFiles;
import playmore.output.Picture;
import playmore.svg.Svg;

class PlotTest extends MakesFiles {

    private static final double[] XS = IntStream.range(0, 40).mapToDouble(i -> -5 + 0.25 * i).toArray();
    private static final double[] YS = DoubleStream.of(XS).map(x -> 3 * x * x - 4 * x + 5).toArray();
    private static final double[] LOSSES = {5, 3, 2, 1.5, 1.25};

    private static final Pattern ID = Pattern.compile(" id=\"([^\"]*)\"");

    private final Locale language = Locale.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(language);
    }

    @Test
    void theParabolaIsASmallSvgWithTextAsText() throws Exception {
        Picture picture = plot("f(x) = 3x² − 4x + 5", XS, YS);
        assertTrue(picture.svg().length() < 20_000, "it is " + picture.svg().length() + " long");
        List<String> texts = texts(picture);
        assertTrue(texts.containsAll(List.of("f(x) = 3x² − 4x + 5", "x", "y", "-5", "0", "4", "100")), texts.toString());
        assertEquals(1, lines(picture).size());
        assertEquals(40, lines(picture).get(0).getAttribute("d").split("[ML]").length - 2);    // it begins "M p L p"
        String plain = picture.svg().replace("<style>" + Svg.ADAPTS + "</style>", "").replace("class=\"adapts\"", "");
        assertFalse(plain.contains("<style") || plain.contains("class="), "all else says itself how it looks");
    }

    @Test
    void aPlotLiesOnTheDiskAtOnceAndIsPublished() throws Exception {
        Picture picture = plot("tanh", XS, DoubleStream.of(XS).map(Math::tanh).toArray());
        assertEquals(List.of(picture), published);
        assertEquals(out.resolve("05-test").resolve("01-tanh.svg"), picture.file());
        assertEquals(picture.svg(), Files.readString(picture.file()));
        assertEquals(1280, ImageIO.read(picture.png("tanh").toFile()).getWidth());
    }

    @Test
    void severalSeriesHaveALegendAndColoursOfTheirOwn() throws Exception {
        Picture picture = plot("Loss", "step", "loss", line("zeroed", LOSSES), line("not zeroed", new double[] {5, 4, 6, 3}));
        List<String> texts = texts(picture);
        assertTrue(texts.containsAll(List.of("Loss", "step", "loss", "zeroed", "not zeroed")), texts.toString());
        List<Element> lines = lines(picture);
        assertEquals(2, lines.size());
        assertNotEquals(lines.get(0).getAttribute("stroke"), lines.get(1).getAttribute("stroke"));
        assertEquals("Plot: t. loss by step. a, a line from 5.000 at 0.000 to 1.250 at 4.000 (5 in all); p, points (5 in all).",
                plot("t", "step", "loss", logY(), line("a", LOSSES), points("p", LOSSES, LOSSES)).description());
    }

    @Test
    void oneSeriesHasNoLegend() throws Exception {
        assertFalse(texts(plot("Loss", "step", "value", line("the only one", LOSSES))).contains("the only one"));
    }

    @Test
    void pointsAndALineCanBeMixed() throws Exception {
        Picture picture = plot("Tangent", "x", "f(x)", line("f", XS, YS), points("at 3", new double[] {3}, new double[] {20}));
        assertEquals(1, lines(picture).size());
        assertEquals(2, circles(picture, "#0072b2"));    // the point and its key in the legend
    }

    @Test
    void notANumberLeavesAGap() throws Exception {
        Picture gap = plot("Gap", new double[] {0, 1, 2, 3, 4}, new double[] {0, 1, Double.NaN, 3, 4});
        assertEquals(2, lines(gap).size());
        Picture lonely = plot("Lonely", new double[] {0, 1, 2, 3, 4}, new double[] {0, 1, Double.NaN, 3, Double.POSITIVE_INFINITY});
        assertEquals(1, circles(lonely, "#d55e00"));
    }

    @Test
    void aLineKeepsTheOrderOfItsPoints() throws Exception {
        String path = lines(plot("Back", new double[] {0, 2, 1}, new double[] {0, 0, 1})).get(0).getAttribute("d");
        double[] xs = Pattern.compile("L([0-9.]+) ").matcher(path).results().mapToDouble(m -> Double.parseDouble(m.group(1))).toArray();
        assertTrue(xs[1] > xs[2] && xs[2] > xs[0], path);
    }

    /** Beside a line, zero is a line too where it is on an axis, and is on it where it is near. */
    @Test
    void zeroIsShownWhereItIsNear() throws Exception {
        double[] around = {-5, 5}, beside = {1, 5}, off = {1.1, 5};
        assertEquals(2, zeroLines(line("l", around, around)));
        assertEquals(1, zeroLines(line("l", around, off)));
        assertEquals(1, zeroLines(line("l", off, around)));
        assertEquals(2, zeroLines(line("l", beside, beside)));
        assertEquals(0, zeroLines(line("l", off, off)));
        assertEquals(0, zeroLines(line("l", new double[] {-5, -1.1}, new double[] {-5, -1.1})));
        assertEquals(1, zeroLines(line("l", beside, beside), logY()));
        assertEquals(0, zeroLines(points("p", around, around)));
        assertEquals(0, zeroLines(line("l", around, around), boundary((x, y) -> x)));
    }

    private static long zeroLines(Series... series) throws Exception {
        return elements(plot("t", "x", "y", series), "line").stream().filter(l -> l.getAttribute("stroke").equals("rgb(153,153,153)")).count();
    }

    @Test
    void aSinglePointIsSeen() throws Exception {
        assertEquals(1, circles(plot("One", new double[] {3}, new double[] {20}), "#d55e00"));
    }

    /** However much steeper the score is on one side of it. */
    @Test
    void theBoundaryIsWhereTheScoreIsZero() throws Exception {
        double[] corners = {-1, 1, -1, 1};
        for (int steep : new int[] {1, -1}) {
            Picture picture = plot("Boundary", "x", "y", boundary((x, y) -> steep * (x - y) > 0 ? 100 * (x - y) : x - y),
                    points("above", corners, new double[] {-1, -1, -0.9, -0.9}), points("below", corners, new double[] {1, 1, 0.9, 0.9}));
            assertTrue(picture.svg().length() < 50_000, "it is " + picture.svg().length() + " long");
            assertTrue(picture.svg().contains("rgb(250,220,208)") && picture.svg().contains("rgb(209,229,241)"));
            int width = 640;
            var png = ImageIO.read(picture.png("boundary").toFile());
            assertEquals(0xFADCD0, png.getRGB(width + 200, 2 * 300) & 0xFFFFFF, "right below the middle");
            assertEquals(0xD1E5F1, png.getRGB(width - 200, 2 * 150) & 0xFFFFFF, "left above the middle");
        }
    }

    @Test
    void aBoundaryThatIsNowhereNearIsNotDrawn() {
        Picture picture = plot("All above", "x", "y", boundary((x, y) -> 1), points("p", LOSSES, LOSSES));
        assertTrue(picture.svg().contains("rgb(250,220,208)"));
    }

    @Test
    void theSameNumbersMakeTheSameFileInEveryLanguage() {
        String svg = all();
        for (String tag : List.of("de-DE", "tr-TR", "ar-EG")) {
            Locale.setDefault(Locale.forLanguageTag(tag));
            assertEquals(svg, all(), tag);
        }
    }

    private static String all() {
        return plot("Iı", XS, YS).svg() + plot("Loss", "step", "loss", line("a", LOSSES), line("b", XS)).svg()
                + plot("Moons", "x", "y", boundary((x, y) -> x - y), points("a", LOSSES, LOSSES)).svg();
    }

    @Test
    void picturesInOnePageShareNoIds() {
        List<String> ids = new ArrayList<>();
        for (Picture picture : List.of(plot("a", XS, YS), plot("b", XS, YS))) {
            ID.matcher(picture.svg()).results().forEach(id -> ids.add(id.group(1)));
        }
        assertEquals(ids.size(), ids.stream().distinct().count(), ids.toString());
    }

    @Test
    void anyTitleIsText() throws Exception {
        String title = "a < b && \"c\" > 'd' </text><script>@p0";
        assertTrue(texts(plot(title, XS, YS)).contains(title));
    }

    /** Whatever there is in Unicode, and out of it, in the title, on the axes and in the legend. */
    @Test
    void anyTextGivesAPictureThatProgramsCanRead() throws Exception {
        String[] parts = {"a", " ", "\"", "'", "{", "}", "<", ">", "&", "\\", "\n", "\r\n", "\t", "\0", "\u001b", "\u0085", "\u2028",
            "\uD83D", "\uDE00", "\uFFFE", "-->", "<!--", "]]>", "<b>", "&amp;", "&#0;", "${x}", "$1", "<style>.x {fill:red}</style>",
            " class=\"x\"", " id=\"d1\"", "1.234567", "></g>", "😀", "👩‍💻", "日本", "e\u0301", "\u202e", "x".repeat(3000)};
        Random random = new Random(6);
        for (int i = 0; i < 20; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(8); k >= 0; k--) {
                text.append(parts[random.nextInt(parts.length)]);
            }
            String any = text.toString(), name = "/" + any;
            Picture picture = plot(any, any, any, line(any, XS, YS), points(name, XS, YS));
            String shown = letters(String.join("", texts(picture))), all = letters(any);
            assertTrue(shown.contains(all.substring(0, all.offsetByCodePoints(0, Math.min(20, all.codePointCount(0, all.length()))))), any);
            assertNotNull(ImageIO.read(picture.png("any").toFile()), any);
        }
    }

    private static String letters(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** Numbers of any size, however near to each other, on any axes: each is in the picture, and its axes can be read. */
    @Test
    void anyFiniteNumbersAreDrawn() throws Exception {
        long seed = Long.getLong("playmore.seed", 7);
        Random random = new Random(seed);
        for (int i = 0; i < 150; i++) {
            boolean logX = random.nextInt(4) == 0, logY = random.nextInt(3) == 0;
            double[] xs = numbers(random, logX), ys = numbers(random, logY);
            int n = Math.min(xs.length, ys.length);
            xs = Arrays.copyOf(xs, n);
            ys = Arrays.copyOf(ys, n);
            List<Series> series = new ArrayList<>(List.of(points("p", xs, ys)));
            if (n > 1 && random.nextBoolean()) series.add(line("l", xs, ys));
            if (logX) series.add(logX());
            if (logY) series.add(logY());
            String what = "seed " + seed + ", plot " + i + ": " + Arrays.toString(xs) + " and " + Arrays.toString(ys) + (logX ? " log x" : "") + (logY ? " log y" : "");
            Picture picture = plot("Any", "x", "y", series.toArray(Series[]::new));
            Plotted plotted = new Plotted(picture.svg());
            assertEquals(n, plotted.points().size(), what);
            for (double[] point : plotted.points()) {
                assertTrue(plotted.area().contains(point[0], point[1]), what + ": " + Arrays.toString(point) + " is outside of " + plotted.area());
            }
            for (List<String> ticks : List.of(plotted.xTicks(), plotted.yTicks())) {
                assertTrue(ticks.size() >= 2 && ticks.size() <= 22, what + ": " + ticks);
                assertEquals(ticks.size(), ticks.stream().distinct().count(), what + ": " + ticks);
            }
            assertInOrder(xs, plotted.points().stream().mapToDouble(p -> p[0]).toArray(), what);
            assertInOrder(ys, plotted.points().stream().mapToDouble(p -> -p[1]).toArray(), what);
        }
    }

    private static double[] numbers(Random random, boolean positive) {
        double[] numbers = new double[1 + random.nextInt(6)];
        double start = number(random);
        int kind = random.nextInt(3);
        for (int i = 0; i < numbers.length; i++) {
            double x = kind == 0 ? number(random) : kind == 1 ? start + i * Math.ulp(start) : start * (1 + 0.01 * random.nextInt(3));
            if (!Double.isFinite(x)) x = start;
            numbers[i] = positive ? Math.max(Double.MIN_VALUE, Math.abs(x)) : x;
        }
        return numbers;
    }

    private static double number(Random random) {
        double[] special = {0, -0.0, 1, -1, Double.MIN_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, Double.MIN_NORMAL, 9e15, 2e9, 9e304};
        if (random.nextInt(4) == 0) return special[random.nextInt(special.length)];
        double x = Double.longBitsToDouble(random.nextLong());
        return Double.isFinite(x) ? random.nextBoolean() ? x : random.nextGaussian() : 0;
    }

    /** A larger number is not drawn to the left, or below. */
    private static void assertInOrder(double[] numbers, double[] places, String what) {
        for (int i = 0; i < numbers.length; i++) {
            for (int k = 0; k < numbers.length; k++) {
                if (numbers[i] < numbers[k]) assertTrue(places[i] <= places[k], what);
                if (numbers[i] == numbers[k]) assertEquals(places[i], places[k], what);
            }
        }
    }

    @Test
    void ticksSayWhichNumberIsWhere() throws Exception {
        assertEquals(List.of("2e9", "2.002e9", "2.004e9", "2.006e9", "2.008e9", "2.01e9", "2.012e9"), yTicks(2e9, 2.004e9, 2.012e9));
        assertEquals(List.of("6e14", "8e14", "1e15", "1.2e15", "1.4e15"), yTicks(1e15));
        assertEquals(List.of("-1e308", "-5e307", "0", "5e307", "1e308"), yTicks(-1e308, 1e308));
        Picture near = plot("t", "x", "y", line("l", new double[] {1, 1 + 2e-13}));
        assertEquals(List.of("0", "5e-14", "1e-13", "1.5e-13", "2e-13"), new Plotted(near.svg()).yTicks());
        assertTrue(texts(near).contains("y − 1"), texts(near).toString());
        Picture below = plot("t", "x", "loss", line("l", new double[] {-3, -3 - 2e-15}));
        assertTrue(texts(below).contains("loss + 3.000000000000002"), texts(below).toString());
        assertEquals(List.of("0", "5e-201", "1e-200", "1.5e-200", "2e-200"), yTicks(0, 1e-200, 2e-200));
        assertEquals(List.of("0.0", "0.2", "0.4", "0.6", "0.8", "1.0"), yTicks(0, 1));
        assertEquals(List.of("0", "1000000", "2000000", "3000000"), yTicks(0, 3e6).stream().filter(t -> t.matches("0|.*000000")).toList());
    }

    private static List<String> yTicks(double... ys) throws Exception {
        return new Plotted(plot("t", "x", "y", line("l", ys)).svg()).yTicks();
    }

    @Test
    void aLogarithmicAxisShowsEachPowerOfTen() throws Exception {
        double[] fall = IntStream.range(0, 24).mapToDouble(i -> Math.pow(10, -i)).toArray();
        Plotted plotted = new Plotted(plot("loss", "step", "loss", logY(), points("loss", fall, fall)).svg());
        assertEquals(List.of("1e-20", "1e-15", "1e-10", "1e-5", "1"), plotted.yTicks());
        double[] ys = plotted.points().stream().mapToDouble(p -> p[1]).toArray();
        for (int i = 2; i < ys.length; i++) assertEquals(ys[1] - ys[0], ys[i] - ys[i - 1], 0.03, "as far apart as the others");
        plotted = new Plotted(plot("time", "points", "time", logX(), logY(), line("t", new double[] {10, 100, 1000}, new double[] {5, 50, 70})).svg());
        assertEquals(List.of("10", "100", "1000"), plotted.xTicks());
        assertEquals(List.of("5", "10", "20", "50"), plotted.yTicks());
        assertEquals(List.of("3", "3.2", "3.4", "3.6", "3.8", "4"), new Plotted(plot("t", "x", "y", logY(), line("l", new double[] {3, 4})).svg()).yTicks());
    }

    @Test
    void whatIsNotAboveZeroLeavesAGapOnALogarithmicAxis() throws Exception {
        assertEquals(2, lines(plot("t", "x", "y", logY(), line("l", new double[] {1, 2, 0, 2, 1}))).size());
        assertEquals(2, lines(plot("t", "x", "y", logY(), line("l", new double[] {1, 2, -1, 2, 1}))).size());
        assertMessage("\"l\" has nothing to draw: on a logarithmic axis there are only numbers above 0",
                () -> plot("t", "x", "y", logY(), line("l", new double[] {0, -1})));
        assertMessage("above 0", () -> plot("t", "x", "y", logX(), line("l", new double[] {0, -1}, new double[] {1, 2})));
        assertEquals("03-next.svg", plot("next", XS, YS).file().getFileName().toString(), "what failed takes no number");
    }

    @Test
    void theBoundaryIsOnItsOwnSideOnALogarithmicAxisToo() throws Exception {
        Picture picture = plot("Boundary", "x", "y", logX(), boundary((x, y) -> x - 10), points("a", new double[] {1, 100}, new double[] {0, 1}));
        var png = ImageIO.read(picture.png("boundary").toFile());
        assertEquals(0xD1E5F1, png.getRGB(640 - 100, 300) & 0xFFFFFF, "below 10");
        assertEquals(0xFADCD0, png.getRGB(640 + 160, 300) & 0xFFFFFF, "above 10");
    }

    @Test
    void aLongTitleIsWrappedAndALegendHasRows() throws Exception {
        String title = "A title of ninety-five characters that is so very long that it cannot be shown in one line of text";
        List<String> shown = texts(plot(title, XS, YS));
        assertTrue(String.join(" ", shown).contains("so very long"), shown.toString());
        Series[] rates = IntStream.rangeClosed(1, 5).mapToObj(i -> line("learning rate 0.0" + i, LOSSES)).toArray(Series[]::new);
        Picture five = plot("Rates", "step", "loss", rates);
        assertTrue(texts(five).containsAll(Stream.of(rates).map(r -> r.name).toList()), texts(five).toString());
        assertTrue(five.svg().contains("height=\"423\""), "a row more");
    }

    @Test
    void saysWhatIsWrong() {
        assertMessage("the title is null", () -> plot(null, "x", "y", line("f", XS)));
        assertMessage("the name is null", () -> plot(null, XS, YS));
        assertMessage("that of the x axis is null", () -> plot("t", null, "y", line("f", XS)));
        assertMessage("that of the y axis is null", () -> plot("t", "x", null, line("f", XS)));
        assertMessage("A series to plot is null", () -> plot("t", "x", "y", (Series) null));
        assertMessage("ys is null", () -> plot("t", XS, null));
        assertMessage("xs is null", () -> plot("t", null, YS));
        assertMessage("ys is null", () -> line("t", null));
        assertMessage("\"f\": xs has 40 numbers, ys has 5", () -> plot("f", XS, LOSSES));
        assertMessage("\"f\" has nothing to draw: it is empty", () -> line("f", new double[0]));
        assertMessage("\"f\" has nothing to draw: no point", () -> points("f", new double[] {1}, new double[] {Double.NaN}));
        assertMessage("There is nothing to plot", () -> plot("t", "x", "y"));
        assertMessage("There is nothing to plot", () -> plot("t", "x", "y", boundary((x, y) -> x)));
        assertMessage("Two series are called \"a\"", () -> plot("t", "x", "y", line("a", XS), line("a", YS)));
        assertMessage("A boundary needs a score, and it is null", () -> boundary(null));
        assertMessage("is NaN", () -> plot("t", "x", "y", boundary((x, y) -> Double.NaN), points("a", XS, YS)));
        assertFalse(Files.exists(out.resolve("05-test")));
    }

    private static void assertMessage(String part, Runnable code) {
        Exception e = assertThrows(IllegalArgumentException.class, code::run);
        assertTrue(e.getMessage().contains(part), e.getMessage());
    }

    private static List<String> texts(Picture picture) throws Exception {
        return elements(picture, "text").stream().map(e -> e.getTextContent().strip()).toList();
    }

    private static List<Element> lines(Picture picture) throws Exception {
        return elements(picture, "path").stream().filter(e -> e.getAttribute("fill").equals("none")).toList();
    }

    private static int circles(Picture picture, String color) throws Exception {
        return (int) elements(picture, "circle").stream().filter(e -> e.getAttribute("fill").equals(color)).count();
    }

    private static List<Element> elements(Picture picture, String tag) throws Exception {
        Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(picture.svg().getBytes(StandardCharsets.UTF_8)));
        NodeList nodes = document.getElementsByTagName(tag);
        return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
    }
}
