package playmore.engine;

import static playmore.engine.Op.*;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A number that remembers how it was computed, and so can compute its derivatives with respect to its inputs.
 *
 * <pre>{@code
 * Value a = new Value(2.0, "a"), b = new Value(-3.0, "b");
 * Value c = a.mul(b).label("c");
 * c.backward();                   // now a.grad is dc/da = b, and b.grad is dc/db = a
 * }</pre>
 *
 * <p>A result keeps its operands and, for each of them, the <em>local derivative</em>: the derivative
 * of the result with respect to that operand alone. {@link Op} computes both, and {@link #backward} needs nothing
 * else. The local derivatives are computed together with the result: changing a leaf's {@code data} later
 * changes neither.
 *
 * <p>After Andrej Karpathy's micrograd; lecture 0:19:09 to 1:39:31.
 */
public final class Value implements Node {

    private static final Object WALK = new Object();    // the lock of every walk through values

    /** The number itself. */
    public double data;

    /** The derivative of the last {@link #backward}'s root with respect to this value. */
    public double grad;

    /** The name in pictures and tables; {@code ""} if there is none. */
    public String label;

    private final Op op;                   // null for a leaf
    private final Value left, right;       // the operands; null if there is none
    private final double dLeft, dRight;    // the local derivatives; dRight of a power is its exponent, to save memory
    private int uses;                      // during a walk: how often results still to be visited use this one

    /** A leaf: a number that was not computed from others. */
    public Value(double data) {
        this(data, "");
    }

    /** A leaf with a name. */
    public Value(double data, String label) {
        this.data = data;
        this.label = label == null ? "" : label;
        op = null;
        left = right = null;
        dLeft = dRight = 0;
    }

    /** The result of an operation on two values or, if {@code right} is null, on one value and the number {@code k}. */
    private Value(Op op, Value left, Value right, double k) {
        this.op = op;
        this.left = left;
        this.right = right;
        label = "";
        double x = left.data, y = right == null ? k : right.data, out = op.forward(x, y);
        data = out;
        dLeft = op.dx(x, y, out);
        dRight = right == null ? k : op.dy(x, y, out);
    }

    // The primitive operations.

    /** a + b. Backward, both operands get the gradient of the sum as it is. */
    public Value add(Value other) { return new Value(ADD, this, given(other), 0); }

    /** a · b. Backward, each operand gets the gradient times the other operand's data. */
    public Value mul(Value other) { return new Value(MUL, this, given(other), 0); }

    /** This value raised to a constant power. Backward multiplies the gradient by k · aᵏ⁻¹. */
    public Value pow(double k)    { return new Value(POW, this, null, k); }

    /** e raised to this value. Backward multiplies the gradient by the result itself. */
    public Value exp()            { return new Value(EXP, this, null, 0); }

    /** The natural logarithm. Backward divides the gradient by this value's data. */
    public Value log()            { return new Value(LOG, this, null, 0); }

    /** The hyperbolic tangent t squashes into (-1, 1). Backward multiplies the gradient by 1 - t². */
    public Value tanh()           { return new Value(TANH, this, null, 0); }

    /** This value if it is positive, else 0. Backward, the gradient passes only if this value is positive. */
    public Value relu()           { return new Value(RELU, this, null, 0); }

    /** s = 1 / (1 + e⁻ᵃ) squashes into (0, 1). Backward multiplies the gradient by s · (1 - s). */
    public Value sigmoid()        { return new Value(SIGMOID, this, null, 0); }

    /** Any operation with one operand, {@code a.apply(Op.SIN)}, except a power, which needs an exponent. */
    public Value apply(Op op) {
        check(op);
        if (op.operands != 1 || op == POW) throw new IllegalArgumentException(op + " wants more than one number");
        return new Value(op, this, null, 0);
    }

    /** Any operation with two operands, {@code a.apply(Op.DIV, b)}. */
    public Value apply(Op op, Value other) {
        check(op);
        if (op.operands != 2) throw new IllegalArgumentException(op + " has one operand");
        return new Value(op, this, given(other), 0);
    }

    private static void check(Op op) {
        if (op == null) throw new IllegalArgumentException("There is no operation to apply: it is null");
    }

    // Operations composed of the primitive ones.

    /** -a, which is a · -1. */
    public Value neg()            { return mul(-1); }

    /** a - b, which is a + (-b). */
    public Value sub(Value other) { return add(given(other).neg()); }

    /** a / b, which is a · b⁻¹. */
    public Value div(Value other) { return mul(given(other).pow(-1)); }

    // Operations with plain numbers, which become leaves without a name: a.mul(2), or Value.sub(1, a) for 1 - a.

    /** a + constant. */
    public Value add(double constant) { return add(new Value(constant)); }
    /** a - constant, which is a + (-constant). */
    public Value sub(double constant) { return add(-constant); }
    /** a · constant. */
    public Value mul(double constant) { return mul(new Value(constant)); }
    /** a / constant, which is a · (1 / constant). */
    public Value div(double constant) { return mul(1 / constant); }

    /** constant + v. */
    public static Value add(double constant, Value v) { return new Value(constant).add(v); }
    /** constant - v. */
    public static Value sub(double constant, Value v) { return new Value(constant).sub(v); }
    /** constant · v. */
    public static Value mul(double constant, Value v) { return new Value(constant).mul(v); }
    /** constant / v. */
    public static Value div(double constant, Value v) { return new Value(constant).div(v); }

    /** The sum of the values, added from left to right; 0 if there are none. */
    public static Value sum(Iterable<Value> values) {
        Value sum = null;
        for (Value v : values) sum = sum == null ? given(v) : sum.add(v);
        return sum == null ? new Value(0) : sum;
    }

    /** The sum of the values, added from left to right; 0 if there are none. */
    public static Value sum(Value... values) { return sum(Arrays.asList(values)); }

    /** Rejects a null operand. */
    private static Value given(Value operand) {
        if (operand != null) return operand;
        throw new IllegalArgumentException("There is no number to compute with: the value is null");
    }

    /**
     * Computes the derivative of this value with respect to every value it was made from, and
     * <em>adds</em> it to that value's {@code grad}.
     *
     * <p>The gradients of intermediate results start from 0 each time, so a second call adds the same amount again
     * to the leaves, as in PyTorch; {@link #zeroGrad} clears them. There is no recursion, so the expression may be
     * as deep as you like.
     *
     * <p>Several threads may call this method and {@link #zeroGrad}, even on expressions that share values: one call
     * runs at a time, and no gradient is lost. Reading and writing {@code data} and {@code grad} directly is not
     * synchronized: wait until the calls of other threads have ended.
     *
     * <p>Lecture 1:17:32 (the order) and 1:22:30 (why gradients are added).
     */
    public void backward() {
        synchronized (WALK) { walk(true); }
    }

    /** Sets the gradient of this value, and of every value it was made from, to 0. */
    public void zeroGrad() {
        synchronized (WALK) { walk(false); }
    }

    /** Walks from this value to the leaves and adds to each gradient by the chain rule, or sets all of them to 0. */
    private void walk(boolean adds) {
        Stack open = new Stack();
        try {
            countUses(open);
            grad = adds ? grad + 1 : 0;
            // The reverse of the lecture's topological order: each result comes after everything that uses it.
            for (Value v = this; v != null; v = open.pop()) {
                if (v.left != null)  v.left.take(adds ? v.left.grad + v.op.chain(v.dLeft, v.grad) : 0, open);
                if (v.right != null) v.right.take(adds ? v.right.grad + v.op.chain(v.dRight, v.grad) : 0, open);
            }
        } catch (Throwable stopped) {      // Ctrl-C at the prompt may stop a walk anywhere
            for (Node v : Graph.of(this, Integer.MAX_VALUE).origins()) ((Value) v).uses = 0;
            throw stopped;
        }
    }

    /** Counts how often each result is used in this expression, and sets its gradient to 0. */
    private void countUses(Stack open) {
        for (Value v = this; v != null; v = open.pop()) {
            if (!v.isLeaf()) v.grad = 0;
            if (v.left != null  && !v.left.isLeaf()  && v.left.uses++ == 0)  open.push(v.left);
            if (v.right != null && !v.right.isLeaf() && v.right.uses++ == 0) open.push(v.right);
        }
    }

    /** Sets the gradient after one use; after the last one, this value is the next to be visited. */
    private void take(double gradient, Stack open) {
        grad = gradient;
        if (!isLeaf() && --uses == 0) open.push(this);
    }

    /** Values that are still to be visited. */
    private static final class Stack {

        private Value[] values = new Value[64];
        private int size;

        void push(Value v) {
            if (size == values.length) values = Arrays.copyOf(values, 2 * size);
            values[size++] = v;
        }

        Value pop() { return size == 0 ? null : values[--size]; }
    }

    /** Whether this value is an input, a parameter or a constant, and not the result of an operation. */
    public boolean isLeaf() { return left == null; }

    /** The operands in their order; a value that is used twice appears twice. */
    public List<Value> children() {
        if (left == null) return List.of();
        return right == null ? List.of(left) : List.of(left, right);
    }

    /** The name of the operation that made this value, {@code "**3"} for a power; {@code ""} for a leaf. */
    public String op() {
        if (op != POW) return op == null ? "" : op.symbol;
        return op.symbol + (dRight == (int) dRight && Math.abs(dRight) < 1e6 ? "" + (int) dRight : "" + dRight);
    }

    /** The operation that made this value; empty for a leaf. */
    public Optional<Op> operation() { return Optional.ofNullable(op); }

    /** The exponent if this value is a power, else 0. */
    public double exponent() { return op == POW ? dRight : 0; }

    /** Names this value and returns it: {@code a.mul(b).label("e")}. */
    public Value label(String label) {
        this.label = label == null ? "" : label;
        return this;
    }

    @Override public View view() { return new View(label, data, grad, op(), children()); }

    @Override public String toString() {
        return "Value(data=" + data + (label == null || label.isEmpty() ? "" : ", label=" + label) + ")";
    }
}
