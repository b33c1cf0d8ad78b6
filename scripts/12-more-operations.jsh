// # 12 · Breaking up tanh
// Lecture [1:27:05](https://www.youtube.com/watch?v=VMj-3S1tku0&t=5225s)
//
// `tanh` is one block so far. We could as well build it of smaller ones: (e²ⁿ − 1) / (e²ⁿ + 1). For
// that we need constants, `exp`, division and subtraction. We think about each of them first, then write
// and check them all, and in the end the neuron made of small blocks has the very gradients of chapter 08.
chapter("12-more-operations");

// ## What is missing
// `a.add(1)` does not compile yet: 1 is a number, not a `Value`. The remedy is to wrap it, `new Value(1)`. A
// constant is then a leaf like any other, with a gradient that nobody asks for.
//
// *Pause: and 2 · a, with the constant on the left?*
//
// Python asks the 2 first (`2.__mul__(a)`), is refused, and then asks `a` through `__rmul__`, which
// the lecture defines. In Java `*` belongs to the language, and a 2 has no methods to call. But 2a is
// a·2, so nothing is missing. It is otherwise with 1 − a and 1/a, where the order matters. For them the
// class gets static methods, which take the constant and the value in the order in which we read them:
// `Value.sub(1, a)`, `Value.div(1, a)`.
//
// *Pause: what is the local derivative of eˣ?*
//
// eˣ itself, and that is what `out` holds. The shape is that of `tanh`: result, rule, done.
//
// *Pause: for a / b, need we write a rule at all?*
//
// a / b = a · b⁻¹, so a rule for powers gives division away, and squares too, which the loss will need. The
// exponent is a plain number: for a `Value` in the exponent we would owe it a gradient as well. The local
// derivative is k·aᵏ⁻¹. (It is a little less exact than dividing, since it rounds twice: the quotient may be
// off in its last digit. One rule less is worth that here.)
//
// In the same spirit −a is a · (−1), and a − b is a + (−b). No new rule at all.
//
// ## The class, with all of it
// So two operations with a rule of their own are new, `pow` and `exp`. The others are one line each. This
// is the class that will train a network.
class Value implements Node {

    double data;
    double grad = 0;
    String label = "";
    final String op;
    final List<Value> children;
    Runnable rule = () -> {};

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

    Value add(Value other) {
        Value out = new Value(data + other.data, "+", List.of(this, other));
        out.rule = () -> {
            grad += 1.0 * out.grad;
            other.grad += 1.0 * out.grad;
        };
        return out;
    }

    Value mul(Value other) {
        Value out = new Value(data * other.data, "*", List.of(this, other));
        out.rule = () -> {
            grad += other.data * out.grad;
            other.grad += data * out.grad;
        };
        return out;
    }

    Value tanh() {
        double t = StrictMath.tanh(data);
        Value out = new Value(t, "tanh", List.of(this));
        out.rule = () -> grad += (1 - t * t) * out.grad;
        return out;
    }

    // From here on new:

    Value pow(double k) {
        Value out = new Value(StrictMath.pow(data, k), "**" + k, List.of(this));
        out.rule = () -> grad += k * StrictMath.pow(data, k - 1) * out.grad;
        return out;
    }

    Value exp() {
        Value out = new Value(StrictMath.exp(data), "exp", List.of(this));
        out.rule = () -> grad += out.data * out.grad;
        return out;
    }

    Value neg()            { return mul(-1); }
    Value sub(Value other) { return add(other.neg()); }
    Value div(Value other) { return mul(other.pow(-1)); }

    Value add(double constant) { return add(new Value(constant)); }
    Value sub(double constant) { return add(-constant); }
    Value mul(double constant) { return mul(new Value(constant)); }
    Value div(double constant) { return mul(1 / constant); }

    static Value sub(double constant, Value v) { return new Value(constant).sub(v); }
    static Value div(double constant, Value v) { return new Value(constant).div(v); }

    // Up to here.

    void backward() {
        List<Value> topo = new ArrayList<>();
        build(this, topo, new HashSet<>());
        Collections.reverse(topo);
        for (Value v : topo) if (!v.children.isEmpty()) v.grad = 0;
        grad += 1.0;
        for (Value v : topo) v.rule.run();
    }

    static void build(Value v, List<Value> topo, Set<Value> visited) {
        if (!visited.add(v)) return;
        for (Value child : v.children) build(child, topo, visited);
        topo.add(v);
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

// Constants:
Value a = new Value(2.0, "a");
Value twice = a.mul(2);
twice.backward();
print("a + 1 =", a.add(1).data);
print("2 * a =", twice.data);
print("d(2a)/da =", a.grad);
print("1 - a =", Value.sub(1, a).data);
print("1 / a =", Value.div(1, a).data);

// `exp`, whose slope is itself:
Value a = new Value(2.0, "a");
Value y = a.exp();
y.backward();
print("exp 2 =", y.data);
print("d(exp a)/da =", a.grad);

// Division:
Value a = new Value(2.0, "a"), b = new Value(4.0, "b");
Value q = a.div(b).label("q");
q.backward();
print("2 / 4 =", q.data);
print("dq/da =", a.grad);
print("dq/db =", b.grad);
drawDot(q)

// dq/da should be 1/b = 0.25, and dq/db should be −a/b² = −0.125. Nobody told `div` so: the rules of
// `*` and of the power found it out together. And minus:
Value a = new Value(2.0, "a"), b = new Value(4.0, "b");
Value m = a.sub(b).label("m");
m.backward();
print("2 - 4 =", m.data);
print("dm/da =", a.grad);
print("dm/db =", b.grad);
print("-a =", a.neg().data);
drawDot(m)

// ## The neuron, of smaller blocks
// Everything up to `n` is as it was.
Value x1 = new Value(2.0, "x1"), x2 = new Value(0.0, "x2");
Value w1 = new Value(-3.0, "w1"), w2 = new Value(1.0, "w2");
Value b = new Value(6.8813735870195432, "b");
Value x1w1 = x1.mul(w1).label("x1w1");
Value x2w2 = x2.mul(w2).label("x2w2");
Value x1w1x2w2 = x1w1.add(x2w2).label("x1w1 + x2w2");
Value n = x1w1x2w2.add(b).label("n");

// Then, in place of `n.tanh()`, its formula.
//
// *Pause: `e` is used twice below. Which chapter do we owe it to that this works?*
Value e = n.mul(2).exp().label("e");
Value o = e.sub(1).div(e.add(1)).label("o");
o.backward();
print("e =", e.data);
print("o =", o.data);
drawDot(o)

// More nodes, the same function. Are the gradients from `n` on down those of chapter 08? Beside them, the
// neuron with `tanh` in one block.
Value[] small = {o, n, b, x1w1, x2w2, x1, w1, x2, w2};
double[] bySmallBlocks = Stream.of(small).mapToDouble(v -> v.grad).toArray();
for (Value v : small) v.grad = 0;
Value one = n.tanh().label("o");
one.backward();

//
Value[] large = {one, n, b, x1w1, x2w2, x1, w1, x2, w2};
Table twoWays = Table.create("tanh two ways",
    StringColumn.create("node", Stream.of(large).map(v -> v.label)),
    DoubleColumn.create("of small blocks", bySmallBlocks),
    DoubleColumn.create("in one block", Stream.of(large).mapToDouble(v -> v.grad)));
show(twoWays);

// How large a block is, is up to us: whatever you can differentiate on paper may be one operation.
// The formula is not always the better choice, by the way.
//
// *Pause: what is the tanh of 1000, and what does each of the two say?*
Value big = new Value(1000.0);
Value eBig = big.mul(2).exp();
print("tanh of 1000 by the formula", eBig.sub(1).div(eBig.add(1)).data);
print("tanh of 1000 in one block", big.tanh().data);

// e²⁰⁰⁰ is beyond the largest double, and infinity times zero is not a number. That is why our
// `tanh` asks `StrictMath.tanh`, which knows better.
//
// ## Recap
// - A new operation is a result and a local derivative. Nothing else in the program changes.
// - Many need no rule of their own: division is a power and a product, minus a sum and a product.
// - Small blocks or large ones: the chain rule gives the same gradients.
//
// ## Try it
// - Build 1 / (1 + e⁻ˣ), the sigmoid, of the blocks above. How steep is it at 0? Bump it, too.
//   ```java
//   Value x = new Value(0.0, "x");
//   Value.div(1, x.neg().exp().add(1)).backward();
//   x.grad                              // ==> 0.25
//   ```
// - An operation need not live in the class: its rule can be set from outside, `out.rule = () -> x.grad += …`.
//   Write `relu` so, the value itself where it is positive, else 0. What is its local derivative?
//   ```java
//   // your relu(Value x)
//   Value up = new Value(3.0), down = new Value(-3.0);
//   relu(up).add(relu(down)).backward();
//   print(up.grad, down.grad)           // ==> 1.0 0.0
//   ```
//
// ## Further
// - [`__rmul__` and its like](https://docs.python.org/3/reference/datamodel.html#object.__rmul__): how Python lets a number
//   stand on the left.
// - [Sigmoid function](https://en.wikipedia.org/wiki/Sigmoid_function): tanh, and the family it belongs to.
