package playmore.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class GradCheckTest {

    @Test
    void isRightWhereTheGradientIs() {
        Value a = new Value(2, "a"), b = new Value(-3, "b");
        Value L = a.mul(b).tanh().add(a.pow(3)).label("L");
        L.backward();
        List<GradCheck> checks = GradCheck.of(L);
        assertEquals(List.of("a", "b"), checks.stream().map(GradCheck::label).toList());
        for (GradCheck check : checks) {
            assertTrue(check.error() < 1e-6, check + " is off by " + check.error());
            assertEquals(check.grad(), check.bump(), 1e-6);
            assertTrue(0 <= check.noise() && check.noise() < 1e-6, check + "");
        }
        assertEquals(2, a.data);
        assertEquals(12, a.grad, 1e-4);
    }

    /** As they are before any backward, and a hundredth, a sign, a use or infinitely much off. */
    @Test
    void noticesEachGradientThatIsWrong() {
        Value a = new Value(2, "a"), b = new Value(0.1, "b");
        Value L = a.mul(b).exp().add(a.mul(1e-7));
        assertEquals(1, GradCheck.of(L).get(0).error(), 1e-6);
        for (double wrong : new double[] {1.01, -1, 2, Double.POSITIVE_INFINITY, Double.NaN}) {
            L.zeroGrad();
            L.backward();
            a.grad *= wrong;
            double off = wrong == 1.01 ? 0.01 / 1.01 : wrong == -1 ? 2 : wrong == 2 ? 0.5 : Double.POSITIVE_INFINITY;
            assertEquals(off, GradCheck.of(L).get(0).error(), 1e-6);
            assertTrue(GradCheck.of(L).get(1).error() < 1e-6, "b's is right");
        }
    }

    @Test
    void smallGradientsAreComparedAsWhatTheyAre() {
        Value x = new Value(12, "x");
        Value t = x.tanh();
        assertEquals(1, GradCheck.of(t).get(0).error(), 0.1, "0, where 1.5e-10 is right");
        t.backward();
        assertTrue(GradCheck.of(t).get(0).error() < 1e-6);
    }

    /** The step becomes finer near a pole or a corner. */
    @Test
    void measuresNearAPoleAndACorner() {
        for (double data : new double[] {1e-3, 1e-6}) {
            Value x = new Value(data, "x"), L = x.log().add(x.pow(-1)).add(x.relu());
            L.backward();
            assertTrue(GradCheck.of(L).get(0).error() < 1e-6, GradCheck.of(L) + "");
        }
    }

    /** Whatever is between the slopes of the two sides will do there, and nothing else. */
    @Test
    void atACornerTheSlopesOfBothSidesAreRight() {
        for (double x : new double[] {0, 1e-200}) {
            for (double bend : new double[] {0, -1, 30}) {
                Slope corner = Slope.of(v -> 3 * Math.max(0, v) + bend * v * v, x);
                assertTrue(corner.is(0) && corner.is(3), corner + "");
                assertFalse(corner.is(3.1) || corner.is(-0.1), corner + "");
            }
        }
    }

    @Test
    void depthIsNoLimit() {
        Value a = new Value(0.5, "a"), half = new Value(0.5, "half");
        Value v = a;
        for (int i = 0; i < 50_000; i++) v = v.mul(half).add(half);
        v.backward();
        List<GradCheck> checks = GradCheck.of(v);
        assertEquals(2, checks.size());
        for (GradCheck check : checks) assertTrue(check.error() < 1e-6, check + "");
    }

    @Test
    void aSlopeThatCannotBeMeasuredIsNotCalledWrong() {
        Value x = new Value(0, "x"), root = x.pow(0.5);
        root.backward();
        assertEquals(Double.POSITIVE_INFINITY, x.grad);
        GradCheck check = GradCheck.of(root).get(0);
        assertEquals(Double.NaN, check.bump(), "there is no number to the left of 0");
        assertEquals(Double.NaN, check.error());
        assertTrue(Slope.of(Math::sqrt, 0).is(Double.POSITIVE_INFINITY));
    }

    @Test
    void nearnessIsRelative() {
        assertFalse(Slope.near(1e-10, 0, 1e-9, 0));
        assertFalse(Slope.near(Double.POSITIVE_INFINITY, 3, 1e-9, Double.POSITIVE_INFINITY));
        assertTrue(Slope.near(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 0, 0));
        assertFalse(Slope.near(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1, 0));
        assertTrue(Slope.near(Double.NaN, Double.NaN, 0, 0));
        assertFalse(Slope.near(Double.NaN, 1, 1, 1));
        assertTrue(Slope.near(1, 1 + 1e-10, 1e-9, 0));
        assertFalse(Slope.near(1, 1 + 1e-8, 1e-9, 0));
        assertTrue(Slope.near(-5, -5.5, 0, 0.5));
        assertTrue(Slope.of(Math::log, 1e-3).is(1e3));
        assertFalse(Slope.of(Math::log, 1e-3).is(1.001e3));
        assertFalse(Slope.of(Math::tanh, 12).is(0));
        assertTrue(Slope.of(Math::tanh, 12).is(1 - Math.tanh(12) * Math.tanh(12)));
        Slope flat = Slope.of(x -> 1e-4 * Math.max(0, x), 4e-6);
        assertTrue(flat.is(1e-4) && !flat.is(0.7e-4), flat + " beside a corner");
        assertEquals(6, Slope.of(x -> x * x, 3).value(), 1e-8);
        assertEquals(2e9, Slope.of(x -> x * x, 1e9).value(), 1);
    }
}
