package playmore.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import playmore.engine.Graph;
import playmore.engine.MLP;
import playmore.engine.Node;
import playmore.engine.Operation;
import playmore.engine.Rng;
import playmore.engine.Value;

/** A tape against {@link Value}: recorded with some numbers, replayed with others, compared with the expression written anew. */
class TapeTest {

    @Test
    void randomExpressions() {
        for (int round = 0; round < 500; round++) {
            int seed = round;
            check("expression " + round, 5, x -> Operation.expression(new Random(seed), 30, x));
        }
    }

    @Test
    void sumsOfRandomExpressionsOverExamples() {
        for (int round = 0; round < 200; round++) {
            int seed = round;
            int examples = 2 + round % 13;
            check("batch " + round, 3 + 2 * examples, x -> Value.sum(examples(x, 3, 2, example -> {
                Value[] operands = Arrays.copyOf(x, 5);
                System.arraycopy(example, 0, operands, 3, 2);
                return Operation.expression(new Random(seed), 30, operands);
            })));
        }
    }

    @Test
    void networksOnBatches() {
        Map<String, Function<Value, Value>> losses = Map.of(
                "square", y -> y.sub(0.5).pow(2),
                "margin", y -> Value.add(1, y.mul(-1)).relu(),
                "logistic", y -> y.neg().exp().add(1).log(),
                "none", y -> y);
        int[] layers = {16, 5, 1};
        int parameters = 16 * 4 + 5 * 17 + 6;
        losses.forEach((name, loss) -> {
            for (UnaryOperator<Value> activation : List.<UnaryOperator<Value>>of(Value::tanh, Value::relu, v -> v)) {
                check(name, parameters + 3 * 20, x -> {
                    List<Value> ofExamples = examples(x, parameters, 3,
                            example -> loss.apply(network(layers, activation, x, example)));
                    List<Value> squares = Arrays.stream(x, 0, parameters).map(w -> w.mul(w)).toList();
                    return Value.sum(ofExamples).div(20).add(Value.sum(squares).mul(1e-2));
                });
            }
        });
    }

    @Test
    void sumsNestedEitherWay() {
        BiFunction<Value, Value, Value> product = (a, b) -> a.mul(b).tanh();
        check("(a + b) + c", 24, x -> fold(examples(x, 0, 2, e -> product.apply(e[0], e[1])), (sum, v) -> sum.add(v)));
        check("a + (b + c)", 24, x -> fold(examples(x, 0, 2, e -> product.apply(e[0], e[1])), (sum, v) -> v.add(sum)));
        check("from 0", 24, x -> fold(examples(x, 0, 2, e -> product.apply(e[0], e[1])), (sum, v) -> Value.add(0, sum).add(v)));
        check("halves", 16, x -> halves(examples(x, 0, 2, e -> product.apply(e[0], e[1]))));
    }

    @Test
    void lanesThatAreNotQuiteAlike() {
        check("other operations", 20, x -> Value.sum(examples(x, 0, 2, e -> e[0] == x[6] ? e[0].exp().mul(e[1]) : e[0].tanh().mul(e[1]))));
        check("other exponents", 20, x -> Value.sum(examples(x, 0, 2, e -> e[0].pow(e[0] == x[6] ? 3 : 4).mul(e[1]))));
        check("one lane is used elsewhere", 20, x -> {
            List<Value> lanes = examples(x, 0, 2, e -> e[0].mul(e[1]).exp());
            return Value.sum(lanes).add(lanes.get(3).tanh());
        });
        check("a lane is there twice", 20, x -> {
            List<Value> lanes = examples(x, 0, 2, e -> e[0].mul(e[1]).exp());
            return Value.sum(lanes).add(lanes.get(3)).add(lanes.get(3));
        });
        check("lanes lean on lanes", 20, x -> {
            List<Value> chain = new ArrayList<>(List.of(x[0]));
            for (int i = 1; i < 20; i++) chain.add(chain.get(i - 1).mul(x[i]).tanh());
            return Value.sum(chain.stream().map(v -> v.pow(2)).toList());
        });
        check("neighbours", 20, x -> {
            List<Value> row = Arrays.stream(x).map(Value::tanh).toList();
            List<Value> pairs = new ArrayList<>();
            for (int i = 0; i + 1 < 20; i++) pairs.add(row.get(i).mul(row.get(i + 1)).exp());
            return Value.sum(pairs).add(Value.sum(row));
        });
        check("the same product again and again", 12, x -> Value.sum(
                Arrays.stream(x).map(v -> x[0].mul(x[1]).add(v).tanh().mul(x[0].exp())).toList()));
    }

    /** Unrolled over time: the same weights in every step, batches in every step. */
    @Test
    void recurrentNetwork() {
        check("recurrent", 3 + 4 * 6, x -> {
            List<Value> all = new ArrayList<>();
            examples(x, 3, 6, sequence -> {
                Value h = x[0];
                for (Value in : sequence) {
                    h = h.mul(x[1]).add(in.mul(x[2])).tanh();
                    all.add(h.mul(h));
                }
                return h;
            });
            return Value.sum(all);
        });
    }

    @Test
    void backwardAddsToTheLeaves() {
        Value a = new Value(2), b = new Value(-3);
        Tape tape = new Tape(a.mul(b).add(a));
        tape.backward();
        tape.backward();
        assertEquals(-4, a.grad);
        assertEquals(4, b.grad);
    }

    @Test
    void backwardBelongsToTheLastForward() {
        Value a = new Value(2), b = new Value(-3);
        Tape tape = new Tape(a.mul(b));
        a.data = 7;
        tape.backward();
        assertEquals(2, b.grad, "the numbers of the recording");
        assertEquals(-21, tape.forward());
        tape.backward();
        assertEquals(2 + 7, b.grad);
    }

    @Test
    void leafIsATapeToo() {
        Value a = new Value(5);
        Tape tape = new Tape(a);
        a.data = 6;
        assertEquals(6, tape.forward());
        tape.backward();
        assertEquals(1, a.grad);
        assertEquals(List.of(a), tape.leaves());
    }

    @Test
    void nothingButTheLeavesGradientsIsChanged() {
        Value a = new Value(2), b = new Value(-3);
        Value e = a.mul(b);
        Value f = e.add(a);
        f.backward();
        Tape tape = new Tape(f);
        a.data = 100;
        tape.forward();
        tape.backward();
        assertEquals(-6, e.data);
        assertEquals(1, e.grad);
        assertEquals(-4, f.data);
        f.backward();
        assertEquals(1, e.grad, "and Value works as before");
    }

    @Test
    void reluIsDataNotShape() {
        Value a = new Value(-1);
        Tape tape = new Tape(a.relu().mul(3));
        a.data = 2;
        assertEquals(6, tape.forward());
        tape.backward();
        assertEquals(3, a.grad);
    }

    @Test
    void trainingIsTheSame() {
        Rng.seed(5);
        MLP n = new MLP(3, 4, 4, 1);
        Rng.seed(5);
        MLP m = new MLP(3, 4, 4, 1);
        Tape tape = new Tape(lectureLoss(m));
        for (int k = 0; k < 50; k++) {
            n.zeroGrad();
            Value loss = lectureLoss(n);
            loss.backward();
            n.parameters().forEach(p -> p.data -= 0.05 * p.grad);

            m.zeroGrad();
            assertEquals(loss.data, tape.forward(), 1e-12 * loss.data, "step " + k);
            tape.backward();
            m.parameters().forEach(p -> p.data -= 0.05 * p.grad);
        }
        assertTrue(tape.forward() < 0.1, "it has learned");
    }

    @Test
    void longChainsAreNotTooDeep() {
        Value a = new Value(0.5);
        Value v = a;
        for (int i = 0; i < 100_000; i++) {
            v = v.add(1).mul(0.5);
        }
        Tape tape = new Tape(v);
        a.data = 1;
        assertEquals(1, tape.forward());
        tape.backward();
        assertEquals(0, a.grad);
    }

    private static Value lectureLoss(MLP n) {
        double[][] xs = {{2, 3, -1}, {3, -1, 0.5}, {0.5, 1, 1}, {1, 1, -1}};
        double[] ys = {1, -1, -1, 1};
        Value loss = new Value(0);
        for (int i = 0; i < xs.length; i++) {
            loss = loss.add(n.predict(xs[i]).sub(ys[i]).pow(2));
        }
        return loss;
    }

    /** Records the expression of some numbers, then compares it, replayed with others, with the expression of those. */
    static void check(String name, int size, Function<Value[], Value> expression) {
        Random random = new Random(name.hashCode());
        Value[] x = values(random, size);
        Tape tape = new Tape(expression.apply(x));
        for (int replay = 0; replay < 3; replay++) {
            Value[] y = values(random, size);
            for (int i = 0; i < size; i++) {
                x[i].data = y[i].data;
                x[i].grad = 0;
            }
            Value fresh = expression.apply(y);
            assertEquals(fresh.data, tape.forward(), name);
            fresh.backward();
            tape.backward();
            Map<Value, Double> magnitudes = magnitudes(fresh);
            for (int i = 0; i < size; i++) {
                double bound = magnitudes.getOrDefault(y[i], 0.0) * magnitudes.size() * 0x1p-50;
                assertTrue(Math.abs(y[i].grad - x[i].grad) <= bound,
                        name + ", leaf " + i + ": " + y[i].grad + " and " + x[i].grad + ", bound " + bound);
            }
        }
    }

    /** The sum of the absolute values of all that {@code backward} adds up, for each value. */
    private static Map<Value, Double> magnitudes(Value root) {
        Map<Value, Double> magnitudes = new IdentityHashMap<>();
        magnitudes.put(root, 1.0);
        List<Node> order = Graph.of(root, Integer.MAX_VALUE).origins();
        for (int i = order.size() - 1; i >= 0; i--) {
            Value v = (Value) order.get(i);
            if (v.isLeaf()) continue;
            List<Value> operands = v.children();
            double x = operands.get(0).data, y = operands.size() > 1 ? operands.get(1).data : v.exponent();
            double size = magnitudes.get(v);
            magnitudes.merge(operands.get(0), Math.abs(v.operation().orElseThrow().dx(x, y, v.data)) * size, Double::sum);
            if (operands.size() > 1) magnitudes.merge(operands.get(1), Math.abs(v.operation().orElseThrow().dy(x, y, v.data)) * size, Double::sum);
        }
        return magnitudes;
    }

    private static Value[] values(Random random, int size) {
        return DoubleStream.generate(() -> random.nextInt(20) == 0 ? 0 : random.nextDouble() * 2 - 1).limit(size).mapToObj(Value::new).toArray(Value[]::new);
    }

    /** What is made of each group of {@code size} values from {@code start} on. */
    private static List<Value> examples(Value[] x, int start, int size, Function<Value[], Value> expression) {
        List<Value> made = new ArrayList<>();
        for (int i = start; i + size <= x.length; i += size) {
            made.add(expression.apply(Arrays.copyOfRange(x, i, i + size)));
        }
        return made;
    }

    private static Value fold(List<Value> values, BiFunction<Value, Value, Value> add) {
        Value sum = values.get(0);
        for (Value v : values.subList(1, values.size())) sum = add.apply(sum, v);
        return sum;
    }

    private static Value halves(List<Value> values) {
        int n = values.size();
        return n == 1 ? values.get(0) : halves(values.subList(0, n / 2)).add(halves(values.subList(n / 2, n)));
    }

    /** What a network with three inputs makes of an example, with the first of {@code p} as its parameters. */
    private static Value network(int[] layers, UnaryOperator<Value> activation, Value[] p, Value... x) {
        int next = 0;
        for (int nout : layers) {
            Value[] out = new Value[nout];
            for (int i = 0; i < nout; i++) {
                out[i] = p[next++];
                for (Value in : x) {
                    out[i] = out[i].add(p[next++].mul(in));
                }
                out[i] = activation.apply(out[i]);
            }
            x = out;
        }
        return x[0];
    }
}
