package playmore.engine;

import static playmore.engine.Op.*;

import java.util.Arrays;
import java.util.List;

/**
 * A number that remembers how it was computed, so that it can say how it depends on what went in.
 *
 * <pre>{@code
 * Value a = new Value(2.0, "a"), b = new Value(-3.0, "b");
 * Value c = a.mul(b).label("c");
 * c.backward();                   // now a.grad is dc/da = b, and b.grad is dc/db = a
 * }</pre>
 *
 * <p>A result keeps its operands, and for each of them the <em>local derivative</em>, the derivative
 * of the result with respect to that operand alone; {@link Op} knows both of every operation.
 * {@link #backward} needs nothing else. The local derivatives are fixed when the result is: changing
 * a leaf's {@code data} later changes no result that exists already.
 *
 * <p>After Andrej Karpathy's micrograd; lecture 0:19:09 to 1:39:31.
 */
public final class Value implements Node {

    private static final Object WALK = new Object();    // a thread that walks through values holds it

    /** The number itself. */
    public double data;

    /** The derivative of the last {@link #backward}'s root with respect to this value. */
    public double grad;

    /** A name for pictures and tables; {@code ""} where there is none. */
    public String label;

    private final Op op;                   // null for a leaf
    private final Value left, right;       // the operands; null where there is none
    private final double dLeft, dRight;    // the local derivatives; of a power, dRight is the exponent
    private int uses;                      // of a result, by others that still have their turn in backward

    /** A leaf: a number that nothing computed. */
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

    /** The result of an operation: of two values, or, where {@code right} is null, of one and the number {@code k}. */
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

    /** a + b. Backward, each of the two gets the gradient of the sum as it is. */
    public Value add(Value other) { return new Value(ADD, this, given(other), 0); }

    /** a · b. Backward, each of the two gets the gradient times the other one's data. */
    public Value mul(Value other) { return new Value(MUL, this, given(other), 0); }

    /** This value raised to a constant power. Backward multiplies the gradient by k · aᵏ⁻¹. */
    public Value pow(double k)    { return new Value(POW, this, null, k); }

    /** e raised to this value. Backward multiplies the gradient by the result itself. */
    public Value exp()            { return new Value(EXP, this, null, 0); }

    /** The natural logarithm. Backward divides the gradient by this value's data. */
    public Value log()            { return new Value(LOG, this, null, 0); }

    /** The hyperbolic tangent t squashes into (-1, 1). Backward multiplies the gradient by 1 - t². */
    public Value tanh()           { return new Value(TANH, this, null, 0); }

    /** This value where it is positive, else 0. Backward, the gradient passes or it does not. */
    public Value relu()           { return new Value(RELU, this, null, 0); }

    /** s = 1 / (1 + e⁻ᵃ) squashes into (0, 1). Backward multiplies the gradient by s · (1 - s). */
    public Value sigmoid()        { return new Value(SIGMOID, this, null, 0); }

    /** Any operation with one operand, {@code a.apply(Op.SIN)}; a power is none, as it wants an exponent too. */
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

    // The operations made of others.

    /** -a, which is a · -1. */
    public Value neg()            { return mul(-1); }

    /** a - b, which is a + (-b). */
    public Value sub(Value other) { return add(given(other).neg()); }

    /** a / b, which is a · b⁻¹. */
    public Value div(Value other) { return mul(given(other).pow(-1)); }

    // With plain numbers, which become leaves without a name: a.mul(2), and 1 - a is Value.sub(1, a).

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

    /** The sum of all the values, added from left to right; 0 where there are none. */
    public static Value sum(Iterable<Value> values) {
        Value sum = null;
        for (Value v : values) sum = sum == null ? given(v) : sum.add(v);
        return sum == null ? new Value(0) : sum;
    }

    /** The sum of all the values, added from left to right; 0 where there are none. */
    public static Value sum(Value... values) { return sum(Arrays.asList(values)); }

    /** An operand: where there should be one, null is none. */
    private static Value given(Value operand) {
        if (operand == null) throw new IllegalArgumentException("There is no number to compute with: the value is null");
        return operand;
    }

    /**
     * Computes the derivative of this value with respect to every value it was made from, and
     * <em>adds</em> it to that value's {@code grad}.
     *
     * <p>Results in between start from 0 each time, so a second call adds the same again to the
     * leaves, as in PyTorch; {@link #zeroGrad} clears. Depth is no limit: there is no recursion.
     *
     * <p>Several threads may call this and {@link #zeroGrad}, on expressions that share values, too: one walks at a
     * time, and no gradient is lost. What a thread reads or writes itself, {@code data} and {@code grad}, is not
     * guarded: let the walks of other threads end first.
     *
     * <p>Lecture 1:17:32 (order) and 1:22:30 (adding up).
     */
    public void backward() {
        synchronized (WALK) { walk(true); }
    }

    /** Sets the gradient of this value, and of every value it was made from, to 0. */
    public void zeroGrad() {
        synchronized (WALK) { walk(false); }
    }

    /** From this value to the leaves: {@code adds} what the chain rule gives to each gradient, or sets all to 0. */
    private void walk(boolean adds) {
        Stack open = new Stack();
        try {
            countUses(open);
            grad = adds ? grad + 1 : 0;
            // In order, the reverse of the lecture's topological order: a result's turn comes after all its uses.
            for (Value v = this; v != null; v = open.pop()) {
                if (v.left != null)  v.left.take(adds ? v.left.grad + v.op.chain(v.dLeft, v.grad) : 0, open);     // the chain rule
                if (v.right != null) v.right.take(adds ? v.right.grad + v.op.chain(v.dRight, v.grad) : 0, open);
            }
        } catch (Throwable stopped) {      // by Ctrl-C at the prompt
            for (Node v : Graph.of(this, Integer.MAX_VALUE).origins()) ((Value) v).uses = 0;
            throw stopped;
        }
    }

    /** Counts how often each result is an operand here, and sets its gradient to 0. */
    private void countUses(Stack open) {
        for (Value v = this; v != null; v = open.pop()) {
            if (!v.isLeaf()) v.grad = 0;
            if (v.left != null  && !v.left.isLeaf()  && v.left.uses++ == 0)  open.push(v.left);
            if (v.right != null && !v.right.isLeaf() && v.right.uses++ == 0) open.push(v.right);
        }
    }

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

    /** Whether nothing computed this value: an input, a parameter or a constant. */
    public boolean isLeaf() { return left == null; }

    /** The operands in their order; a value used twice is there twice. */
    public List<Value> children() {
        return left == null ? List.of() : right == null ? List.of(left) : List.of(left, right);
    }

    /** The name of the operation that made this value, {@code "**3"} for a power; {@code ""} for a leaf. */
    public String op() {
        if (op != POW) return op == null ? "" : op.symbol;
        return op.symbol + (dRight == (int) dRight && Math.abs(dRight) < 1e6 ? "" + (int) dRight : "" + dRight);
    }

    /** The operation that made this value; null for a leaf. */
    public Op operation() { return op; }

    /** The exponent, if this value is a power; else 0. */
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
