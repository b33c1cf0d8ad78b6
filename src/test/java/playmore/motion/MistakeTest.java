package playmore.motion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import playmore.engine.Graph;
import playmore.engine.Node;
import playmore.engine.Value;
import playmore.explain.Expression;

/** The wrong algorithms are wrong in the way that the real ones are. */
class MistakeTest {

    private final Value a = new Value(2.0, "a"), b = new Value(-3.0, "b");
    private final Value u = a.mul(b).label("u"), v = u.add(a).label("v"), L = u.mul(v).label("L");
    private final Expression e = expression(L);

    @Test
    void overwritingGivesTheNumbersOfChapter11() {
        Value a = new Value(-2.0, "a"), b = new Value(3.0, "b");
        Expression f = expression(a.mul(b).label("d").mul(a.add(b).label("e")).label("f"));
        assertEquals(List.of(3.0, -2.0), grads(f, Mistake.OVERWRITE.wrong(f), "a", "b"));
        assertEquals(List.of(-3.0, -8.0), grads(f, Mistake.OVERWRITE.right(f), "a", "b"));
    }

    @Test
    void forwardOrderLeavesTheLeavesWithNothing() {
        Value a = new Value(3.0, "a"), b = a.add(a).label("b");
        Expression c = expression(b.add(b).label("c"));
        assertEquals(List.of(0.0, 2.0, 1.0), grads(c, Mistake.FORWARD_ORDER.wrong(c), "a", "b", "c"));
        assertEquals(List.of(4.0, 2.0, 1.0), grads(c, Mistake.FORWARD_ORDER.right(c), "a", "b", "c"));
    }

    @Test
    void withoutSortingAResultPassesOnAPartOfItsGradient() {
        Backprop wrong = Mistake.UNSORTED.wrong(e);
        assertEquals(-4, wrong.passedOn(place("u")));
        assertEquals(List.of(-10.0), grads(e, wrong, "u"));       // complete in the end, too late
        assertEquals(List.of(-4 * -3.0 - 6, -8.0), grads(e, wrong, "a", "b"));
    }

    @Test
    void withoutZeroingTheEngineGivesTheSame() {
        L.backward();
        L.backward();
        assertEquals(List.of(a.grad, b.grad), grads(e, Mistake.NO_ZEROING.wrong(e), "a", "b"));
        assertEquals(List.of(a.grad, b.grad, u.grad, v.grad, L.grad), grads(e, Mistake.STALE.right(e), "a", "b", "u", "v", "L"));
    }

    @Test
    void staleGradientsAreCountedAgain() {
        // v: -6, and -6 again; u: -10 + (-12 * 1 - 4); a: 24 + (-26 * -3 - 12); b: -20 + -26 * 2
        assertEquals(List.of(90.0, -72.0, -26.0, -12.0, 1.0), grads(e, Mistake.STALE.wrong(e), "a", "b", "u", "v", "L"));
    }

    @Test
    void aChainHidesTheMistakesThatNeedANodeUsedTwice() {
        Expression chain = expression(new Value(0.5, "x").exp().label("y").tanh().label("z"));
        for (Mistake mistake : List.of(Mistake.OVERWRITE, Mistake.UNSORTED)) {
            assertArrayEquals(mistake.right(chain).grads(), mistake.wrong(chain).grads(), mistake.title);
        }
    }

    @Test
    void rightIsRight() {
        L.backward();
        for (Mistake mistake : List.of(Mistake.OVERWRITE, Mistake.FORWARD_ORDER, Mistake.UNSORTED, Mistake.NO_ZEROING)) {
            assertEquals(List.of(24.0, -20.0, -10.0, -6.0, 1.0), grads(e, mistake.right(e), "a", "b", "u", "v", "L"));
        }
        assertEquals(List.of(a.grad, b.grad, u.grad, v.grad, L.grad), List.of(24.0, -20.0, -10.0, -6.0, 1.0));
    }

    private int place(String name) {
        return place(e, name);
    }

    private static int place(Expression e, String name) {
        return IntStream.range(0, e.size()).filter(i -> e.name(i).equals(name)).findFirst().orElseThrow();
    }

    private static List<Double> grads(Expression e, Backprop run, String... names) {
        return List.of(names).stream().map(name -> run.grads()[place(e, name)]).toList();
    }

    private static Expression expression(Node root) {
        return new Expression(Graph.of(root));
    }
}
