package playmore.tape;

import java.util.List;
import playmore.engine.Op;

/**
 * Values of an expression that are computed by the same operation from operands of the same kind, such as the
 * scores of a hundred examples. Each value has a lane, and one loop computes all lanes. In other frameworks the
 * user writes a tensor for this.
 */
final class Row {

    /**
     * An addend of a row: {@code scalar}, {@code scalar * left}, {@code left} or {@code left * right}.
     *
     * @param scalar the index in the recording of a value that is the same in every lane; {@link #NONE} if there
     *     is none
     * @param left the row to add or multiply; null if there is none
     * @param right the row to multiply {@code left} by; null if there is none
     */
    record Term(int scalar, Row left, Row right) {

        static final int NONE = -1;

        boolean isScaled() {
            return scalar != NONE && left != null;
        }
    }

    final int[] values;         // the index in the recording of each lane's value
    final Op op;                // null if the row holds copies of single values
    final double exponent;
    final int height;
    List<Term> terms;           // for ADD and MUL, in the order in which they are added
    List<Row> operands;         // for any other operation

    final double[] data, grad;

    Row(int[] values, Op op, double exponent, int height) {
        this.values = values;
        this.op = op;
        this.exponent = exponent;
        this.height = height;
        this.data = new double[values.length];
        this.grad = new double[values.length];
    }

    /** Whether the row only holds copies of single values. */
    boolean isCopies() {
        return op == null;
    }
}
