package playmore.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import playmore.engine.Graph;
import playmore.engine.Value;
import playmore.output.PlainText;

/** A graph as text shows the values with their numbers, in the room that there is. */
class TextGraphTest {

    private static final long SEED = Long.getLong("playmore.seed", 27);

    private static Value neuron() {
        Value x1 = new Value(2, "x1"), w1 = new Value(-3, "w1"), x2 = new Value(0, "x2"), w2 = new Value(1, "w2");
        Value b = new Value(6.8813735870195432, "b");
        Value sum = x1.mul(w1).label("x1w1").add(x2.mul(w2).label("x2w2")).label("x1w1 + x2w2");
        return sum.add(b).label("n").tanh().label("o");
    }

    @Test
    void withEnoughRoomItGoesFromLeftToRight() {
        Value o = neuron();
        o.backward();
        assertEquals("""
                x1 2 ∇ −1.5 ─┐
                             ×─ x1w1 −6 ∇ 0.5 ─┐
                w1 −3 ∇ 1 ───┘                 +─ x1w1 + x2w2 −6 ∇ 0.5 ─┐
                x2 0 ∇ 0.5 ─┐                  │                        │
                            ×─ x2w2 0 ∇ 0.5 ───┘                        +─ n 0.88137 ∇ 0.5 ─tanh─ o 0.70711 ∇ 1
                w2 1 ∇ 0 ───┘                                           │
                b 6.8814 ∇ 0.5 ─────────────────────────────────────────┘
                """, TextGraph.of(Graph.of(o), 200, 40));
    }

    @Test
    void inLessRoomItIsATree() {
        Value o = neuron();
        o.backward();
        assertEquals("""
                o 0.70711 ∇ 1 (tanh)
                └─ n 0.88137 ∇ 0.5 (+)
                   ├─ x1w1 + x2w2 −6 ∇ 0.5 (+)
                   │  ├─ x1w1 −6 ∇ 0.5 (×)
                   │  │  ├─ x1 2 ∇ −1.5
                   │  │  └─ w1 −3 ∇ 1
                   │  └─ x2w2 0 ∇ 0.5 (×)
                   │     ├─ x2 0 ∇ 0.5
                   │     └─ w2 1 ∇ 0
                   └─ b 6.8814 ∇ 0.5
                """, TextGraph.of(Graph.of(o), 80, 40));
        assertEquals("""
                o 0.70711 ∇ 1 (tanh)
                └─ n 0.88137 ∇ 0.5 (+) …
                … and 8 values more, in the file
                """, TextGraph.of(Graph.of(o), 40, 3));
    }

    @Test
    void withoutGradientsItHasDataAloneAndNamesWhatIsUsedAgain() {
        Value a = new Value(3, "a");
        assertEquals("""
                a 3 ─┐
                     +─ b 6 ─┐
                a 3 ─┘       ×─ 36
                b 6 (above) ─┘
                """, TextGraph.of(Graph.of(square(a.add(a).label("b"))), 80, 20));
    }

    private static Value square(Value x) {
        return x.mul(x);
    }

    /** Random expressions, deep and wide, with values used again: no line and no drawing is too large. */
    @Test
    void alwaysFits() {
        Random random = new Random(SEED);
        for (int i = 0; i < 300; i++) {
            List<Value> values = new ArrayList<>(List.of(new Value(random.nextGaussian() * 1e5, "a"), new Value(-1e-9, "a name that is far too long")));
            int size = 1 + random.nextInt(i % 50 == 0 ? 20_000 : 40);
            for (int k = 0; k < size; k++) {
                Value x = values.get(Math.max(0, values.size() - 1 - random.nextInt(4))), y = values.get(random.nextInt(values.size()));
                values.add(random.nextInt(3) == 0 ? x.tanh() : random.nextBoolean() ? x.add(y) : x.mul(y));
            }
            Value root = values.get(values.size() - 1);
            if (random.nextBoolean()) root.backward();
            int columns = 50 + random.nextInt(150), rows = 3 + random.nextInt(60);
            String text = TextGraph.of(Graph.of(root), columns, rows), what = "seed " + SEED + ", graph " + i + ", " + columns + " columns\n" + text;
            assertTrue(text.lines().allMatch(line -> PlainText.columns(line) <= columns), what);
            assertTrue(text.lines().count() <= rows + 2, what);
        }
    }
}
