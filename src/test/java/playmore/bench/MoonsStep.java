package playmore.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import playmore.lesson.Moons;
import playmore.engine.MLP;
import playmore.engine.Rng;
import playmore.tape.Tape;
import playmore.engine.Value;
import playmore.pytorch.TorchMoons;

/** The training step of chapter 20, forward, backward and update, in four ways. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class MoonsStep {

    static final double RATE = 0.01;

    /** What each way begins with: the same points, the same parameters. */
    @State(Scope.Thread)
    public static class Start {

        final Moons moons;
        final MLP model;
        final List<Value> parameters;

        public Start() {
            Rng.seed(1337);
            moons = new Moons(100, 0.1);
            model = MLP.relu(2, 16, 16, 1);
            parameters = model.parameters();
        }

        /** The mean of the examples' max-margin losses, and a price on large parameters. */
        Value loss() {
            List<Value> losses = new ArrayList<>();
            for (int i = 0; i < moons.xs.length; i++) {
                losses.add(model.predict(moons.xs[i]).mul(-moons.ys[i]).add(1).relu());
            }
            List<Value> squares = new ArrayList<>();
            for (Value p : parameters) {
                squares.add(p.mul(p));
            }
            return Value.sum(losses).div(losses.size()).add(Value.sum(squares).mul(1e-4));
        }

        private void update() {
            for (Value p : parameters) p.data -= RATE * p.grad;
        }
    }

    /** Every step writes the expression anew. */
    @Benchmark
    public double eager(Start start) {
        Value loss = start.loss();
        start.model.zeroGrad();
        loss.backward();
        start.update();
        return loss.data;
    }

    @State(Scope.Thread)
    public static class Recorded {

        final Start start = new Start();
        final Tape tape = new Tape(start.loss());
    }

    /** The expression is recorded once. */
    @Benchmark
    public double tape(Recorded recorded) {
        double loss = recorded.tape.forward();
        recorded.start.model.zeroGrad();
        recorded.tape.backward();
        recorded.start.update();
        return loss;
    }

    @State(Scope.Thread)
    public static class Torch {

        private final Start start = new Start();
        final TorchMoons torch = new TorchMoons(start.moons.xs, start.moons.ys, start.model);
    }

    /** PyTorch, eager, one thread, batched tensors. */
    @Benchmark
    public void pytorch(Torch state) {
        state.torch.step(RATE);
    }

    @State(Scope.Thread)
    public static class Bare {

        private final Start start = new Start();
        final BareMoons bare = new BareMoons(start.moons.xs, start.moons.ys, start.model);
    }

    /** Loops over arrays, written by hand. */
    @Benchmark
    public double bare(Bare state) {
        return state.bare.step(RATE);
    }
}
