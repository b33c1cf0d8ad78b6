// # 24 · Where to go from here
// Lecture [2:21:10](https://www.youtube.com/watch?v=VMj-3S1tku0&t=8470s)
//
// You have built an engine that learns. Here is one more thing to do with it, an operation of your own
// held beside PyTorch's, and then the ways on.
chapter("24-where-to-go");

// ## Your own operation beside PyTorch's
// PyTorch has hundreds of operations, and all of them are what yours are: a result, and a local
// derivative. New ones come in like bricks. This one, *swish*, is x·σ(x), where σ is the sigmoid; it
// became known in 2017 and is in many networks since. We build it of what we have:
Value swish(Value x) {
    Value sigmoid = Value.div(1, x.neg().exp().add(1)).label("sigmoid");
    return x.mul(sigmoid).label("swish");
}
Value x = new Value(1.5, "x");
Value y = swish(x);
y.backward();
drawDot(y)

// `x` goes two ways, and nobody derived anything on paper.
//
// *Pause: PyTorch has swish as one operation, with a rule that somebody did derive. To how many
// digits will the two agree?*
import playmore.pytorch.*;
boolean there = PyTorch.isAvailable();
double[] at = {-4, -1, 0, 0.5, 1.5, 3};
double[] ours = new double[at.length], theirs = new double[at.length];
for (int i = 0; i < at.length; i++) {
    Value v = new Value(at[i]);
    swish(v).backward();
    ours[i] = v.grad;
    if (there) theirs[i] = TorchOperation.of("swish", at[i]).grad();
}
if (!there) print(PyTorch.missing());

//
Table table = Table.create("the gradient of swish",
    DoubleColumn.create("x", at), DoubleColumn.create("ours", ours));
if (there) table.addColumns(DoubleColumn.create("PyTorch's", theirs));
if (there) table.addColumns(table.doubleColumn("ours")
    .subtract(table.doubleColumn("PyTorch's")).setName("difference"));
show(table);

// To all that a `double` has, but for the rounding. Yours is right.
//
// ## The rest of the series
// This was the first lecture of
// [Neural Networks: Zero to Hero](https://www.youtube.com/playlist?list=PLAqhIrjkxbuWI23v9cThsA9GvCAUhRvKZ). From here on it is
// PyTorch and language models, and you know what happens inside:
//
// 1. [makemore](https://www.youtube.com/watch?v=PaCmpygFfXo): a model that invents names, letter by letter. Its loss is the negative log
//    likelihood of exercise 4.
// 2. [An MLP](https://www.youtube.com/watch?v=TCH_1BHY58I): your network of chapter 14, on three letters at a time. Mini-batches, learning rates, and
//    how to notice that a network learns by heart.
// 3. [Activations, gradients, BatchNorm](https://www.youtube.com/watch?v=P6sfmUTpUmc): saturated `tanh`s and dead ReLUs again, and how to keep
//    a deep network out of them.
// 4. [Becoming a backprop ninja](https://www.youtube.com/watch?v=q8SA3rM6ckI): chapter 08 once more, with tensors. After this kit you will like it.
// 5. [WaveNet](https://www.youtube.com/watch?v=t3YJ5hKiMQ0): deeper, and layers as bricks.
// 6. [GPT](https://www.youtube.com/watch?v=kCc8FmEb1nY): attention, and a transformer from nothing.
//
// ## Recap
// - A number that remembers; local derivatives; the chain rule; an order; `+=`; zero; step. That is all
//   there is to it.
// - Whatever you can differentiate, you can put into a network.
// - When a network does not learn, you know where to look: at the gradients.
//
// ## Try it
// - Do the same with *softplus*, log(1 + eˣ), and hold it beside PyTorch's. Its derivative has a name that you know.
//   ```java
//   Value softplus(Value x) { return x.exp().add(1).log(); }
//   Value x = new Value(1.5, "x");
//   softplus(x).backward();
//   x.grad                              // ==> 0.8175…
//   TorchOperation.of("softplus", 1.5).grad()   // ==> 0.8175…
//   ```
// - Close everything, and write `Value` from an empty file. Now.
//
// ## Further
// - [micrograd](https://github.com/karpathy/micrograd), once more: now you can read all of it.
// - [Karpathy's lectures](https://karpathy.ai/zero-to-hero.html), with their notebooks.
