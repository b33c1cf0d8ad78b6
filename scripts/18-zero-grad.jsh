// # 18 · The bug everyone makes
// Lecture [2:10:23](https://www.youtube.com/watch?v=VMj-3S1tku0&t=7823s)
//
// The training loop of chapter 17 worked, and was wrong. We find out what it really did, mend it with
// one line, and put both loss curves into one plot. Then we ask why nobody noticed, and why it worked.
chapter("18-zero-grad");

// The examples, the loss, and the network from the same seed.
double[][] xs = {{2.0, 3.0, -1.0}, {3.0, -1.0, 0.5}, {0.5, 1.0, 1.0}, {1.0, 1.0, -1.0}};
double[] ys = {1.0, -1.0, -1.0, 1.0};

Value lossOf(MLP n) {
    Value loss = new Value(0.0);
    for (int i = 0; i < xs.length; i++)
        loss = loss.add(n.predict(xs[i]).sub(ys[i]).pow(2));
    return loss;
}

Rng.seed(17);
MLP n = new MLP(3, 4, 4, 1);

// ## What was wrong
// The rules say `+=` since chapter 11.
//
// *Pause: we go forward and backward twice, and change nothing in between. What is the second
// gradient?*
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
// First our loop as it was:
double[] trainUnzeroed(MLP n, int steps, double rate) {
    double[] losses = new double[steps];
    for (int k = 0; k < steps; k++) {
        Value loss = lossOf(n);
        loss.backward();
        for (Value p : n.parameters()) p.data -= rate * p.grad;
        losses[k] = loss.data;
    }
    return losses;
}

// And mended: before each backward pass, every gradient goes back to 0.
double[] train(MLP n, int steps, double rate) {
    double[] losses = new double[steps];
    for (int k = 0; k < steps; k++) {
        Value loss = lossOf(n);
        for (Value p : n.parameters()) p.grad = 0;          // the line that was missing
        loss.backward();
        for (Value p : n.parameters()) p.data -= rate * p.grad;
        losses[k] = loss.data;
    }
    return losses;
}

// Why only the parameters? Because nothing else lives on: all other values, the inputs too, are made
// anew in each forward pass, with a gradient of 0.
//
// The same start for both, or the comparison would be unfair.
Rng.seed(17);
MLP broken = new MLP(3, 4, 4, 1);
double[] without = trainUnzeroed(broken, 20, 0.05);
Rng.seed(17);
MLP n = new MLP(3, 4, 4, 1);
double[] zeroed = train(n, 20, 0.05);
for (int k = 0; k < 20; k++) print("step", k + 1, "loss", zeroed[k]);
print("loss at the end =", lossOf(n).data);

// Both in one plot, with a logarithmic axis again.
double[] steps = IntStream.rangeClosed(1, 20).asDoubleStream().toArray();
plot("Loss with and without zeroed gradients", "step", "loss", logY(),
    line("gradients left standing", steps, without),
    line("gradients zeroed", steps, zeroed))

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
// *Pause: the broken loop ended with a smaller loss than the mended one! Is it perhaps the better one?*
//
// Gradients that pile up make the steps larger and larger, like a ball that rolls downhill and has no
// brakes. On an easy problem that is even quick. But the ball does not stop in the valley. Was it luck
// that ours did? One network cannot say; let us ask a hundred, from a hundred seeds, and count those
// with a loss below 0.5 after 20, 50 and 100 steps.
int[] after = {20, 50, 100}, unzeroedGood = new int[3], zeroedGood = new int[3];
for (int seed = 0; seed < 100; seed++) {
    Rng.seed(seed);
    double[] u = trainUnzeroed(new MLP(3, 4, 4, 1), 101, 0.05);
    Rng.seed(seed);
    double[] z = train(new MLP(3, 4, 4, 1), 101, 0.05);
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
// ## The ball in a film
// Both loops once more, fifty steps of each, shot by `film`, which takes down the loss and all parameters.
// Play it: the dots are the network's answers, and each is to come to rest in its ring.
Film filmed(String label, boolean zero) {
    Rng.seed(17);
    MLP n = new MLP(3, 4, 4, 1);
    var film = film(n::predict, n.parameters(), xs, ys).label(label);
    for (int k = 0; k < 50; k++) {
        Value loss = lossOf(n);
        film.shot(loss);
        if (zero) for (Value p : n.parameters()) p.grad = 0;
        loss.backward();
        for (Value p : n.parameters()) p.data -= 0.05 * p.grad;
    }
    return film;
}

filmed("left standing", false).show(filmed("zeroed", true))

// On the left the dots are flung from side to side, and then sit in their rings, while the parameters go
// on and on as they were pushed. On the right each step is small, and in the right direction.
//
// ## Why did it work at all?
// *Pause: look at the broken network's answers, and beside each at 1 − o², the slope of the last `tanh`.
// Why does its loss not move any more?*
for (int i = 0; i < xs.length; i++) {
    double o = broken.predict(xs[i]).data;
    print("target", ys[i], " answer", o, " slope", 1 - o * o);
}

// Every answer sits so far out on its `tanh` that the slope there is nearly 0, and all gradients have to
// come through that slope. What is piled up still pushes the weights about, but the answers do not hear
// of it: the network is frozen, this time on the right side. In chapter 17, with the rate 1, it froze on
// the wrong one.
//
// And there is a good idea in it. Do not keep all of the old gradient; keep a part, nine tenths:
Rng.seed(17);
MLP rolling = new MLP(3, 4, 4, 1);
double[] damped = new double[20];
for (int k = 0; k < 20; k++) {
    Value loss = lossOf(rolling);
    for (Value p : rolling.parameters()) p.grad *= 0.9;     // neither 0 nor all
    loss.backward();
    for (Value p : rolling.parameters()) p.data -= 0.05 * p.grad;
    damped[k] = loss.data;
}
print("step 20 loss, zeroed =", zeroed[19]);
print("step 20 loss, nine tenths kept =", damped[19]);

// The ball has brakes now. This is called *momentum*, and nearly all networks are trained with it or
// with something built on it. The difference is that here somebody meant it.
//
// *Pause: and the cliff of chapter 17, at a rate of 0.3? Was it the rate's, or the bug's?*
double[] rates = {0.05, 0.1, 0.3, 1};
double[] cliffUnzeroed = new double[4], cliffZeroed = new double[4];
for (int i = 0; i < 4; i++) {
    Rng.seed(17);
    cliffUnzeroed[i] = trainUnzeroed(new MLP(3, 4, 4, 1), 21, rates[i])[20];
    Rng.seed(17);
    cliffZeroed[i] = train(new MLP(3, 4, 4, 1), 21, rates[i])[20];
}

//
show(Table.create("loss after 20 steps",
    DoubleColumn.create("rate", rates),
    DoubleColumn.create("left standing", cliffUnzeroed),
    DoubleColumn.create("zeroed", cliffZeroed)));

// At 0.3 it was the bug's: zeroed, the same rate learns well.
//
// ## Recap
// - `backward()` adds. Set the gradients to 0 before each call: `zeroGrad`, PyTorch's `zero_grad`.
// - A wrong training loop may still train. Do not take "the loss went down" for a proof.
// - Old gradients on purpose, and a little less of them each time, are momentum.
//
// ## Try it
// - How far does a hundred steps get you with a rate of 0.001, and with 0.01?
//   ```java
//   for (double r : new double[] {0.001, 0.01}) {
//       Rng.seed(17);
//       print(r, train(new MLP(3, 4, 4, 1), 101, r)[100]);
//   }
//   // ==> 0.001 3.30…
//   // ==> 0.01 0.060…
//   ```
// - In `train`, zero the gradients after the step instead of before `backward()`. Does it matter?
//   ```java
//   /edit train
//   Rng.seed(17);
//   train(new MLP(3, 4, 4, 1), 20, 0.05)[19] == zeroed[19]      // ==> true
//   ```
//
// ## Further
// - [The most common mistakes](https://twitter.com/karpathy/status/1013244313327681536), the list this chapter's bug is on, and the
//   [recipe](https://karpathy.github.io/2019/04/25/recipe/) against them.
// - [Why momentum really works](https://distill.pub/2017/momentum/), with a ball to play with.
