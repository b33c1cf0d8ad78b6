package playmore.lesson;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import playmore.engine.Rng;

class MoonsTest {

    @Test
    void withoutNoiseThePointsLieOnTwoHalfCirclesByTurnsAndEvenlySpaced() {
        Moons moons = new Moons(100, 0);
        for (int k = 0; k < 50; k++) {
            double angle = Math.PI * k / 49;
            assertArrayEquals(new double[] {Math.cos(angle), Math.sin(angle)}, moons.xs[2 * k], 1e-12, "upper " + k);
            assertArrayEquals(new double[] {1 - Math.cos(angle), 0.5 - Math.sin(angle)}, moons.xs[2 * k + 1], 1e-12, "lower " + k);
            assertEquals(-1, moons.ys[2 * k]);
            assertEquals(1, moons.ys[2 * k + 1]);
        }
        assertEquals(4, new Moons(4, 0).xs.length);
    }

    @Test
    void noiseIsAStandardDeviationInEachDirection() {
        Rng.seed(1);
        Moons moons = new Moons(20_000, 0.1), bare = new Moons(20_000, 0);
        for (int direction = 0; direction < 2; direction++) {
            double sum = 0, squares = 0;
            for (int i = 0; i < 20_000; i++) {
                double off = moons.xs[i][direction] - bare.xs[i][direction];
                sum += off;
                squares += off * off;
            }
            assertEquals(0, sum / 20_000, 0.003);
            assertEquals(0.1, Math.sqrt(squares / 20_000), 0.002);
        }
        Rng.seed(1);
        assertArrayEquals(new double[] {1 + 0.1 * Rng.gaussian(), 0.1 * Rng.gaussian()}, moons.xs[0], "added");
    }

    @Test
    void theSameSeedGivesTheSamePoints() {
        Rng.seed(5);
        double[][] once = new Moons(10, 0.1).xs;
        Rng.seed(5);
        assertArrayEquals(once, new Moons(10, 0.1).xs);
    }

    @Test
    void refusesWhatMakesNoMoons() {
        assertEquals("n must be even and at least 4, got 7",
                assertThrows(IllegalArgumentException.class, () -> new Moons(7, 0.1)).getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Moons(2, 0.1));
        assertThrows(IllegalArgumentException.class, () -> new Moons(10, -1));
        assertThrows(IllegalArgumentException.class, () -> new Moons(10, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new Moons(10, Double.POSITIVE_INFINITY));
    }
}
