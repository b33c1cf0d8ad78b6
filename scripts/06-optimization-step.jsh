// # 06 · One optimization step
// Lecture [0:51:11](https://www.youtube.com/watch?v=VMj-3S1tku0&t=3071s)
//
// We know how `L` depends on each leaf. What is that good for? Here you use it to make `L` go where you
// want it. Training a network is this one step, many times over.
chapter("06-optimization-step");

// The expression, with the gradients that we found in chapter 05:
Value a = new Value(2.0, "a"), b = new Value(-3.0, "b");
Value c = new Value(10.0, "c"), f = new Value(-2.0, "f");
Value e = a.mul(b).label("e");
Value d = e.add(c).label("d");
Value L = d.mul(f).label("L");
L.grad = 1; d.grad = -2; f.grad = 4; c.grad = -2;
e.grad = -2; a.grad = 6; b.grad = -4;
print("L before =", L.data);
drawDot(L)

// ## A nudge up the hill
// Say we want `L` to go *up*.
//
// *Pause: we may move only the leaves `a`, `b`, `c` and `f`. Which of them would you raise, and
// which lower?*
//
// A positive gradient says: raise me and `L` rises. A negative one says: lower me and `L` rises. So
// add to each leaf a small multiple of its own gradient, and all of them pull the same way. The
// small multiple is called the *learning rate*.
double learningRate = 0.01;
a.data += learningRate * a.grad;
b.data += learningRate * b.grad;
c.data += learningRate * c.grad;
f.data += learningRate * f.grad;

//
show(Table.create("one step up", StringColumn.create("leaf", "a", "b", "c", "f"),
        DoubleColumn.create("was", 2, -3, 10, -2),
        DoubleColumn.create("gradient", a.grad, b.grad, c.grad, f.grad),
        DoubleColumn.create("is now", a.data, b.data, c.data, f.data)));

// *Pause: and what is `L` now?*
print("L =", L.data);

// Still −8! A leaf that changes does not change what was computed from it before: `L` is a number
// that was worked out then, not a formula that follows along (it is no spreadsheet). To see the
// effect we run the forward pass again and build `e`, `d` and `L` anew.
e = a.mul(b).label("e");
d = e.add(c).label("d");
L = d.mul(f).label("L");
print("L after =", L.data);
drawDot(L)

// From −8 up to −7.286496. In the picture the leaves show their new numbers, and still the old
// gradients; `e`, `d` and `L` are new values and have none yet. A second step would need a new
// backward pass first, because from the new place the slopes are others.
//
// ## How much did we expect?
// The gradient makes a promise: moving a leaf by `learningRate · grad` moves `L` by that, times
// `grad` once more. Add up the four.
double promised = 0;
for (Value leaf : List.of(a, b, c, f)) {
    promised += learningRate * leaf.grad * leaf.grad;
}
print("promised =", -8 + promised);
print("measured =", L.data);

// Close, and not equal. A slope is exact for a step of no size at all; the longer the step, the
// more the curve has time to bend away from it. That is why learning rates are small.
//
// In training we do the same with one sign changed. There `L` says how wrong the network is, and we
// want it *down*: we step against the gradient.
//
// ## Downhill
// This page does it. Each nudge is a step *against* the gradients, with a backward pass before it. Nudge
// again and again, and watch `L` fall. Then reset, and try a rate of 0.1.
live(L)

// There is no end to it: nothing keeps this `L` from falling. A loss cannot fall below 0, and so comes
// to rest.
//
// ## Recap
// - One step: `a.data += learningRate * a.grad`, and so for every leaf that we may change.
// - With the gradient the output rises, against it the output falls.
// - Results already computed do not follow a changed leaf. Run forward again.
//
// ## Try it
// - Step twice against the gradient. The first step only undoes ours; where does `L` go with the second?
//   ```java
//   for (int step = 0; step < 2; step++)
//       for (Value leaf : List.of(a, b, c, f)) leaf.data -= learningRate * leaf.grad;
//   a.mul(b).add(c).mul(f).data         // ==> -8.7263…
//   ```
// - From the start, a = 2, b = −3, c = 10 and f = −2, a step of learning rate 1 promises that `L` rises by
//   72, from −8 to 64. It leads to a = 8, b = −7, c = 8 and f = 2. Why does the promise fail so badly?
//   ```java
//   (8 * -7 + 8) * 2                    // ==> -96
//   ```
//
// ## Further
// - [Gradient descent](https://en.wikipedia.org/wiki/Gradient_descent): this step, its history and its relatives.
// - [Optimization](https://cs231n.github.io/optimization-1/), from CS231n: why we follow the slope and do not guess.
