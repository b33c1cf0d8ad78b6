// The training step of chapter 20 as BareMoons has it, in C. Reads a network and the points from standard input:
// how many examples, layers and inputs; each layer's width; all parameters, a neuron's weights and then its bias;
// each example's inputs and its label; rate, steps. Prints the losses of the last 20 steps, then the microseconds of
// the fastest.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define L2 1e-4
#define MOST 8

static int n, layers, width[MOST + 1];                  // width[0] is the number of inputs
static double *h[MOST + 1], *dh[MOST + 1];              // [neuron][example]
static double *w[MOST], *dw[MOST], *b[MOST], *db[MOST]; // w is [neuron][input]
static double *ys;

static double *numbers(int count) {
    double *p = calloc(count, sizeof(double));
    if (!p) exit(1);
    return p;
}

// to += s[0] * a[0] + s[stride] * a[1] and so on, where a's rows follow each other; four at a time.
static void add_scaled(double *restrict to, const double *s, int stride, const double *restrict a, int count) {
    int k = 0;
    for (; k + 4 <= count; k += 4, a += 4 * n, s += 4 * stride) {
        double s0 = s[0], s1 = s[stride], s2 = s[2 * stride], s3 = s[3 * stride];
        for (int i = 0; i < n; i++) to[i] += s0 * a[i] + s1 * a[n + i] + s2 * a[2 * n + i] + s3 * a[3 * n + i];
    }
    for (; k < count; k++, a += n, s += stride) {
        for (int i = 0; i < n; i++) to[i] += *s * a[i];
    }
}

// The dot product of d with each of a's rows; eight at a time, as a sum has to wait for its last addition.
static void dots(double *restrict to, const double *restrict d, const double *restrict a, int count) {
    int k = 0;
    for (; k + 8 <= count; k += 8, a += 8 * n) {
        double sum[8] = {0};
        for (int i = 0; i < n; i++) {
            for (int q = 0; q < 8; q++) sum[q] += d[i] * a[q * n + i];
        }
        memcpy(to + k, sum, sizeof(sum));
    }
    for (; k < count; k++, a += n) {
        to[k] = 0;
        for (int i = 0; i < n; i++) to[k] += d[i] * a[i];
    }
}

static double update(double *p, const double *d, int count, double rate) {
    double squares = 0;
    for (int i = 0; i < count; i++) {
        squares += p[i] * p[i];
        p[i] -= rate * (d[i] + 2 * L2 * p[i]);
    }
    return squares;
}

static double step(double rate) {
    for (int l = 0; l < layers; l++) {
        for (int j = 0; j < width[l + 1]; j++) {
            double *out = h[l + 1] + j * n;
            for (int i = 0; i < n; i++) out[i] = b[l][j];
            add_scaled(out, w[l] + j * width[l], 1, h[l], width[l]);
            if (l < layers - 1) for (int i = 0; i < n; i++) out[i] = out[i] > 0 ? out[i] : 0;
        }
    }
    double loss = 0;
    for (int i = 0; i < n; i++) {
        double margin = 1 - ys[i] * h[layers][i];
        dh[layers][i] = margin <= 0 ? 0 : -ys[i] / n;
        loss += margin > 0 ? margin : 0;
    }
    loss /= n;
    for (int l = layers - 1; l >= 0; l--) {
        memset(dh[l], 0, sizeof(double) * width[l] * n);
        for (int j = 0; j < width[l + 1]; j++) {
            double *d = dh[l + 1] + j * n, sum = 0;
            if (l < layers - 1) for (int i = 0; i < n; i++) d[i] = h[l + 1][j * n + i] <= 0 ? 0 : d[i];
            for (int i = 0; i < n; i++) sum += d[i];
            db[l][j] = sum;
            dots(dw[l] + j * width[l], d, h[l], width[l]);
        }
        for (int k = 0; l > 0 && k < width[l]; k++) add_scaled(dh[l] + k * n, w[l] + k, width[l], dh[l + 1], width[l + 1]);
    }
    for (int l = 0; l < layers; l++) {
        loss += L2 * update(b[l], db[l], width[l + 1], rate);
        loss += L2 * update(w[l], dw[l], width[l + 1] * width[l], rate);
    }
    return loss;
}

static double number(void) {
    double x;
    if (scanf("%lf", &x) != 1) exit(2);
    return x;
}

static double microseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1e6 + now.tv_nsec / 1e3;
}

int main(void) {
    n = number();
    layers = number();
    for (int l = 0; l <= layers; l++) width[l] = number();
    for (int l = 0; l <= layers; l++) {
        h[l] = numbers(width[l] * n);
        dh[l] = numbers(width[l] * n);
    }
    for (int l = 0; l < layers; l++) {
        w[l] = numbers(width[l + 1] * width[l]);
        dw[l] = numbers(width[l + 1] * width[l]);
        b[l] = numbers(width[l + 1]);
        db[l] = numbers(width[l + 1]);
        for (int j = 0; j < width[l + 1]; j++) {
            for (int k = 0; k < width[l]; k++) w[l][j * width[l] + k] = number();
            b[l][j] = number();
        }
    }
    ys = numbers(n);
    for (int i = 0; i < n; i++) {
        for (int k = 0; k < width[0]; k++) h[0][k * n + i] = number();
        ys[i] = number();
    }
    double rate = number(), best = 1e300;
    for (int steps = number(); steps > 0; steps--) {
        double start = microseconds(), loss = step(rate), took = microseconds() - start;
        if (took < best) best = took;
        if (steps <= 20) printf("%.17g\n", loss);
    }
    printf("%.17g\n", best);
    return 0;
}
