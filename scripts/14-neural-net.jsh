// # 14 · Neuron, Layer, MLP
// Lecture [1:43:55](https://www.youtube.com/watch?v=VMj-3S1tku0&t=6235s)
//
// A neural network is a mathematical expression of a particular kind, and we have all that it takes
// to write one down. We go from one neuron to a layer to a network of layers, a *multi-layer
// perceptron* (after the perceptron of 1958, a single neuron), and then let `backward()` loose on the
// whole of it.
chapter("14-neural-net");

// ## A neuron
// Here is the picture of chapter 07 again. We wrote `x1·w1 + x2·w2 + b` by hand; now for any number of
// inputs.
illustration("neuron")

// The inputs are plain numbers, but what flows through a network must be `Value`s, so that it leaves a
// graph behind. Python's `*` takes either, since it asks its operands when it runs. A Java method
// takes what it declares, so we turn the numbers into `Value`s once, at the door.
Value[] inputs(double... x) {
    Value[] values = new Value[x.length];
    for (int i = 0; i < x.length; i++) values[i] = new Value(x[i], "x" + (i + 1));
    return values;
}

// A new neuron knows nothing: its weights and its bias are random, between −1 and 1. Python objects
// can be called like functions, `n(x)`. Java's cannot, so we give the call its usual name, `forward`.
class Neuron {
    List<Value> w = new ArrayList<>();
    Value b;

    Neuron(int nin) {
        for (int i = 1; i <= nin; i++) w.add(new Value(Rng.uniform(-1, 1), "w" + i));
        b = new Value(Rng.uniform(-1, 1), "b");
    }

    Value forward(Value... x) {
        Value sum = b;
        for (int i = 0; i < w.size(); i++) sum = sum.add(w.get(i).mul(x[i]));
        return sum.tanh();
    }

    Value forward(double... x) { return forward(inputs(x)); }
}

// The seed makes the random numbers the same each time; without it yours would differ.
//
// *Pause: what can you say about the output before you see it?*
Rng.seed(17);
Neuron neuron = new Neuron(2);
Value out = neuron.forward(2.0, 3.0).label("out");
print("one neuron on (2, 3): out =", out.data);
drawDot(out)

// It is between −1 and 1, as all that comes out of a `tanh`.
//
// ## A layer
// Several neurons side by side. All see the same inputs; none sees another. One output a neuron, so the
// result is an array of `Value`s. (The lecture's layer hands back the bare value if there is just one.
// A Java method has one result type, so ours is always an array.)
class Layer {
    List<Neuron> neurons = new ArrayList<>();

    Layer(int nin, int nout) {
        for (int i = 0; i < nout; i++) neurons.add(new Neuron(nin));
    }

    Value[] forward(Value... x) {
        Value[] out = new Value[neurons.size()];
        for (int i = 0; i < out.length; i++) out[i] = neurons.get(i).forward(x);
        return out;
    }

    Value[] forward(double... x) { return forward(inputs(x)); }
}

// Three neurons on the same two numbers.
Rng.seed(17);
Layer layer = new Layer(2, 3);
Value[] outs = layer.forward(2.0, 3.0);
for (int i = 0; i < outs.length; i++) print("layer out[" + i + "] =", outs[i].data);

// *Pause: the first of the three is a number that we have seen. Why?*
//
// The same seed, so the same first three random numbers: two weights and a bias.
//
// ## A multi-layer perceptron
// Layers in a row: what comes out of one goes into the next. This is the lecture's network, 3 inputs,
// two layers of 4 and one output. The two in the middle are called *hidden*: nobody outside sees what
// they say.
illustration("network")

// Its sizes are 3, then 4, 4 and 1. Python passes a list, `MLP(3, [4, 4, 1])`; in Java the trailing
// `int...` takes them as they come. `predict` is for the case that there is one output only.
class MLP {
    List<Layer> layers = new ArrayList<>();

    MLP(int nin, int... nouts) {
        for (int nout : nouts) {
            layers.add(new Layer(nin, nout));
            nin = nout;                  // its outputs are the next layer's inputs
        }
    }

    Value[] forward(Value... x) {
        for (Layer layer : layers) x = layer.forward(x);
        return x;
    }

    Value[] forward(double... x) { return forward(inputs(x)); }

    Value predict(double... x) { return forward(x)[0]; }
}

// Ready to go: nine neurons, none of which has learned a thing.
Rng.seed(17);
MLP n = new MLP(3, 4, 4, 1);
Value out = n.predict(2.0, 3.0, -1.0).label("out");
print("network on (2, 3, -1): out =", out.data);

// ## Why the bend? [0:52:52](https://www.youtube.com/watch?v=VMj-3S1tku0&t=3172s)
// Chapter 07 promised an answer.
//
// *Pause: leave the `tanh` out, and what can a network of two layers do that one layer cannot?*
//
// Two neurons in a row, with one input each, are enough to see it.
double first(double x) { return 2 * x + 1; }
double second(double x) { return -3 * x + 4; }
for (double x : new double[] {-1, 0, 1, 2})
    print("x =", x, " both in a row:", second(first(x)), " one alone:", -6 * x + 1);

// Nothing! A straight line of a straight line is a straight line, and so it is with any number of
// inputs: a hundred layers without a bend are worth one. The activation function is there to be bent.
// That `tanh` also keeps the numbers small is welcome, but a mere extra: the ReLU of chapter 20 does
// not, and has one corner only. It will do.
//
// ## Backward through all of it
// All those weights are called `w1`, `w2` and so on, nine times over. For the picture let us name each
// for where it is: `w[1,0,2]` is weight 2 of neuron 0 of layer 1, counted from 0.
for (int i = 0; i < n.layers.size(); i++)
    for (int j = 0; j < n.layers.get(i).neurons.size(); j++) {
        Neuron at = n.layers.get(i).neurons.get(j);
        for (int k = 0; k < at.w.size(); k++)
            at.w.get(k).label("w[" + i + "," + j + "," + k + "]");
        at.b.label("b[" + i + "," + j + "]");
    }

// *Pause: the picture above counted the parameters. Is it right?*
print("parameters =", 4 * (3 + 1) + 4 * (4 + 1) + 1 * (4 + 1));

// A neuron has a weight for each input and one bias. Now back through all nine of them:
out.backward();
drawDot(out)

// Nobody would go back through that with paper and pencil. We did not have to, and no line of
// `backward()` had to change for it: it sees a `+`, a `*` and a `tanh` at a time, as ever.
//
// One number out of the crowd: how does the output depend on the very first weight?
Value w000 = n.layers.get(0).neurons.get(0).w.get(0);
print("d out / d w[0,0,0] =", w000.grad);

// Believe it? Bump the weight and run the network again.
double byBump(Value p) {
    double h = 1e-5, data = p.data;
    p.data = data + h;
    double up = n.predict(2.0, 3.0, -1.0).data;
    p.data = data - h;
    double down = n.predict(2.0, 3.0, -1.0).data;
    p.data = data;
    return (up - down) / (2 * h);
}
print("d out / d w[0,0,0] by bump =", byBump(w000));

// ## Why backward at all?
// A bump needs no chain rule, no graph, no `backward()`.
//
// *Pause: why not bump them all, and forget about the rest?*
List<Value> parameters = new ArrayList<>();
for (Layer l : n.layers)
    for (Neuron at : l.neurons) {
        parameters.addAll(at.w);
        parameters.add(at.b);
    }
int runs = 0;
double largest = 0;
for (Value p : parameters) {
    largest = Math.max(largest, Math.abs(byBump(p) - p.grad));
    runs += 2;
}
print("largest difference =", largest);
print("parameters =", parameters.size(), " runs of the network =", runs);

// The same 41 numbers. But 82 runs of the network against one walk back, which costs about as much as
// two runs; and where this one has 41 parameters, others have billions, so that a single step would
// take billions of runs. That one walk gives *all* the gradients is the whole point of
// backpropagation. It is why networks can be trained.
//
// ## Why random weights?
// *Pause: we began with random weights. Would zeros, or halves, not do for a start?*
MLP same = new MLP(3, 4, 4, 1);
for (Layer l : same.layers)
    for (Neuron at : l.neurons) {
        for (Value w : at.w) w.data = 0.5;
        at.b.data = 0.5;
    }
same.predict(2.0, 3.0, -1.0).backward();
for (Neuron at : same.layers.get(0).neurons)
    print("gradients of a neuron =", at.w.stream().map(w -> w.grad).toList());

// All four neurons of the layer do the same, so they get the same gradients, take the same step, and
// are alike for ever after: four neurons with the wits of one. The random start is there to make them
// differ.
//

// ## Recap
// - A neuron is `tanh(w·x + b)`, a layer is neurons side by side, an MLP is layers in a row.
// - All of it is one large expression of `Value`s, so `backward()` works on it as it is.
// - Without a bend in every neuron, all its layers would be one. Without random weights, so would all
//   neurons of a layer.
// - Bumping tells every gradient, too, but one at a time. `backward()` tells them all at once.
//
// ## Try it
// - How different can a network's first opinion be?
//   ```java
//   for (int seed = 1; seed < 4; seed++) {
//       Rng.seed(seed);
//       print(new MLP(3, 4, 4, 1).predict(2, 3, -1).data);
//   }
//   // ==> 0.2517…
//   // ==> -0.9424…
//   // ==> -0.4288…
//   ```
// - How many parameters has a network with 2 inputs, two hidden layers of 16, and one output? Work it out as
//   above. The engine's own network can count:
//   ```java
//   new playmore.engine.MLP(2, 16, 16, 1)   // ==> MLP(2 -> 16 -> 16 -> 1, 337 parameters)
//   ```
//
// ## Further
// - [nn.py](https://github.com/karpathy/micrograd/blob/master/micrograd/nn.py): neuron, layer and MLP in micrograd's Python.
// - [Universal approximation](https://en.wikipedia.org/wiki/Universal_approximation_theorem): what a network with one hidden
//   layer can do, if that is wide enough.
