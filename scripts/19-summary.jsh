// # 19 · Summary
// Lecture [2:14:03](https://www.youtube.com/watch?v=VMj-3S1tku0&t=8043s)
//
// What we have learned, in three points and one final run: the data, the network, the loss,
// gradient descent and the result, on a page.
chapter("19-summary");

// - **A neural net is a mathematical expression.** It takes data and weights, and out come predictions;
//   the loss, one more expression on top, says how far they are from what we want.
// - **Backpropagation** goes through that expression from its end, and gives every weight its gradient:
//   how the loss changes if the weight does. It is the chain rule, over and over.
// - **Gradient descent** uses them: all weights move a little against their gradients, and again. The
//   loss goes down, and the network does what we asked of it.
//
// ## The data
// Examples in, targets out.
double[][] xs = {{2.0, 3.0, -1.0}, {3.0, -1.0, 0.5}, {0.5, 1.0, 1.0}, {1.0, 1.0, -1.0}};
double[] ys = {1.0, -1.0, -1.0, 1.0};

// ## The network
// Neurons in layers, their weights random as yet.
Rng.seed(17);
MLP n = new MLP(3, 4, 4, 1);
print("parameters =", n.parameters().size());

// ## The loss
// Squared distances, summed.
Value lossOf(MLP n) {
    Value loss = new Value(0.0);
    for (int i = 0; i < xs.length; i++)
        loss = loss.add(n.predict(xs[i]).sub(ys[i]).pow(2));
    return loss;
}
print("loss before =", lossOf(n).data);

// ## Gradient descent
// Forward, zero, backward, step; a hundred times.
double[] losses = new double[100];
for (int k = 0; k < losses.length; k++) {
    Value loss = lossOf(n);                                             // forward
    for (Value p : n.parameters()) p.grad = 0;                          // zero
    loss.backward();                                                    // backward
    for (Value p : n.parameters()) p.data -= 0.05 * p.grad;             // step
    losses[k] = loss.data;
}
print("loss after =", lossOf(n).data);

// ## The result
double[] steps = IntStream.rangeClosed(1, losses.length).asDoubleStream().toArray();
plot("Loss by step", "step", "loss", line("loss", steps, losses))

//
Table predictions = Table.create("predictions",
    StringColumn.create("example", Stream.of(xs).map(Arrays::toString)),
    DoubleColumn.create("target", ys),
    DoubleColumn.create("prediction",
        Stream.of(xs).mapToDouble(x -> n.predict(x).data)));
show(predictions);

// That is all there is to it. A large language model has billions of parameters where we have 41, a
// loss that asks for the next word, and better ways to choose the step. But it is forward, zero,
// backward, step; and at that size there comes out of it what nobody put in by hand.
//
// ## Recap
// - `Value`: a number that remembers how it was made, and can go back.
// - `Neuron`, `Layer`, `MLP`: expressions with weights in them.
// - The loop: forward, zero, backward, step.
//
// ## Try it
// - Close this, and write `Value` from an empty file: `add`, `mul`, `tanh`, `backward()`. What you can build,
//   you have understood.
// - Make the data your own: three numbers about something you know, and yes or no. (Here: is just one of them there?)
//   ```java
//   xs = new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {1, 1, 1}};
//   ys = new double[] {1, 1, 1, -1};
//   for (int k = 0; k < 200; k++) {
//       Value loss = lossOf(n);
//       for (Value p : n.parameters()) p.grad = 0;
//       loss.backward();
//       for (Value p : n.parameters()) p.data -= 0.05 * p.grad;
//   }
//   lossOf(n).data                      // ==> 0.003…
//   ```
//
// ## Further
// - [Neural networks and deep learning](http://neuralnetworksanddeeplearning.com/): a book, free to read, that takes its time
//   over the same ideas.
