// # 14 · Neuron, Layer, MLP
// Lecture [1:43:55](https://www.youtube.com/watch?v=VMj-3S1tku0&t=6235s)
//
// A neural network is a mathematical expression of a particular kind, and we have all that it takes
// to write one down. We go from one neuron to a layer to a network of layers, a *multi-layer
// perceptron*, and then let `backward()` loose on the whole of it.
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

// The seed makes the random numbers the same each time; without it yours would differ. *Pause: what
// can you say about the output before you see it?*
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
// two layers of 4 and one output.
illustration("network")

// Its sizes are 3, then 4, 4 and 1. Python passes a list, `MLP(3, [4, 4, 1])`; in Java the trailing
// `int...` takes them as they come. `predict` is for the case that there is one output only.
class MLP {
    List<Layer> layers = new ArrayList<>();

    MLP(int nin, int... nouts) {
        for (int nout : nouts) {
            layers.add(new Layer(nin, nout));
            nin = nout;                         // the outputs of this layer are the inputs of the next
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

// ## Backward through all of it
// All those weights are called `w1`, `w2` and so on, nine times over. For the picture let us name each
// for where it is: `w[1,0,2]` is weight 2 of neuron 0 of layer 1, counted from 0.
for (int i = 0; i < n.layers.size(); i++)
    for (int j = 0; j < n.layers.get(i).neurons.size(); j++) {
        Neuron at = n.layers.get(i).neurons.get(j);
        for (int k = 0; k < at.w.size(); k++) at.w.get(k).label("w[" + i + "," + j + "," + k + "]");
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
double h = 1e-5, w = w000.data;
w000.data = w + h;
double up = n.predict(2.0, 3.0, -1.0).data;
w000.data = w - h;
double down = n.predict(2.0, 3.0, -1.0).data;
w000.data = w;
print("d out / d w[0,0,0] by bump =", (up - down) / (2 * h));

// ## Recap
// - A neuron is `tanh(w·x + b)`, a layer is neurons side by side, an MLP is layers in a row.
// - All of it is one large expression of `Value`s, so `backward()` works on it as it is.
// - Java writes `forward(x)` for Python's `n(x)`, and arrays of `Value`s where Python has lists.
//
// ## Try it
// - Change the seed, or leave `Rng.seed` out. How different can a network's first opinion be?
// - How many parameters has `new MLP(2, 16, 16, 1)`? Work it out as above, then count them.
