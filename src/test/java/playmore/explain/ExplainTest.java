package playmore.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
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

    @Test
    void workWithLongChains() {
        Value x = new Value(1.0, "x"), y = x;
        for (int i = 0; i < 100_000; i++) {
            y = y.add(0);
        }
        y.label("y").backward();
        assertTrue(explained(y, x).endsWith("x.grad holds it.\n"));
    }

    @Test
    void wantsANodeOfTheExpression() {
        String message = assertThrows(IllegalArgumentException.class, () -> Explain.explain(d, f)).getMessage();
        assertEquals("Value(data=-6.0, label=f) is not among the 3 values that Value(data=-6.0, label=d) was made from:"
                + " explain(root, node) takes the result first, then a value that went into it", message);
        assertThrows(IllegalArgumentException.class, () -> Explain.explain(d, null));
        assertThrows(IllegalArgumentException.class, () -> Explain.explain(null, d));
    }

    private static String explained(Node root, Node node) {
        PrintStream out = System.out;
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(text, true, StandardCharsets.UTF_8));
            Explain.explain(root, node);
        } finally {
            System.setOut(out);
        }
        return String.join("\n", text.toString(StandardCharsets.UTF_8).lines().toList()) + "\n";
    }
}
