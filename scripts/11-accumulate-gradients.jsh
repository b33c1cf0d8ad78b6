// # 11 · A bug: a node used twice
// Lecture [1:22:30](https://www.youtube.com/watch?v=VMj-3S1tku0&t=4950s)
//
// Our `backward()` passed every test so far, and it is wrong. It fails as soon as a value is used more
// than once. We shall see it fail, in the smallest example and in a larger one, find out why, and mend
// it with very little.
chapter("11-accumulate-gradients");

// The class as chapter 10 left it, bug and all.
//
// *Pause: can you see where it is?*
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

    void backward() {
        List<Value> topo = new ArrayList<>();
        build(this, topo, new HashSet<>());
        Collections.reverse(topo);
        grad = 1.0;
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

// ## The smallest failure
// b = a + a.
//
// *Pause: what is db/da? And what will our class say?*
Value a = new Value(3.0, "a");
Value b = a.add(a).label("b");
b.backward();
print("overwritten: db/da =", a.grad);
drawDot(b)

// It should be 2, since b is 2a. Both sides of the plus are the same `a`: the rule of `add` sets `grad`
// to 1, and then sets `other.grad`, the very same field, to 1 again. Of two contributions one is lost.
//
// ## A larger failure
// Here `a` and `b` each go two ways, into a product and into a sum.
Value a = new Value(-2.0, "a"), b = new Value(3.0, "b");
Value d = a.mul(b).label("d");
Value e = a.add(b).label("e");
Value f = d.mul(e).label("f");
f.backward();
print("f =", f.data);
drawDot(f)

// It looks plausible, as wrong gradients do. We need not believe it: bump `a` and `b` a little, up and
// down, and measure.
double f(double a, double b) { return (a * b) * (a + b); }

double h = 1e-5;
double bumpA = (f(-2 + h, 3) - f(-2 - h, 3)) / (2 * h);
double bumpB = (f(-2, 3 + h) - f(-2, 3 - h)) / (2 * h);

//
Table compare(String title, Value a, Value b, double bumpA, double bumpB) {
    return Table.create(title,
        StringColumn.create("node", "a", "b"),
        DoubleColumn.create("by backward", a.grad, b.grad),
        DoubleColumn.create("by bump", bumpA, bumpB),
        DoubleColumn.create("difference", a.grad - bumpA, b.grad - bumpB));
}
show(compare("overwritten", a, b, bumpA, bumpB));

// `e` had its turn first and gave both of them −6, which was right as far as it went. Then `d` had its
// turn, and wrote its own 3 and −2 over that.
//
// *Pause: how would you mend it?*
//
// A small change in `a` reaches `f` along both paths, and the effects add up (the chain rule for
// several variables says so). So contributions must add up too.
//
// ## The fix: +=
// Every rule now adds to what is there: one character, in five places. Since `grad` starts from 0, a
// node used once notices nothing.
//
// Adding raises a new question: what if `backward()` is called twice? Then the leaves should hold the
// same again on top, as in PyTorch. But the results in between must start afresh, or the second walk
// would carry the remains of the first. One new line in `backward()` sees to that; and the output's 1 is
// added, too, in case the output is itself a leaf.
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
            grad += 1.0 * out.grad;             // new: += here
            other.grad += 1.0 * out.grad;       // new: and here
        };
        return out;
    }

    Value mul(Value other) {
        Value out = new Value(data * other.data, "*", List.of(this, other));
        out.rule = () -> {
            grad += other.data * out.grad;      // new: and here
            other.grad += data * out.grad;      // new: and here
        };
        return out;
    }

    Value tanh() {
        double t = StrictMath.tanh(data);
        Value out = new Value(t, "tanh", List.of(this));
        out.rule = () -> grad += (1 - t * t) * out.grad;    // new: and here
        return out;
    }

    void backward() {
        List<Value> topo = new ArrayList<>();
        build(this, topo, new HashSet<>());
        Collections.reverse(topo);
        for (Value v : topo) if (!v.children.isEmpty()) v.grad = 0;     // new: afresh
        grad += 1.0;                                                    // new
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

// The smallest case first.
Value a = new Value(3.0, "a");
Value b = a.add(a).label("b");
b.backward();
print("accumulated: db/da =", a.grad);
drawDot(b)

// Then the larger one.
Value a = new Value(-2.0, "a"), b = new Value(3.0, "b");
Value d = a.mul(b).label("d");
Value e = a.add(b).label("e");
Value f = d.mul(e).label("f");
f.backward();
print("f =", f.data);
print("df/da =", a.grad);
print("df/db =", b.grad);
print("df/dd =", d.grad);
print("df/de =", e.grad);
drawDot(f)

//
show(compare("accumulated", a, b, bumpA, bumpB));

// ## Two more checks
// x·tanh(x) uses `x` once as a factor and once inside the `tanh`: different rules meet in one `grad`.
// By the product rule the derivative is tanh(x) + x·(1 − tanh(x)²).
Value x = new Value(0.5, "x");
Value y = x.mul(x.tanh().label("t")).label("y");
y.backward();
double t = StrictMath.tanh(0.5);
print("dy/dx =", x.grad);
print("by the product rule =", t + 0.5 * (1 - t * t));
drawDot(y)

// *Pause: `f` has gone back once. What are the gradients of `a` and `d` after a second time?*
f.backward();
print("after a second backward: df/da =", a.grad);
print("after a second backward: df/dd =", d.grad);

// The leaf `a` holds −3 twice. The result `d` started afresh and is right as before. Keep the first
// half in mind: a gradient that nobody sets back to 0 goes on growing. It will return as a bug in
// chapter 18.
//
// ## Turn it yourself
// Here is `f` to turn. Bring `b` down to 1: its gradient is 0 then.
live(f)

// *Pause: `b` goes into `d` and into `e`. How can its gradient be 0?*
//
// Its two contributions are 2, through `d`, and −2, through `e`: they cancel. With `=` one of them alone
// would stand there.
//
// ## Recap
// - A value used twice gets a gradient from each use, and they add up: `+=`.
// - A wrong gradient looks like any other number. Bump and compare.
// - `backward()` adds to what the leaves hold; to start anew is our job.
//
// ## Try it
// - x·x·x at 2. What should its gradient be? And what would `=` have given?
//   ```java
//   Value x = new Value(2.0, "x");
//   x.mul(x).mul(x).backward();
//   x.grad                              // ==> 12.0
//   ```
// - Take one `+=` back to `=`, in `tanh`. Then build x·tanh(x) anew. What is left of its gradient?
//   ```java
//   /edit Value
//   Value x = new Value(0.5, "x");
//   x.mul(x.tanh()).backward();
//   x.grad                              // ==> 0.3932…
//   ```
//
// ## Further
// - [The chain rule for several variables](https://en.wikipedia.org/wiki/Chain_rule#Multivariable_case): why contributions
//   along different paths add up.
