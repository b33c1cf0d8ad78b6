package playmore.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import playmore.SystemOut;
import playmore.engine.Graph;
import playmore.engine.Node;
import playmore.engine.Value;

class ExplainTest {

    private final Value a = new Value(-2.0, "a"), b = new Value(3.0, "b");
    private final Value d = a.mul(b).label("d"), e = a.add(b).label("e"), f = d.mul(e).label("f");

    @Test
    void tellsOfEachUseAndTheSum() {
        f.backward();
        assertEquals("""
                df/da = 3 − 6 = −3, a sum over 2 uses:
                  d = a · b     df/dd · dd/da = 1 · 3 = 3, dd/da = b = 3
                  e = a + b     df/de · de/da = −6 · 1 = −6, de/da = 1
                  a.grad holds it.
                """, explained(f, a));
        assertEquals("""
                df/dd = df/df · df/dd = 1 · 1 = 1
                  f = d · e     df/dd = e = 1
                  d.grad holds it.
                """, explained(f, d));
    }

    @Test
    void noticesWhatMayHaveHappened() {
        assertTrue(explained(f, a).endsWith("  a.grad holds 0, like all the others: backward() has not run yet.\n"));
        f.backward();
        f.backward();
        f.backward();
        assertTrue(explained(f, a).endsWith("  a.grad holds −9, 3 times that: backward() ran 3 times, and nobody set the gradients back to 0.\n"));
        a.grad = 3;
        assertTrue(explained(f, a).endsWith("  a.grad holds 3, what one use alone gives: is there an = where there should be a +=?\n"));
        a.grad = 7;
        assertTrue(explained(f, a).contains("a.grad holds 7, which is another number"));
    }

    /** Told as it is, in words: what the relu of NaN passes on, and what NaN before backward means. */
    @Test
    void tellsOfWhatIsNoNumber() {
        Value z = new Value(Double.NaN, "z"), r = z.relu().label("r");
        r.backward();
        assertEquals("""
                dr/dz = dr/dr · dr/dz = 1 · 1 = 1
                  r = relu(z)     dr/dz = 1, as z is not ≤ 0
                  z.grad holds it.
                """, explained(r, z));
        Value q = new Value(-8.0, "q"), c = q.pow(0.5).label("c");
        String rule = """
                dc/dq = dc/dc · dc/dq = 1 · NaN = NaN
                  c = q^0.5     dc/dq = 0.5 · q^−0.5 = NaN
                """;
        assertEquals(rule + "  q.grad holds 0, like all the others: backward() has not run yet.\n", explained(c, q));
        c.backward();
        assertEquals(rule + "  q.grad holds it.\n", explained(c, q));
        q.grad = 1;
        assertEquals(rule + "  q.grad holds 1, and not NaN: was data changed since?\n", explained(c, q));
    }

    @Test
    void tellsInfinitiesApart() {
        Value x = new Value(0.0, "x"), y = x.log().label("y");
        y.backward();
        assertTrue(explained(y, x).startsWith("dy/dx = dy/dy · dy/dx = 1 · ∞ = ∞\n  y = log(x)     dy/dx = 1 / x = ∞\n"), explained(y, x));
        assertTrue(explained(y, x).endsWith("  x.grad holds it.\n"), explained(y, x));
        String another = ", which is another number: was data changed since, or did backward() start from another result?\n";
        x.grad = Double.NEGATIVE_INFINITY;
        assertTrue(explained(y, x).endsWith("  x.grad holds −∞" + another), explained(y, x));
        x.grad = 3;
        assertTrue(explained(y, x).endsWith("  x.grad holds 3" + another), explained(y, x));
        Value big = new Value(12.0, "big"), t = big.tanh().label("t");
        assertTrue(explained(t, big).endsWith("  big.grad holds 0, like all the others: backward() has not run yet.\n"), explained(t, big));
        t.backward();
        assertTrue(explained(t, big).endsWith("  big.grad holds it.\n"), explained(t, big));
        big.grad *= 1.000001;
        assertTrue(explained(t, big).endsWith(another), explained(t, big));
    }

    @Test
    void countsWholeTimesAlone() {
        f.backward();
        f.backward();
        assertTrue(explained(f, a).endsWith("  a.grad holds −6, 2 times that: backward() ran 2 times, and nobody set the gradients back to 0.\n"), explained(f, a));
        a.grad = -7.5;
        assertTrue(explained(f, a).contains("a.grad holds −7.5, which is another number"), explained(f, a));
        a.grad = 0;
        assertTrue(explained(f, a).contains("a.grad holds 0, which is another number"), explained(f, a));
        d.grad = 2;        // a result is not added to from pass to pass
        assertTrue(explained(f, d).contains("d.grad holds 2, which is another number"), explained(f, d));
    }

    @Test
    void tellsOfTheResultItself() {
        f.backward();
        assertEquals("df/df = 1\n  the result itself: here the walk back begins\n  f.grad holds it.\n", explained(f, f));
    }

    @Test
    void saysOfAnOperationOfOnesOwnThatItsRuleIsNotKnown() {
        Node x = () -> new Node.View("x", 2, 5, "", List.of());
        Node s = () -> new Node.View("s", 3, 1, "swish", List.of(x));
        assertEquals("""
                ds/dx = ds/ds · ds/dx = 1 · NaN = NaN
                  s = swish(x)     ds/dx = ? = NaN
                  x.grad holds 5; this operation's rule is not known here.
                """, explained(s, x));
    }

    @Test
    void putsNamesInBracketsWhereOthersStandBesideThem() {
        Value w = new Value(2.0, "w + b"), g = new Value(-3.0, "f(x) + g(x)");
        Value p = w.mul(g).label("p"), out = p.add(w.pow(3)).relu().mul(-2).label("o");
        out.backward();
        assertTrue(explained(out, w).startsWith("do/d(w + b) = 6 − 24 = −18, a sum over 2 uses:\n"), explained(out, w));
        assertTrue(explained(out, w).contains("  p = (w + b) · (f(x) + g(x))     do/dp · dp/d(w + b) = −2 · −3 = 6, dp/d(w + b) = f(x) + g(x) = −3\n"), explained(out, w));
        assertTrue(explained(out, w).contains("  (w + b)³                        do/d((w + b)³) · d((w + b)³)/d(w + b) = −2 · 12 = −24, d((w + b)³)/d(w + b) = 3 · (w + b)² = 12\n"), explained(out, w));
        assertTrue(explained(out, w).endsWith("  (w + b).grad holds it.\n"), explained(out, w));
        Value h = new Value(2.0, "h"), k = h.mul(3), r = k.relu().label("r");
        assertTrue(explained(r, k).contains("  r = relu(h · 3)     dr/d(h · 3) = 1, as (h · 3) > 0\n  (h · 3).grad holds 0"), explained(r, k));
        Value m = new Value(-2.0), n = m.pow(2).label("n");
        assertTrue(explained(n, m).contains("  n = (−2)²     dn/d(−2) = 2 · (−2) = −4\n") || explained(n, m).contains("  n = (−2)²     dn/d(−2) = 2 · −2¹"), explained(n, m));
    }

    @Test
    void workWithLongChains() {
        Value x = new Value(1.0, "x"), y = x;
        for (int i = 0; i < 100_000; i++) {
            y = y.add(0);
        }
        y.label("y").backward();
        assertTrue(explained(y, x).endsWith("x.grad holds it.\n"));
    }

    /** A weight has a use by each example. */
    @Test
    void tellsOfTwentyUses() {
        Value w = new Value(1, "w");
        for (int n : new int[] {20, 21, 1000}) {
            Value sum = Value.sum(Stream.generate(() -> w.mul(2)).limit(n).toList()).label("sum");
            sum.zeroGrad();
            sum.backward();
            String text = explained(sum, w);
            assertEquals(20, text.lines().filter(line -> line.contains(" = w · 2") || line.startsWith("  w · 2")).count(), text);
            assertEquals(n > 20, text.contains("\n  … and " + (n - 20) + " uses more\n"), text);
            Expression e = new Expression(Graph.of(sum));
            assertEquals(n > 20, Reasons.of(e, e.graph().origins().indexOf(w), e.held()).contains("… and " + (n - 20) + " uses more."));
        }
    }

    @Test
    void wantsANodeOfTheExpression() {
        String message = assertThrows(IllegalArgumentException.class, () -> Explain.explain(d, f)).getMessage();
        assertEquals("Value(data=-6.0, label=f) is not among the 3 values that Value(data=-6.0, label=d) was made from:"
                + " explain(root, node) takes the result first, then a value that went into it", message);
        assertThrows(IllegalArgumentException.class, () -> Explain.explain(d, null));
        assertThrows(IllegalArgumentException.class, () -> Explain.explain(null, d));
    }

    /** A class that keeps its children as a set, as the lecture's Python does, has one of them for {@code a * a}. */
    @Test
    void tellsOfASquareWhoseChildrenAreASet() {
        Node a = () -> new Node.View("a", 3, 6, "", List.of()), r = () -> new Node.View("r", 9, 1, "*", List.of(a));
        String text = explained(r, a);
        assertTrue(text.contains("dr/da = 3 + 3 = 6, a sum over 2 uses:") && text.endsWith("a.grad holds it.\n"), text);
        Node one = () -> new Node.View("s", 3, 1, "*", List.of(a));
        assertTrue(explained(one, a).contains("ds/da = 1"), explained(one, a));
    }

    @Test
    void ofVeryManyOperandsTellsSome() {
        List<Node> many = Stream.generate(() -> (Node) new Value(1, "x")).limit(1600).toList();
        for (String op : List.of("+", "*", "mean")) {
            String text = explained(() -> new Node.View("r", 1, 0, op, many), many.get(0));
            assertTrue(text.length() < 500 && text.contains("… (1600 in all)"), text);
        }
    }

    private static String explained(Node root, Node node) {
        return SystemOut.of(() -> Explain.explain(root, node)).replace("\r\n", "\n");
    }
}
