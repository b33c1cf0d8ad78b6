package playmore.tape;

import java.util.Arrays;
import java.util.List;
import playmore.engine.Value;

/**
 * An expression that is recorded once and then computed forward and backward many times, from the current data
 * of its leaves.
 *
 * <pre>{@code
 * Tape tape = new Tape(loss);
 * for (int k = 0; k < 100; k++) {
 *     double data = tape.forward();             // the loss, from the parameters as they are now
 *     n.zeroGrad();
 *     tape.backward();                          // the parameters' gradients
 *     for (Value p : n.parameters()) p.data -= 0.05 * p.grad;
 * }
 * }</pre>
 *
 * <p>An expression of {@link Value}s is computed when it is built. To compute it for other inputs you build it
 * again, with a new object for each number. A tape keeps only numbers, in arrays. It finds values that are
 * computed alike, such as those of the examples of a batch, and computes them in one loop. All other values it
 * computes one by one.
 *
 * <p>The operations are fixed, but the numbers are not. You can replace an example by setting the data of its leaves.
 *
 * <p>Only one thread at a time may use a tape, or tapes that share leaves, because they add to the same gradients.
 *
 * <p>The results agree with those of {@code Value}. The root is the same to the last bit. A gradient is the sum of
 * the same products, perhaps added in another order. For an expression of n values, the two sums differ by at most
 * n * 2^-50 times the sum of the products' absolute values (by less than 1e-15 on the network of chapter 20).
 */
public final class Tape {

    private final Value[] leaves;
    private final Singles singles;
    private final Row[] rows;
    private final Step[] steps;
    private final int root;

    /** Records the expression that computed {@code root}, and computes it once from the current data of its leaves. */
    public Tape(Value root) {
        Recording recording = new Recording(root);
        Packing packing = new Packing(recording);
        Assembly assembly = new Assembly(recording, packing);
        leaves = recording.leaves.toArray(Value[]::new);
        singles = assembly.singles;
        rows = packing.rows.toArray(Row[]::new);
        steps = assembly.steps.toArray(Step[]::new);
        this.root = assembly.placeOfRoot();
        forward();
    }

    /** The leaves of the expression, in the order in which the expression uses them. */
    public List<Value> leaves() {
        return List.of(leaves);
    }

    /** Recomputes the root from the current data of the leaves and returns it; no {@link Value} changes. */
    public double forward() {
        for (int i = 0; i < leaves.length; i++) singles.data[i] = leaves[i].data;
        for (Step step : steps) step.forward();
        return singles.data[root];
    }

    /**
     * Computes the derivative of the last result of {@link #forward} with respect to every leaf, and
     * <em>adds</em> it to the leaf's {@code grad}, as {@link Value#backward} does.
     */
    public void backward() {
        Arrays.fill(singles.grad, 0);
        for (Row row : rows) Arrays.fill(row.grad, 0);
        singles.grad[root] = 1;
        for (int i = steps.length - 1; i >= 0; i--) steps[i].backward();
        for (int i = 0; i < leaves.length; i++) leaves[i].grad += singles.grad[i];
    }

    @Override public String toString() {
        return "Tape(" + leaves.length + (leaves.length == 1 ? " leaf)" : " leaves)");
    }
}
