// # 01 · What is a derivative?
// Lecture [0:08:08](https://www.youtube.com/watch?v=VMj-3S1tku0&t=488s)
//
// Everything in this lecture rests on one idea from school: the derivative. Here we do not derive
// anything on paper. We take a function, nudge its input, and watch what the output does.
chapter("01-derivative");

// ## A function of one number
// Any smooth function would do. This one has no meaning at all, and that is fine.
double f(double x) {
    return 3 * x * x - 4 * x + 5;
}
print("f(3) =", f(3));

// One number says little about a shape. Let us feed it forty: from −5 up to, but not including, 5,
// in steps of a quarter.
double[] xs = IntStream.range(0, 40).mapToDouble(i -> -5 + 0.25 * i).toArray();
double[] ys = Arrays.stream(xs).map(x -> f(x)).toArray();
print("points =", xs.length);
print("xs =", xs);

// A parabola, open at the top. It falls steeply, turns a little to the right of 0, and rises again.
plot("The parabola f", xs, ys)

// ## How steep is it?
// *Pause: take a single point, say `x = 3`. What does "the derivative of `f` at 3" mean, and how
// would you measure it if you had nothing but the function itself?*
//
// In a calculus class you would take `3x² − 4x + 5`, apply the rules, and get another formula. For
// neural networks nobody does that: the formula of a real network would fill books. So we keep to
// what the derivative *means*. It is the slope at `x`: if `x` grows by a tiny amount, does `f` go
// up or down, and how many times that amount?
//
// A slope needs two points, so we take a second one a little further on, at `x + h`, and divide the
// rise by the run.
double slope(double x, double h) {
    return (f(x + h) - f(x)) / h;
}

// The line through the two points is called a *secant*. Watch it as the second point moves in: with
// `h = 4`, then `h = 2`, then an `h` that no eye can see. The secant turns into the *tangent*, the
// line that only just touches the curve, and its slope is the one we want.
double[] near = IntStream.rangeClosed(0, 60).mapToDouble(i -> 1.5 + 0.1 * i).toArray();
double[] curve = Arrays.stream(near).map(x -> f(x)).toArray();
double[] secant(double h) {
    return Arrays.stream(near).map(x -> f(3) + slope(3, h) * (x - 3)).toArray();
}
plot("From secant to tangent", "x", "y",
        line("f", near, curve),
        line("h = 4", near, secant(4)), line("h = 2", near, secant(2)),
        line("h = 0.00001", near, secant(0.00001)),
        points("x = 3, 5 and 7", new double[] {3, 5, 7},
                new double[] {f(3), f(5), f(7)}))

// Now with numbers. We move `x` by one hundred-thousandth and see what comes of it.
double h = 0.00001;
double x = 3.0;
print("f(x + h) =", f(x + h));
print("change of f =", f(x + h) - f(x));
print("slope at 3 =", (f(x + h) - f(x)) / h);

// For one small step to the right, `f` climbs about fourteen steps. This once, let us look at the
// answer that calculus gives on paper: `6x − 4`, so 14 at `x = 3`.
//
// ## How small should h be?
// *Pause: if a small `h` is good, is a smaller one always better? What would you expect of
// `h = 0.000000000000001`?*
double[] hs = IntStream.range(1, 16).mapToDouble(k -> 1 / Math.pow(10, k)).toArray();
double[] estimates = Arrays.stream(hs).map(step -> slope(3, step)).toArray();
DoubleColumn estimate = DoubleColumn.create("estimate", estimates);
Table convergence = Table.create("h and the slope", DoubleColumn.create("h", hs),
        estimate, estimate.subtract(14).setName("error"));
show(convergence);

// Read it from the top. At first each `h` a tenth the size makes the error a tenth the size: the
// secant closes in on the tangent, and in the limit, for an `h` that shrinks to nothing, the ratio
// *is* the derivative.
//
// From about 1e-9 on it gets worse again. That is not mathematics, it is the machine: a `double`
// holds some sixteen digits. `f(x + h)` and `f(x)` agree in nearly all of them, the subtraction
// throws those away, and what is left is mostly rounding, which we then divide by a very small
// number. Our `h = 0.00001` is a fair choice, neither coarse nor noisy.
//
// ## Drag it towards 0
// On this page the second point moves in as you drag `h`. The slope comes closer to 14, digit by digit, and
// then goes astray.
tangent(x -> f(x), 3, 14)

// ## Where the slope is nothing
// *Pause: look at the first plot again. At the bottom of the curve, what is the slope?*
x = 2.0 / 3;          // 2 / 3 would be 0: Java divides whole numbers to whole numbers
print("slope at 2/3 =", (f(x + h) - f(x)) / h);

// Three hundred-thousandths, and only because our `h` is not quite 0. At `x = 2/3` the function
// neither rises nor falls: this is its minimum. To the left of it slopes are negative, to the right
// they are positive. Remember that. "Which way is down?" is the question that a network asks of
// each of its weights when it learns.
//
// Isaac Newton, who wanted to know how planets move, worked this out in 1665 and 1666 and kept it
// in a drawer. Gottfried Leibniz, who wanted to know how curves bend, found it by himself some ten
// years later, and published first. They quarrelled about it for life.
//
// ## Recap
// - The derivative of `f` at `x` is the slope there: its sign says up or down, its size says how
//   fast.
// - You can measure it with no calculus: `(f(x + h) - f(x)) / h` with a small `h`.
// - A smaller `h` gives a better estimate, until rounding spoils it.
// - Where the slope is 0 the function stands still, for an instant: a minimum, here.
//
// ## Try it
// - What is the sign of `slope(-3, h)`? Say it before you ask.
//   ```java
//   slope(-3, h)                        // ==> -21.9999…
//   ```
// - And a function whose derivative you may not know by heart:
//   ```java
//   double g(double x) { return Math.sin(x); }
//   for (int at = 0; at < 3; at++) print((g(at + h) - g(at)) / h);
//   // ==> 0.9999…
//   // ==> 0.5402…
//   // ==> -0.4161…
//   ```
//   These are the values of another function from school. Which? Ask for its values, too.
//
// ## Further
// - [Derivative](https://en.wikipedia.org/wiki/Derivative): the definition by limits, which is our table with an `h` that
//   never ends.
// - [The quarrel of Newton and Leibniz](https://pages.cs.wisc.edu/~sastry/hs323/calculus.pdf), told at length.
