package playmore.lesson;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import playmore.engine.MLP;
import playmore.engine.Node;
import playmore.engine.Op;
import playmore.engine.Operation;
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
        double once = b.grad;
        for (int times = 2; times <= 5; times++) {
            b.grad = times * once;
            finds("Wrong: the gradient of b", "That is " + times + " times as much. Did a rule run " + times + " times");
        }
        b.grad = 6 * once;
        finds("Wrong: the gradient of b", "The rule of \"*\" gives 12 for the local derivative, and 2 is measured.");
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
        L.data = 1;
        finds("Wrong: L is 1, where \"+\" makes ");
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
        Node two = () -> new Node.View("s", 0, 1, "exp", List.of(a, b));
        assertEquals("Not yet: the check does not know the operation \"exp\" of 2 operands.", BackwardCheck.of(two).message());
        assertEquals("Not yet: the check does not know the operation \"exp\" of 2 operands.", BackwardCheck.of(two, "exp", Math::exp).message());
        assertEquals("Not yet: there is no expression, the value is null.", BackwardCheck.of(null).message());
    }

    /** One child of two equal operands is a set's; else a sum or product is of any number. */
    @Test
    void knowsSumsAndProductsOfAnyNumber() {
        Node x = () -> new Node.View("x", 3, 6, "", List.of()), y = () -> new Node.View("y", 3, 1, "", List.of());
        assertTrue(BackwardCheck.of(() -> new Node.View("L", 9, 1, "*", List.of(x))).right());
        assertTrue(BackwardCheck.of(() -> new Node.View("L", 3, 1, "*", List.of(y))).right());
        Node z = new Value(2, "z"), three = () -> new Node.View("L", 3 + 3 + 2, 1, "+", List.of(y, y, z));
        assertTrue(BackwardCheck.of(three).message().contains("the gradient of z is 0, bumping it measures 1"), BackwardCheck.of(three).message());
    }

    /** Minus and division made of a learner's own, as {@code Value} has none. */
    @Test
    void knowsTheOperationsThatValueMakesOfOthers() {
        Value x = new Value(3, "x"), y = new Value(-4, "y");
        Value s = x.apply(Op.SUB, y).label("s"), q = s.apply(Op.DIV, y).label("q"), n = q.apply(Op.NEG).label("n");
        n.backward();
        assertTrue(BackwardCheck.of(n).right(), BackwardCheck.of(n).message());
        x.grad = -x.grad;
        assertTrue(BackwardCheck.of(n).message().contains("The sign in the rule of \"-\" is the other way round."), BackwardCheck.of(n).message());
        n.zeroGrad();
        n.backward();
        q.grad = 1;
        assertTrue(BackwardCheck.of(n).message().contains("the gradient of q is 1, bumping it measures −1."), BackwardCheck.of(n).message());
    }

    @Test
    void looksAtTheUsesOfOneRuleTogether() {
        Value x = new Value(2, "x"), y = new Value(3, "y");
        Value L = x.exp().mul(y).add(x.mul(y).mul(x.tanh())).label("L");
        L.backward();
        double uses = x.grad, byExp = 3 * Math.exp(2), byMul = 3 * Math.tanh(2), byTanh = 6 * (1 - Math.tanh(2) * Math.tanh(2));
        assertEquals(uses, byExp + byMul + byTanh, 1e-12);
        x.grad = byExp - byMul + byTanh;
        assertTrue(BackwardCheck.of(L).message().contains("The sign in the rule of \"*\" is the other way round."), BackwardCheck.of(L).message());
        x.grad = byExp + byMul + 1 - Math.tanh(2) * Math.tanh(2);
        assertTrue(BackwardCheck.of(L).message().contains("That is the local derivative of \"tanh\" alone."), BackwardCheck.of(L).message());
        x.grad = uses + 0.123;
        assertTrue(BackwardCheck.of(L).message().contains("One of the rules of \"exp\" and \"*\" and \"tanh\" passes on something else than it should."),
                BackwardCheck.of(L).message());
        x.grad = 0;
        assertTrue(BackwardCheck.of(L).message().contains("the gradient of x is 0, bumping it measures ")
                && BackwardCheck.of(L).message().contains("Did the rule of \"exp\" and \"*\" and \"tanh\" run"), BackwardCheck.of(L).message());
        y.grad = 1;
        assertTrue(BackwardCheck.of(L).message().contains("the gradient of y is 1, "), BackwardCheck.of(L).message());
    }

    /** Of more than ten uses, not every part is tried: there are too many. */
    @Test
    void triesEachPartOfUpToTenUses() {
        for (int n : new int[] {10, 11, 40}) {
            Value x = new Value(1, "x"), sum = new Value(0, "zero");
            for (int i = 1; i <= n; i++) sum = sum.add(x.mul(Math.pow(1.1, i)));
            sum.label("L").backward();
            x.grad = 1.1 + Math.pow(1.1, 3);
            String message = BackwardCheck.of(sum).message();
            assertEquals(n <= 10, message.contains("It is used " + n + " times, and only the use by \"*\" counts."), message);
            assertEquals(n > 10, message.contains("One of the rules of \"*\" passes on something else than it should."), message);
        }
    }

    @Test
    void namesWhatHasNoLabel() {
        Value x = new Value(2), y = x.exp().tanh().label("y");
        y.backward();
        y.children().get(0).grad = 5;
        assertTrue(BackwardCheck.of(y).message().startsWith("Wrong: the gradient of the result of \"exp\" is 5, "), BackwardCheck.of(y).message());
        y.zeroGrad();
        y.backward();
        x.grad = 5;
        assertTrue(BackwardCheck.of(y).message().startsWith("Wrong: the gradient of the constant 2 is 5, "), BackwardCheck.of(y).message());
    }

    @Test
    void tellsTinyAndInfiniteGradientsApart() {
        Value x = new Value(12, "x"), y = x.tanh().label("y");
        y.backward();
        assertTrue(BackwardCheck.of(y).right(), BackwardCheck.of(y).message());
        x.grad = 0;
        assertFalse(BackwardCheck.of(y).right());
        x.grad = Double.POSITIVE_INFINITY;
        assertTrue(BackwardCheck.of(y).message().contains("the gradient of x is ∞, bumping it measures "), BackwardCheck.of(y).message());
    }

    /** A chain, and its check, of any length: there is no recursion. */
    @Test
    void goesThroughLongChains() {
        Value x = new Value(1, "x"), y = x;
        for (int i = 0; i < 1_000; i++) y = y.mul(1);
        y.label("y").backward();
        assertTrue(BackwardCheck.of(y).right());
    }

    /** Where all stand still, and at a corner of a ReLU, too. */
    @Test
    void callsNoRightGradientWrong() {
        Random random = new Random(5);
        for (int round = 0; round < 300; round++) {
            Value[] x = new Value[3];
            Arrays.setAll(x, i -> new Value(random.nextInt(3) == 0 ? 0 : random.nextGaussian(), "x" + i));
            Value y = Operation.expression(random, random.nextInt(12), x);
            if (random.nextBoolean()) y = y.relu();
            y.backward();
            assertTrue(BackwardCheck.of(y).right(), BackwardCheck.of(y).message());
        }
        Value dead = new Value(-3, "w").relu().mul(2).label("L");
        dead.backward();
        assertTrue(BackwardCheck.of(dead).right(), BackwardCheck.of(dead).message());
    }

    @Test
    void infinityHasNoSlope() {
        Value y = new Value(0, "x").log().label("y");
        y.backward();
        assertEquals("Not yet: y is −∞, which cannot be measured by bumping: give the leaves other data.", BackwardCheck.of(y).message());
    }

    private void finds(String... words) {
        Verdict verdict = BackwardCheck.of(L);
        assertFalse(verdict.right());
        for (String word : words) {
            assertTrue(verdict.message().contains(word), verdict.message());
        }
    }
}
