// # 15 · A tiny dataset and the loss
// Lecture [1:51:04](https://www.youtube.com/watch?v=VMj-3S1tku0&t=6664s)
//
// Four examples, four wishes, and a network that has not heard of them. We put a single number on how
// wrong it is, the *loss*, and ask of every weight how it could be less.
chapter("15-loss");

// ## What we want
// Each row of `xs` is an example of three numbers; `ys` says what the network should answer to it. Two
// kinds of examples, 1 and −1: a tiny *binary classifier*.
double[][] xs = {
    {2.0, 3.0, -1.0},
    {3.0, -1.0, 0.5},
    {0.5, 1.0, 1.0},
    {1.0, 1.0, -1.0},
};
double[] ys = {1.0, -1.0, -1.0, 1.0};

// The network of chapter 14, from the same seed. (If you have come here straight away: `startup.jsh`
// brought the same classes along.) What does it say as it comes?
Rng.seed(17);
MLP n = new MLP(3, 4, 4, 1);
Value[] ypred = new Value[xs.length];
for (int i = 0; i < xs.length; i++)
    ypred[i] = n.predict(xs[i]).label("prediction " + (i + 1));

Table predictions = Table.create("predictions",
    StringColumn.create("example", Stream.of(xs).map(Arrays::toString)),
    DoubleColumn.create("target", ys),
    DoubleColumn.create("prediction", Stream.of(ypred).mapToDouble(v -> v.data)));
show(predictions);

// It says minus to all of them. Two of the four are right by accident.
//
// ## How wrong is that?
// *Pause: how would you put one number on it, 0 for perfect and more for worse?*
//
// Take each prediction's distance from its target and square it: the sign goes, and a large miss
// counts for much more than a small one. The sum over all examples is the loss. (The lecture calls it
// *mean squared error*, which would be the sum divided by four; it takes the sum, and so do we.)
double[] errors = new double[xs.length];
for (int i = 0; i < xs.length; i++) errors[i] = Math.pow(ypred[i].data - ys[i], 2);

Table squaredErrors = predictions.copy().setName("squared errors");
squaredErrors.addColumns(DoubleColumn.create("squared error", errors));
show(squaredErrors);

//
print("sum of the squared errors =", DoubleStream.of(errors).sum());

// The second and third row cost little, the first and fourth a lot. That is where the network must
// move.
//
// ## The loss as a Value
// Those were plain numbers, and a number does not know where it came from. The same in `Value`s: then
// the loss has the whole computation behind it, four runs of the network and all.
//
// In Python the lecture writes `sum(...)` here, and it fails: `sum` begins with the number 0, and
// 0 + `Value` needs an `__radd__`. Java says it before anything runs. Try `0 + ypred[0]`: "bad operand
// types for binary operator '+', first type: int, second type: Value". We begin with a `Value`, and have
// no such trouble.
Value loss = new Value(0.0);
for (int i = 0; i < xs.length; i++) loss = loss.add(ypred[i].sub(ys[i]).pow(2));
loss.label("loss");
print("loss =", loss.data);

// ## Whose fault is it?
// One call, and every weight of every neuron knows its share.
loss.backward();
Value first = n.layers.get(0).neurons.get(0).w.get(0);
print("first weight =", first.data);
print("first weight's grad =", first.grad);

// *Pause: should this weight go up or down, if we want a smaller loss?*
//
// Its gradient is positive: more of this weight, more loss. So it should go down a little.
double h = 0.01;
first.data -= h;
double after = 0;
for (int i = 0; i < xs.length; i++) after += Math.pow(n.predict(xs[i]).data - ys[i], 2);
first.data += h;
print("loss with the first weight 0.01 less =", after);
print("change =", after - loss.data);
print("promised by the gradient =", -h * first.grad);

// The gradient keeps its promise, as well as a straight line can follow a curve. There are 40 more
// numbers to turn, and each has a gradient of its own. Turning them all at once is like tuning an old
// radio, except that every knob tells you which way.
//
// And here is what the gradients travelled through: four runs of the network, woven together by the
// weights that they share, and ending in one number. Open it and zoom.
drawDot(loss)

// ## Recap
// - A dataset is examples and targets; the loss says in one number how far off the network is.
// - Written in `Value`s, the loss is the root of one large graph, over all the examples.
// - `loss.backward()` tells each weight which way to go, and how much it matters.
//
// ## Try it
// - What would Python's `sum` do first? In Java it does not get as far as running:
//   ```java
//   0 + ypred[0]                        // ==> bad operand types for binary operator '+'
//   ```
// - Take absolute distances instead of squares. Does the order change? How many times as much does the worst
//   example count as the best, now and before?
//   ```java
//   for (int i = 0; i < 4; i++) print(Math.abs(ypred[i].data - ys[i]));
//   // ==> 1.8378…
//   // ==> 0.6853…
//   // ==> 0.3037…
//   // ==> 1.4570…
//   ```
// - `predictions` is a Tablesaw table, and yours to work with: `predictions.write().csv("mine.csv")`, or
//   ```java
//   predictions.sortOn("prediction").getString(0, "example")    // ==> "[2.0, 3.0, -1.0]"
//   ```
//
// ## Further
// - [Mean squared error](https://en.wikipedia.org/wiki/Mean_squared_error), and why squares are so common.
// - [Linear classification](https://cs231n.github.io/linear-classify/), from CS231n: two other losses, one of them that of
//   chapter 20.
