// # 20 · Next steps: two moons
// Lecture [2:16:46](https://www.youtube.com/watch?v=VMj-3S1tku0&t=8206s)
//
// Four examples were a toy. Here a network of 337 parameters learns to part 100 points that no
// straight line can part: the [demo](https://github.com/karpathy/micrograd/blob/master/demo.ipynb) that
// comes with [micrograd](https://github.com/karpathy/micrograd), whose code you would now recognize. It has a
// loss of another kind, a learning rate that shrinks, and at the end a picture of what the network
// thinks of every place in the plane.
chapter("20-moons");

// ## The data: two half moons
// One half circle opens down, the other up, and each reaches into the other. Every point is then
// thrown off its place a little, by the bell curve, with a standard deviation of 0.1. The points lie
// on the upper and the lower moon by turns; the answers to learn are −1 and 1.
Rng.seed(1337);
double[][] xs = new double[100][];
double[] ys = new double[100];
for (int i = 0; i < 100; i++) {
    boolean upper = i % 2 == 0;
    double angle = Math.PI * (i / 2) / 49;              // 50 steps along the half circle
    double x = upper ? Math.cos(angle) : 1 - Math.cos(angle);
    double y = upper ? Math.sin(angle) : 0.5 - Math.sin(angle);
    xs[i] = new double[] {x + 0.1 * Rng.gaussian(), y + 0.1 * Rng.gaussian()};
    ys[i] = upper ? -1 : 1;
}
print("first point =", xs[0]);

// To draw them we need the coordinates of each moon by themselves.
double[] coordinate(int axis, double moon) {
    return IntStream.range(0, xs.length).filter(i -> ys[i] == moon).mapToDouble(i -> xs[i][axis]).toArray();
}
plot("two moons", "x", "y",
    points("1, the lower moon", coordinate(0, 1), coordinate(1, 1)),
    points("-1, the upper moon", coordinate(0, -1), coordinate(1, -1)))

// ## The network
// Two inputs, the coordinates; two hidden layers of 16; one output. This is the network of
// micrograd's library, and differs from the lecture's: the hidden neurons have ReLU instead of tanh
// (what is negative becomes 0, the rest passes), the output has no squashing at all, and biases start
// from 0. The output is a *score*, any number; its sign is the answer.
//
// We call the engine's network by its full name, since your session may hold the MLP that you wrote
// in chapter 14.
var model = playmore.engine.MLP.relu(2, 16, 16, 1);
print(model);
print("parameters =", model.parameters().size());

// ## The loss: stay clear of the border
// The squared error would pull every score to exactly −1 or 1. But a score of 3 for a 1 is no error!
// The *max-margin* loss of one example is max(0, 1 − y·score): 0 as soon as the score has the right sign
// and is at least 1 away from the border at 0.
//
// *Pause: what is it for the scores 3, 0.5 and −2, if the answer is 1?*
for (double score : new double[] {3, 0.5, -2}) print("score", score, "loss", Math.max(0, 1 - 1 * score));

// Now for all 100 points, with `relu` for the max: the mean of their losses.
var scores = Stream.of(xs).map(x -> model.predict(x)).toList();
var losses = IntStream.range(0, xs.length).mapToObj(i -> scores.get(i).mul(-ys[i]).add(1).relu()).toList();
var dataLoss = sum(losses).div(xs.length);
print("data loss =", dataLoss.data);

// The second part of the loss is new, too: a small price on large weights, so that no neuron shouts,
// and the border stays smooth. It is called L2 *regularization*: the sum of the squares, times a small
// number.
var squares = model.parameters().stream().map(p -> p.mul(p)).toList();
var total = dataLoss.add(sum(squares).mul(1e-4));
print("loss before training =", total.data);

// How many of the answers are right so far? Those whose score has the sign of the target.
double accuracy(double[] scores, double[] ys) {
    return 100.0 * IntStream.range(0, ys.length).filter(i -> scores[i] * ys[i] > 0).count() / ys.length;
}
print("accuracy before training =", accuracy(scores.stream().mapToDouble(s -> s.data).toArray(), ys), "%");

// ## Training
// The same three steps as ever: forward, backward, update. One step now builds and walks an expression
// of some 66,000 values. The learning rate begins at 1, to get somewhere, and shrinks to 0.1, to settle.
double[] lossAt = new double[100], accuracyAt = new double[100];
for (int k = 0; k < 100; k++) {
    // forward
    var scores = Stream.of(xs).map(x -> model.predict(x)).toList();
    var losses = IntStream.range(0, xs.length).mapToObj(i -> scores.get(i).mul(-ys[i]).add(1).relu()).toList();
    var squares = model.parameters().stream().map(p -> p.mul(p)).toList();
    var total = sum(losses).div(xs.length).add(sum(squares).mul(1e-4));
    // backward
    model.zeroGrad();
    total.backward();
    // update
    double rate = 1.0 - 0.9 * k / 100;
    for (var p : model.parameters()) p.data -= rate * p.grad;

    lossAt[k] = total.data;
    accuracyAt[k] = accuracy(scores.stream().mapToDouble(s -> s.data).toArray(), ys);
    if (k % 10 == 0 || k == 99) print("step", k, "loss", lossAt[k], "accuracy", accuracyAt[k], "%");
}

// It jumps about while the steps are large, and comes to rest as they get smaller.
plot("loss of each step", "step", "loss", line("loss", lossAt))

// ## What the network thinks
// Ask the trained network about every place in the plane, not only where the points lie: blue where
// its score is positive, orange where it is negative. The border in between is the *decision boundary*.
//
// *Pause: what will it look like? Remember that ReLU is made of straight pieces.*
plot("decision boundary", "x", "y",
    boundary((x, y) -> model.predict(x, y).data),
    points("1, the lower moon", coordinate(0, 1), coordinate(1, 1)),
    points("-1, the upper moon", coordinate(0, -1), coordinate(1, -1)))

// Every point is on its own side:
double[] trained = Stream.of(xs).mapToDouble(x -> model.predict(x).data).toArray();
print("accuracy =", accuracy(trained, ys), "%");

// Which points did it find hardest? The *margin*, answer times score, says how far a point is inside
// its own half. The loss asked for 1.
Table points = Table.create("points",
    DoubleColumn.create("x", Stream.of(xs).mapToDouble(x -> x[0]).toArray()),
    DoubleColumn.create("y", Stream.of(xs).mapToDouble(x -> x[1]).toArray()),
    DoubleColumn.create("answer", ys),
    DoubleColumn.create("score", trained));
points.addColumns(points.doubleColumn("answer").multiply(points.doubleColumn("score")).setName("margin"));
show(points.sortAscendingOn("margin").first(8).setName("the hardest points"));

// Has it learned the moons, or has it only learned our 100 points by heart? Points that it has never
// seen will tell. `playmore.data.Moons` makes them as we did above.
var fresh = new playmore.data.Moons(1000, 0.1);
double[] unseen = Stream.of(fresh.xs).mapToDouble(x -> model.predict(x).data).toArray();
print("accuracy on 1000 new points =", accuracy(unseen, fresh.ys), "%");

// ## Recap
// - The loop is the one of chapter 18. Only the data, the network's size and the loss are new.
// - Max-margin asks for the right side and a safe distance, and then leaves the example alone.
// - L2 keeps the weights small; a shrinking learning rate walks fast first and carefully later.
//
// ## Try it
// - `playmore.engine.MLP.relu(2, 4, 1)`: how few neurons still part the moons?
// - Use another seed. Does it always reach 100 %? What if you train for 200 steps?
// - Throw the points further, with 0.3 instead of 0.1: what should a good boundary do now?
