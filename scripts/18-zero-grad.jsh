// # 18 · The bug everyone makes
// Lecture [2:10:23](https://www.youtube.com/watch?v=VMj-3S1tku0&t=7823s)
//
// The training loop of chapter 17 worked, and was wrong. We find out what it really did, mend it with
// one line, and put both loss curves into one plot. Then we ask why nobody noticed.
chapter("18-zero-grad");

// The examples, the loss, and the network from the same seed.
double[][] xs = {{2.0, 3.0, -1.0}, {3.0, -1.0, 0.5}, {0.5, 1.0, 1.0}, {1.0, 1.0, -1.0}};
double[] ys = {1.0, -1.0, -1.0, 1.0};

Value lossOf(MLP n) {
    Value loss = new Value(0.0);
    for (int i = 0; i < xs.length; i++) loss = loss.add(n.predict(xs[i]).sub(ys[i]).pow(2));
    return loss;
}

Rng.seed(17);
MLP n = new MLP(3, 4, 4, 1);

// ## What was wrong
// The rules say `+=` since chapter 11. *Pause: we go forward and backward twice, and change nothing in
// between. What is the second gradient?*
Value first = n.parameters().get(0);
lossOf(n).backward();
print("first weight's grad =", first.grad);
lossOf(n).backward();
print("after the second backward =", first.grad);

// Twice the first. The loss was a new graph each time, but the weights are the same old `Value`s, and
// they keep what they hold. So step 2 of our loop went against the gradients of steps 1 and 2 added
// up, step 3 against those of three, and so on: not downhill from where we are, but along everything
// we ever felt under our feet.
//
// If you ever do this, you are in good company. Karpathy once listed the most common mistakes with
// neural nets, and there it is: no `.zero_grad()` before `.backward()`.
//
// ## The fix
// Before each backward pass, every gradient goes back to 0.
double[] trainUnzeroed(MLP n, int steps) {
    double[] losses = new double[steps];
    for (int k = 0; k < steps; k++) {
        Value loss = lossOf(n);
        loss.backward();
        for (Value p : n.parameters()) p.data -= 0.05 * p.grad;
        losses[k] = loss.data;
    }
    return losses;
}

//
double[] train(MLP n, int steps) {
    double[] losses = new double[steps];
    for (int k = 0; k < steps; k++) {
        Value loss = lossOf(n);
        for (Value p : n.parameters()) p.grad = 0;                      // the line that was missing
        loss.backward();
        for (Value p : n.parameters()) p.data -= 0.05 * p.grad;
        losses[k] = loss.data;
    }
    return losses;
}

// The same start for both, or the comparison would be unfair.
Rng.seed(17);
MLP n = new MLP(3, 4, 4, 1);
double[] without = trainUnzeroed(n, 20);
Rng.seed(17);
MLP n = new MLP(3, 4, 4, 1);
double[] zeroed = train(n, 20);
for (int k = 0; k < 20; k++) print("step", k + 1, "loss", zeroed[k]);
print("loss at the end =", lossOf(n).data);

//
double[] steps = IntStream.rangeClosed(1, 20).asDoubleStream().toArray();
plot("Loss with and without zeroed gradients", "step", "loss",
    line("gradients left standing", steps, without), line("gradients zeroed", steps, zeroed))

//
Table lossByStep = Table.create("loss by step",
    IntColumn.create("step", IntStream.rangeClosed(1, 20).toArray()),
    DoubleColumn.create("left standing", without),
    DoubleColumn.create("zeroed", zeroed));
show(lossByStep);

// The first two rows are equal, of course: until then there was nothing to be left standing. Then the
// mended loop goes down, step by step, and never up.
double[] y = Stream.of(xs).mapToDouble(x -> n.predict(x).data).toArray();
Table predictions = Table.create("predictions",
    StringColumn.create("example", Stream.of(xs).map(Arrays::toString)),
    DoubleColumn.create("target", ys),
    DoubleColumn.create("prediction", y),
    DoubleColumn.create("error", IntStream.range(0, 4).mapToDouble(i -> y[i] - ys[i])));
show(predictions);

// ## Why did nobody notice?
// *Pause: the broken loop ended with a smaller loss than the mended one! Why did it work at all, and
// is it perhaps the better one?*
//
// Gradients that pile up make the steps larger and larger, like a ball that rolls downhill and has no
// brakes. On an easy problem that is even quick. But the ball does not stop in the valley. Was it luck
// that ours did? One network cannot say; let us ask a hundred, from a hundred seeds, and count those
// with a loss below 0.5 after 20, 50 and 100 steps.
int[] after = {20, 50, 100}, unzeroedGood = new int[3], zeroedGood = new int[3];
for (int seed = 0; seed < 100; seed++) {
    Rng.seed(seed);
    double[] u = trainUnzeroed(new MLP(3, 4, 4, 1), 101);
    Rng.seed(seed);
    double[] z = train(new MLP(3, 4, 4, 1), 101);
    for (int i = 0; i < 3; i++) if (u[after[i]] < 0.5) unzeroedGood[i]++;
    for (int i = 0; i < 3; i++) if (z[after[i]] < 0.5) zeroedGood[i]++;
}

//
Table luck = Table.create("networks of 100 with a loss below a half",
    IntColumn.create("after steps", after),
    IntColumn.create("left standing", unzeroedGood),
    IntColumn.create("zeroed", zeroedGood));
show(luck);

// Read each column downwards. With zeroed gradients patience pays: the longer, the better. Without,
// networks that had found the valley are thrown out of it again. Our problem is so small that most
// survive; a harder one would not be as kind. A bug that still lets the program work is the worst
// kind, and a curve that jumps is worth a second look.
//
// ## Recap
// - `backward()` adds. Set the gradients to 0 before each call: `zeroGrad`, PyTorch's `zero_grad`.
// - A wrong training loop may still train. Do not take "the loss went down" for a proof.
//
// ## Try it
// - Plot three learning rates as in chapter 17, now with zeroed gradients. Is 0.001 slower or faster?
// - Zero the gradients after the step instead of before `backward()`. Does it matter?
