package playmore.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import playmore.engine.MLP;
import playmore.engine.Rng;
import playmore.tape.Tape;
import playmore.engine.Value;

/** Forward and backward through smaller and larger expressions: chapter 20's network on ever more examples. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ManyValues {

    @State(Scope.Thread)
    public static class Size {

        @Param({"1000", "10000", "100000", "1000000", "10000000"})
        public int values;

        private MLP model;
        private int examples;

        @Setup
        public void setup() {
            Rng.seed(1);
            model = MLP.relu(2, 16, 16, 1);
            int one = count(sum(1));
            examples = Math.max(1, Math.round((float) values / (count(sum(2)) - one)));
        }

        Value sum() {
            return sum(examples);
        }

        private Value sum(int examples) {
            List<Value> scores = new ArrayList<>();
            for (int i = 0; i < examples; i++) {
                scores.add(model.predict(Rng.gaussian(), Rng.gaussian()).tanh());
            }
            return Value.sum(scores);
        }
    }

    private static int count(Value root) {
        Set<Value> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Value> open = new ArrayList<>(List.of(root));
        while (!open.isEmpty()) {
            Value v = open.remove(open.size() - 1);
            if (seen.add(v)) open.addAll(v.children());
        }
        return seen.size();
    }

    @Benchmark
    public double eager(Size size) {
        Value sum = size.sum();
        sum.backward();
        return sum.data;
    }

    @State(Scope.Thread)
    public static class Recorded {

        private Tape tape;

        @Setup
        public void setup(Size size) {
            tape = new Tape(size.sum());
        }
    }

    @Benchmark
    public double tape(Recorded recorded) {
        double sum = recorded.tape.forward();
        recorded.tape.backward();
        return sum;
    }
}
