package playmore.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import playmore.engine.Value;

class LayoutTest {

    @ParameterizedTest
    @ValueSource(strings = {"dot", "v8", "nashorn"})
    void showsEveryValueOperationAndEdge(String engine) throws Exception {
        assumeTrue(isHere(engine));
        Value loss = engine.equals("nashorn") ? Graphs.smallLoss() : Graphs.loss();    // the whole one takes it half a minute
        for (Value root : List.of(Graphs.small(), Graphs.neuron(), Graphs.network(), loss)) {
            Graph graph = Graph.of(root);
            Drawn drawn = draw(graph, engine);
            int operations = (int) graph.nodes().stream().filter(v -> !v.op().isEmpty()).count();
            int uses = graph.nodes().stream().mapToInt(v -> v.children().size()).sum();
            assertEquals(graph.nodes().size() + operations, drawn.nodes().size());
            assertEquals(operations + uses, drawn.edges().size());
            for (int i = 0; i < graph.nodes().size(); i++) {
                Graph.Item v = graph.nodes().get(i);
                List<String> shown = drawn.nodes().get("v" + i);
                assertEquals(List.of("data " + Dot.number(v.data()), "grad " + Dot.number(v.grad())),
                        shown.subList(shown.size() - 2, shown.size()));
                assertEquals(v.label(), shown.size() == 4 ? shown.get(1) : "");
                if (!v.op().isEmpty()) assertEquals(List.of("op", v.op()), drawn.nodes().get("o" + i));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dot", "v8", "nashorn"})
    void sameGraphGivesTheSameBytes(String engine) {
        assumeTrue(isHere(engine));
        String dot = Dot.of(Graph.of(Graphs.small()));
        assertEquals(Layout.svg(dot, engine), Layout.svg(dot, engine));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dot", "v8", "nashorn"})
    void anyLabelIsShownAsItIs(String engine) throws Exception {
        assumeTrue(isHere(engine));
        String[] parts = {"a", "Z", "7", " ", "  ", "\"", "'", "{", "}", "|", "<", ">", "&", "\\", "\\N", "\\G", "\\l",
            "\n", "\r\n", "\t", "\0", "\u001b", "\u0085", "\u2028", "\u00a0", "\uD83D", "\uFFFE", "-", "--", "-->", "<!--",
            "]]>", "<b>", "</td>", "&amp;", "&#0;", "&#x41;", "&nbsp;", "%s", "${x}", "$1", "\"]", ";", "#", "//", "/*",
            "<img src='x'>", "image=\"x\"", "fontname=\"x\"", "😀", "👩‍💻", "λ", "日本", "e\u0301", "ß", "\u202e", "x".repeat(10_000)};
        Random random = new Random(6);
        Value sum = new Value(0, "start");
        for (int i = 0; i < (engine.equals("nashorn") ? 30 : 150); i++) {
            StringBuilder label = new StringBuilder();
            for (int k = random.nextInt(8); k >= 0; k--) {
                label.append(parts[random.nextInt(parts.length)]);
            }
            sum = sum.add(new Value(i, label.toString()));
        }
        Graph graph = Graph.of(sum);
        Drawn drawn = draw(graph, engine);
        for (int i = 0; i < graph.nodes().size(); i++) {
            List<String> shown = drawn.nodes().get("v" + i);
            assertEquals(Dot.shorten(graph.nodes().get(i).label(), 24), shown.size() == 4 ? shown.get(1) : "");
        }
    }

    @Test
    void largestGraphThatIsNotRefusedIsDrawn() throws Exception {
        assertEquals(3999, draw(Graph.of(Graphs.chain(2000)), "v8").nodes().size());
    }

    @Test
    void engineThatIsUnknownIsNamed() {
        String unknown = assertThrows(IllegalStateException.class, () -> Layout.svg("digraph { a }", "viz")).getMessage();
        assertTrue(unknown.contains("\"viz\"") && unknown.contains("dot, v8, nashorn"), unknown);
    }

    @Test
    void whatGraphvizRefusesIsAFailureAndTheNextGraphIsDrawn() throws Exception {
        assertThrows(IllegalStateException.class, () -> Layout.svg("digraph { a [label=<<b>] }", "v8"));
        assertEquals(10, draw(Graph.of(Graphs.small()), "v8").nodes().size());
    }

    @Test
    void pictureThatLacksAValueIsAFailure() {
        Graph graph = Graph.of(Graphs.small());
        String svg = Layout.svg(Dot.of(graph), "v8");
        assertThrows(IllegalStateException.class, () -> Svg.of(graph, ""));
        assertThrows(IllegalStateException.class, () -> Svg.of(graph, svg.replace("<title>v3</title>", "")));
        assertThrows(IllegalStateException.class, () -> Svg.of(graph, svg.substring(0, svg.length() - 10)));
    }

    private static Drawn draw(Graph graph, String engine) throws Exception {
        String svg = Svg.of(graph, Layout.svg(Dot.of(graph), engine));
        assertFalse(svg.contains("<title>%3<"), "the graph has no name");
        return Drawn.of(svg);
    }

    private static boolean isHere(String engine) {
        return !engine.equals("dot") || Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "dot")));
    }
}
