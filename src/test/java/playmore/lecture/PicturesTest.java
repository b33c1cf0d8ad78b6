package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands in the chapters' pictures. */
class PicturesTest {

    @Test
    void gradientsFillInPictureByPictureInChapter05() {
        List<String> filled = List.of("", "L", "Ld", "Ldf", "Ldfce", "Ldfcea", "Ldfceab");
        Map<String, String> data = Map.of("L", "-8.0000", "d", "4.0000", "f", "-2.0000", "c", "10.0000",
                "e", "-6.0000", "a", "2.0000", "b", "-3.0000");
        Map<String, String> grad = Map.of("L", "1.0000", "d", "-2.0000", "f", "4.0000", "c", "-2.0000",
                "e", "-2.0000", "a", "6.0000", "b", "-4.0000");
        for (int i = 0; i < filled.size(); i++) {
            Map<String, String> expected = new TreeMap<>();
            for (String node : data.keySet()) {
                expected.put(node, "data " + data.get(node) + " | grad " + (filled.get(i).contains(node) ? grad.get(node) : "0.0000"));
            }
            assertEquals(expected, nodes("05-manual-backprop", "0" + (i + 1) + "-L"), "picture " + (i + 1));
        }
    }

    @Test
    void gradientsFillInPictureByPictureInChapter08() {
        List<List<String>> steps = List.of(List.of(), List.of("o"), List.of("n"), List.of("x1w1 + x2w2", "b"),
                List.of("x1w1", "x2w2"), List.of("x1", "w1"), List.of("x2", "w2"));
        Map<String, String> data = Map.of("o", "0.7071", "n", "0.8814", "x1w1 + x2w2", "-6.0000", "b", "6.8814",
                "x1w1", "-6.0000", "x2w2", "0.0000", "x1", "2.0000", "w1", "-3.0000", "x2", "0.0000", "w2", "1.0000");
        Map<String, String> grad = Map.of("o", "1.0000", "x1", "-1.5000", "w1", "1.0000", "w2", "0.0000");
        Map<String, String> expected = new TreeMap<>();
        data.forEach((node, number) -> expected.put(node, "data " + number + " | grad 0.0000"));
        for (int i = 0; i < steps.size(); i++) {
            for (String node : steps.get(i)) {
                expected.put(node, "data " + data.get(node) + " | grad " + grad.getOrDefault(node, "0.5000"));
            }
            assertEquals(expected, nodes("08-neuron-backprop", "0" + (i + 1) + "-o"), "picture " + (i + 1));
        }
    }

    /** Of each node with a label, its numbers. */
    private static Map<String, String> nodes(String chapter, String picture) {
        String[] words = words(chapter, picture).split(" \\| ");
        Map<String, String> nodes = new TreeMap<>();
        for (int i = 0; i + 2 < words.length; i++) {
            if (words[i + 1].startsWith("data ")) nodes.put(words[i], words[i + 1] + " | " + words[i + 2]);
        }
        return nodes;
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "04-draw-graph;           01-L; a 2.0000 0.0000, b -3.0000 0.0000, c 10.0000 0.0000, d 4.0000 0.0000, e -6.0000 0.0000, f -2.0000 0.0000, L -8.0000 0.0000",
        "04-draw-graph;           02-d; d 4.0000 0.0000",
        "06-optimization-step;    01-L; a 2.0000 6.0000, L -8.0000 1.0000",
        "06-optimization-step;    03-L; a 2.0600 6.0000, e -6.2624 0.0000, L -7.2865 0.0000",
        "07-neuron;               03-n; x1w1 + x2w2 -6.0000 0.0000",
        "07-neuron;               04-o; o 0.6044 0.0000",
        "07-neuron;               05-o; b 111.0000 0.0000, n 105.0000 0.0000, o 1.0000 0.0000",
        "09-backward-per-op;      01-o; o 0.7071 1.0000, n 0.8814 0.0000",
        "09-backward-per-op;      02-o; o 0.7071 1.0000, n 0.8814 0.5000, x1w1 -6.0000 0.5000, x1 2.0000 0.0000",
        "09-backward-per-op;      03-o; o 0.7071 1.0000, x1 2.0000 -1.5000, w1 -3.0000 1.0000",
        "10-backward-graph;       04-c; a 3.0000 0.0000, b: went too early 6.0000 2.0000",
        "10-backward-graph;       06-c; a 3.0000 4.0000, b 6.0000 2.0000",
        "10-backward-graph;       01-o; x1 2.0000 0.0000",
        "10-backward-graph;       02-o; x1 2.0000 -1.5000",
        "11-accumulate-gradients; 01-b; a 3.0000 1.0000",
        "11-accumulate-gradients; 02-f; a -2.0000 3.0000, b 3.0000 -2.0000",
        "11-accumulate-gradients; 04-b; a 3.0000 2.0000",
        "11-accumulate-gradients; 05-f; a -2.0000 -3.0000, b 3.0000 -8.0000, d -6.0000 1.0000, e 1.0000 -6.0000, f -6.0000 1.0000",
        "11-accumulate-gradients; 07-y; x 0.5000 0.8553",
        "12-more-operations;      01-q; q 0.5000 1.0000",
        "12-more-operations;      02-m; m -2.0000 1.0000",
        "12-more-operations;      03-o; x1 2.0000 -1.5000",
        "13-pytorch;              01-o; n 0.8814 0.5000",
        "14-neural-net;           04-out; out -0.8378 1.0000",
        "15-loss;                 03-loss; loss 6.0624 1.0000"})
    void graphsShowDataAndGradients(String chapter, String picture, String expected) {
        Map<String, String> nodes = nodes(chapter, picture);
        for (String node : expected.split(", ")) {
            String[] labelAndNumbers = node.split(" (?=-?\\d+[.]\\d{4} )");
            assertEquals("data " + labelAndNumbers[1].replace(" ", " | grad "), nodes.get(labelAndNumbers[0]), () -> node + " in " + nodes);
        }
    }

    @Test
    void aPieceOfAGraphIsWithoutTheRest() {
        assertFalse(nodes("04-draw-graph", "02-d").containsKey("L"));
        assertFalse(words("07-neuron", "03-n").contains("tanh"));
        assertTrue(words("07-neuron", "04-o").contains("tanh"));
    }

    @Test
    void networksAreDrawnWhole() {
        Map<String, String> neuron = nodes("14-neural-net", "02-out"), network = nodes("14-neural-net", "04-out");
        assertTrue(neuron.keySet().containsAll(List.of("x1", "x2", "w1", "w2", "b")), neuron::toString);
        assertEquals(41, network.keySet().stream().filter(label -> label.matches("[wb]\\[.*")).count());
        assertEquals(9, count("tanh", "14-neural-net", "04-out"));
        assertEquals(4, count("**2", "15-loss", "03-loss"));
        assertEquals(36, count("tanh", "15-loss", "03-loss"));
        for (int i = 1; i <= 4; i++) assertTrue(nodes("15-loss", "03-loss").containsKey("prediction " + i));
    }

    private static long count(String word, String chapter, String picture) {
        return Arrays.stream(words(chapter, picture).split(" \\| ")).filter(word::equals).count();
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "01-derivative;       01-The-parabola-f;                           The parabola f",
        "01-derivative;       02-From-secant-to-tangent;                   f / h = 4 / h = 2 / h = 0.00001 / x = 3, 5 and 7",
        "17-gradient-descent; 02-Loss-by-step;                             step",
        "17-gradient-descent; 04-Three-learning-rates;                     rate 0.0001 / rate 0.05 / rate 1",
        "18-zero-grad;        01-Loss-with-and-without-zeroed-gradients;   gradients left standing / gradients zeroed",
        "20-moons;            01-two-moons;                                1, the lower moon / -1, the upper moon",
        "20-moons;            03-decision-boundary;                        1, the lower moon / -1, the upper moon",
        "21-exercises;        01-swish-and-relu;                           swish / relu",
        "22-efficiency;       03-time-of-a-step;                           eager / replay"})
    void plotsNameTheirSeries(String chapter, String picture, String expected) {
        List<String> words = List.of(words(chapter, picture).split(" \\| "));
        for (String series : expected.split(" / ")) {
            assertTrue(words.contains(series), () -> series + " in " + words);
        }
    }

    @Test
    void aPngIsLargeEnoughToRead() throws IOException {
        assertTrue(ImageIO.read(Chapters.transcript("04-draw-graph").folder().resolve("expression.png").toFile()).getWidth() > 1000);
    }

    @ParameterizedTest
    @MethodSource("chapters")
    void noFileIsEmpty(String chapter) throws IOException {
        Transcript run = Chapters.transcript(chapter);
        for (String file : run.files()) assertTrue(Files.size(run.folder().resolve(file)) > 0, file);
    }

    static Stream<String> chapters() throws IOException {
        return Chapters.scripts().stream().map(JShellProcess::name);
    }

    private static String words(String chapter, String picture) {
        return Chapters.transcript(chapter).words(picture);
    }
}
