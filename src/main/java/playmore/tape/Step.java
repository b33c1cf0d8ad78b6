package playmore.tape;

import java.util.Arrays;
import playmore.engine.Op;

/** One step of a {@link Tape}: one loop for the forward pass and one for the backward pass. */
interface Step {

    /** Computes the results from the operands. */
    void forward();

    /** Adds to the operands' gradients by the chain rule. */
    void backward();

    /** Computes single values. */
    record Compute(Singles singles, int from, int to) implements Step {

        @Override public void forward() {
            singles.forward(from, to);
        }

        @Override public void backward() {
            singles.backward(from, to);
        }
    }

    /** Copies single values into a row. */
    record Gather(Row row, Singles singles, int[] places) implements Step {

        @Override public void forward() {
            for (int i = 0; i < places.length; i++) row.data[i] = singles.data[places[i]];
        }

        @Override public void backward() {
            for (int i = 0; i < places.length; i++) singles.grad[places[i]] += row.grad[i];
        }
    }

    /** Copies lanes of a row to single values. */
    record Scatter(Row row, int[] lanes, Singles singles, int[] places) implements Step {

        @Override public void forward() {
            for (int i = 0; i < places.length; i++) singles.data[places[i]] = row.data[lanes[i]];
        }

        @Override public void backward() {
            for (int i = 0; i < places.length; i++) row.grad[lanes[i]] += singles.grad[places[i]];
        }
    }

    /** Starts a sum with -0.0: adding any number x to it gives x, even for 0.0 and -0.0. */
    record Clear(Row row) implements Step {

        @Override public void forward() {
            Arrays.fill(row.data, -0.0);
        }

        @Override public void backward() {}
    }

    /** row += scalar. */
    record AddScalar(Row row, Singles singles, int scalar) implements Step {

        @Override public void forward() {
            double s = singles.data[scalar];
            for (int i = 0; i < row.data.length; i++) row.data[i] += s;
        }

        @Override public void backward() {
            double[] g = row.grad;
            double a = 0, b = 0, c = 0, d = 0;      // four sums, as each addition waits for the one before
            int i = 0;
            for (; i + 4 <= g.length; i += 4) {
                a += g[i];
                b += g[i + 1];
                c += g[i + 2];
                d += g[i + 3];
            }
            for (; i < g.length; i++) a += g[i];
            singles.grad[scalar] += a + b + c + d;
        }
    }

    /** row += other. */
    record AddRow(Row row, Row other) implements Step {

        @Override public void forward() {
            add(row.data, other.data);
        }

        @Override public void backward() {
            add(other.grad, row.grad);
        }

        private static void add(double[] to, double[] a) {
            for (int i = 0; i < to.length; i++) to[i] += a[i];
        }
    }

    /** row += a * b. */
    record AddProduct(Row row, Row a, Row b) implements Step {

        @Override public void forward() {
            addProduct(row.data, a.data, b.data);
        }

        @Override public void backward() {
            addProduct(a.grad, b.data, row.grad);
            addProduct(b.grad, a.data, row.grad);
        }

        private static void addProduct(double[] to, double[] a, double[] b) {
            for (int i = 0; i < to.length; i++) to[i] += a[i] * b[i];
        }
    }

    /**
     * row += scalar * other, for each scalar and its other row, as a neuron does with its weights. A loop takes four
     * scalars at a time, because loading and storing takes longer than the arithmetic. The loop for the gradients of
     * the scalars takes eight, because each addition to a sum waits for the one before.
     */
    record AddScaled(Row row, Singles singles, int[] scalars, Row[] others) implements Step {

        @Override public void forward() {
            double[] s = singles.data;
            int k = 0;
            for (; k + 4 <= scalars.length; k += 4) {
                addScaled(row.data,
                        s[scalars[k]], others[k].data, s[scalars[k + 1]], others[k + 1].data,
                        s[scalars[k + 2]], others[k + 2].data, s[scalars[k + 3]], others[k + 3].data);
            }
            for (; k < scalars.length; k++) addScaled(row.data, s[scalars[k]], others[k].data);
        }

        @Override public void backward() {
            double[] g = row.grad, s = singles.data;
            int k = 0;
            for (; k + 8 <= scalars.length; k += 8) {
                addDots(g, others[k].data, others[k + 1].data, others[k + 2].data, others[k + 3].data,
                        others[k + 4].data, others[k + 5].data, others[k + 6].data, others[k + 7].data, k);
            }
            for (; k < scalars.length; k++) singles.grad[scalars[k]] += dot(g, others[k].data);
            for (k = 0; k + 4 <= scalars.length; k += 4) {
                addScaledTo(others[k].grad, s[scalars[k]], others[k + 1].grad, s[scalars[k + 1]],
                        others[k + 2].grad, s[scalars[k + 2]], others[k + 3].grad, s[scalars[k + 3]], g);
            }
            for (; k < scalars.length; k++) addScaled(others[k].grad, s[scalars[k]], g);
        }

        private static void addScaled(double[] to, double s, double[] a) {
            for (int i = 0; i < to.length; i++) to[i] += s * a[i];
        }

        private static void addScaled(
                double[] to, double s, double[] a, double t, double[] b, double u, double[] c, double v, double[] d) {
            for (int i = 0; i < to.length; i++) {
                to[i] = to[i] + s * a[i] + t * b[i] + u * c[i] + v * d[i];
            }
        }

        private static void addScaledTo(
                double[] a, double s, double[] b, double t, double[] c, double u, double[] d, double v, double[] g) {
            for (int i = 0; i < g.length; i++) {
                double x = g[i];
                a[i] += s * x;
                b[i] += t * x;
                c[i] += u * x;
                d[i] += v * x;
            }
        }

        private static double dot(double[] g, double[] a) {
            double sum = 0;
            for (int i = 0; i < g.length; i++) sum += g[i] * a[i];
            return sum;
        }

        private void addDots(double[] g, double[] a0, double[] a1, double[] a2, double[] a3,
                double[] a4, double[] a5, double[] a6, double[] a7, int k) {
            double s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
            for (int i = 0; i < g.length; i++) {
                double x = g[i];
                s0 += x * a0[i];
                s1 += x * a1[i];
                s2 += x * a2[i];
                s3 += x * a3[i];
                s4 += x * a4[i];
                s5 += x * a5[i];
                s6 += x * a6[i];
                s7 += x * a7[i];
            }
            double[] sums = {s0, s1, s2, s3, s4, s5, s6, s7};
            for (int j = 0; j < 8; j++) singles.grad[scalars[k + j]] += sums[j];
        }
    }

    /** row = op(operand). ReLU and the square, which are in most losses, have loops of their own. */
    record Apply(Row row, Row operand) implements Step {

        @Override public void forward() {
            double[] x = operand.data, out = row.data;
            if (row.op == Op.RELU) {
                for (int i = 0; i < x.length; i++) out[i] = Math.max(0, x[i]);
            } else if (isSquare()) {
                for (int i = 0; i < x.length; i++) out[i] = x[i] * x[i];
            } else {
                for (int i = 0; i < x.length; i++) out[i] = row.op.forward(x[i], row.exponent);
            }
        }

        @Override public void backward() {
            double[] x = operand.data, g = row.grad, to = operand.grad;
            if (row.op == Op.RELU) {
                for (int i = 0; i < x.length; i++) to[i] += x[i] <= 0 ? 0 : g[i];
            } else if (isSquare()) {
                for (int i = 0; i < x.length; i++) to[i] += 2 * x[i] * g[i];
            } else {
                for (int i = 0; i < x.length; i++) to[i] += row.op.dx(x[i], row.exponent, row.data[i]) * g[i];
            }
        }

        private boolean isSquare() {
            return row.op == Op.SQUARE || row.op == Op.POW && row.exponent == 2;
        }
    }

    /** row = op(left, right), for operations other than the sum and the product. */
    record ApplyTwo(Row row, Row left, Row right) implements Step {

        @Override public void forward() {
            for (int i = 0; i < row.data.length; i++) {
                row.data[i] = row.op.forward(left.data[i], right.data[i]);
            }
        }

        @Override public void backward() {
            for (int i = 0; i < row.data.length; i++) {
                double x = left.data[i], y = right.data[i], out = row.data[i], g = row.grad[i];
                left.grad[i] += row.op.dx(x, y, out) * g;
                right.grad[i] += row.op.dy(x, y, out) * g;
            }
        }
    }
}
