// # 13 · The same in PyTorch
// Lecture [1:39:31](https://www.youtube.com/watch?v=VMj-3S1tku0&t=5971s)
//
// PyTorch is what people train real networks with, and our `Value` is modelled on its `Tensor`. Here
// the same neuron runs in both: the real PyTorch, called from Java. Then every gradient is computed
// three ways, by us, by PyTorch and by measuring, and a table says how far apart they are.
chapter("13-pytorch");

// ## Our neuron, once more
Value x1 = new Value(2.0, "x1"), x2 = new Value(0.0, "x2");
Value w1 = new Value(-3.0, "w1"), w2 = new Value(1.0, "w2");
Value b = new Value(6.8813735870195432, "b");
Value x1w1 = x1.mul(w1).label("x1w1");
Value x2w2 = x2.mul(w2).label("x2w2");
Value x1w1x2w2 = x1w1.add(x2w2).label("x1w1x2w2");
Value n = x1w1x2w2.add(b).label("n");
Value o = n.tanh().label("o");
o.backward();

print("o =", o.data);
for (Value v : List.of(x1, w1, x2, w2, b)) print(v.label + ".grad =", v.grad);
drawDot(o)

// ## The same words
// Most of what we built has its name from PyTorch. The Python is the lecture's; from Java, PyTorch is
// reached through DJL, the Deep Java Library, whose tensors are called `NDArray`.
Table words = Table.create("the same words",
    StringColumn.create("to",
        "make a number", "ask for its gradient", "multiply",
        "squash", "walk back", "read a gradient", "read a number"),
    StringColumn.create("here",
        "new Value(2.0)", "(always on)", "x1.mul(w1)",
        "n.tanh()", "o.backward()", "x1.grad", "o.data"),
    StringColumn.create("PyTorch in Python",
        "torch.tensor(2.0)", "x1.requires_grad = True", "x1 * w1",
        "n.tanh()", "o.backward()", "x1.grad.item()", "o.item()"),
    StringColumn.create("PyTorch in Java",
        "torch.create(2.0)", "x1.setRequiresGradient(true)", "x1.mul(w1)",
        "n.tanh()", "graph.backward(o)", "x1.getGradient()", "o.getDouble()"));
show(words);

// Three things differ, all for the sake of speed:
//
// - **A tensor holds many numbers**, in a box of any number of dimensions, where a `Value` holds one.
//   One operation on a tensor does a whole layer's work at once. Ours have one number each, to compare.
// - **Numbers are float32 unless you say otherwise**: half the memory, half the digits. Python's and
//   Java's own are float64 (`double`).
// - **Gradients are off unless you ask** for them, tensor by tensor. Data needs none; weights do.
//
// ## The neuron in PyTorch
// This is the whole of it, as it stands in `src/main/java/playmore/pytorch/TorchNeuron.java`. The
// `manager` of DJL, here `torch`, makes the tensors and frees their memory at the end of the `try`;
// while the gradient collector, here `graph`, is open, PyTorch writes down what it computes.
//
// ```java
// Map<String, Double> neuron(String dtype) {
//     try (NDManager torch = PyTorch.newManager();
//          GradientCollector graph = torch.getEngine().newGradientCollector()) {
//         DataType type = DataType.valueOf(dtype.toUpperCase(Locale.ROOT));
//         NDArray x1 = leaf(torch, 2.0, type), x2 = leaf(torch, 0.0, type);
//         NDArray w1 = leaf(torch, -3.0, type), w2 = leaf(torch, 1.0, type);
//         NDArray b = leaf(torch, 6.8813735870195432, type);
//
//         NDArray n = x1.mul(w1).add(x2.mul(w2)).add(b);
//         NDArray o = n.tanh();
//         graph.backward(o);
//
//         Map<String, Double> result = new LinkedHashMap<>();
//         result.put("o", item(o));
//         result.put("x1.grad", item(x1.getGradient()));
//         result.put("w1.grad", item(w1.getGradient()));
//         result.put("x2.grad", item(x2.getGradient()));
//         result.put("w2.grad", item(w2.getGradient()));
//         result.put("b.grad", item(b.getGradient()));
//         return result;
//     }
// }
//
// NDArray leaf(NDManager torch, double data, DataType type) {
//     NDArray leaf = torch.create(data).toType(type, false);
//     leaf.setRequiresGradient(true);
//     return leaf;
// }
//
// double item(NDArray tensor) {
//     return tensor.toType(DataType.FLOAT64, false).getDouble();
// }
// ```
//
// Is PyTorch here? It is a big download, so this kit also works without. Then the rest of this
// chapter shows our numbers alone.
import playmore.pytorch.*;
boolean there = PyTorch.isAvailable();
print(there ? "PyTorch " + PyTorch.version() + " runs here." : PyTorch.missing());

// *Pause: to how many digits will PyTorch's numbers be ours?*
Map<String, Double> torch = there ? TorchNeuron.neuron("float64") : Map.of();
torch.forEach((name, number) -> print("PyTorch:", name, "=", number));

// To the last one, or nearly: the same operations in the same order round the same way, up to the last
// bit of a tanh.
//
// ## What float32 costs
// That was float64, because we said so. What does PyTorch take by itself? Let it divide two whole numbers,
// `torch.create(1).div(torch.create(2))`, and look at the type of the result.
if (there) print("PyTorch chose", TorchNeuron.defaultType());

// float32 has 24 bits for the digits of a number, about 7 decimals, where float64 has 53 bits, almost 16. For
// a network that is plenty: its gradients are a rough hint of where to step, and twice as many numbers
// fit into the same memory.
Map<String, Double> single = there ? TorchNeuron.neuron("float32") : Map.of();
single.forEach((name, number) ->
    print("float32:", name, "=", number,
        " off by", Math.abs(number - torch.get(name))));

// ## Every gradient, three ways
// The third way trusts nobody's calculus. Add a little h to one node, compute `o`, then take a little
// away: the slope in between is (o(+h) − o(−h)) / 2h. Bumping both ways is called the *symmetric*
// difference. What is curved about the function then cancels out, and the error shrinks with h²
// instead of h: with the one-sided bump of chapter 01 you would see five right digits, now ten.
double output(String bumped, double h) {
    ToDoubleFunction<String> bump = node -> node.equals(bumped) ? h : 0;
    double x1 = 2.0 + bump.applyAsDouble("x1"), x2 = 0.0 + bump.applyAsDouble("x2");
    double w1 = -3.0 + bump.applyAsDouble("w1"), w2 = 1.0 + bump.applyAsDouble("w2");
    double b = 6.8813735870195432 + bump.applyAsDouble("b");
    double x1w1 = x1 * w1 + bump.applyAsDouble("x1w1");
    double x2w2 = x2 * w2 + bump.applyAsDouble("x2w2");
    double x1w1x2w2 = x1w1 + x2w2 + bump.applyAsDouble("x1w1x2w2");
    double n = x1w1x2w2 + b + bump.applyAsDouble("n");
    return StrictMath.tanh(n) + bump.applyAsDouble("o");
}

double slope(String node) {
    double h = 1e-5;
    return (output(node, h) - output(node, -h)) / (2 * h);
}
print("do/dn by symmetric bump =", slope("n"));

// PyTorch keeps gradients for the leaves only, those that we asked for; what lies between is thrown
// away on the way back, once it has been passed on. (In Python `retain_grad()` keeps it. DJL has no
// such thing.) So `TorchNeuron.everyGradient` borrows the idea of the bump: it adds to each node a *zero* that
// PyTorch shall differentiate by. It changes no number, and its gradient is the gradient of the node.
List<Value> nodes = List.of(x1, w1, x2, w2, b, x1w1, x2w2, x1w1x2w2, n, o);
String[] names = nodes.stream().map(v -> v.label).toArray(String[]::new);
double[] ours = nodes.stream().mapToDouble(v -> v.grad).toArray();
double[] bumped = Stream.of(names).mapToDouble(name -> slope(name)).toArray();
Map<String, Double> everyGradient = there ? TorchNeuron.everyGradient() : Map.of();
double[] torchs = Stream.of(names).mapToDouble(name ->
    everyGradient.getOrDefault(name, Double.NaN)).toArray();

double largest(double[] a, double[] b) {
    return IntStream.range(0, a.length)
        .mapToDouble(i -> Math.abs(a[i] - b[i])).max().getAsDouble();
}

// One row a node, one column a way. Where PyTorch is not here, it has no column.
Table threeWays = Table.create("gradients three ways",
    StringColumn.create("node", names),
    DoubleColumn.create("data", nodes.stream().mapToDouble(v -> v.data).toArray()),
    DoubleColumn.create("ours", ours));
if (there) threeWays.addColumns(DoubleColumn.create("PyTorch", torchs));
threeWays.addColumns(DoubleColumn.create("by bump", bumped));
double[] spread = IntStream.range(0, names.length).mapToDouble(i ->
    Math.max(Math.abs(ours[i] - bumped[i]),
        there ? Math.abs(ours[i] - torchs[i]) : 0)).toArray();
threeWays.addColumns(DoubleColumn.create("largest difference", spread));
show(threeWays);

// Our bump is good to about ten digits, so it cannot tell more than that. PyTorch can: a difference
// there would be a mistake in our chain rule, or in theirs.
if (there) print("largest difference from PyTorch =", largest(ours, torchs));
print("largest difference from the bump =", largest(ours, bumped));
boolean right = largest(ours, bumped) < 1e-6 &&
    (!there || largest(ours, torchs) < 1e-12);
print("Verdict:", !right ? "they differ: somebody is wrong."
    : there ? "three ways, one answer."
    : "two ways, one answer; the third, PyTorch, is not here.");

// ## Recap
// - `Value` is a PyTorch tensor of one number: the same words, the same graph, the same gradients.
// - PyTorch adds size and speed: many numbers a tensor, float32, gradients only where you ask.
// - Three independent ways agree in every node. A gradient checked like this can be trusted.
//
// ## Try it
// - Use PyTorch yourself. What is the slope of x³ at 3? And what does our `Value` say?
//   ```java
//   import ai.djl.ndarray.*; import ai.djl.training.*;
//   try (var manager = PyTorch.newManager();
//        var graph = manager.getEngine().newGradientCollector()) {
//       var x = manager.create(3.0);
//       x.setRequiresGradient(true);
//       graph.backward(x.mul(x).mul(x));
//       print(x.getGradient().getDouble());     // ==> 27.0
//   }
//   Value x = new Value(3.0, "x");
//   x.mul(x).mul(x).backward();
//   x.grad                                      // ==> 27.0
//   ```
// - Bump `n` by a smaller and smaller h. When does it stop getting better, and why (chapter 01)?
//   ```java
//   for (double h : new double[] {1e-2, 1e-4, 1e-6, 1e-8, 1e-10, 1e-12})
//       print(h, (output("n", h) - output("n", -h)) / (2 * h));
//   // ==> 0.01 0.500008…
//   // ==> 1.0E-4 0.5000000008…
//   // ==> 1.0E-6 0.49999999995…
//   // ==> 1.0E-8 0.50000000…
//   // ==> 1.0E-10 0.5000000…
//   // ==> 1.0E-12 0.50004…
//   ```
//
// ## Further
// - [`_tensor.py`](https://github.com/pytorch/pytorch/blob/main/torch/_tensor.py): the class in which PyTorch's `backward` begins.
// - [Autograd mechanics](https://pytorch.org/docs/stable/notes/autograd.html): leaves, graphs and stale gradients, in PyTorch's
//   own words.
// - [DJL](https://djl.ai/), which brings PyTorch to Java.
