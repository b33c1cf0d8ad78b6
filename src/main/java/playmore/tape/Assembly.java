package playmore.tape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import playmore.engine.Op;

/** Gives every single value its index in {@link Singles} and puts the steps of a {@link Tape} in order. */
final class Assembly {

    final Singles singles;
    final List<Step> steps = new ArrayList<>();

    private final Recording recording;
    private final Packing packing;
    private final int[] place;          // the index in the singles of each value of the recording
    private final int[][] addends;      // of each single sum whose left operand is a partial sum; else null
    private final BitSet within = new BitSet();     // the partial sums, which are not computed on their own
    private final int[] computed;       // the values that are computed singly, in the order of computation
    private int next;                   // the index in the singles of the next value to compute
    private final BitSet wanted = new BitSet();     // the values that a single value or a row needs as singles

    Assembly(Recording recording, Packing packing) {
        this.recording = recording;
        this.packing = packing;
        place = new int[recording.size];
        addends = new int[recording.size][];
        for (int i = recording.size - 1; i >= 0; i--) {
            if (isSum(i) && !within.get(i) && isPartial(recording.left[i])) addends[i] = addends(i);
        }
        computed = computedSingly();
        findWanted();
        singles = new Singles(assignPlaces());
        fillSingles();
        next = recording.leaves.size();
        packing.rows.sort(Comparator.comparingInt((Row x) -> x.height).thenComparing(Row::isCopies));
        for (Row x : packing.rows) {
            // A row needs all lower values; a row of copies also those of its own height.
            computeSinglesBelow(x.isCopies() ? x.height + 1 : x.height);
            addSteps(x);
        }
        computeSinglesBelow(Integer.MAX_VALUE);
    }

    int placeOfRoot() {
        return place[recording.size - 1];
    }

    /** The addends a, b, c and d of the sum ((a + b) + c) + d. */
    private int[] addends(int i) {
        List<Integer> addends = new ArrayList<>();
        addends.add(recording.right[i]);
        for (i = recording.left[i]; isPartial(i); i = recording.left[i]) {
            within.set(i);
            addends.add(recording.right[i]);
        }
        addends.add(i);
        Collections.reverse(addends);
        return addends.stream().mapToInt(k -> k).toArray();
    }

    private boolean isSum(int i) {
        return recording.op[i] == Op.ADD && packing.row[i] == null;
    }

    /** Whether a sum is used only once, so that it can be part of a longer sum. */
    private boolean isPartial(int i) {
        return isSum(i) && recording.uses[i] == 1;
    }

    /** Sorts by height, so that operands come first, then by operation, so that the processor predicts the branch. */
    private int[] computedSingly() {
        return IntStream.range(0, recording.size)
                .filter(i -> recording.op[i] != null && packing.row[i] == null && !within.get(i)).boxed()
                .sorted(Comparator.comparingInt((Integer i) -> recording.height[i]).thenComparing(i -> recording.op[i]))
                .mapToInt(i -> i).toArray();
    }

    private void findWanted() {
        for (int i : computed) {
            if (addends[i] != null) {
                for (int addend : addends[i]) wanted.set(addend);
                continue;
            }
            wanted.set(recording.left[i]);
            wanted.set(recording.right[i]);
        }
        for (Row x : packing.rows) {
            if (x.isCopies()) {
                for (int i : x.values) wanted.set(i);
            } else if (x.terms != null) {
                for (Row.Term t : x.terms) {
                    if (t.scalar() != Row.Term.NONE) wanted.set(t.scalar());
                }
            }
        }
    }

    /** The leaves come first, then the computed values, then copies of lanes; returns the number of singles. */
    private int assignPlaces() {
        int size = 0;
        for (int i = 0; i < recording.size; i++) {
            if (recording.op[i] == null) place[i] = size++;
        }
        for (int i : computed) place[i] = size++;
        for (Row x : packing.rows) {
            for (int i : x.values) {
                if (packing.row[i] == x && wanted.get(i)) place[i] = size++;
            }
        }
        return size;
    }

    private void fillSingles() {
        for (int i : computed) {
            singles.op[place[i]] = recording.op[i];
            singles.addends[place[i]] = addends[i] == null ? null : places(addends[i]);
            singles.left[place[i]] = place[recording.left[i]];
            singles.right[place[i]] = place[recording.right[i]];
            singles.exponent[place[i]] = recording.exponent[i];
        }
    }

    private void computeSinglesBelow(int height) {
        int from = next;
        int leaves = recording.leaves.size();
        while (next - leaves < computed.length && recording.height[computed[next - leaves]] < height) next++;
        if (from < next) steps.add(new Step.Compute(singles, from, next));
    }

    private void addSteps(Row x) {
        if (x.isCopies()) steps.add(new Step.Gather(x, singles, places(x.values)));
        else if (x.terms != null) addSum(x);
        else if (x.operands.size() == 1) steps.add(new Step.Apply(x, x.operands.get(0)));
        else steps.add(new Step.ApplyTwo(x, x.operands.get(0), x.operands.get(1)));
        int[] lanes = IntStream.range(0, x.values.length)
                .filter(lane -> !x.isCopies() && wanted.get(x.values[lane]))
                .toArray();
        if (lanes.length > 0) {
            int[] values = Arrays.stream(lanes).map(lane -> x.values[lane]).toArray();
            steps.add(new Step.Scatter(x, lanes, singles, places(values)));
        }
    }

    private void addSum(Row x) {
        steps.add(new Step.Clear(x));
        List<Row.Term> scaled = new ArrayList<>();      // consecutive scaled terms become one step
        for (Row.Term t : x.terms) {
            if (t.isScaled()) {
                scaled.add(t);
                continue;
            }
            addScaled(x, scaled);
            if (t.left() == null) steps.add(new Step.AddScalar(x, singles, place[t.scalar()]));
            else if (t.right() == null) steps.add(new Step.AddRow(x, t.left()));
            else steps.add(new Step.AddProduct(x, t.left(), t.right()));
        }
        addScaled(x, scaled);
    }

    private void addScaled(Row x, List<Row.Term> terms) {
        if (terms.isEmpty()) return;
        int[] scalars = terms.stream().mapToInt(t -> place[t.scalar()]).toArray();
        Row[] others = terms.stream().map(Row.Term::left).toArray(Row[]::new);
        steps.add(new Step.AddScaled(x, singles, scalars, others));
        terms.clear();
    }

    private int[] places(int[] values) {
        return Arrays.stream(values).map(i -> place[i]).toArray();
    }
}
