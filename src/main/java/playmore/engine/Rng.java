package playmore.engine;

import java.util.Random;

/**
 * The one source of random numbers: every weight of every network comes from here. It starts
 * differently each time; {@code Rng.seed(42)} makes what follows repeatable, on every machine.
 */
public final class Rng {

    private static Random random = new Random();

    private Rng() {}

    /** Starts the source anew; the same seed gives the same numbers. */
    public static void seed(long seed) {
        random = new Random(seed);
    }

    /** A number drawn evenly from [{@code low}, {@code high}). */
    public static double uniform(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** A number from the bell curve around 0 with standard deviation 1. */
    public static double gaussian() {
        return random.nextGaussian();
    }
}
