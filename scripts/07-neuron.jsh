// # 07 · A neuron
// Lecture [0:52:52](https://www.youtube.com/watch?v=VMj-3S1tku0&t=3172s)
//
// So far our expressions were made up. Now we write one that people really use: a single neuron,
// the building block of every network. You will see that it needs nothing new but one curve.
chapter("07-neuron");

// ## The model
// A living nerve cell is a complicated thing. This is a very simple model of it, of which only the
// outline is borrowed.
illustration("neuron")

// Read it from left to right:
//
// 1. Inputs `x` arrive.
// 2. Each is multiplied by a *weight* `w` of its own, which says how much this input counts. In the
//    nerve cell that is the strength of the synapse.
// 3. The products are added up, and one more number, the *bias* `b`, is added to them. It is the
//    neuron's mood: how ready it is to get excited whatever comes in. You know people who turn the
//    smallest good news into a feast, and others whom nothing will cheer.
// 4. The sum goes through an *activation function*, which squashes it into a narrow range.
//
// So: the dot product of weights and inputs, plus a bias, squashed. That is all. Frank Rosenblatt thought
// out a machine that works like this, wrote about it in 1958, and called it a *perceptron*.
//
// ## The curve
// Our activation function is tanh.
double[] xs = IntStream.range(0, 50).mapToDouble(i -> -5 + 0.2 * i).toArray();
double[] ys = Arrays.stream(xs).map(Math::tanh).toArray();
plot("tanh", xs, ys)

// *Pause: what will tanh make of 1000? And of −1000?*
print("tanh(0) =", Math.tanh(0));
print("tanh(1000) =", Math.tanh(1000));
print("tanh(-1000) =", Math.tanh(-1000));

// Near 0 it lets numbers through almost as they are. Far out it flattens: no input, however large,
// gets beyond 1 or below −1. However many neurons feed into one another, none of them runs away.
//
// The range is the lesser half of it, though. What matters most is that the curve is *bent*: chapter
// 14 shows what a network of neurons without a bend comes to, and chapter 20 has one with another bend.
//
// ## A neuron of our own [0:55:20](https://www.youtube.com/watch?v=VMj-3S1tku0&t=3320s)
// Two inputs, a weight for each, and a bias. Every intermediate result gets a name, so that we can
// follow it in the picture.
Value x1 = new Value(2.0, "x1"), x2 = new Value(0.0, "x2");      // the inputs
Value w1 = new Value(-3.0, "w1"), w2 = new Value(1.0, "w2");     // a weight for each
Value b = new Value(6.7, "b");                                   // the bias
Value x1w1 = x1.mul(w1).label("x1w1");
Value x2w2 = x2.mul(w2).label("x2w2");
Value x1w1x2w2 = x1w1.add(x2w2).label("x1w1 + x2w2");
Value n = x1w1x2w2.add(b).label("n");
print("n =", n.data);
drawDot(n)

// `n` is the raw activation, before the squashing: `2·(−3) + 0·1 + 6.7`. The weights and the bias
// are yellow: when a network learns, it is these that it may change.
//
// Now the activation function. `tanh` is one method of our `Value`, although it could be put
// together from exponentials, a sum and a quotient. Which pieces you make operations of is up to
// you, small ones or large: all you need to know of a piece is its result and, for the way back,
// its derivative. (Chapter 12 takes tanh apart to show that it makes no difference.)
Value o = n.tanh().label("o");
print("o =", o.data);
drawDot(o)

// ## A neuron in high spirits
// *Pause: we raise the bias from 6.7 to 111. What are `n` and `o`?*
b = new Value(111, "b");
n = x1w1x2w2.add(b).label("n");
o = n.tanh().label("o");
print("n =", n.data);
print("o =", o.data);
drawDot(o)

// The raw activation is −6 + 111 = 105, and the output is 1, to all the digits we have. However
// excited the neuron gets, 1 is all that the others hear of it.
//
// Out there the curve is flat, and that has a price: turn any weight a little this way or that, and
// `o` does not move. Where there is no slope there is nothing to learn from. Such a neuron is
// called *saturated*.
//
// ## Turn it yourself
// Here is a knob for each leaf. Bring `b` from 111 down to about 7, and watch the gradients light up as tanh
// leaves its flat end.
live(o)

// ## Recap
// - A neuron is `tanh(w1·x1 + w2·x2 + … + b)`: an expression like any other.
// - Weights say how much each input counts, the bias how ready the neuron is.
// - tanh squashes whatever comes into the range from −1 to 1, and is flat far out.
//
// ## Try it
// - Which bias makes this neuron undecided, with `o = 0`? 5 is not enough.
//   ```java
//   x1w1x2w2.add(new Value(5)).tanh()   // ==> Value(data=-0.7615…)
//   ```
// - Swap the two inputs, `x = (0, 2)`. Which weight decides now?
//   ```java
//   w1.mul(0).add(w2.mul(2)).add(6.7).tanh()    // ==> Value(data=0.9999…)
//   ```
//
// ## Further
// - [Neural networks](https://cs231n.github.io/neural-networks-1/), from CS231n: the neuron, its model in nature, and the
//   usual activation functions.
// - [Perceptron](https://en.wikipedia.org/wiki/Perceptron): Rosenblatt's machine, and what was hoped of it.
