package playmore.tape;

import playmore.engine.Op;

/**
 * The values of an expression that are in no row: the leaves, values that are computed one by one, and the copies
 * of lanes that these values need.
 */
final class Singles {

    final double[] data, grad;
    final Op[] op;               // null for leaves and copies
    final int[] left, right;     // the indices of the operands
    final double[] exponent;
    final int[][] addends;       // the indices of the addends of a longer sum, from left to right; else null

    Singles(int size) {
        data = new double[size];
        grad = new double[size];
        op = new Op[size];
        left = new int[size];
        right = new int[size];
        exponent = new double[size];
        addends = new int[size][];
    }

    /** Computes the values {@code from} to {@code to - 1}, in this order. */
    void forward(int from, int to) {
        for (int i = from; i < to; i++) {
            double l = data[left[i]];
            double r = data[right[i]];
            Op o = op[i];
            if (addends[i] != null) data[i] = sum(addends[i]);
            else if (o == Op.ADD) data[i] = l + r;
            else if (o == Op.MUL) data[i] = l * r;
            else data[i] = o.forward(l, o.operands == 1 ? exponent[i] : r);
        }
    }

    private double sum(int[] addends) {
        double sum = data[addends[0]];
        for (int k = 1; k < addends.length; k++) sum += data[addends[k]];
        return sum;
    }

    /** Adds to the operands' gradients for the values {@code to - 1} down to {@code from}, in this order. */
    void backward(int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            int l = left[i];
            int r = right[i];
            double g = grad[i];
            Op o = op[i];
            if (addends[i] != null) {
                for (int addend : addends[i]) grad[addend] += g;
            } else if (o == Op.ADD) {
                grad[l] += g;
                grad[r] += g;
            } else if (o == Op.MUL) {
                grad[l] += data[r] * g;
                grad[r] += data[l] * g;
            } else if (o.operands == 1) {
                grad[l] += o.chain(o.dx(data[l], exponent[i], data[i]), g);
            } else {
                grad[l] += o.dx(data[l], data[r], data[i]) * g;
                grad[r] += o.dy(data[l], data[r], data[i]) * g;
            }
        }
    }
}
