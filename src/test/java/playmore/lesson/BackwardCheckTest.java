package playmore.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import playmore.engine.MLP;
import playmore.engine.Node;
import playmore.engine.Rng;
import playmore.engine.Value;

/** What goes wrong in a rule shows in the gradients; here they are made wrong after the fact. */
class BackwardCheckTest {

    Value a, b, c, d, L;

    @BeforeEach
    void expression() {
        a = new Value(2, "a");
        b = new Value(-3, "b");
        c = a.mul(b).label("c");
        d = c.tanh().label("d");
        L = d.mul(c.exp()).add(d.pow(2)).label("L");
        L.backward();
    }

    @Test
    void findsNothingWhereNothingIsWrong() {
        assertTrue(BackwardCheck.of(L).right());
        Rng.seed(3);
        Value y = new MLP(3, 4, 4, 1).predict(2, 3, -1);
        y.backward();
        assertTrue(BackwardCheck.of(y).right(), BackwardCheck.of(y).message());
        Value leaf = new Value(1, "leaf");
        leaf.backward();
        assertTrue(BackwardCheck.of(leaf).right());
    }

    @Test
    void tellsOfAnOperandTakenForTheOther() {
        double swapped = a.grad;
        a.grad = b.grad;
        b.grad = swapped;
        finds("Wrong: the gradient of b", "the other operand of \"*\"");
    }

    @Test
    void tellsOfGradientsAddedTwice() {
        a.grad *= 2;
        b.grad *= 2;
        finds("Wrong: the gradient of b", "2 times as much");
        L.grad = 2;
        finds("Wrong: the gradient of L is 2", "Did backward run twice?");
    }

    @Test
    void tellsOfARuleThatRanTooEarly() {
        Value x = new Value(0.5, "x");
        Value s = x.exp().label("s");
        Value y = s.mul(s).label("y");
        y.backward();
        x.grad /= 2;      // as if one use of s had not been in yet
        Verdict verdict = BackwardCheck.of(y);
        assertTrue(verdict.message().contains("\"exp\" ran before the gradient of its result was complete"),
                verdict.message());
    }

    @Test
    void tellsOfAWrongNumberOnTheWayForward() {
        c.data = 5;
        finds("Wrong: c is 5, where \"*\" makes −6 of its operands.");
    }

    @Test
    void knowsNothingHasHappenedYet() {
        L.zeroGrad();
        finds("Not yet: nothing has flowed back. Begin with the gradient of L, which is 1.");
        L.grad = 1;
        finds("Not yet: L has its gradient, and has passed nothing on.");
    }

    @Test
    void asksForAnOperationThatItDoesNotKnow() {
        Node erf = () -> new Node.View("s", 0, 1, "erf", List.of(a));
        assertEquals("Not yet: the check does not know the operation \"erf\" of 1 operand; tell it what that computes:"
                + " BackwardCheck.of(root, \"erf\", x -> ...).", BackwardCheck.of(erf).message());
        assertFalse(BackwardCheck.of(erf, "erf", Math::sin).right());
    }

    private void finds(String... words) {
        Verdict verdict = BackwardCheck.of(L);
        assertFalse(verdict.right());
        for (String word : words) {
            assertTrue(verdict.message().contains(word), verdict.message());
        }
    }
}
