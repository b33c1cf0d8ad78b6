package playmore.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An expression recorded once and computed as often as wanted, from its leaves' current data.
 *
 * <p>An expression of {@link Value}s is computed when it is written; to compute it for other inputs
 * it has to be written again. A tape notes the steps in flat arrays and runs them again as they
 * stand.
 */
public final class Tape {

    private enum Op { LEAF, ADD, MUL, POW, EXP, LOG, TANH, RELU }

    private final Value[] values;       // operands before results, the root last
    private final Op[] op;
    private final int[] left, right;    // where the operands are
    private final double[] power;
    private final double[] data;

    /** Records the expression that computed {@code root}. */
    public Tape(Value root) {
        List<Value> order = root.inOrder();
        Collections.reverse(order);
        int n = order.size();
        values = order.toArray(Value[]::new);
        op = new Op[n];
        left = new int[n];
        right = new int[n];
        power = new double[n];
        data = new double[n];
        Map<Value, Integer> index = new IdentityHashMap<>();
        for (int i = 0; i < n; i++) {
            index.put(values[i], i);
            List<Value> children = values[i].children();
            if (children.size() > 0) left[i] = index.get(children.get(0));
            if (children.size() > 1) right[i] = index.get(children.get(1));
            String name = values[i].op();
            op[i] = switch (name) {
                case "" -> Op.LEAF;
                case "+" -> Op.ADD;
                case "*" -> Op.MUL;
                default -> name.startsWith("**") ? Op.POW : Op.valueOf(name.toUpperCase(Locale.ROOT));
            };
            if (op[i] == Op.POW) power[i] = Double.parseDouble(name.substring(2));
        }
    }

    /** The leaves of the expression, in the order in which it uses them. */
    public List<Value> leaves() {
        List<Value> leaves = new ArrayList<>();
        for (Value v : values) {
            if (v.isLeaf()) leaves.add(v);
        }
        return leaves;
    }

    /** Computes the root anew from the leaves' {@code data} and returns it; no value is changed. */
    public double forward() {
        for (int i = 0; i < values.length; i++) {
            data[i] = switch (op[i]) {
                case LEAF -> values[i].data;
                case ADD -> data[left[i]] + data[right[i]];
                case MUL -> data[left[i]] * data[right[i]];
                case POW -> Math.pow(data[left[i]], power[i]);
                case EXP -> Math.exp(data[left[i]]);
                case LOG -> Math.log(data[left[i]]);
                case TANH -> Math.tanh(data[left[i]]);
                case RELU -> Math.max(0, data[left[i]]);
            };
        }
        return data[values.length - 1];
    }
}
