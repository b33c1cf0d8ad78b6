// # 05 · Backpropagation by hand
// Lecture [0:32:10](https://www.youtube.com/watch?v=VMj-3S1tku0&t=1930s)
//
// Every box in our picture has a `grad`, and every `grad` is 0. In this chapter you fill them in by
// hand, from `L` back to the leaves, and check each one by a bump. There is one idea to it, the
// chain rule. Once you have seen it work here, you have seen all of backpropagation.
chapter("05-manual-backprop");

// The expression of the last chapter once more, `L = (a·b + c)·f`:
Value a = new Value(2.0, "a");
Value b = new Value(-3.0, "b");
Value c = new Value(10.0, "c");
Value f = new Value(-2.0, "f");
Value e = a.mul(b).label("e");
Value d = e.add(c).label("d");
Value L = d.mul(f).label("L");
drawDot(L)

// The `grad` of a value is to hold the derivative of `L` with respect to that value: if the value
// grows by a little, by how many times that little does `L` grow?
//
// To check ourselves we measure it, as in chapter 01. We look at `L` as a function of one value
// alone, everything else held still, and take rise over run.
double slope(DoubleUnaryOperator function, double x) {
    double h = 0.00001;
    return (function.applyAsDouble(x + h) - function.applyAsDouble(x)) / h;
}

// ## The start: L itself
// *Pause: what is dL/dL? If `L` grows by `h`, by how much does `L` grow?*
double slopeL = slope(x -> x, L.data);
print("dL/dL by bump =", slopeL);

// By `h`, of course, so the ratio is 1. It looks like a joke, but it is where every backward pass
// begins. (In the picture a gradient above 0 is orange and one below 0 is blue, the stronger the
// larger.)
L.grad = 1.0;
print("dL/dL =", L.grad);
drawDot(L)

// ## One step back: d and f [0:34:40](https://www.youtube.com/watch?v=VMj-3S1tku0&t=2080s)
// `L` was made by `L = d·f`.
//
// *Pause: `d` is 4 and `f` is −2. If `d` grows a little, what will `L` do?*
//
// You need not take a rule on trust. Put `d + h` where `d` was, and divide by `h` what changes:
//
// ```
// dL/dd = ((d + h)·f − d·f) / h
//       = (d·f + h·f − d·f) / h
//       = h·f / h
//       = f
// ```
//
// So `L` answers to `d` with `f`. In a product, the derivative of one factor is the other.
d.grad = f.data;
print("dL/dd =", d.grad);
drawDot(L)

// `f` is the other factor, so the same lines with `d` and `f` exchanged give dL/df = d.
f.grad = d.data;
print("dL/df =", f.grad);
drawDot(L)

// Is that right? Bump `d` alone, then `f` alone, and compute `L` anew each time.
double slopeD = slope(x -> new Value(x).mul(f).data, d.data);
double slopeF = slope(x -> d.mul(new Value(x)).data, f.data);
print("dL/dd by bump =", slopeD);
print("dL/df by bump =", slopeF);

// Right, but for the rounding.
//
// ## The heart of it: c and e [0:38:09](https://www.youtube.com/watch?v=VMj-3S1tku0&t=2289s)
// Look at the picture again. `c` does not touch `L`. It only goes into `d`, and `d` goes into `L`.
//
// *Pause: we know how `L` depends on `d`. How could we find out how `L` depends on `c`? Take your
// time. If you understand this step, you understand backpropagation; the rest is repetition.*
//
// Start with what is near: how does `d` depend on `c`? `d = e + c`, so
//
// ```
// dd/dc = ((e + (c + h)) − (e + c)) / h
//       = h / h
//       = 1
// ```
//
// and, as a sum does not care which of the two you bump, dd/de = 1. This is the *local* derivative:
// the plus knows nothing of `L`, nor of `f`, nor of what comes after it. Check it:
double ddBydc = 1.0;
double ddByde = 1.0;
print("dd/dc =", ddBydc);
print("dd/dc by bump =", slope(x -> e.add(new Value(x)).data, c.data));

// Now we have dL/dd = −2 and dd/dc = 1 and want dL/dc.
//
// *Pause: how do the two go together?*
//
// They multiply. That is the **chain rule**: if `z` depends on `y`, and `y` depends on `x`, then
//
// ```
// dz/dx = dz/dy · dy/dx
// ```
//
// George Simmons put it like this. A car goes twice as fast as a bicycle, and the bicycle goes four
// times as fast as a man on foot. Nobody needs a stopwatch to see that the car is 2 · 4 = 8 times
// as fast as the man. Rates along a chain multiply. Ours are
//
// ```
// dL/dc = dL/dd · dd/dc = −2 · 1 = −2
// dL/de = dL/dd · dd/de = −2 · 1 = −2
// ```
c.grad = d.grad * ddBydc;
e.grad = d.grad * ddByde;
print("dL/dc =", c.grad);
print("dL/de =", e.grad);
drawDot(L)

// Bump `c`, then `e`, and let the whole expression from there on be computed anew:
double slopeC = slope(x -> e.add(new Value(x)).mul(f).data, c.data);
double slopeE = slope(x -> new Value(x).add(c).mul(f).data, e.data);
print("dL/dc by bump =", slopeC);
print("dL/de by bump =", slopeE);

// Look at what the plus did: it took the −2 that came from the right and handed it to both of its
// operands, unchanged. A plus node *routes* the gradient. You will see it do so in every graph.
//
// Here the way from `c` to `L` is two steps. In a real network it may be hundreds. Nothing changes:
// each node multiplies what arrives from its right by its own local derivative, and passes it on.
//
// ## The last step: a and b [0:47:10](https://www.youtube.com/watch?v=VMj-3S1tku0&t=2830s)
// `e = a·b`, and we know dL/de = −2.
//
// *Pause: what are dL/da and dL/db? You have all you need.*
//
// The local derivatives are those of a product again: `de/da = b = −3` and `de/db = a = 2`.
//
// ```
// dL/da = dL/de · de/da = −2 · −3 =  6
// dL/db = dL/de · de/db = −2 ·  2 = −4
// ```
a.grad = e.grad * b.data;
print("dL/da =", a.grad);
drawDot(L)

//
b.grad = e.grad * a.data;
print("dL/db =", b.grad);
drawDot(L)

// And the bumps, all the way from the leaf to `L`:
double slopeA = slope(x -> new Value(x).mul(b).add(c).mul(f).data, a.data);
double slopeB = slope(x -> a.mul(new Value(x)).add(c).mul(f).data, b.data);
print("dL/da by bump =", slopeA);
print("dL/db by bump =", slopeB);

// ## All of it side by side
DoubleColumn byHand = DoubleColumn.create("by hand",
        L.grad, d.grad, f.grad, c.grad, e.grad, a.grad, b.grad);
DoubleColumn byBump = DoubleColumn.create("by bump",
        slopeL, slopeD, slopeF, slopeC, slopeE, slopeA, slopeB);
Table gradients = Table.create("gradients",
        StringColumn.create("node", "L", "d", "f", "c", "e", "a", "b"),
        byHand, byBump, byHand.subtract(byBump).setName("difference"));
show(gradients);

// The differences are rounding, as you saw it in chapter 01. By hand is exact.
//
// That was backpropagation. Start with 1 at the output, walk back through the graph, and at each
// node multiply by the local derivative.
//
// ## Turn it yourself
// This page has a knob for each leaf, and computes all data and all gradients anew as you turn.
live(L)

// *Pause: which gradients change when you turn `c`, and why no others?*
//
// `c` changes `d` and `L`, so of the gradients only that of `f` follows: it is `d`. All the others are
// made of `a`, `b` and `f`.
//
// ## Recap
// - `grad` holds the derivative of `L` with respect to the value. dL/dL is 1.
// - A local derivative concerns one operation only. A plus has 1 and 1, a times has the other
//   factor.
// - The chain rule: gradient from the right, times the local derivative.
// - A plus hands what arrives to both of its operands. A times hands each of them what arrives,
//   multiplied by the other one.
//
// ## Try it
// - Say that `f` is 0.5. Work out all seven gradients on paper; which of them stay the same? Then let the
//   engine do it, with new leaves, as ours have gradients already:
//   ```java
//   Value a = new Value(2.0, "a"), b = new Value(-3.0, "b");
//   Value c = new Value(10.0, "c"), f = new Value(0.5, "f");
//   Value L = a.mul(b).add(c).mul(f).label("L");
//   L.backward();
//   print(a.grad, b.grad, c.grad, f.grad)   // ==> -1.5 1.0 0.5 4.0
//   ```
// - In `L = (a·b + c)·(f·a)`, with f = −2, the leaf `a` reaches `L` by two ways. What do you think its gradient
//   is? Measure it at a = 2. (Chapter 11 has the reason.)
//   ```java
//   slope(x -> (x * -3 + 10) * (-2 * x), 2)     // ==> 4.0000…
//   ```
//
// ## Further
// - [Chain rule](https://en.wikipedia.org/wiki/Chain_rule), with the car, the bicycle and the man.
// - [Backpropagation, intuitions](https://cs231n.github.io/optimization-2/), from the Stanford course CS231n: the same walk
//   through circuits of plus and times.
