package playmore.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GraphTest {

    /** As a learner writes it in a session, with the mistakes that go with it. */
    private static final class Own implements Node {

        View view;

        Own(String label, String op, Node... children) {
            view = new View(label, 1, 0, op, new ArrayList<>(Arrays.asList(children)));
        }

        @Override
        public View view() {
            return view;
        }
    }

    @Test
    void operandsComeFirstInTheirOrder() {
        Value a = new Value(2, "a"), b = new Value(-3, "b"), c = new Value(10, "c"), f = new Value(-2, "f");
        Value small = a.mul(b).label("e").add(c).label("d").mul(f).label("L");
        assertEquals(List.of("a", "b", "e", "c", "d", "f", "L"), labels(Graph.of(small)));
    }

    @Test
    void isASnapshot() {
        Value a = new Value(2, "a");
        Graph graph = Graph.of(a.mul(a).label("b"));
        a.data = 3;
        a.grad = 4;
        a.label("c");
        assertEquals(new Graph.Item("a", 2, 0, "", List.of()), graph.nodes().get(0));
    }

    @Test
    void sameValueIsOneNodeAndEqualValuesAreTwo() {
        Value x = new Value(1, "x");
        assertEquals(List.of(0, 0), Graph.of(x.add(x)).root().children());
        assertEquals(List.of(0, 1), Graph.of(x.add(new Value(1, "x"))).root().children());
    }

    @Test
    void missingLabelAndOperationAreEmpty() {
        assertEquals(new Graph.Item("", 1, 0, "", List.of()), Graph.of(new Own(null, null)).root());
    }

    @Test
    void depthIsNoLimit() {
        Value v = new Value(1, "x");
        for (int i = 1; i < 100_000; i++) {
            v = v.relu();
        }
        assertEquals(100_000, Graph.of(v, 100_000).nodes().size());
        Value tooLarge = v.relu();
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Graph.of(tooLarge, 100_000)).getMessage().contains("more than 100,000 values"));
        assertEquals(100_001, Graph.of(tooLarge).nodes().size());
    }

    @Test
    void knowsTheUsesOfEachNode() {
        Value a = new Value(2, "a"), b = a.mul(a), c = b.add(a);
        Graph graph = Graph.of(c);
        assertEquals(List.of(a, b, c), graph.origins());
        assertEquals(List.of(new Graph.Use(1, 0), new Graph.Use(1, 1), new Graph.Use(2, 1)), graph.uses(0));
        assertEquals(List.of(new Graph.Use(2, 0)), graph.uses(1));
        assertEquals(List.of(), graph.uses(2));
    }

    @Test
    void whatItHandsOutCannotBeChanged() {
        Graph graph = Graph.of(new Value(2, "a").add(1));
        assertThrows(UnsupportedOperationException.class, () -> graph.uses(0).clear());
        List<Integer> children = new ArrayList<>(List.of(0, 0));
        Graph own = new Graph(List.of(new Graph.Item("x", 2, 6, "", List.of()), new Graph.Item("y", 4, 1, "*", children)));
        children.clear();
        assertEquals(List.of(0, 0), own.root().children());
        assertThrows(IllegalArgumentException.class, () -> new Graph(List.of()));
    }

    /** As in the lecture's Python. */
    @Test
    void oneOperandOfASetOfChildrenIsUsedTwice() {
        Node a = () -> new Node.View("a", 3, 0, "", List.of());
        assertEquals(List.of(0, 0), Graph.of(() -> new Node.View("r", 9, 0, "*", List.of(a))).root().children());
        assertEquals(List.of(0, 0), Graph.of(() -> new Node.View("r", 6, 0, "+", List.of(a))).root().children());
        assertEquals(List.of(0), Graph.of(() -> new Node.View("r", 3, 0, "+", List.of(a))).root().children());
        assertEquals(List.of(0), Graph.of(() -> new Node.View("r", 9, 0, "tanh", List.of(a))).root().children());
    }

    @Test
    void mayBePutTogetherByHand() {
        Graph.Item x = new Graph.Item("x", 2, 6, "", List.of()), y = new Graph.Item("y", 4, 1, "*", List.of(0, 0));
        Graph graph = new Graph(List.of(x, y));
        assertEquals(List.of(x, y), graph.nodes());
        assertEquals(y, graph.root());
        assertTrue(x.isLeaf() && !y.isLeaf());
        assertEquals(List.of(new Graph.Use(1, 0), new Graph.Use(1, 1)), graph.uses(0));
        assertEquals(List.of(), graph.origins());
    }

    /** A class may make its list of operands, or even the operands, whenever it is asked. */
    @Test
    void asksEachNodeOnce() {
        Node[] x = new Node[1];
        x[0] = () -> new Node.View("y", 1, 0, "tanh", List.of((Node) () -> new Node.View("x", 1, 0, "", List.of())));
        assertEquals(List.of("x", "y"), labels(Graph.of(x[0])));
    }

    @Test
    void endlessExpressionIsRefused() {
        Node endless = new Node() {
            @Override
            public View view() {
                Node outer = this;
                return new View("x", 1, 0, "+", List.of(new Node() {
                    @Override
                    public View view() {
                        return outer.view();
                    }
                }));
            }
        };
        assertTrue(refused(endless).contains("more than 1,000,000 values"));
    }

    @Test
    void cycleIsRefusedByName() {
        Own a = new Own("a", "+"), b = new Own("b", "*", a);
        a.view = new Node.View("a", 1, 0, "+", List.of(b));
        String message = refused(new Own("c", "tanh", a));
        assertTrue(message.contains("cycle") && message.contains("The Own called \"b\""), message);
    }

    @Test
    void selfIsACycleToo() {
        Own a = new Own("", "+");
        a.view = new Node.View("", 1, 0, "+", List.of(a));
        assertTrue(refused(a).contains("The Own without a label is made"));
    }

    @Test
    void brokenViewsAreRefused() {
        assertTrue(refused(null).contains("the value is null"));
        Own a = new Own("a", "");
        a.view = null;
        assertTrue(refused(new Own("b", "tanh", a)).contains("its view() is null"));
        a.view = new Node.View("a", 1, 0, "", null);
        assertTrue(refused(a).contains("The Own called \"a\" has children that are null"));
        assertTrue(refused(new Own("b", "+", a, null)).contains("a null among its children"));
    }

    private static String refused(Node root) {
        return assertThrows(IllegalArgumentException.class, () -> Graph.of(root)).getMessage();
    }

    private static List<String> labels(Graph graph) {
        return graph.nodes().stream().map(Graph.Item::label).toList();
    }
}
