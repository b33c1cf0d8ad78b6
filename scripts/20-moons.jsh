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
    double angle = Math.PI * (i / 2) / 49;        // 50 steps along the half circle
    double x = upper ? StrictMath.cos(angle) : 1 - StrictMath.cos(angle);
    double y = upper ? StrictMath.sin(angle) : 0.5 - StrictMath.sin(angle);
    xs[i] = new double[] {x + 0.1 * Rng.gaussian(), y + 0.1 * Rng.gaussian()};
    ys[i] = upper ? -1 : 1;
}
print("first point =", xs[0]);

// To draw them we need the coordinates of each moon by themselves.
double[] coordinate(int axis, double moon) {
    return IntStream.range(0, xs.length).filter(i -> ys[i] == moon)
        .mapToDouble(i -> xs[i][axis]).toArray();
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
// Why 16, and why two? There is no rule. One takes a network that is surely large enough, and sees to it
// that it does not learn by heart; below is a word on either. Smaller ones are worth a try (at the end).
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
for (double score : new double[] {3, 0.5, -2})
    print("score", score, "loss", Math.max(0, 1 - 1 * score));

// Now for all 100 points, with `relu` for the max: the mean of their losses.
playmore.engine.Value dataLoss(playmore.engine.MLP n) {
    var losses = new ArrayList<playmore.engine.Value>();
    for (int i = 0; i < xs.length; i++)
        losses.add(n.predict(xs[i]).mul(-ys[i]).add(1).relu());
    return sum(losses).div(xs.length);
}
print("data loss =", dataLoss(model).data);

// The second part of the loss is new, too: a small price on large weights, so that no neuron shouts,
// and the border stays smooth. It is called L2 *regularization*: the sum of the squares, times a small
// number.
playmore.engine.Value loss(playmore.engine.MLP n) {
    var squares = n.parameters().stream().map(p -> p.mul(p)).toList();
    return dataLoss(n).add(sum(squares).mul(1e-4));
}
print("loss before training =", loss(model).data);

// How many of the answers are right so far? Those whose score has the sign of the target.
double accuracy(playmore.engine.MLP n, double[][] xs, double[] ys) {
    return 100.0 / ys.length * IntStream.range(0, ys.length)
        .filter(i -> n.predict(xs[i]).data * ys[i] > 0).count();
}
print("accuracy before training =", accuracy(model, xs, ys), "%");

// ## Training
// The same steps as ever: forward, zero, backward, step. One of them now builds and walks an expression
// of some 66,000 values. The learning rate begins at 1, to get somewhere, and shrinks to 0.1, to settle.
//
// `film` is for later: at each step it takes down the loss and all parameters.
Film film;
double[] train(playmore.engine.MLP n, int steps) {
    film = film(n, xs, ys);
    double[] losses = new double[steps];
    for (int k = 0; k < steps; k++) {
        var loss = loss(n);                                         // forward
        film.shot(loss);
        n.zeroGrad();                                               // zero
        loss.backward();                                            // backward
        double rate = 1.0 - 0.9 * k / steps;
        for (var p : n.parameters()) p.data -= rate * p.grad;       // step
        losses[k] = loss.data;
        if (k % 10 == 0 || k == steps - 1) print("step", k, "loss", loss.data);
    }
    return losses;
}
double[] lossAt = train(model, 100);

// All 100 points take part in each step. With a million of them one would take a handful at a time,
// another in each step: a *mini-batch*. The gradient is rougher then, and a thousand times cheaper.
//
// It jumps about while the steps are large, and comes to rest as they get smaller.
plot("loss of each step", "step", "loss", line("loss", lossAt))

// ## What the network thinks
// Ask the trained network about every place in the plane, not only where the points lie: orange where
// its score is positive, blue where it is negative. The border in between is the *decision boundary*.
//
// *Pause: what will it look like? Remember that ReLU is made of straight pieces.*
plot("decision boundary", "x", "y",
    boundary((x, y) -> model.predict(x, y).data),
    points("1, the lower moon", coordinate(0, 1), coordinate(1, 1)),
    points("-1, the upper moon", coordinate(0, -1), coordinate(1, -1)))

// Every point is on its own side:
double[] trained = Stream.of(xs).mapToDouble(x -> model.predict(x).data).toArray();
print("accuracy =", accuracy(model, xs, ys), "%");

// Which points did it find hardest? The *margin*, answer times score, says how far a point is inside
// its own half. The loss asked for 1.
Table points = Table.create("points",
    DoubleColumn.create("x", Stream.of(xs).mapToDouble(x -> x[0]).toArray()),
    DoubleColumn.create("y", Stream.of(xs).mapToDouble(x -> x[1]).toArray()),
    DoubleColumn.create("answer", ys),
    DoubleColumn.create("score", trained));
points.addColumns(points.doubleColumn("answer")
    .multiply(points.doubleColumn("score")).setName("margin"));
show(points.sortAscendingOn("margin").first(8).setName("the hardest points"));

// Has it learned the moons, or has it only learned our 100 points by heart? Points that it has never
// seen will tell. `playmore.lesson.Moons` makes them as we did above.
var fresh = new playmore.lesson.Moons(1000, 0.1);
print("accuracy on 1000 new points =", accuracy(model, fresh.xs, fresh.ys), "%");

// ## The film of it
// How did it get there? Play it, or drag it from step to step. The border bends early, and then creeps into
// its corners.
film.show()

// ## Without a bend
// Chapter 14 said that layers without a bend come to no more than one layer. So here is that one: a
// single neuron without an activation, which is all that a network of any depth would be.
//
// *Pause: where will its border run, and how many points can it get right?*
var straight = playmore.engine.MLP.relu(2, 1);
double[] straightLoss = train(straight, 100);
print("accuracy =", accuracy(straight, xs, ys), "%");
plot("decision boundary without a bend", "x", "y",
    boundary((x, y) -> straight.predict(x, y).data),
    points("1, the lower moon", coordinate(0, 1), coordinate(1, 1)),
    points("-1, the upper moon", coordinate(0, -1), coordinate(1, -1)))

// About the best that a straight line can do. All that the network above could do more, it owes to its
// corners.
//
// ## Touch it
// This page trains such a network before your eyes, by the loop above and from the seeds of `Rng`. Drag a
// point across the border and see who gives way. Add points, take some away, choose fewer neurons, another
// bend, another rate.
//
// With one hidden layer, how many neurons does it take until every point is right?
playground(xs, ys)

// ## Recap
// - The loop is the one of chapter 18. Only the data, the network's size and the loss are new.
// - Max-margin asks for the right side and a safe distance, and then leaves the example alone.
// - L2 keeps the weights small; a shrinking learning rate walks fast first and carefully later.
//
// ## Try it
// - How few neurons still part the moons? Here are four.
//   ```java
//   Rng.seed(1);
//   var small = playmore.engine.MLP.relu(2, 4, 1);
//   double[] smallLoss = train(small, 100);
//   accuracy(small, xs, ys)             // ==> 92.0
//   ```
// - Use other seeds. Does it always reach 100 %? What if you train for 200 steps?
//   ```java
//   Rng.seed(2);
//   var other = playmore.engine.MLP.relu(2, 16, 16, 1);
//   double[] otherLoss = train(other, 100);
//   accuracy(other, xs, ys)             // ==> 100.0
//   ```
// - Throw the points further. Why could no network get all of them right?
//   ```java
//   Rng.seed(3);
//   var far = new playmore.lesson.Moons(1000, 0.3);
//   accuracy(model, far.xs, far.ys)     // ==> 91.0
//   ```
// - ReLU on the four examples of chapter 18. A neuron whose sum is negative for every example passes no gradient,
//   and stays as it is: a *dead* ReLU. How often does the loss stick at 4, and at which rate?
//   ```java
//   double[][] four = {{2, 3, -1}, {3, -1, 0.5}, {0.5, 1, 1}, {1, 1, -1}};
//   double[] wish = {1, -1, -1, 1};
//   double lossAfter100(int seed, double rate) {
//       Rng.seed(seed);
//       var n = playmore.engine.MLP.relu(3, 4, 4, 1);
//       var loss = new playmore.engine.Value(0);
//       for (int k = 0; k <= 100; k++) {
//           loss = new playmore.engine.Value(0);
//           for (int i = 0; i < 4; i++)
//               loss = loss.add(n.predict(four[i]).sub(wish[i]).pow(2));
//           n.zeroGrad();
//           loss.backward();
//           for (var p : n.parameters()) p.data -= rate * p.grad;
//       }
//       return loss.data;
//   }
//   for (int seed = 1; seed <= 5; seed++)
//       print(seed, lossAfter100(seed, 0.05), lossAfter100(seed, 0.01));
//   // ==> 1 0.01445… 3.23…E-4
//   // ==> 2 4.0 0.0438…
//   // ==> 3 6.16…E-5 0.0123…
//   // ==> 4 4.0 0.0925…
//   // ==> 5 4.0 0.2459…
//   ```
//
// ## Further
// - [TensorFlow Playground](https://playground.tensorflow.org/): such a network in the browser, with its neurons in sight.
// - [Hinge loss](https://en.wikipedia.org/wiki/Hinge_loss), as max-margin is called elsewhere.
// - [micrograd's demo](https://github.com/karpathy/micrograd/blob/master/demo.ipynb), which this chapter follows.
