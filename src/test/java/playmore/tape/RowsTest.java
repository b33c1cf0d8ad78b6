package playmore.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import playmore.engine.MLP;
import playmore.engine.Operation;
import playmore.engine.Rng;
import playmore.engine.Value;

/** What a tape packs into rows, it computes as {@link Value} does, however rows and single values lean on each other; and it does pack. */
class RowsTest {

    private static final int EXPRESSIONS = 3000;

    /** Each seed is another expression; a failure names it. */
    @Test
    void rowsThatAreShiftedSharedAndComputed() {
        for (int i = 0; i < EXPRESSIONS; i++) {
            long seed = i;
            int size = 12 + i % 17;
            TapeTest.check("the expression of seed " + seed, size, leaves -> new Rows(new Random(seed), leaves).root());
        }
    }

    /** Nearly all that the loss of chapter 20 computes for its 100 examples is in rows, and a row is a step or two. */
    @Test
    void theMoonsArePacked() {
        Rng.seed(1337);
        MLP n = MLP.relu(2, 16, 16, 1);
        List<Value> losses = Stream.generate(() -> n.predict(Rng.gaussian(), Rng.gaussian()).mul(-1).add(1).relu()).limit(100).toList();
        Value loss = Value.sum(losses).div(100).add(Value.sum(n.parameters().stream().map(p -> p.mul(p)).toList()).mul(1e-4));
        Recording recording = new Recording(loss);
        Packing packing = new Packing(recording);
        Assembly assembly = new Assembly(recording, packing);
        assertEquals(65_814, recording.size);
        assertEquals(337 + 2 * 100 + 2 * 100 + 2, recording.leaves.size(), "parameters, points, the constants of each and of all");
        assertEquals(73, packing.rows.size());
        assertTrue(assembly.singles.data.length < 1_200, assembly.singles.data.length + " values are computed singly, or copied");
        assertTrue(assembly.steps.size() < 150, assembly.steps.size() + " steps");
    }

    /** Four that are alike are worth a row, three are not; and a sum may be nested either way. */
    @Test
    void whatIsWorthARow() {
        for (int lanes = 2; lanes < 8; lanes++) {
            List<Value> alike = Stream.generate(() -> new Value(1).tanh()).limit(lanes).toList();
            Value fromTheLeft = Value.sum(alike), fromTheRight = alike.stream().reduce((sum, lane) -> lane.add(sum)).orElseThrow();
            for (Value sum : List.of(fromTheLeft, fromTheRight, fromTheLeft.mul(2).add(fromTheRight.mul(3)))) {
                Packing packing = new Packing(new Recording(sum));
                assertEquals(lanes < 4 ? List.of() : List.of(lanes, lanes), packing.rows.stream().map(row -> row.values.length).toList(),
                        "the copies of the leaves and their tanhs");
            }
        }
    }

    /** Rows and single values made of each other at random. */
    private static final class Rows {

        private final Random random;
        private final List<Value[]> rows = new ArrayList<>();
        private final List<Value> singles = new ArrayList<>();

        Rows(Random random, Value[] leaves) {
            this.random = random;
            int lanes = 4 + random.nextInt(leaves.length / 2 - 5);
            rows.add(Arrays.copyOfRange(leaves, 0, lanes));
            rows.add(Arrays.copyOfRange(leaves, lanes, 2 * lanes));
            singles.addAll(List.of(leaves).subList(2 * lanes, leaves.length));
        }

        Value root() {
            for (int steps = 3 + random.nextInt(10); steps > 0; steps--) {
                if (random.nextInt(3) == 0) singles.add(newSingle());
                else rows.add(newRow());
            }
            List<Value> sums = new ArrayList<>();
            rows.subList(0, rows.size() - 1).stream().filter(row -> random.nextInt(3) == 0).forEach(row -> sums.add(sum(row)));
            singles.stream().filter(single -> random.nextInt(3) == 0).forEach(sums::add);
            sums.add(sum(rows.get(rows.size() - 1)));
            return Value.sum(sums);
        }

        private Value newSingle() {
            Value a = single();
            return switch (random.nextInt(5)) {
                case 0 -> Operation.any(random).tamed(a, single());
                case 1 -> Operation.any(random).tamed(lane(), a);
                case 2 -> lane();
                case 3 -> sum(row());
                default -> a.mul(lane());
            };
        }

        private Value[] newRow() {
            Value[] a = row(), b = row();
            Value s = random.nextBoolean() ? single() : lane(), t = single();
            Operation f = Operation.any(random);
            int n = Math.min(a.length, b.length), shift = 1 + random.nextInt(2), odd = random.nextInt(n);
            return switch (random.nextInt(14)) {
                case 0 -> lanes(a.length, i -> f.tamed(a[i], s));
                case 1, 2 -> lanes(n, i -> f.tamed(a[i], b[i]));
                case 3 -> lanes(n - shift < 4 ? n : n - shift, i -> f.tamed(a[i], a[(i + shift) % a.length]));   // neighbours
                case 4 -> lanes(n, i -> a[i].mul(b[n - 1 - i]));                    // back to front
                case 5 -> lanes(a.length, i -> s.mul(a[i]));
                case 6 -> lanes(a.length, i -> a[i].mul(s));
                case 7 -> lanes(a.length, i -> a[i].add(s));
                case 8 -> neurons(1 + random.nextInt(20));
                case 9 -> lanes(n, i -> a[i].mul(s).add(b[i].mul(a[(i + shift) % a.length])));
                case 10 -> lanes(a.length, i -> shift == 1 ? i == odd ? a[i].tanh() : a[i].relu()      // one is not alike
                        : a[i].tanh().pow(i == odd ? 3 : 2));
                case 11 -> lanes(a.length, i -> (i == odd ? s : a[i]).mul(t));
                case 12 -> lanes(n, i -> a[i == odd ? 0 : i].mul(b[i]));                    // a lane used twice
                default -> lanes(n, i -> i == odd ? a[(i + 1) % n] : a[i]);                 // a lane there twice
            };
        }

        /** A neuron's output, for the example of each lane. */
        private Value[] neurons(int inputs) {
            List<Value[]> x = Stream.generate(this::row).limit(inputs).toList();
            List<Value> w = Stream.generate(() -> random.nextBoolean() ? single() : lane()).limit(inputs).toList();
            Value b = single();
            return lanes(x.stream().mapToInt(row -> row.length).min().orElseThrow(), lane -> {
                Value sum = b;
                for (int i = 0; i < inputs; i++) sum = sum.add(w.get(i).mul(x.get(i)[lane]));
                return sum.tanh();
            });
        }

        private static Value[] lanes(int n, IntFunction<Value> lane) {
            return IntStream.range(0, n).mapToObj(lane).toArray(Value[]::new);
        }

        private Value sum(Value[] row) {
            List<Value> lanes = new ArrayList<>(List.of(row));
            if (random.nextInt(4) == 0) lanes.add(single());
            return random.nextBoolean() ? Value.sum(lanes) : lanes.stream().reduce((sum, lane) -> lane.add(sum)).orElseThrow();
        }

        private Value lane() {
            Value[] row = row();
            return row[random.nextInt(row.length)];
        }

        private Value single() {
            return singles.isEmpty() ? lane() : singles.get(random.nextInt(singles.size()));
        }

        private Value[] row() {
            return rows.get(random.nextInt(rows.size()));
        }
    }
}
