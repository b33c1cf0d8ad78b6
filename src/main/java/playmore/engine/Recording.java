package playmore.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * An expression in flat arrays, for a {@link Tape}. Each value is an entry in every array; its
 * operands come before it, the root is the last.
 */
final class Recording {

    final int size;
    final Op[] op;
    final int[] left, right;     // where the operands are; the same twice where there is only one
    final double[] exponent;     // of POW
    final int[] uses;            // how often the value is an operand
    final int[] height;          // 0 for a leaf, else 1 more than that of the higher operand
    final List<Value> leaves = new ArrayList<>();

    Recording(Value root) {
        List<Value> values = root.inOrder();
        Collections.reverse(values);
        size = values.size();
        op = new Op[size];
        left = new int[size];
        right = new int[size];
        exponent = new double[size];
        uses = new int[size];
        height = new int[size];
        for (int i = 0; i < size; i++) {
            Value v = values.get(i);
            v.uses = i;                     // until the next walk over it
            op[i] = Op.of(v.op());
            if (v.isLeaf()) {
                leaves.add(v);
            } else {
                left[i] = v.left.uses;
                right[i] = v.right == null ? left[i] : v.right.uses;
                if (op[i] == Op.POW) exponent[i] = Double.parseDouble(v.op().substring(2));
                if (exponent[i] == 2) op[i] = Op.MUL;      // x * x: the same number, far sooner
                uses[left[i]]++;
                if (op[i].operands == 2) uses[right[i]]++;
                height[i] = 1 + Math.max(height[left[i]], height[right[i]]);
            }
        }
    }
}
