package playmore.tape;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import playmore.engine.Op;

/**
 * Finds the {@link Row}s of an expression.
 *
 * <p>It starts from sums. A loss adds up the losses of the examples, which are computed by the same steps
 * with different numbers. Addends with the same operation and height become a row; then their left operands
 * are packed in the same way, and their right operands, down to the leaves. If all lanes have the same value,
 * such as a weight that all examples share, it stays single. Values of the same height cannot depend on each
 * other, so the operands of a row are ready if rows are computed from low to high.
 *
 * <p>In compilers this is called superword-level parallelism (Larsen and Amarasinghe, 2000).
 */
final class Packing {

    /** A row with fewer lanes would save no time. */
    private static final int FEWEST_LANES = 4;

    /** The rows, in no order. */
    final List<Row> rows = new ArrayList<>();

    /** The row that computes each value of the recording; null if the value is computed singly. */
    final Row[] row;

    private final Recording recording;
    private final Deque<Row> open = new ArrayDeque<>();         // rows whose operands are still to be found
    private final Map<List<Integer>, Row> copies = new HashMap<>();

    Packing(Recording recording) {
        this.recording = recording;
        row = new Row[recording.size];
        BitSet seen = new BitSet();
        for (int i = recording.size - 1; i >= 0; i--) {
            if (recording.op[i] == Op.ADD && row[i] == null && !seen.get(i)) {
                packAlike(addends(i, seen));
                while (!open.isEmpty()) findOperands(open.pop());
            }
        }
    }

    /** The addends of the sum {@code i}, whether it is nested as (a + b) + c or as a + (b + c). */
    private Set<Integer> addends(int i, BitSet seen) {
        Set<Integer> addends = new LinkedHashSet<>();
        while (true) {
            seen.set(i);
            int sum = recording.left[i];
            int addend = recording.right[i];
            if (!isPartial(sum) || isPartial(addend) && recording.height[addend] > recording.height[sum]) {
                sum = recording.right[i];
                addend = recording.left[i];
            }
            addends.add(addend);
            if (!isPartial(sum)) {
                addends.add(sum);
                return addends;
            }
            i = sum;
        }
    }

    /** Whether the value is a sum that is used only once, so that it can be part of a longer sum. */
    private boolean isPartial(int i) {
        return recording.op[i] == Op.ADD && recording.uses[i] == 1;
    }

    /** Makes a row of all addends with the same operation, exponent and height, if there are enough of them. */
    private void packAlike(Set<Integer> addends) {
        if (addends.size() < FEWEST_LANES) return;
        record Likeness(Op op, double exponent, int height) {}
        Map<Likeness, List<Integer>> alike = new LinkedHashMap<>();
        for (int i : addends) {
            Likeness likeness = new Likeness(recording.op[i], recording.exponent[i], recording.height[i]);
            alike.computeIfAbsent(likeness, none -> new ArrayList<>()).add(i);
        }
        for (List<Integer> lanes : alike.values()) {
            if (lanes.size() >= FEWEST_LANES) compute(lanes.stream().mapToInt(i -> i).toArray());
        }
    }

    private void findOperands(Row x) {
        if (x.op == Op.ADD) x.terms = terms(x);
        else if (x.op == Op.MUL) x.terms = List.of(product(x.values));
        else {
            Row left = operand(each(x.values, recording.left));
            x.operands = x.op.operands == 1 ? List.of(left)
                    : List.of(left, operand(each(x.values, recording.right)));
        }
    }

    /** The addends of a row of sums, in the order in which they are added. */
    private List<Row.Term> terms(Row x) {
        Deque<Row.Term> terms = new ArrayDeque<>();
        int[] sums = x.values;
        while (true) {
            int[] left = each(sums, recording.left);
            int[] right = each(sums, recording.right);
            if (absorb(left, Op.ADD, x)) {
                terms.push(term(right, x));
                sums = left;
            } else if (absorb(right, Op.ADD, x)) {
                terms.push(term(left, x));
                sums = right;
            } else {
                terms.push(term(right, x));
                terms.push(term(left, x));
                return List.copyOf(terms);
            }
        }
    }

    private Row.Term term(int[] values, Row x) {
        if (areSame(values)) return new Row.Term(values[0], null, null);
        if (absorb(values, Op.MUL, x)) return product(values);
        return new Row.Term(Row.Term.NONE, operand(values), null);
    }

    private Row.Term product(int[] values) {
        int[] left = each(values, recording.left);
        int[] right = each(values, recording.right);
        if (areSame(left)) return new Row.Term(left[0], operand(right), null);
        if (areSame(right)) return new Row.Term(right[0], operand(left), null);
        return new Row.Term(Row.Term.NONE, operand(left), operand(right));
    }

    /** Lets {@code x} compute these values too, if all have the operation and nothing else uses them. */
    private boolean absorb(int[] values, Op op, Row x) {
        for (int i : values) {
            if (recording.op[i] != op || recording.uses[i] != 1) return false;
        }
        for (int i : values) row[i] = x;
        return true;
    }

    /** The row that has these values in its lanes; makes one if there is none. */
    private Row operand(int[] values) {
        Row old = row[values[0]];
        if (old != null && Arrays.equals(old.values, values)) return old;
        Row computed = compute(values);
        if (computed != null) return computed;
        List<Integer> key = Arrays.stream(values).boxed().toList();
        return copies.computeIfAbsent(key, none -> copy(values));
    }

    /** Makes a row that computes these values; null if they are leaves, not computed alike, or in a row already. */
    private Row compute(int[] values) {
        int first = values[0];
        for (int i : values) {
            boolean alike = recording.op[i] == recording.op[first]
                    && recording.exponent[i] == recording.exponent[first]
                    && recording.height[i] == recording.height[first];
            if (!alike || recording.op[i] == null || row[i] != null) return null;
        }
        Row x = new Row(values, recording.op[first], recording.exponent[first], recording.height[first]);
        for (int lane = 0; lane < values.length; lane++) {
            if (row[values[lane]] == x) {      // the value is in two lanes: undo
                for (int i : values) row[i] = null;
                return null;
            }
            row[values[lane]] = x;
        }
        rows.add(x);
        open.push(x);
        return x;
    }

    private Row copy(int[] values) {
        int height = Arrays.stream(values).map(i -> recording.height[i]).max().orElse(0);
        Row x = new Row(values, null, 0, height);
        rows.add(x);
        return x;
    }

    /** Whether all lanes have the same value. */
    private static boolean areSame(int[] values) {
        return Arrays.stream(values).allMatch(i -> i == values[0]);
    }

    /** The left or the right operand of each value. */
    private static int[] each(int[] values, int[] operand) {
        return Arrays.stream(values).map(i -> operand[i]).toArray();
    }
}
