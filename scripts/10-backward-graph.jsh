// # 10 · backward for a whole graph
// Lecture [1:17:32](https://www.youtube.com/watch?v=VMj-3S1tku0&t=4652s)
//
// Calling every node's rule by name is no way to live. We let the computer find the order, come to one
// call that does it all, `o.backward()`, and then look closely at what happens if the order is wrong.
chapter("10-backward-graph");

// The neuron once more. To find an order we need only know what was made from what, which every `Value` of
// ours has told since chapter 03.
Value x1 = new Value(2.0, "x1"), x2 = new Value(0.0, "x2");
Value w1 = new Value(-3.0, "w1"), w2 = new Value(1.0, "w2");
Value b = new Value(6.8813735870195432, "b");
Value x1w1 = x1.mul(w1).label("x1w1");
Value x2w2 = x2.mul(w2).label("x2w2");
Value x1w1x2w2 = x1w1.add(x2w2).label("x1w1 + x2w2");
Value n = x1w1x2w2.add(b).label("n");
Value o = n.tanh().label("o");

// ## An order for the nodes
// *Pause: when may a node pass its gradient on? Say the rule in one sentence before you read on.*
//
// Once it has all of it: every node that used it must have had its turn. To lay out a graph in a
// line so that all arrows point the same way is called a *topological sort*. It is short: a node
// goes into the list after its children have gone in, and nobody goes in twice.
List<Node> topo = new ArrayList<>();
Set<Node> visited = new HashSet<>();

void build(Node v) {
    if (!visited.add(v)) return;
    for (Node child : v.view().children()) build(child);
    topo.add(v);
}

build(o);
print("topo =", topo.stream().map(v -> v.view().label()).toList());

// Inputs first, `o` last, and each node after the ones it was made from. (Java keeps the children in
// order, so this list is the same each time. There are other right ones: `b` could come first.)
//
// That works because nothing is made of itself. A value's children are there before it is, and
// `children` is `final`, so going down from child to child always ends at a leaf. In a graph with a
// cycle there would be no first one.
//
// *Pause: from which end must we walk the list?*
//
// From its end. `o` is the first to have its gradient, and in this direction every node comes after all that
// used it.
//
// ## One call for all
// The class as chapter 09 left it, with the sort and the walk moved into it: the method `backward()`.
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
            grad = 1.0 * out.grad;
            other.grad = 1.0 * out.grad;
        };
        return out;
    }

    Value mul(Value other) {
        Value out = new Value(data * other.data, "*", List.of(this, other));
        out.rule = () -> {
            grad = other.data * out.grad;
            other.grad = data * out.grad;
        };
        return out;
    }

    Value tanh() {
        double t = StrictMath.tanh(data);
        Value out = new Value(t, "tanh", List.of(this));
        out.rule = () -> grad = (1 - t * t) * out.grad;
        return out;
    }

    void backward() {                           // new: the whole walk
        List<Value> topo = new ArrayList<>();
        build(this, topo, new HashSet<>());
        Collections.reverse(topo);
        grad = 1.0;
        for (Value v : topo) v.rule.run();
    }

    static void build(Value v, List<Value> topo, Set<Value> visited) {     // new
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

// The neuron, new and with every gradient at 0.
Value x1 = new Value(2.0, "x1"), x2 = new Value(0.0, "x2");
Value w1 = new Value(-3.0, "w1"), w2 = new Value(1.0, "w2");
Value b = new Value(6.8813735870195432, "b");
Value x1w1 = x1.mul(w1).label("x1w1");
Value x2w2 = x2.mul(w2).label("x2w2");
Value x1w1x2w2 = x1w1.add(x2w2).label("x1w1 + x2w2");
Value n = x1w1x2w2.add(b).label("n");
Value o = n.tanh().label("o");
drawDot(o)

// And the one call that all of this was for.
o.backward();
drawDot(o)

//
print("o =", o.data);
print("do/dn =", n.grad);
print("do/db =", b.grad);
print("do/d(x1w1) =", x1w1.grad);
print("do/d(x2w2) =", x2w2.grad);
print("do/dx1 =", x1.grad);
print("do/dw1 =", w1.grad);
print("do/dx2 =", x2.grad);
print("do/dw2 =", w2.grad);

// Must it sort anew each time? The order is the same as long as the expression is, and one could keep it:
// that is what the tape of chapter 22 does.
//
// ## Why order matters, in three nodes
// This is what people ask about most, so let us look at it closely, where we can follow every
// number: b = a + a, then c = b + b. Then c = 4a, and the derivative dc/da must be 4.
Value a = new Value(3.0, "a");
Value b = a.add(a).label("b");
Value c = b.add(b).label("c");
print("c =", c.data);

// We do the walk by ourselves here. Every operation is a plus, so a node hands its own gradient,
// times 1, to each of its children; here that is the same child two times, and what arrives is put on
// top of what is there. We note what each node held when its turn came, beside what it needed (1 for `c`, 2 for
// `b`, 4 for `a`), and mark the first whose gradient was not complete by then.
Map<String, Double> needed = Map.of("c", 1.0, "b", 2.0, "a", 4.0);
String MARK = "<- goes wrong first";

Table walk(String title, Value... order) {
    List<Double> held = new ArrayList<>();
    List<String> verdict = new ArrayList<>();
    a.grad = 0; b.grad = 0; c.grad = 1;
    for (Value v : order) {
        boolean first = v.grad != needed.get(v.label) && !verdict.contains(MARK);
        held.add(v.grad);
        verdict.add(first ? MARK : "");
        for (Value child : v.children) child.grad = child.grad + v.grad;
    }
    return Table.create(title,
        StringColumn.create("turn of", Stream.of(order).map(v -> v.label)),
        DoubleColumn.create("held at its turn", held),
        DoubleColumn.create("needed",
            Stream.of(order).mapToDouble(v -> needed.get(v.label))),
        DoubleColumn.create("in the end", Stream.of(order).mapToDouble(v -> v.grad)),
        StringColumn.create("verdict", verdict));
}

// *Pause: `b` before `c`. What will `a` get?*
Table wrong = walk("wrong order", b, c, a);
print("wrong order b, c, a: a.grad =", a.grad);
show(wrong);

// `b` had its turn before `c` had given it anything. It passed on 0. Afterwards `b` did get its 2, and
// looks perfectly innocent in a picture; but its turn was over, and `a` is left with 0.
b.label("b: went too early");
drawDot(c)

// Now `c`, then `b`, then `a`: each node's gradient is complete when its turn comes.
b.label("b");
Table right = walk("right order", c, b, a);
print("right order c, b, a: a.grad =", a.grad);
show(right);

//
drawDot(c)

// *Pause: why sort at all? Could not each node pass its gradient on at once, whenever something
// arrives?*
void eager(Value v) {
    for (Value child : v.children) {
        child.grad = child.grad + v.grad;
        eager(child);
    }
}

a.grad = 0; b.grad = 0; c.grad = 1;
eager(c);
print("passing on at once: a.grad =", a.grad);

// 6! When the first 1 arrived, `b` passed it on (to `a` twice: 2). When the second arrived, `b` held 2
// and passed on all of it (4), so that the first 1 was counted again. A gradient must be complete
// before it travels. That is all there is to the order.
//
// ## Recap
// - A node may pass its gradient on only when it has all of it: after everyone who used it.
// - A topological sort finds such an order; backward walks it from the output to the inputs.
// - `backward()` does three things: sort, set the output's gradient to 1, call each node's rule.
//
// ## Try it
// - There are six orders of `a`, `b` and `c`. Which of them give `a` its 4? Guess, then ask `walk`:
//   ```java
//   show(walk("my order", a, c, b));
//   a.grad                              // ==> 4.0
//   ```
//   Why does it not matter when `a` has its turn?
// - Our `build` calls itself, once for each step down. How long a chain of `add`s can it sort?
//   ```java
//   Value s = a;
//   for (int i = 0; i < 100_000; i++) s = s.add(a);
//   try { s.backward(); } catch (StackOverflowError e) { print(e); }
//   // ==> java.lang.StackOverflowError
//   ```
//   Not this one. (The finished engine sorts without recursion.)
//
// ## Further
// - [Topological sorting](https://en.wikipedia.org/wiki/Topological_sorting): the depth-first way, which is ours, and Kahn's,
//   which counts uses, as the finished engine does.
