package playmore.draw;

import java.util.List;
import java.util.stream.IntStream;
import playmore.engine.MLP;
import playmore.engine.Rng;
import playmore.engine.Value;

/** The expressions of the lecture that are drawn, each after {@code backward()}. */
final class Graphs {

    private Graphs() {}

    static Value small() {
        Value a = new Value(2, "a"), b = new Value(-3, "b"), c = new Value(10, "c"), f = new Value(-2, "f");
        return done(a.mul(b).label("e").add(c).label("d").mul(f).label("L"));
    }

    static Value neuron() {
        Value x1 = new Value(2, "x1"), w1 = new Value(-3, "w1"), b = new Value(6.8813735870195432, "b");
        return done(x1.mul(w1).add(b).label("n").tanh().label("o"));
    }

    static Value network() {
        Rng.seed(42);
        return done(new MLP(3, 4, 4, 1).predict(2, 3, -1));
    }

    static Value loss() {
        Rng.seed(42);
        return loss(new MLP(3, 4, 4, 1), new double[][] {{2, 3, -1}, {3, -1, 0.5}, {0.5, 1, 1}, {1, 1, -1}}, 1, -1, -1, 1);
    }

    static Value smallLoss() {
        Rng.seed(42);
        return loss(new MLP(1, 2, 1), new double[][] {{2}, {-1}}, 1, -1);
    }

    private static Value loss(MLP n, double[][] xs, double... ys) {
        List<Value> errors = IntStream.range(0, xs.length).mapToObj(i -> n.predict(xs[i]).sub(ys[i]).pow(2)).toList();
        return done(Value.sum(errors).label("loss"));
    }

    static Value chain(int length) {
        Value v = new Value(1, "x");
        for (int i = 1; i < length; i++) {
            v = v.relu();
        }
        return v;
    }

    private static Value done(Value root) {
        root.backward();
        return root;
    }
}
