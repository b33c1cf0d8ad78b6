// # 17 · Training by hand
// Lecture [2:01:12](https://www.youtube.com/watch?v=VMj-3S1tku0&t=7272s)
//
// Forward, backward, step; and again. First we turn the crank by hand and watch the loss go down, then
// twenty times in a loop, until the network says what we want to hear. We also look at what a step of
// the wrong size does.
chapter("17-gradient-descent");

// The four examples and the network, as before.
double[][] xs = {{2.0, 3.0, -1.0}, {3.0, -1.0, 0.5}, {0.5, 1.0, 1.0}, {1.0, 1.0, -1.0}};
double[] ys = {1.0, -1.0, -1.0, 1.0};

Rng.seed(17);
MLP n = new MLP(3, 4, 4, 1);

// ## One step, slowly
// **Forward**: what does the network say, and how wrong is that?
Value loss = new Value(0.0);
for (int i = 0; i < xs.length; i++) loss = loss.add(n.predict(xs[i]).sub(ys[i]).pow(2));
print("loss before =", loss.data);

// **Backward**: which way is up?
loss.backward();
Value first = n.parameters().get(0);
print("first weight =", first.data);
print("first weight's grad =", first.grad);

// **Step**: move every parameter a little.
//
// *Pause: along its gradient, or against it?*
//
// The gradient points to where the loss grows. We want less of it, so we go against it: that is the
// minus sign, and the *descent* in gradient descent. How far is the *learning rate*, 0.05 here.
double rate = 0.05;
for (Value p : n.parameters()) p.data -= rate * p.grad;
print("first weight now =", first.data);

// Did it help? Forward again, from the new weights.
Value lossOf(MLP n) {
    Value loss = new Value(0.0);
    for (int i = 0; i < xs.length; i++)
        loss = loss.add(n.predict(xs[i]).sub(ys[i]).pow(2));
    return loss;
}

Value loss = lossOf(n);
print("loss after step 1 =", loss.data);

// ## Again, and again
// It went down. The same once more: backward, step, forward.
loss.backward();
for (Value p : n.parameters()) p.data -= rate * p.grad;
loss = lossOf(n);
print("loss after step 2 =", loss.data);

// And once more. If you are at the prompt, repeat this cell as long as you like.
loss.backward();
for (Value p : n.parameters()) p.data -= rate * p.grad;
loss = lossOf(n);
print("loss after step 3 =", loss.data);

// ## Twenty in a loop
// What a machine can repeat, we should not. Each line shows the loss before its step, so the first
// one you know already.
//
// *Pause: guess the last.*
List<Double> losses = new ArrayList<>();
for (int k = 1; k <= 20; k++) {
    loss = lossOf(n);                                                   // forward
    loss.backward();                                                    // backward
    for (Value p : n.parameters()) p.data -= rate * p.grad;             // step
    losses.add(loss.data);
    print("step", k, "loss", loss.data);
}
print("loss at the end =", lossOf(n).data);

//
double[] steps = IntStream.rangeClosed(1, 20).asDoubleStream().toArray();
double[] byStep = losses.stream().mapToDouble(d -> d).toArray();
Table lossByStep = Table.create("loss by step",
    IntColumn.create("step", IntStream.rangeClosed(1, 20).toArray()),
    DoubleColumn.create("loss", byStep));
show(lossByStep);

//
plot("Loss by step", "step", "loss", line("loss", steps, byStep))

// Nearly 0. And the answers themselves?
Table predictions(MLP n) {
    double[] y = Stream.of(xs).mapToDouble(x -> n.predict(x).data).toArray();
    return Table.create("predictions",
        StringColumn.create("example", Stream.of(xs).map(Arrays::toString)),
        DoubleColumn.create("target", ys),
        DoubleColumn.create("prediction", y),
        DoubleColumn.create("error",
            IntStream.range(0, y.length).mapToDouble(i -> y[i] - ys[i])));
}

show(predictions(n));

// All four as we wished: it has learned.
//
// But look at the plot once more. On its way down the loss jumped up, and not by a little.
//
// *Pause: a step against the gradient should make the loss smaller. What could be wrong?*
//
// Take that question with you to chapter 18.
//
// ## How large a step?
// If steps are good, why not take larger ones? Three networks, alike at the start; the rates 0.0001,
// 0.05 and 1.
double[] train(double rate) {
    Rng.seed(17);
    MLP n = new MLP(3, 4, 4, 1);
    double[] losses = new double[20];
    for (int k = 0; k < losses.length; k++) {
        Value loss = lossOf(n);
        loss.backward();
        for (Value p : n.parameters()) p.data -= rate * p.grad;
        losses[k] = loss.data;
    }
    return losses;
}

//
double[] small = train(0.0001), good = train(0.05), large = train(1.0);
print("rate 0.0001: loss", small[19]);
print("rate 0.05: loss", good[19]);
print("rate 1: loss", large[19]);

// The good one falls so far that a plain axis would show it at 0. On a *logarithmic* axis each line is so
// many times the one below.
plot("Three learning rates", "step", "loss", logY(),
    line("rate 0.0001", steps, small), line("rate 0.05", steps, good),
    line("rate 1", steps, large))

// Too small, and it takes forever; for a large model that is a lot of electricity. Too large, and the
// very first step leaps across the valley: the gradient holds for a small neighbourhood only, and we
// jumped to conclusions far outside it. There every `tanh` says plus or minus 1, is flat, and passes
// hardly any gradient back, so the network is stuck: the same answer to all four examples, two of
// them wrong by 2, and 2² + 2² = 8.
//
// (These three networks were trained with our loop as it is. Where exactly the cliff lies depends on the
// question you took along, too.)
//
// About right is in between, and finding it is in part an art. The lecture's next parts have some
// rules of thumb.
//
// ## Recap
// - Training is forward, backward, step, repeated: *gradient descent*.
// - The step goes against the gradient, and its size is the learning rate times the gradient.
// - Too small a rate wastes time, too large a one wrecks the network.
//
// ## Try it
// - Try the rates between 0.05 and 1. Where does learning end and the cliff begin? Write the numbers down:
//   chapter 18 asks again.
//   ```java
//   for (double r : new double[] {0.1, 0.2, 0.3, 0.5}) print(r, train(r)[19]);
//   // ==> 0.1 1.8…E-30
//   // ==> 0.2 7.1…E-19
//   // ==> 0.3 8.0
//   // ==> 0.5 7.99999…
//   ```
// - Change one target, and train again. Can the network be persuaded of anything?
//   ```java
//   ys[0] = -1;
//   train(0.05)[19]                     // ==> 1.87…E-7
//   ```
//
// ## Further
// - [Learning and evaluation](https://cs231n.github.io/neural-networks-3/), from CS231n: how to choose a rate, and what a loss
//   curve tells.
