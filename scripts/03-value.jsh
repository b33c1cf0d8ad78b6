// # 03 · The core Value object
// Lecture [0:19:09](https://www.youtube.com/watch?v=VMj-3S1tku0&t=1149s)
//
// A neural network is a mathematical expression: data and weights go in, a prediction comes out. To
// find slopes in a large expression we must know how it was put together, and a plain `double`
// forgets that at once. So we build a number that remembers.
chapter("03-value");

// ## A number that remembers
// Here is the first version, whole. It holds one number. What is new is that each result also keeps
// the operation that made it and the values it was made from, its *children*.
//
// The engine that came with `startup.jsh` has a finished `Value`. From this cell on, ours takes its
// place, until the session ends. Each chapter is a session of its own: those that need no more than a
// `Value` that works use the engine's, and when ours has something to learn, from chapter 09 on, its
// chapter shows it whole again. By chapter 12 it can do the same.
class Value implements Node {

    double data;                      // the number itself
    double grad = 0;                  // how the output depends on it: 0 until we know
    String label = "";                // a name, for our eyes only
    final String op;                  // the operation that made it, "" if none did
    final List<Value> children;       // what it was made from, in order

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
        return new Value(data + other.data, "+", List.of(this, other));
    }

    Value mul(Value other) {
        return new Value(data * other.data, "*", List.of(this, other));
    }

    Value tanh() {
        return new Value(StrictMath.tanh(data), "tanh", List.of(this));
    }

    Value label(String label) {       // returns the value itself: a.mul(b).label("e")
        this.label = label;
        return this;
    }

    public View view() { return new View(label, data, grad, op, children); }

    public String toString() {
        return "Value(data=" + data + (label.isEmpty() ? "" : ", label=" + label) + ")";
    }
}

// Two lines of it are not about arithmetic. `toString` is what you see when a value is printed.
// `view` is how the class makes itself known to the drawing in the next chapter: it answers the one
// question of the small interface `Node`, "what do you hold at this moment?"
//
// ## Using it
// Values with names:
Value a = new Value(2.0, "a");
Value b = new Value(-3.0, "b");
Value c = new Value(10.0, "c");
print("a + b =", a.add(b));
print("a * b =", a.mul(b));

// In the lecture you see `a + b`. Python lets a class say what `+` means, and turns `a + b` into
// the call `a.__add__(b)` behind the scenes. Java has no such thing: `a.add(b)` is an ordinary
// call, and you see it for what it is. You can even hold the method in your hand:
BinaryOperator<Value> plus = Value::add;
print("by name =", plus.apply(a, b));

// ## What it remembers
// *Pause: take `d = a·b + c`. How many children does `d` have, and which?*
Value d = a.mul(b).add(c).label("d");
print("d =", d);
print("op =", d.op);
print("children =", d.children);

// Two: the product, −6, and `c`. The product in turn knows that it came from `a` and `b`, and those
// know that they came from nowhere: nothing computed them, they are the *leaves* of the expression.
// Each value holds the whole story of how it came to be.
//
// Note where that happens. `add` and `mul` pass `List.of(this, other)` to the constructor: the
// children are in order, and `x.add(x)` has `x` twice. Nobody has to keep the books on the side.
Value product = d.children.get(0);
print("product =", product, "made by", product.op, "from", product.children);

// ## A word about tanh
// `tanh` squashes any number into the range from −1 to 1; chapter 07 shows what for. The lecture
// computes it as `(e²ˣ − 1) / (e²ˣ + 1)`.
//
// *Pause: what does that formula give for `x = 400`?*
double byFormula(double x) {
    return (StrictMath.exp(2 * x) - 1) / (StrictMath.exp(2 * x) + 1);
}
print("0.5 by formula =", byFormula(0.5), " by Java's own =", StrictMath.tanh(0.5));
print("400 by formula =", byFormula(400), " by Java's own =", StrictMath.tanh(400));

// The formula is right on paper, but e⁸⁰⁰ is more than a `double` can hold. It becomes infinite,
// and infinity divided by infinity is not a number. The true answer is 1 to as many digits as we
// have. Java's own `tanh` knows that, so our class uses it; that of `StrictMath`, which unlike that of
// `Math` has the same last digit on every machine. (Python's `math.exp` would stop with an error
// there. Java goes on quietly with NaN, which is worse: the NaN spreads through everything after
// it.)
//
// ## Recap
// - A `Value` wraps one number and remembers the operation and the children that made it.
// - `a.add(b)` is Python's `a + b`; the result is a new value, `a` and `b` stay as they are.
// - `grad` is there already, and 0. Filling it in is what the coming chapters are about.
// - This `Value` is yours, and in your session stands before the kit's, which can do more. The coming chapters
//   use the kit's: at a prompt of your own, `/reset` brings it back.
//
// ## Try it
// - Build `(a·b + c)·a`, and walk down its children until you reach a leaf. Which way did we go here?
//   ```java
//   Value r = a.mul(b).add(c).mul(a)    // ==> Value(data=8.0)
//   r.children                          // ==> [Value(data=4.0), Value(data=2.0, label=a)]
//   r.children.get(0).children.get(1)   // ==> Value(data=10.0, label=c)
//   ```
// - Add a method `sub` to the class. What should `op` and the children be? `/edit` opens it to be changed. Once
//   you have the new class, the variables made of the old one are null: they belonged to a class that is gone. So
//   make `a` and `b` again.
//   ```java
//   /edit Value
//   Value a = new Value(2.0, "a"), b = new Value(-3.0, "b");
//   a.sub(b)                            // ==> Value(data=5.0)
//   ```
//
// ## Further
// - [engine.py](https://github.com/karpathy/micrograd/blob/master/micrograd/engine.py): the finished class in micrograd's own
//   Python, 94 lines.
