package playmore.lesson;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import playmore.engine.Rng;

class MoonsTest {

    @Test
    void withoutNoiseThePointsLieOnTwoHalfCircles() {
        Moons moons = new Moons(100, 0);
        for (int i = 0; i < 100; i++) {
            double x = moons.xs[i][0], y = moons.xs[i][1];
            if (moons.ys[i] < 0) {
                assertEquals(1, Math.hypot(x, y), 1e-12, "upper moon around (0, 0)");
                assertEquals(true, y >= 0);
            } else {
                assertEquals(1, Math.hypot(x - 1, y - 0.5), 1e-12, "lower moon around (1, 0.5)");
                assertEquals(true, y <= 0.5);
            }
        }
        assertArrayEquals(new double[] {1, 0}, moons.xs[0], 1e-12);
        assertArrayEquals(new double[] {2, 0.5}, moons.xs[99], 1e-12);
    }

    @Test
    void noiseIsAStandardDeviation() {
        Rng.seed(1);
        Moons moons = new Moons(20_000, 0.1), bare = new Moons(20_000, 0);
        double squares = 0;
        for (int i = 0; i < 20_000; i++) {
            squares += Math.pow(moons.xs[i][0] - bare.xs[i][0], 2);
        }
        assertEquals(0.1, Math.sqrt(squares / 20_000), 0.002);
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
    }
}
