package playmore.bench;

import java.util.Arrays;
import java.util.List;
import playmore.engine.MLP;
import playmore.engine.Value;

/**
 * The training step of chapter 20 written out by hand for this one network, with nothing but loops
 * over arrays: how fast the arithmetic itself can be in Java.
 */
final class BareMoons {

    private static final double L2 = 1e-4;

    private final int n;                          // examples
    private final double[] ys;
    private final double[][][] h, dh;             // [layer][neuron][example]; layer 0 is the input
    private final double[][][] w, dw;             // [layer][neuron][input]
    private final double[][] b, db;               // [layer][neuron]

    /** Starts from the parameters of a network with ReLU and a linear output. */
    BareMoons(double[][] xs, double[] ys, MLP network) {
        this.n = xs.length;
        this.ys = ys;
        int layers = network.layers.size();
        h = new double[layers + 1][][];
        dh = new double[layers + 1][][];
        w = new double[layers][][];
        dw = new double[layers][][];
        b = new double[layers][];
        db = new double[layers][];
        h[0] = new double[xs[0].length][n];
        dh[0] = new double[xs[0].length][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < xs[0].length; j++) h[0][j][i] = xs[i][j];
        }
        for (int l = 0; l < layers; l++) {
            var neurons = network.layers.get(l).neurons;
            w[l] = neurons.stream().map(neuron -> data(neuron.w)).toArray(double[][]::new);
            b[l] = neurons.stream().mapToDouble(neuron -> neuron.b.data).toArray();
            dw[l] = new double[w[l].length][w[l][0].length];
            db[l] = new double[b[l].length];
            h[l + 1] = new double[b[l].length][n];
            dh[l + 1] = new double[b[l].length][n];
        }
    }

    private static double[] data(List<Value> values) {
        return values.stream().mapToDouble(v -> v.data).toArray();
    }

    /** Forward, backward, update; returns the loss before the update. */
    double step(double rate) {
        int last = w.length - 1;
        for (int l = 0; l <= last; l++) {
            for (int j = 0; j < w[l].length; j++) {
                double[] out = h[l + 1][j];
                Arrays.fill(out, b[l][j]);
                addScaled(out, w[l][j], h[l]);
                if (l < last) relu(out);
            }
        }
        double loss = margin(h[last + 1][0], dh[last + 1][0]) / n;
        for (int l = last; l >= 0; l--) {
            for (int j = 0; j < w[l].length; j++) {
                double[] d = dh[l + 1][j];
                if (l < last) stop(d, h[l + 1][j]);
                db[l][j] = sum(d);
                dots(dw[l][j], d, h[l]);
            }
            for (int k = 0; l > 0 && k < h[l].length; k++) {
                Arrays.fill(dh[l][k], 0);
                addScaled(dh[l][k], column(w[l], k), dh[l + 1]);
            }
        }
        for (int l = 0; l <= last; l++) {
            loss += L2 * (update(b[l], db[l], rate));
            for (int j = 0; j < w[l].length; j++) loss += L2 * update(w[l][j], dw[l][j], rate);
        }
        return loss;
    }

    private static double[] column(double[][] w, int k) {
        double[] column = new double[w.length];
        for (int j = 0; j < column.length; j++) column[j] = w[j][k];
        return column;
    }

    /** to += s[0] * a[0] + s[1] * a[1] and so on, eight at a time: loading and storing takes longer than the arithmetic. */
    private static void addScaled(double[] to, double[] s, double[][] a) {
        int k = 0;
        for (; k + 4 <= s.length; k += 4) {
            addScaled(to, s[k], a[k], s[k + 1], a[k + 1], s[k + 2], a[k + 2], s[k + 3], a[k + 3]);
        }
        for (; k < s.length; k++) {
            addScaled(to, s[k], a[k]);
        }
    }

    private static void addScaled(double[] to, double s, double[] a) {
        for (int i = 0; i < to.length; i++) to[i] += s * a[i];
    }

    private static void addScaled(double[] to, double s0, double[] a0, double s1, double[] a1, double s2, double[] a2,
            double s3, double[] a3) {
        for (int i = 0; i < to.length; i++) {
            to[i] = to[i] + s0 * a0[i] + s1 * a1[i] + s2 * a2[i] + s3 * a3[i];
        }
    }

    /** The dot product of d with each of a; eight at a time, as a sum has to wait for its last addition. */
    private static void dots(double[] to, double[] d, double[][] a) {
        int k = 0;
        for (; k + 8 <= a.length; k += 8) {
            dots(to, k, d, a[k], a[k + 1], a[k + 2], a[k + 3], a[k + 4], a[k + 5], a[k + 6], a[k + 7]);
        }
        for (; k < a.length; k++) {
            to[k] = dot(d, a[k]);
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }

    private static void dots(double[] to, int k, double[] d, double[] a0, double[] a1, double[] a2, double[] a3,
            double[] a4, double[] a5, double[] a6, double[] a7) {
        double s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
        for (int i = 0; i < d.length; i++) {
            double x = d[i];
            s0 += x * a0[i];
            s1 += x * a1[i];
            s2 += x * a2[i];
            s3 += x * a3[i];
            s4 += x * a4[i];
            s5 += x * a5[i];
            s6 += x * a6[i];
            s7 += x * a7[i];
        }
        to[k] = s0;
        to[k + 1] = s1;
        to[k + 2] = s2;
        to[k + 3] = s3;
        to[k + 4] = s4;
        to[k + 5] = s5;
        to[k + 6] = s6;
        to[k + 7] = s7;
    }

    private static double sum(double[] a) {
        double sum = 0;
        for (double x : a) sum += x;
        return sum;
    }

    private static void relu(double[] a) {
        for (int i = 0; i < a.length; i++) a[i] = Math.max(0, a[i]);
    }

    private static void stop(double[] d, double[] out) {
        for (int i = 0; i < d.length; i++) d[i] = out[i] <= 0 ? 0 : d[i];
    }

    private double margin(double[] scores, double[] d) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double loss = Math.max(0, 1 - ys[i] * scores[i]);
            d[i] = loss <= 0 ? 0 : -ys[i] / n;
            sum += loss;
        }
        return sum;
    }

    private static double update(double[] p, double[] d, double rate) {
        double squares = 0;
        for (int i = 0; i < p.length; i++) {
            squares += p[i] * p[i];
            p[i] -= rate * (d[i] + 2 * L2 * p[i]);
        }
        return squares;
    }
}
