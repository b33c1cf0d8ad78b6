package playmore.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A number that remembers how it was computed, so that it can say how it depends on what went in.
 *
 * <pre>{@code
 * Value a = new Value(2.0, "a"), b = new Value(-3.0, "b");
 * Value c = a.mul(b).label("c");
 * c.backward();                   // now a.grad is dc/da = b, and b.grad is dc/db = a
 * }</pre>
 *
 * <p>Every operation has the same shape: the result, the name, then each operand with its
 * <em>local derivative</em>, the derivative of the result with respect to that operand alone.
 * {@link #backward} needs nothing else. The local derivatives are fixed when the result is: changing
 * a leaf's {@code data} later changes no result that exists already.
 *
 * <p>After Andrej Karpathy's micrograd; lecture 0:19:09 to 1:39:31.
 */
public final class Value implements Node {

    private static final AtomicInteger WALKS = new AtomicInteger();

    /** The number itself. */
    public double data;

    /** The derivative of the last {@link #backward}'s root with respect to this value. */
    public double grad;

    /** A name for pictures and tables; {@code ""} where there is none. */
    public String label;

    private final String op;
    final Value left, right;               // the operands; null where there is none
    private final double dLeft, dRight;    // the local derivatives
    private int walk;                      // the last walk that came by, and the uses it counted
    int uses;

    /** A leaf: a number that nothing computed. */
    public Value(double data) {
        this(data, "");
    }

    /** A leaf with a name. */
    public Value(double data, String label) {
        this(data, "", null, 0, null, 0);
        this.label = label;
    }

    private Value(double data, String op, Value operand, double dOperand) {
        this(data, op, operand, dOperand, null, 0);
    }

    private Value(double data, String op, Value left, double dLeft, Value right, double dRight) {
        this.data = data;
        this.label = "";
        this.op = op;
        this.left = left;
        this.dLeft = dLeft;
        this.right = right;
        this.dRight = dRight;
    }

    // The primitive operations.

    public Value add(Value other) {
        return new Value(data + other.data, "+", this, 1, other, 1);
    }

    public Value mul(Value other) {
        return new Value(data * other.data, "*", this, other.data, other, data);
    }

    /** This value raised to a constant power. */
    public Value pow(double k) {
        return new Value(Math.pow(data, k), "**" + number(k), this, k * Math.pow(data, k - 1));
    }

    public Value exp() {
        double e = Math.exp(data);
        return new Value(e, "exp", this, e);
    }

    /** The natural logarithm. */
    public Value log() {
        return new Value(Math.log(data), "log", this, 1 / data);
    }

    public Value tanh() {
        double t = Math.tanh(data);
        return new Value(t, "tanh", this, 1 - t * t);
    }

    /** This value where it is positive, else 0. */
    public Value relu() {
        return new Value(Math.max(0, data), "relu", this, data <= 0 ? 0 : 1);
    }

    // The operations made of others.

    public Value neg()            { return mul(-1); }
    public Value sub(Value other) { return add(other.neg()); }
    public Value div(Value other) { return mul(other.pow(-1)); }

    public Value add(double constant) { return add(new Value(constant)); }
    public Value sub(double constant) { return add(-constant); }
    public Value mul(double constant) { return mul(new Value(constant)); }
    public Value div(double constant) { return mul(1 / constant); }

    // A constant on the left: Value.sub(1, a) is 1 - a.

    public static Value add(double constant, Value v) { return new Value(constant).add(v); }
    public static Value sub(double constant, Value v) { return new Value(constant).sub(v); }
    public static Value mul(double constant, Value v) { return new Value(constant).mul(v); }
    public static Value div(double constant, Value v) { return new Value(constant).div(v); }

    /** The sum of all the values, added from left to right; 0 where there are none. */
    public static Value sum(Iterable<Value> values) {
        Value sum = null;
        for (Value v : values) {
            sum = sum == null ? v : sum.add(v);
        }
        return sum == null ? new Value(0) : sum;
    }

    /** The sum of all the values, added from left to right; 0 where there are none. */
    public static Value sum(Value... values) {
        return sum(List.of(values));
    }

    /**
     * Computes the derivative of this value with respect to every value it was made from, and
     * <em>adds</em> it to that value's {@code grad}.
     *
     * <p>Results in between start from 0 each time, so a second call adds the same again to the
     * leaves, as in PyTorch; {@link #zeroGrad} clears. Depth is no limit: there is no recursion.
     *
     * <p>Lecture 1:17:32 (order) and 1:22:30 (adding up).
     */
    public void backward() {
        countUses(v -> {
            if (!v.isLeaf()) v.grad = 0;
        });
        grad += 1;
        inOrder(v -> {
            if (v.left != null)  v.left.grad  += v.dLeft  * v.grad;   // the chain rule
            if (v.right != null) v.right.grad += v.dRight * v.grad;
        });
    }

    /** Sets the gradient of this value, and of every value it was made from, to 0. */
    public void zeroGrad() {
        for (Value v : inOrder()) {
            v.grad = 0;
        }
    }

    /** This value and every value it was made from, each before its operands. */
    List<Value> inOrder() {
        List<Value> order = new ArrayList<>();
        countUses(v -> {});
        inOrder(order::add);
        return order;
    }

    /** Finds this value and every value it was made from, and counts how often each is an operand. */
    private void countUses(Consumer<Value> found) {
        int walk = WALKS.incrementAndGet();
        Deque<Value> open = new ArrayDeque<>();
        for (Value v = this; v != null; v = open.poll()) {
            found.accept(v);
            if (v.left != null  && v.left.countUse(walk) == 1)  open.push(v.left);
            if (v.right != null && v.right.countUse(walk) == 1) open.push(v.right);
        }
    }

    /** One more use in this walk; an earlier walk may have been stopped midway, so each counts from 0. */
    private int countUse(int walk) {
        if (this.walk != walk) uses = 0;
        this.walk = walk;
        return ++uses;
    }

    /**
     * Visits the same values in order, the reverse of the lecture's topological order: a value's turn
     * comes once all its uses, as counted, have had theirs.
     */
    private void inOrder(Consumer<Value> visit) {
        Deque<Value> open = new ArrayDeque<>();
        for (Value v = this; v != null; v = open.poll()) {
            visit.accept(v);
            if (v.left != null  && --v.left.uses == 0)  open.push(v.left);
            if (v.right != null && --v.right.uses == 0) open.push(v.right);
        }
    }

    /** Whether nothing computed this value: an input, a parameter or a constant. */
    public boolean isLeaf() {
        return left == null;
    }

    /** The operation that made this value; {@code ""} for a leaf. */
    public String op() {
        return op;
    }

    /** The operands in their order; a value used twice is there twice. */
    public List<Value> children() {
        return left == null ? List.of() : right == null ? List.of(left) : List.of(left, right);
    }

    /** Names this value and returns it: {@code a.mul(b).label("e")}. */
    public Value label(String label) {
        this.label = label;
        return this;
    }

    @Override
    public View view() {
        return new View(label, data, grad, op, children());
    }

    @Override
    public String toString() {
        return label.isEmpty() ? "Value(data=" + data + ")" : "Value(data=" + data + ", label=" + label + ")";
    }

    /** A constant as people write it: 2 rather than 2.0. */
    private static String number(double k) {
        return k == Math.rint(k) && Math.abs(k) < 1e6 ? String.format(Locale.ROOT, "%.0f", k) : Double.toString(k);
    }
}
