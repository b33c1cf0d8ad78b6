package playmore.tape;

import java.util.List;
import playmore.engine.Op;

/**
 * Values of an expression that are computed alike, from operands that are computed alike: the scores
 * of a hundred examples, say. Their numbers lie side by side, a lane each, so that one loop computes
 * them all. It is what other frameworks make their users write: a tensor.
 */
final class Row {

    /**
     * An addend of a row: {@code scalar}, {@code scalar * left}, {@code left} or
     * {@code left * right}; what is missing is {@link #NONE} or null.
     *
     * @param scalar where the value that is the same in every lane stands in the recording
     */
    record Term(int scalar, Row left, Row right) {

        static final int NONE = -1;

        boolean isScaled() {
            return scalar != NONE && left != null;
        }
    }

    final int[] values;         // where each lane's value stands in the recording
    final Op op;                // null: copies of single values
    final double exponent;
    final int height;
    List<Term> terms;           // of ADD and MUL, in the order in which they are added
    List<Row> operands;         // of any other operation

    final double[] data, grad;

    Row(int[] values, Op op, double exponent, int height) {
        this.values = values;
        this.op = op;
        this.exponent = exponent;
        this.height = height;
        this.data = new double[values.length];
        this.grad = new double[values.length];
    }

    /** Whether it holds copies of single values, and computes nothing. */
    boolean isCopies() {
        return op == null;
    }
}
