package playmore.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import playmore.engine.Graph;
import playmore.engine.Node;
import playmore.engine.Value;

class DotTest {

    @Test
    void oneRowAValueOneNodeAnOperation() {
        String dot = dot(Graphs.small());
        assertEquals(7, count(dot, "<table"));
        assertEquals(3, count(dot, "\"class\"=\"op\""));
        assertEquals(9, count(dot, " -> "));
        assertTrue(dot.contains(">e</font></td>") && dot.contains(">data -6.0000<") && dot.contains(">grad -2.0000<"), dot);
        assertTrue(dot.contains("\"v2\":e -> \"o4\"\n") && dot.contains("\"v3\":e -> \"o4\"\n") && dot.contains("\"o4\" -> \"v4\":w\n"), dot);
    }

    @Test
    void valueUsedTwiceHasTwoEdges() {
        Value x = new Value(1, "x");
        assertEquals(2, count(dot(x.add(x)), "\"v0\":e -> \"o1\" [\"minlen\"=\"2\"]\n"));
    }

    @Test
    void graphsWithLongArrowsAreLaidOutWithLessPatience() {
        assertEquals(1325, Dot.length(Graph.of(usedInARow(50))));
        assertTrue(dot(usedInARow(50)).contains("\"nslimit\"=\"0.1\""));
        assertFalse(dot(usedInARow(40)).contains("nslimit"));
        assertFalse(dot(Graphs.loss()).contains("nslimit"));
    }

    /** Each use is a column further on: ((w + w) + w) + w. */
    static Value usedInARow(int times) {
        Value w = new Value(1, "w"), sum = w;
        for (int i = 0; i < times; i++) sum = sum.add(w);
        return sum;
    }

    @Test
    void sameExpressionGivesTheSameText() {
        assertEquals(dot(Graphs.loss()), dot(Graphs.loss()));
    }

    @Test
    void operandsWithoutAnOperationLeadStraightToTheValue() {
        Node a = () -> new Node.View("a", 1, 0, "", List.of());
        assertTrue(dot(() -> new Node.View("b", 1, 0, "", List.of(a))).contains("\"v0\":e -> \"v1\":w\n"));
    }

    @Test
    void numbersDoNotDependOnTheLocale() {
        Locale before = Locale.getDefault();
        try {
            String root = dot(Graphs.neuron());
            for (String locale : List.of("de-DE", "tr-TR", "ar-EG-u-nu-arab")) {
                Locale.setDefault(Locale.forLanguageTag(locale));
                assertEquals(root, dot(Graphs.neuron()), locale);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.0000", "-0.0, 0.0000", "2, 2.0000", "-3.14159, -3.1416", "99999.5, 99999.5000",
        "100000, 1.000e+05", "-1e300, -1.000e+300", "0.0001, 0.0001", "0.00004, 4.000e-05", "4.9e-324, 4.900e-324",
        "NaN, NaN", "Infinity, Infinity", "-Infinity, -Infinity"
    })
    void numbersHaveFourDecimalsWhereTheySayEnough(double x, String shown) {
        assertEquals(shown, Dot.number(x));
    }

    @Test
    void rolesGoByPlaceAndName() {
        Value x = new Value(1, "x"), b = new Value(1, "b"), w = new Value(1, "w[0,2]");
        String dot = dot(x.mul(w).add(b).mul(2));
        assertEquals(List.of("input", "parameter", "result", "parameter", "result", "constant", "output"), classes(dot));
    }

    @Test
    void withoutAWeightABIsAnInput() {
        assertEquals(List.of("input", "input", "result", "input", "result", "input", "output"),
                classes(dot(Graphs.small())));
    }

    @Test
    void shadeShowsSignAndSizeOfTheGradient() {
        assertEquals(List.of("#ffffff", "#f7c5b1"), shades(1, 0));
        assertEquals(List.of("#9ac6df", "#f7c5b1"), shades(1, -4));
        assertEquals(List.of("#d0d0d0", "#f7c5b1"), shades(1, Double.NaN));
        assertEquals(List.of("#67a9cf", "#ffffff"), shades(0, Double.NEGATIVE_INFINITY));
        assertEquals(List.of("#ffffff", "#ef8a62"), shades(Double.MAX_VALUE, -0.0));
    }

    @Test
    void aResultWithoutALabelHasTheNameThatExplainGivesIt() {
        Value a = new Value(3, "a"), b = new Value(-2, " ");
        String dot = dot(a.mul(2).add(b).tanh().add(a.tanh()));
        String ink = "#24292e ", grey = "#57606a ";
        assertEquals(List.of(ink + "a", "none", grey + "(a · 2)", "none", grey + "v4", grey + "v5", grey + "tanh(a)", "#ffffff out"),
                dot.lines().filter(l -> l.contains("<table")).map(l -> l.contains("\"></td>") ? "none"
                        : l.replaceAll(".*?<font color=\"(#\\w+)\">(.*?)</font>.*", "$1 $2")).toList());
    }

    @Test
    void longLabelsAreShortened() {
        assertEquals("x".repeat(23) + "…", Dot.shorten("x".repeat(10_000), 24));
        assertEquals("x".repeat(24), Dot.shorten("x".repeat(24), 24));
        assertEquals("😀😀…", Dot.shorten("😀😀😀😀", 3));
        assertEquals("a b", Dot.shorten("\0 a\r\n\t\u2028\uD800\uFFFFb\u0007", 24));
    }

    private static String dot(Node root) {
        return Dot.of(Graph.of(root)).toString();
    }

    private static List<String> classes(String dot) {
        return dot.lines().filter(l -> l.contains("\"shape\"=\"plain\"")).map(l -> l.replaceAll(".*\"class\"=\"(\\w+)\".*", "$1")).toList();
    }

    /** Those of a leaf with gradient {@code leaf} and its result with gradient {@code root}. */
    private static List<String> shades(double root, double leaf) {
        Value a = new Value(1, "a"), b = a.tanh();
        a.grad = leaf;
        b.grad = root;
        return dot(b).lines().filter(l -> l.contains("<table"))
                .map(l -> l.replaceAll(".*bgcolor=\"(#\\w+)\"><font color=\"#\\w+\">grad.*", "$1")).toList();
    }

    private static int count(String text, String part) {
        assertFalse(part.isEmpty());
        return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
    }
}
