// # 21 · Next steps: exercises
// Lecture [2:21:10](https://www.youtube.com/watch?v=VMj-3S1tku0&t=8470s)
//
// Now it is your turn. Each exercise leaves a blank, `___`, and has a check that measures your answer by
// finite differences: it says that it is right, or which node is wrong, and what is likely to be the
// cause. Nothing is graded, and nothing breaks.
//
// Open this chapter at the prompt with the command `shell 21`. Type a method anew, your answer in place of the
// blank, then call its check, `check1()`. If you are stuck, `solution(1)` shows one way.
chapter("21-exercises");
import playmore.lesson.*;
import static playmore.lesson.Solution.solution;
double ___ = Double.NaN;        // a blank: not a number yet

// ## The Value to work with
// This is the Value you built by chapter 12, with `log` added to it.
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

    Value log() {                               // new
        Value out = new Value(StrictMath.log(data), "log", List.of(this));
        out.rule = () -> grad += 1 / data * out.grad;
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

// ## How an exercise works
// Say that you are to add the operation `square`. What it computes is there; the backward rule has a blank.
Value square(Value x) {
    Value out = new Value(x.data * x.data, "square", List.of(x));
    out.rule = () -> x.grad += ___ * out.grad;
    return out;
}

// The check wants a real expression: L = x²·x, in which x is used twice.
Verdict checkSquare() {
    Value x = new Value(3.0, "x");
    Value L = square(x).label("s").mul(x).label("L");
    L.backward();
    return BackwardCheck.of(L, "square", v -> v * v);
}
print(checkSquare());

// First try.
//
// *Pause: what is wrong with it? The derivative of x² really is 2x.*
Value square(Value x) {
    Value out = new Value(x.data * x.data, "square", List.of(x));
    out.rule = () -> x.grad = 2 * x.data * out.grad;
    return out;
}
print(checkSquare());

// Chapter 11 again. With `+=` it is right:
Value square(Value x) {
    Value out = new Value(x.data * x.data, "square", List.of(x));
    out.rule = () -> x.grad += 2 * x.data * out.grad;
    return out;
}
print(checkSquare());

// ## Exercise 1: a gradient by hand
// The function is f(a, b, c) = a·b² + e⁻ᵃ − b/c. With paper and pencil: how fast does it grow with a, with b,
// with c? Write the three formulas; the check puts in a = 3, b = −5, c = 0.25, and other numbers after that.
double[] gradient(double a, double b, double c) {
    return new double[] {
        ___,        // df/da
        ___,        // df/db
        ___         // df/dc
    };
}

//
Verdict check1() { return GradientByHand.check((a, b, c) -> gradient(a, b, c)); }
print("1.", check1());

// ## Exercise 2: the same without paper
// A computer needs no formula: it bumps x by h and looks what becomes of f. `f.applyAsDouble(x)` is f(x).
double slope(DoubleUnaryOperator f, double x, double h) {
    return ___;
}

//
Verdict check2() { return SlopeByBump.check((f, x, h) -> slope(f, x, h)); }
print("2.", check2());

// ## Exercise 3: bump both ways
// On one side, the error shrinks with h: a tenth of h, a tenth of the error. Bump x up and down, and it shrinks
// with h²: a tenth of h, a hundredth of the error.
double symmetricSlope(DoubleUnaryOperator f, double x, double h) {
    return ___;
}

//
Verdict check3() {
    return SlopeByBump.checkSymmetric((f, x, h) -> symmetricSlope(f, x, h));
}
print("3.", check3());

// ## Exercise 4: a loss for choosing one of many
// A network that chooses among four answers has four outputs, the *logits*, any numbers. *Softmax* makes
// probabilities of them: e to the power of each, divided by the sum of these. The loss is the *negative log
// likelihood*: minus the logarithm of the probability of the right answer. It is 0 where the network is sure and
// right, and large where it is sure and wrong. Language models are trained with it.
Value negativeLogLikelihood(List<Value> logits, int answer) {
    return new Value(___);      // of Values all the way: exp, add, div, log, neg
}

//
Value lossOf(int answer, double... numbers) {
    List<Value> logits = new ArrayList<>();
    for (double x : numbers) logits.add(new Value(x, "logit " + logits.size()));
    Value loss = negativeLogLikelihood(logits, answer);
    if (loss != null) loss.label("loss").backward();
    return loss;
}
Verdict check4() {
    return NegativeLogLikelihood.check((answer, numbers) -> lossOf(answer, numbers));
}
print("4.", check4());

// When it is right, `drawDot(lossOf(2, 1, -2, 0.5, 3))` shows something remarkable: the gradient of a logit is its
// probability, less 1 if it is the right answer.
//
// ## Exercise 5: an operation of your own
// PyTorch has hundreds of operations, and every one is such a brick: a result and a local derivative. Here is
// *swish*, x·σ(x) with σ(x) = 1 / (1 + e⁻ˣ), a smooth ReLU. Its derivative has two terms, by the product rule; the
// one of σ(x) is σ(x)·(1 − σ(x)).
Value swish(Value x) {
    double s = 1 / (1 + StrictMath.exp(-x.data));
    Value out = new Value(x.data * s, "swish", List.of(x));
    out.rule = () -> x.grad += ___ * out.grad;
    return out;
}

//
Value swishes() {
    Value x = new Value(1.5, "x"), y = new Value(-2.0, "y"), s = swish(x), t = swish(y);
    if (s == null || t == null) return null;
    Value L = t.label("t").mul(s.label("s")).add(x).label("L");
    L.backward();
    return L;
}
Verdict check5() { return Swish.check(() -> swishes()); }
print("5.", check5());

// What swish looks like, beside ReLU:
double[] at = IntStream.range(-50, 51).mapToDouble(i -> i / 10.0).toArray();
plot("swish and relu", "x", "y",
    line("swish", at, DoubleStream.of(at).map(x -> swish(new Value(x)).data).toArray()),
    line("relu", at, DoubleStream.of(at).map(x -> Math.max(0, x)).toArray()))

// ## Exercise 6: the right order
// Be `backward()` yourself. The rules of o = tanh(f), f = d·e, d = a·b and e = a + b are all right. In which order
// must they run, so that every gradient is complete before it is passed on?
Value a, b, d, e, f, o;
List<Value> order() {
    return List.of();           // o, f, d and e, in the right order
}

//
Verdict check6() {
    a = new Value(-0.5, "a");
    b = new Value(1.5, "b");
    d = a.mul(b).label("d");
    e = a.add(b).label("e");
    f = d.mul(e).label("f");
    o = f.tanh().label("o");
    o.grad = 1.0;
    return RightOrder.check(o, () -> order(), v -> v.rule.run());
}
print("6.", check6());
drawDot(o)

// ## Your score
List<Verdict> checks() {
    return List.of(check1(), check2(), check3(), check4(), check5(), check6());
}
print("solved =", checks().stream().filter(verdict -> verdict.right()).count(), "of 6");

// ## Recap
// - A gradient can be derived, or measured. Derive it for speed, measure it for safety.
// - A loss of softmax and logarithm is made of the operations that you have.
// - Whoever adds an operation owes it one thing: the local derivative, added up, times `out.grad`.
//
// ## Try it
// - Break a rule of `add`, `mul` or `tanh` in the class `Value`: a `+=`, or a sign. In the expression below each of
//   them has operands that are used again. Does the check find your mistake?
//   ```java
//   /edit Value
//   Value x = new Value(0.5, "x"), y = new Value(-3.0, "y");
//   Value L = x.mul(y).add(x.add(y)).add(x.tanh()).mul(x).mul(y).label("L");
//   L.backward();
//   BackwardCheck.of(L)
//   // ==> Wrong: …
//   ```
// - Write an operation `sin`, and check it. What is its local derivative?
//   ```java
//   // your sin(Value x)
//   Value x = new Value(0.5, "x"), L = sin(x).mul(x).label("L");
//   L.backward();
//   BackwardCheck.of(L, "sin", v -> Math.sin(v))    // ==> Right: …
//   ```
//
// ## Further
// - [BinaryOpsKernel.cpp](https://github.com/pytorch/pytorch/blob/main/aten/src/ATen/native/cpu/BinaryOpsKernel.cpp): PyTorch's
//   `tanh_backward_kernel` has our rule at its heart.
// - [The lecture's own exercises](https://colab.research.google.com/drive/1FPTx1RXtBfc4MaTkf7viZZD4U2F9gtKN?usp=sharing), in Python.
