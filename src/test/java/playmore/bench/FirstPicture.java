package playmore.bench;

import java.time.Duration;
import java.time.Instant;
import playmore.draw.DrawDot;
import playmore.engine.Graph;
import playmore.engine.MLP;
import playmore.engine.Rng;
import playmore.engine.Value;

/** Draws an expression, the only one of its JVM; prints the milliseconds from the JVM's start, and those of drawing it again. */
final class FirstPicture {

    private FirstPicture() {}

    /** Of so many examples' loss with the network of chapter 15; of 0, a small expression. */
    public static void main(String[] args) {
        int examples = Integer.parseInt(args[0]);
        Value root = examples == 0 ? new Value(2, "a").mul(new Value(-3, "b")).add(1).label("L") : loss(examples);
        root.backward();
        Instant start = ProcessHandle.current().info().startInstant().orElseThrow();
        DrawDot.svg(Graph.of(root));
        long first = Duration.between(start, Instant.now()).toMillis(), again = System.nanoTime();
        DrawDot.svg(Graph.of(root));
        System.out.println(Graph.of(root).nodes().size() + " " + first + " " + (System.nanoTime() - again) / 1_000_000);
    }

    private static Value loss(int examples) {
        Rng.seed(42);
        MLP n = new MLP(3, 4, 4, 1);
        Value loss = new Value(0);
        for (int i = 0; i < examples; i++) {
            loss = loss.add(n.predict(Rng.uniform(-1, 3), Rng.uniform(-1, 3), Rng.uniform(-1, 3)).sub(1).pow(2));
        }
        return loss;
    }
}
