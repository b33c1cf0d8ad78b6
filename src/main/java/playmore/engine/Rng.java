package playmore.engine;

import java.util.Random;

/**
 * The one source of random numbers; the weights of every network come from it. It starts with a different seed
 * each time. After {@code Rng.seed(42)} it gives the same numbers each time, on every machine.
 */
public final class Rng {

    private static Random random = new Random();

    private Rng() {}

    /** Restarts the source; the same seed gives the same numbers. */
    public static void seed(long seed) {
        random = new Random(seed);
    }

    /** A random number, uniform in [{@code low}, {@code high}). */
    public static double uniform(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** A random number from the normal distribution with mean 0 and standard deviation 1. */
    public static double gaussian() {
        return random.nextGaussian();
    }
}
