// # 09 · backward for each operation
// Lecture [1:09:02](https://www.youtube.com/watch?v=VMj-3S1tku0&t=4142s)
//
// Going backwards by hand we used the same three rules over and over: one for `+`, one for `*`, one
// for `tanh`. Now each operation leaves its rule behind in its result, and all that is left to us is
// to call the rules, output first. The numbers will be those of chapter 08.
chapter("09-backward-per-op");

// ## An operation that knows its rule
// What does an operation know? Its inputs, its result, and its *local* derivatives. What it does not
// know is the rest of the graph, and it need not: all of that is summed up in one number, `out.grad`.
// The chain rule joins the two: local derivative times `out.grad`.
//
// The lecture's Python hangs a function on each result, `_backward`, which remembers the operands.
// Java's word for it is a lambda in a field of type `Runnable`; we call the field `rule`. An operation
// *sets* `out.rule`, and later we *call* it, `o.rule.run()`. It does nothing in a leaf, which has no
// inputs. What is new since chapter 03 is marked.
class Value implements Node {

    double data;
    double grad = 0;
    String label = "";
    final String op;
    final List<Value> children;
    Runnable rule = () -> {};                   // new: how to pass its gradient on

    Value(double data, String op, List<Value> children) {
        this.data = data;
        this.op = op;
        this.children = children;
    }

    Value(double data) {
        this(data, "", List.of());
    }

    Value(double data, String label) {
        this(data);
        this.label = label;
    }

    Value add(Value other) {                    // new: leaves its rule behind
        Value out = new Value(data + other.data, "+", List.of(this, other));
        out.rule = () -> {
            grad = 1.0 * out.grad;              // a plus hands its gradient on as it is
            other.grad = 1.0 * out.grad;
        };
        return out;
    }

    Value mul(Value other) {                    // new
        Value out = new Value(data * other.data, "*", List.of(this, other));
        out.rule = () -> {
            grad = other.data * out.grad;       // for each factor, the other one
            other.grad = data * out.grad;
        };
        return out;
    }

    Value tanh() {                              // new
        double t = StrictMath.tanh(data);
        Value out = new Value(t, "tanh", List.of(this));
        out.rule = () -> grad = (1 - t * t) * out.grad;
        return out;
    }

    Value label(String label) {
        this.label = label;
        return this;
    }

    public View view() { return new View(label, data, grad, op, children); }

    public String toString() {
        return "Value(data=" + data + (label.isEmpty() ? "" : ", label=" + label) + ")";
    }
}

// Why a lambda, and not just the numbers? For our operations two numbers, the local derivatives, would
// do (the finished engine keeps just those). But a rule can be anything, as long as it hands a gradient
// on: it is how PyTorch takes in operations that nobody has thought of yet.
//
// ## The neuron again
// The same neuron as in chapter 08, to the last digit of its bias.
Value x1 = new Value(2.0, "x1"), x2 = new Value(0.0, "x2");
Value w1 = new Value(-3.0, "w1"), w2 = new Value(1.0, "w2");
Value b = new Value(6.8813735870195432, "b");
Value x1w1 = x1.mul(w1).label("x1w1");
Value x2w2 = x2.mul(w2).label("x2w2");
Value x1w1x2w2 = x1w1.add(x2w2).label("x1w1 + x2w2");
Value n = x1w1x2w2.add(b).label("n");
Value o = n.tanh().label("o");
print("n =", n.data);
print("o =", o.data);

// *Pause: every `grad` is 0 at this moment. If we called `o.rule.run()` now, what would it pass on?*
o.rule.run();
print("n.grad =", n.grad);

// Nothing at all: half of 0 is 0. Somebody has to begin, and that is our one remaining duty. The
// output's derivative with respect to itself is 1.
o.grad = 1.0;
drawDot(o)

// ## One call after the other
// `o` came out of a `tanh`, so its rule multiplies by 1 − o², which is a half here (the last digit
// is a computer's rounding).
o.rule.run();
print("do/dn =", n.grad);

// `n` came out of a plus. Its gradient goes to both sides as it is.
n.rule.run();
print("do/d(x1w1 + x2w2) =", x1w1x2w2.grad);
print("do/db =", b.grad);

// `b` is a leaf: calling it is allowed, and does nothing. Then another plus.
b.rule.run();
x1w1x2w2.rule.run();
print("do/d(x1w1) =", x1w1.grad);
print("do/d(x2w2) =", x2w2.grad);

// How far did we get? A picture is quicker to read than a list.
drawDot(o)

// *Pause: two products are left, x1·w1 = 2·(−3) and x2·w2 = 0·1. Which of the four gradients will be
// 0, and why?*
x2w2.rule.run();
x1w1.rule.run();
print("do/dx2 =", x2.grad);
print("do/dw2 =", w2.grad);
print("do/dx1 =", x1.grad);
print("do/dw1 =", w1.grad);

// `w2` of course: its factor is `x2`, which is 0, so at this input the neuron does not listen to it.
drawDot(o)

// The five results (and `b`, a leaf) were visited output first, each only once its own gradient was
// there. All of it in one table; compare it with chapter 08.
Value[] nodes = {o, n, b, x1w1x2w2, x1w1, x2w2, x1, w1, x2, w2};
Table gradients = Table.create("gradients",
    StringColumn.create("node", Stream.of(nodes).map(v -> v.label)),
    StringColumn.create("made by", Stream.of(nodes).map(v -> v.op)),
    DoubleColumn.create("data", Stream.of(nodes).mapToDouble(v -> v.data)),
    DoubleColumn.create("grad", Stream.of(nodes).mapToDouble(v -> v.grad)));
show(gradients);

// ## Recap
// - An operation computes its result and leaves behind how to go back: local derivative × `out.grad`.
// - It sees only its own neighbours. The chain rule does the rest, however large the graph is.
// - We still call the rules one by one, in an order that we work out ourselves.
//
// ## Try it
// - Build the end of the neuron anew, and call `n.rule` before `o.rule`. Which gradients will be missing?
//   ```java
//   Value n = x1w1x2w2.add(b).label("n"), o = n.tanh().label("o");
//   b.grad = 0; o.grad = 1;
//   n.rule.run(); o.rule.run();
//   print(n.grad, b.grad)               // ==> 0.4999… 0.0
//   ```
// - Give the class a `neg()` with a rule of its own: `/edit Value` opens it. What is the local derivative? The
//   old variables are null with their class, so make a new `a`.
//   ```java
//   /edit Value
//   Value a = new Value(2.0, "a"), m = a.neg();
//   m.grad = 1; m.rule.run();
//   a.grad                              // ==> -1.0
//   ```
//
// ## Further
// - [Automatic differentiation](https://en.wikipedia.org/wiki/Automatic_differentiation): what we do here is its *reverse*
//   mode; there is a forward one as well.
