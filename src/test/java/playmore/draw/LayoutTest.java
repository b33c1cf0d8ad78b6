package playmore.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
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
        assertEquals(3399, draw(Graph.of(Graphs.chain(1700)), Engine.BUILT_IN).nodes().size());
    }

    /** As Graphviz goes through them by recursion: with the stacks that a thread and viz-js have it fails at each but the last two. */
    @Test
    void deepAndWideExpressionsAreDrawn() throws Exception {
        Random random = new Random(25);
        Value w = new Value(2, "w"), left = new Value(0), fib = new Value(1, "p"), before = new Value(1, "q"), loss = new Value(0), fan = new Value(0);
        Value some = new Value(1, "x"), right = new Value(0);
        List<Value> wide = new ArrayList<>(), any = new ArrayList<>(List.of(some, w));
        for (int i = 0; i < 845; i++) left = left.add(i);
        for (int i = 0; i < 845; i++) right = new Value(i).add(right);
        for (int i = 0; i < 850; i++) {
            Value next = fib.add(before);
            before = fib;
            fib = next;
        }
        for (int i = 0; i < 200; i++) loss = loss.add(w.mul(new Value(i / 200.0, "x" + i)).sub(i * 0.37 % 1).pow(2));
        for (int i = 0; i < 150; i++) fan = fan.add(w.mul(i));
        for (int i = 0; i < 200; i++) wide.add(w.mul(i).tanh());
        for (int i = 0; i < 200; i++) {
            some = some.add(any.get(any.size() - 1 - random.nextInt(Math.min(20, any.size()))));
            any.add(some);
        }
        for (Value root : List.of(left, right, fib, loss, fan, Value.sum(wide), some)) {
            Graph graph = DrawDot.graph(root);
            int operations = (int) graph.nodes().stream().filter(v -> !v.op().isEmpty()).count();
            assertEquals(graph.nodes().size() + operations, draw(graph, Engine.BUILT_IN).nodes().size());
        }
    }

    @Test
    void aFailureIsOneSentenceWithoutGraphvizsStack() {
        String before = System.getProperty("playmore.graphviz");
        System.setProperty("playmore.graphviz", "built-in");
        try {
            Exception e = assertThrows(IllegalStateException.class, () -> Layout.svg("digraph {"));
            assertTrue(e.getMessage().startsWith("Cannot draw the graph: Graphviz says: ") && e.getMessage().lines().count() == 1, e.getMessage());
            assertEquals(null, e.getCause());
        } finally {
            if (before == null) System.clearProperty("playmore.graphviz");
            else System.setProperty("playmore.graphviz", before);
        }
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

    /** Tells when an update of Graphviz draws otherwise, or its functions have come to mean something else. */
    @Test
    void thisIsTheGraphvizWeKnow() throws IOException {
        assertEquals(Files.readString(Path.of("src/test/resources/playmore/draw/known.svg")), new GraphvizWasm().svg(
                "digraph { rankdir=LR; a [shape=plain, label=<<table><tr><td width=\"40\" bgcolor=\"red\">a</td></tr></table>>]; a -> b }"));
    }

    @Test
    void aThousandPicturesTakeNoMoreMemoryThanAHundred() {
        GraphvizWasm graphviz = new GraphvizWasm();
        List<String> dots = Stream.of(Graphs.chain(1), Graphs.chain(2), Graphs.chain(3)).map(v -> Dot.of(Graph.of(v)).toString()).toList();
        int hundred = 0;
        for (int i = 0; i < 1000; i++) {
            graphviz.svg(dots.get(i % 3));
            if (i == 100) hundred = graphviz.pages();
        }
        assertEquals(hundred, graphviz.pages());
    }

    @Test
    void anInterruptEndsALargeDrawingAndTheNextIsTheSameAsEver() throws Exception {
        GraphvizWasm graphviz = new GraphvizWasm();
        String small = Dot.of(Graph.of(Graphs.small())).toString(), svg = graphviz.svg(small);
        String large = IntStream.range(0, 3000).mapToObj(i -> i * 7919 % 1000 + " -> " + i * 104729 % 999).collect(Collectors.joining("; ", "digraph { ", " }"));
        assertTrue(interrupted(() -> graphviz.svg(large)).getMessage().contains("interrupted"));
        assertEquals(svg, graphviz.svg(small));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void anInterruptEndsDotAndNothingElseBeginsToDraw(@TempDir Path folder) throws Exception {
        Path dot = Files.writeString(folder.resolve("dot"), "#!/bin/sh\nexec sleep 60\n");
        assertTrue(dot.toFile().setExecutable(true));
        assertEquals("interrupted", interrupted(() -> new DotProgram(dot.toString()).svg("digraph {}")).getMessage());
        assertThrows(RuntimeException.class, () -> {
            Thread.currentThread().interrupt();    // as that leaves it
            try {
                new GraphvizWasm().svg("digraph {}");
            } finally {
                Thread.interrupted();
            }
        });
    }

    /** What a drawing ends with whose thread is interrupted when it has begun. */
    private static Exception interrupted(Callable<String> drawing) throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<Exception> end = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                end.complete(new Exception("It was done: " + drawing.call().length() + " characters"));
            } catch (Exception e) {
                end.complete(e);
            }
        });
        thread.start();
        Thread.sleep(500);
        thread.interrupt();
        return end.get(20, TimeUnit.SECONDS);
    }

    @Test
    void pictureIsTheSameWhateverWasDrawnBeforeAndOnWhateverThread() throws Exception {
        List<String> dots = Stream.of(Graphs.small(), Graphs.neuron(), Graphs.network()).map(v -> Dot.of(Graph.of(v)).toString()).toList();
        List<String> alone = dots.stream().map(dot -> new GraphvizWasm().svg(dot)).toList();
        GraphvizWasm shared = new GraphvizWasm();
        ForkJoinPool eight = new ForkJoinPool(8);
        List<String> together = eight.submit(() ->
                IntStream.range(0, 24).parallel().mapToObj(i -> shared.svg(dots.get(i % 3))).toList()).get();
        eight.shutdown();
        for (int i = 0; i < 24; i++) {
            assertEquals(alone.get(i % 3), together.get(i));
        }
    }

    @Test
    void pictureThatLacksAValueIsAFailure() {
        Graph graph = Graph.of(Graphs.small());
        String svg = Layout.svg(Dot.of(graph).toString());
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
