package playmore.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import playmore.Needs;
import playmore.engine.Graph;
import playmore.engine.Value;
import playmore.explain.Expression;

class LayoutTest {

    private enum Engine {

        BUILT_IN {
            @Override
            String svg(String dot) {
                return new GraphvizWasm().svg(dot);
            }
        },

        /** Where the environment's PLAYMORE_DOT says it is, the program or its folder; else on the PATH. */
        DOT {
            @Override
            String svg(String dot) throws IOException {
                String asked = System.getenv("PLAYMORE_DOT");
                Stream<Path> places = asked != null ? Stream.of(Path.of(asked), Path.of(asked, "dot"))
                        : Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(folder -> Path.of(folder, "dot"));
                Path program = places.filter(f -> Files.isRegularFile(f) && Files.isExecutable(f)).findFirst().orElse(null);
                Needs.that(program != null, "there is no dot");
                return new DotProgram(program.toString()).svg(dot);
            }
        };

        abstract String svg(String dot) throws IOException;
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void showsEveryValueOperationAndEdge(Engine engine) throws Exception {
        for (Value root : List.of(Graphs.small(), Graphs.neuron(), Graphs.network(), Graphs.loss())) {
            Graph graph = Graph.of(root);
            Drawn drawn = draw(graph, engine);
            Expression names = new Expression(graph);
            int operations = (int) graph.nodes().stream().filter(v -> !v.op().isEmpty()).count();
            int uses = graph.nodes().stream().mapToInt(v -> v.children().size()).sum();
            assertEquals(graph.nodes().size() + operations, drawn.nodes().size());
            assertEquals(operations + uses, drawn.edges().size());
            for (int i = 0; i < graph.nodes().size(); i++) {
                Graph.Item v = graph.nodes().get(i);
                List<String> shown = drawn.nodes().get("v" + i);
                assertEquals(List.of("data " + Dot.number(v.data()), "grad " + Dot.number(v.grad())),
                        shown.subList(shown.size() - 2, shown.size()));
                assertEquals(Dot.name(names, i), shown.size() == 4 ? shown.get(1) : "");
                if (!v.op().isEmpty()) assertEquals(List.of("op", v.op()), drawn.nodes().get("o" + i));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void sameGraphGivesTheSameBytes(Engine engine) throws IOException {
        String dot = Dot.of(Graph.of(Graphs.small())).toString();
        assertEquals(engine.svg(dot), engine.svg(dot));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void anyLabelIsShownAsItIs(Engine engine) throws Exception {
        String[] parts = {"a", "Z", "7", " ", "  ", "\"", "'", "{", "}", "|", "<", ">", "&", "\\", "\\N", "\\G", "\\l",
            "\n", "\r\n", "\t", "\0", "\u001b", "\u0085", "\u2028", "\u00a0", "\uD83D", "\uFFFE", "-", "--", "-->", "<!--",
            "]]>", "<b>", "</td>", "&amp;", "&#0;", "&#x41;", "&nbsp;", "%s", "${x}", "$1", "\"]", ";", "#", "//", "/*",
            "<img src='x'>", "image=\"x\"", "fontname=\"x\"", "😀", "👩‍💻", "λ", "日本", "e\u0301", "ß", "\u202e", "x".repeat(10_000)};
        Random random = new Random(6);
        Value sum = new Value(0, "start");
        for (int i = 0; i < 150; i++) {
            StringBuilder label = new StringBuilder();
            for (int k = random.nextInt(8); k >= 0; k--) {
                label.append(parts[random.nextInt(parts.length)]);
            }
            sum = sum.add(new Value(i, label.toString()));
        }
        Graph graph = Graph.of(sum);
        Drawn drawn = draw(graph, engine);
        Expression names = new Expression(graph);
        for (int i = 0; i < graph.nodes().size(); i++) {
            List<String> shown = drawn.nodes().get("v" + i);
            assertEquals(Dot.shorten(Dot.name(names, i), 24), shown.size() == 4 ? shown.get(1) : "");
        }
    }

    @Test
    void largestGraphThatIsNotRefusedIsDrawn() throws Exception {
        assertEquals(3999, draw(Graph.of(Graphs.chain(2000)), Engine.BUILT_IN).nodes().size());
    }

    @Test
    void whatGraphvizRefusesIsAFailureAndTheNextGraphIsTheSameAsEver() {
        GraphvizWasm graphviz = new GraphvizWasm();
        String dot = Dot.of(Graph.of(Graphs.small())).toString(), svg = graphviz.svg(dot);
        for (String refused : List.of("digraph { a [label=<<b>] }", "digraph { a -> ", "graph { a -> b }", "", "\0", "x".repeat(100_000))) {
            String message = assertThrows(IllegalStateException.class, () -> graphviz.svg(refused)).getMessage();
            assertTrue(message.startsWith("Graphviz says: "), message);
            assertEquals(svg, graphviz.svg(dot));
        }
    }

    @Test
    void pictureIsTheSameWhateverWasDrawnBeforeAndOnWhateverThread() {
        List<String> dots = Stream.of(Graphs.small(), Graphs.neuron(), Graphs.network()).map(v -> Dot.of(Graph.of(v)).toString()).toList();
        List<String> alone = dots.stream().map(dot -> new GraphvizWasm().svg(dot)).toList();
        GraphvizWasm shared = new GraphvizWasm();
        List<String> together = IntStream.range(0, 96).parallel().mapToObj(i -> shared.svg(dots.get(i % 3))).toList();
        for (int i = 0; i < 96; i++) {
            assertEquals(alone.get(i % 3), together.get(i));
        }
    }

    @Test
    void pictureThatLacksAValueIsAFailure() {
        Graph graph = Graph.of(Graphs.small());
        String svg = Layout.svg(Dot.of(graph));
        assertThrows(IllegalStateException.class, () -> GraphSvg.of(graph, ""));
        assertThrows(IllegalStateException.class, () -> GraphSvg.of(graph, svg.replace("<title>v3</title>", "")));
        assertThrows(IllegalStateException.class, () -> GraphSvg.of(graph, svg.substring(0, svg.length() - 10)));
    }

    private static Drawn draw(Graph graph, Engine engine) throws Exception {
        String svg = GraphSvg.of(graph, engine.svg(Dot.of(graph).toString()));
        assertFalse(svg.matches("(?s).*<title>%\\d+<.*"), "the graph has no name");
        return Drawn.of(svg);
    }
}
