package playmore.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import playmore.engine.Graph;
import playmore.engine.Value;

class DrawingHistoryTest {

    private final Value a = new Value(3.0, "a"), b = a.add(a).label("b");

    @Test
    void marksAGradientThatTheChainRuleDoesNotGive() {
        DrawingHistory redrawn = new DrawingHistory(Graph.of(b));
        b.grad = 1;
        redrawn.add(Graph.of(b));
        a.grad = 1;
        redrawn.add(Graph.of(b));
        a.grad = 2;
        redrawn.add(Graph.of(b));
        assertTrue(redrawn.moves());
        Motion motion = redrawn.motion();
        assertEquals(4, motion.steps().size());
        assertEquals("But a.grad holds 1: that is wrong.", motion.steps().get(2).get(1));
        assertEquals(List.of(List.of(), List.of(), List.of(0), List.of()),
                motion.lanes().get(0).states().stream().map(Motion.State::wrong).toList());
    }

    @Test
    void tellsAPassOfManyNodesOneByOne() {
        DrawingHistory redrawn = new DrawingHistory(Graph.of(b));
        b.backward();
        redrawn.add(Graph.of(b));
        assertEquals(List.of(List.of(), List.of(1), List.of(0)),
                redrawn.motion().lanes().get(0).states().stream().map(Motion.State::changed).toList());
    }

    @Test
    void tellsOfNewDataAndOfASecondBackward() {
        b.backward();
        DrawingHistory redrawn = new DrawingHistory(Graph.of(b));
        b.backward();
        redrawn.add(Graph.of(b));
        List<List<String>> steps = redrawn.motion().steps();
        assertEquals("It is added to the 2 that was there: 4.", steps.get(3).get(steps.get(3).size() - 1));
        Value a2 = new Value(5.0, "a"), b2 = a2.add(a2).label("b");
        assertTrue(redrawn.isOf(Graph.of(b2)));
        redrawn.add(Graph.of(b2));
        steps = redrawn.motion().steps();
        assertEquals(List.of("New data: a 3 → 5, b 6 → 10", "With gradient 0 again: a, b."), steps.get(4));
    }

    @Test
    void aGradientThatIsSetBackIsNotWrong() {
        DrawingHistory redrawn = new DrawingHistory(Graph.of(b));
        b.backward();
        redrawn.add(Graph.of(b));
        a.grad = 0;
        redrawn.add(Graph.of(b));
        Motion motion = redrawn.motion();
        assertEquals(List.of("a.grad is back at 0."), motion.steps().get(3));
        assertEquals(List.of(), motion.lanes().get(0).states().get(3).wrong());
        a.grad = Double.NaN;
        redrawn.add(Graph.of(b));
        assertEquals("But a.grad holds NaN: that is wrong.", redrawn.motion().steps().get(4).get(1));
        a.grad = 2;
        redrawn.add(Graph.of(b));
        assertEquals(List.of(), redrawn.motion().lanes().get(0).states().get(5).wrong());
    }

    @Test
    void tellsWhatIsNoNumberAsItIs() {
        Value x = new Value(-1.0, "x"), y = x.log().label("y");
        x.data = Double.NaN;
        DrawingHistory redrawn = new DrawingHistory(Graph.of(y));
        y.grad = 1;
        redrawn.add(Graph.of(y));
        x.grad = 7;
        redrawn.add(Graph.of(y));
        assertEquals(List.of("x.grad is 7."), redrawn.motion().steps().get(2));
    }

    @Test
    void namesOnlyWhatIsNew() {
        Value x = new Value(1.0, "x"), y = new Value(2.0, "y"), z = x.add(y).label("z");
        DrawingHistory redrawn = new DrawingHistory(Graph.of(z));
        z.backward();
        redrawn.add(Graph.of(z));
        x.data = 5;
        x.grad = 0;
        redrawn.add(Graph.of(z));
        assertEquals(List.of("New data: x 1 → 5", "With gradient 0 again: x."), redrawn.motion().steps().get(4));
        assertEquals(List.of(0), redrawn.motion().lanes().get(0).states().get(4).changed());
    }

    /** Beyond 150 nodes nobody follows a motion. */
    @Test
    void movesUpTo150Nodes() {
        for (int n : new int[] {150, 151}) {
            Value x = new Value(1.0, "x");
            while (Graph.of(x).nodes().size() < n) x = x.tanh();
            DrawingHistory redrawn = new DrawingHistory(Graph.of(x));
            x.backward();
            redrawn.add(Graph.of(x));
            assertEquals(n == 150, redrawn.moves());
        }
    }

    @Test
    void onePictureWithoutGradientsDoesNotMove() {
        Value x = new Value(1.0, "x"), y = x.exp().label("y");
        DrawingHistory one = new DrawingHistory(Graph.of(y));
        y.backward();
        DrawingHistory filled = new DrawingHistory(Graph.of(y));
        assertFalse(one.moves());
        assertFalse(filled.moves());
        x.zeroGrad();
        y.zeroGrad();
        x.data = 2;
        one.add(Graph.of(y));
        x.data = 3;
        one.add(Graph.of(y));
        assertFalse(one.moves());
    }

    @Test
    void doesNotMoveWhereNothingChanges() {
        DrawingHistory redrawn = new DrawingHistory(Graph.of(b));
        redrawn.add(Graph.of(b));
        assertFalse(redrawn.moves());
        assertFalse(redrawn.isOf(Graph.of(a.mul(a).label("b"))));
    }
}
