// # 08 · Backpropagation by hand, through a neuron
// Lecture [1:01:04](https://www.youtube.com/watch?v=VMj-3S1tku0&t=3664s)
//
// The same walk back as in chapter 05, this time through a neuron: ten gradients, filled in from
// right to left. It brings one new local derivative, that of tanh, and at the end you know which
// weight this neuron would have to change.
chapter("08-neuron-backprop");

// The neuron of chapter 07, with a curious bias. Wait and see: it makes the numbers come out
// nicely.
Value x1 = new Value(2.0, "x1"), x2 = new Value(0.0, "x2");
Value w1 = new Value(-3.0, "w1"), w2 = new Value(1.0, "w2");
Value b = new Value(6.8813735870195432, "b");
Value x1w1 = x1.mul(w1).label("x1w1");
Value x2w2 = x2.mul(w2).label("x2w2");
Value x1w1x2w2 = x1w1.add(x2w2).label("x1w1 + x2w2");
Value n = x1w1x2w2.add(b).label("n");
Value o = n.tanh().label("o");
print("n =", n.data);
print("o =", o.data);

//
drawDot(o)

// In a real network this neuron is one piece among thousands, and what we care about are the
// weights: the inputs are given, the weights are ours to turn.
//
// ## The output
// *Pause: you know this one. What is do/do?*
o.grad = 1.0;
print("do/do =", o.grad);
drawDot(o)

// ## Through tanh
// How does `o` depend on `n`? In any table of derivatives you find
//
// ```
// o = tanh(n)      do/dn = 1 − tanh(n)² = 1 − o²
// ```
//
// which is handy, as we have `o` already.
n.grad = 1 - o.data * o.data;
print("do/dn =", n.grad);
drawDot(o)

// That is what the curious bias was for: a half. Should you not trust the table, bump `n`. This
// time to both sides, `n + h` and `n − h`: tanh is curved, and a bump to one side only is a little
// off to that side. With two, the larger part of the errors cancels.
double slope(DoubleUnaryOperator function, double x) {
    double h = 0.00001;
    return (function.applyAsDouble(x + h) - function.applyAsDouble(x - h)) / (2 * h);
}
print("do/dn by bump =", slope(Math::tanh, n.data));

// ## Through the first plus
// *Pause: `n = (x1w1 + x2w2) + b`. What does a plus do with the 0.5 that arrives?*
x1w1x2w2.grad = 1.0 * n.grad;
b.grad = 1.0 * n.grad;
print("do/d(x1w1 + x2w2) =", x1w1x2w2.grad);
print("do/db =", b.grad);
drawDot(o)

// It hands it on to both sides: 0.5 times a local derivative of 1.
//
// ## Through the second plus
// And once more.
x1w1.grad = 1.0 * x1w1x2w2.grad;
x2w2.grad = 1.0 * x1w1x2w2.grad;
print("do/d(x1w1) =", x1w1.grad);
print("do/d(x2w2) =", x2w2.grad);
drawDot(o)

// ## Through the products
// *Pause: four leaves are left. The local derivative of a product is the other factor. Try to say
// all four numbers before you go on.*
x1.grad = w1.data * x1w1.grad;
w1.grad = x1.data * x1w1.grad;
print("do/dx1 =", x1.grad);
print("do/dw1 =", w1.grad);
drawDot(o)

//
x2.grad = w2.data * x2w2.grad;
w2.grad = x2.data * x2w2.grad;
print("do/dx2 =", x2.grad);
print("do/dw2 =", w2.grad);
drawDot(o)

// Look at `w2`: its gradient is 0. The input it multiplies is 0, so you may turn `w2` as you like,
// it makes no difference to `o`. A weight learns only from inputs that are there. If we want more
// of `o`, `w1` is the one to turn, and upwards: its gradient is 1.
//
// ## Was it right?
// The whole neuron as one plain function, then each leaf bumped by itself.
double neuron(double x1, double x2, double w1, double w2, double b) {
    return StrictMath.tanh(x1 * w1 + x2 * w2 + b);
}

//
DoubleColumn byBump = DoubleColumn.create("by bump",
        slope(x -> neuron(x, x2.data, w1.data, w2.data, b.data), x1.data),
        slope(x -> neuron(x1.data, x, w1.data, w2.data, b.data), x2.data),
        slope(w -> neuron(x1.data, x2.data, w, w2.data, b.data), w1.data),
        slope(w -> neuron(x1.data, x2.data, w1.data, w, b.data), w2.data),
        slope(bias -> neuron(x1.data, x2.data, w1.data, w2.data, bias), b.data));

//
DoubleColumn byHand = DoubleColumn.create("by hand",
        x1.grad, x2.grad, w1.grad, w2.grad, b.grad);
Table gradients = Table.create("gradients",
        StringColumn.create("node", "x1", "x2", "w1", "w2", "b"),
        byHand, byBump, byHand.subtract(byBump).setName("difference"));
show(gradients);

// All right. But nobody would want to do this for a network of a thousand neurons. Each step was
// the same: the gradient from the right, times a local derivative. In the next chapter we leave it
// to the machine.
//
// ## Turn it yourself
// Turn the leaves, and see how the ten gradients hang together.
live(o)

// *Pause: which leaf do you have to turn so that `w2` gets a gradient?*
//
// `x2`. And with a large `x1`, or a large bias, all of them fade: the neuron is saturated.
//
// ## Recap
// - The local derivative of tanh is `1 − o²`: steep in the middle, 0 where the neuron is saturated.
// - Plus: pass on. Times: the other factor. tanh: `1 − o²`. Three rules, and a whole neuron is
//   done.
// - A weight whose input is 0 has gradient 0.
//
// ## Try it
// - Nudge `w1` by 0.01 along its gradient. The promise is a change of 0.01 in `o`:
//   ```java
//   neuron(2, 0, -3 + 0.01, 1, b.data) - o.data     // ==> 0.0098…
//   ```
// - Set the bias to 111 again, as in chapter 07. What is do/dn there? Which gradients are left?
//   ```java
//   1 - Math.pow(Math.tanh(105), 2)     // ==> 0.0
//   ```
//
// ## Further
// - [Backpropagation](https://en.wikipedia.org/wiki/Backpropagation): who found it, and how many times.
// - [Hyperbolic functions](https://en.wikipedia.org/wiki/Hyperbolic_functions): where `1 − tanh²` comes from.
