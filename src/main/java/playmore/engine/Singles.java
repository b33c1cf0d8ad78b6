package playmore.engine;

/**
 * The values of an expression that are in no row: the leaves, what is computed singly, and copies of
 * lanes that such values need.
 */
final class Singles {

    final double[] data, grad;
    final Op[] op;               // null for leaves and copies
    final int[] left, right;     // the operands' places
    final double[] exponent;

    Singles(int size) {
        data = new double[size];
        grad = new double[size];
        op = new Op[size];
        left = new int[size];
        right = new int[size];
        exponent = new double[size];
    }

    /** Computes the values at {@code from} to {@code to - 1}, in this order. */
    void forward(int from, int to) {
        for (int i = from; i < to; i++) {
            double l = data[left[i]];
            double r = data[right[i]];
            data[i] = switch (op[i]) {
                case ADD -> l + r;
                case MUL -> l * r;
                default  -> op[i].apply(l, exponent[i]);
            };
        }
    }

    /** Takes the gradients of the values at {@code to - 1} down to {@code from} to their operands. */
    void backward(int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            int l = left[i];
            int r = right[i];
            double g = grad[i];
            switch (op[i]) {
                case ADD -> {
                    grad[l] += g;
                    grad[r] += g;
                }
                case MUL -> {
                    grad[l] += data[r] * g;
                    grad[r] += data[l] * g;
                }
                default -> grad[l] += op[i].derivative(data[l], exponent[i], data[i]) * g;
            }
        }
    }
}
