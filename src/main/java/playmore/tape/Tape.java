package playmore.tape;

import java.util.Arrays;
import java.util.List;
import playmore.engine.Value;

/**
 * An expression recorded once, to be computed forward and backward as often as wanted from its
 * leaves' current data.
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
 * <p>An expression of {@link Value}s is computed when it is written; for other inputs it has to be
 * written again, a new object for each number. A tape keeps numbers only, in arrays. It looks for
 * values that are computed alike, such as those of each example of a batch, puts them side by side
 * and computes them in one loop. Where nothing is alike it computes one value after the other.
 *
 * <p>The steps are fixed, the numbers are not: examples can be exchanged by setting the data of
 * their leaves, and a ReLU may pass now and stop later.
 *
 * <p>A tape is for one thread at a time, as are tapes that share leaves: they add to the same gradients.
 *
 * <p>The numbers are those of {@code Value}. The root is the same to the last bit. A gradient is the
 * sum of the same products, perhaps added in another order: for an expression of n values, the two
 * differ by at most n * 2^-50 of the sum of the products' absolute values (on the network of chapter 20
 * by less than 1e-15).
 */
public final class Tape {

    private final Value[] leaves;
    private final Singles singles;
    private final Row[] rows;
    private final Step[] steps;
    private final int root;

    /** Records the expression that computed {@code root}, and computes it once from its leaves' data. */
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

    /** The leaves of the expression, in the order in which it uses them. */
    public List<Value> leaves() {
        return List.of(leaves);
    }

    /** Computes the root anew from the leaves' {@code data} and returns it; no value is changed. */
    public double forward() {
        for (int i = 0; i < leaves.length; i++) {
            singles.data[i] = leaves[i].data;
        }
        for (Step step : steps) {
            step.forward();
        }
        return singles.data[root];
    }

    /**
     * Computes the derivative of what {@link #forward} computed last with respect to every leaf, and
     * <em>adds</em> it to the leaf's {@code grad}, as {@link Value#backward} does.
     */
    public void backward() {
        Arrays.fill(singles.grad, 0);
        for (Row row : rows) {
            Arrays.fill(row.grad, 0);
        }
        singles.grad[root] = 1;
        for (int i = steps.length - 1; i >= 0; i--) {
            steps[i].backward();
        }
        for (int i = 0; i < leaves.length; i++) {
            leaves[i].grad += singles.grad[i];
        }
    }

    /** For the prompt. */
    @Override
    public String toString() {
        return "Tape(" + leaves.length + (leaves.length == 1 ? " leaf)" : " leaves)");
    }
}
