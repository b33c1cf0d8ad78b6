// # 16 · All the parameters
// Lecture [1:57:56](https://www.youtube.com/watch?v=VMj-3S1tku0&t=7076s)
//
// To train the network we shall nudge every weight and every bias, again and again. It is time that
// the network could hand us all of them in one list: its *parameters*.
chapter("16-parameters");

// ## parameters()
// Each class asks the next smaller one, as in PyTorch: the network its layers, a layer its neurons, and
// a neuron has its weights and its bias. While we are at it, each parameter gets a name that says where
// it is, `w[layer,neuron,input]` or `b[layer,neuron]`. What is new since chapter 14 is marked.
Value[] inputs(double... x) {
    Value[] values = new Value[x.length];
    for (int i = 0; i < x.length; i++) values[i] = new Value(x[i], "x" + (i + 1));
    return values;
}

//
class Neuron {
    List<Value> w = new ArrayList<>();
    Value b;

    Neuron(int nin, String at) {                    // new: it knows where it is
        for (int i = 0; i < nin; i++)
            w.add(new Value(Rng.uniform(-1, 1), "w[" + at + "," + i + "]"));
        b = new Value(Rng.uniform(-1, 1), "b[" + at + "]");
    }

    Value forward(Value... x) {
        Value sum = b;
        for (int i = 0; i < w.size(); i++) sum = sum.add(w.get(i).mul(x[i]));
        return sum.tanh();
    }

    Value forward(double... x) { return forward(inputs(x)); }

    List<Value> parameters() {                      // new
        List<Value> parameters = new ArrayList<>(w);
        parameters.add(b);
        return parameters;
    }
}

//
class Layer {
    List<Neuron> neurons = new ArrayList<>();

    Layer(int nin, int nout, int at) {              // new
        for (int i = 0; i < nout; i++) neurons.add(new Neuron(nin, at + "," + i));
    }

    Value[] forward(Value... x) {
        Value[] out = new Value[neurons.size()];
        for (int i = 0; i < out.length; i++) out[i] = neurons.get(i).forward(x);
        return out;
    }

    Value[] forward(double... x) { return forward(inputs(x)); }

    List<Value> parameters() {                      // new
        List<Value> parameters = new ArrayList<>();
        for (Neuron neuron : neurons) parameters.addAll(neuron.parameters());
        return parameters;
    }
}

//
class MLP {
    List<Layer> layers = new ArrayList<>();

    MLP(int nin, int... nouts) {
        for (int nout : nouts) {
            layers.add(new Layer(nin, nout, layers.size()));    // new
            nin = nout;                  // its outputs are the next layer's inputs
        }
    }

    Value[] forward(Value... x) {
        for (Layer layer : layers) x = layer.forward(x);
        return x;
    }

    Value[] forward(double... x) { return forward(inputs(x)); }

    Value predict(double... x) { return forward(x)[0]; }

    List<Value> parameters() {                      // new
        List<Value> parameters = new ArrayList<>();
        for (Layer layer : layers) parameters.addAll(layer.parameters());
        return parameters;
    }
}

// (Python needs one line where Java has a loop: `[p for neuron in self.neurons for p in ...]`. The list
// holds the very `Value`s of the network, not copies, in either language: change one, and you have
// changed the network.)
//
// ## Count them
// *Pause: 3 inputs, then layers of 4, 4 and 1. How many were there?*
Rng.seed(17);
MLP n = new MLP(3, 4, 4, 1);
print("parameters =", n.parameters().size());

// ## Look at them
// With the loss of chapter 15 behind them, so that they have gradients to show.
double[][] xs = {{2.0, 3.0, -1.0}, {3.0, -1.0, 0.5}, {0.5, 1.0, 1.0}, {1.0, 1.0, -1.0}};
double[] ys = {1.0, -1.0, -1.0, 1.0};

Value loss = new Value(0.0);
for (int i = 0; i < xs.length; i++) loss = loss.add(n.predict(xs[i]).sub(ys[i]).pow(2));
loss.backward();
print("loss =", loss.data);

//
Table parameters = Table.create("parameters",
    StringColumn.create("name", n.parameters().stream().map(p -> p.label)),
    DoubleColumn.create("data", n.parameters().stream().mapToDouble(p -> p.data)),
    DoubleColumn.create("grad", n.parameters().stream().mapToDouble(p -> p.grad)));
show(parameters);

// *Pause: which one matters most to the loss just now?*
//
// Sort by the size of the gradient.
parameters.addColumns(parameters.doubleColumn("grad").abs().setName("size"));
show(parameters.sortDescendingOn("size").first(5).setName("the five that matter most"));

// ## Recap
// - `parameters()` is the list of all that can be learned: 41 numbers here, billions in a large model.
// - Inputs and targets are not among them. They are what the network is to adapt to.
//
// ## Try it
// - Which parameter matters least? Is it stuck, with a gradient of nearly nothing?
//   ```java
//   var least = parameters.sortOn("size").row(0);
//   print(least.getString("name"), least.getDouble("grad"))  // ==> w[1,3,2] -0.00121…
//   ```
// - Set every parameter to 0, and its gradient too, since gradients add up. What does the network say? And which
//   parameters get a gradient? There is only one. Why?
//   ```java
//   for (Value p : n.parameters()) { p.data = 0; p.grad = 0; }
//   Value zero = n.predict(2, 3, -1);
//   zero.data                           // ==> 0.0
//   zero.backward();
//   for (Value p : n.parameters()) if (p.grad != 0) print(p);
//   // ==> Value(data=0.0, label=b[2,0])
//   ```
//
// ## Further
// - [torch.nn.Module](https://pytorch.org/docs/stable/generated/torch.nn.Module.html): PyTorch's `parameters()`, and how a
//   network finds its layers.
