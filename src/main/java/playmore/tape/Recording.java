package playmore.tape;

import java.util.ArrayList;
import java.util.List;
import playmore.engine.Graph;
import playmore.engine.Op;
import playmore.engine.Value;

/**
 * An expression in flat arrays. Each value is an entry in every array; its operands come before it,
 * the root is the last.
 */
final class Recording {

    final int size;
    final Op[] op;               // null for a leaf
    final int[] left, right;     // where the operands are; the same twice where there is only one
    final double[] exponent;     // of a power
    final int[] uses;            // how often the value is an operand
    final int[] height;          // 0 for a leaf, else 1 more than that of the higher operand
    final List<Value> leaves = new ArrayList<>();

    Recording(Value root) {
        Graph graph = Graph.of(root, Integer.MAX_VALUE);
        size = graph.nodes().size();
        op = new Op[size];
        left = new int[size];
        right = new int[size];
        exponent = new double[size];
        uses = new int[size];
        height = new int[size];
        for (int i = 0; i < size; i++) {
            Value v = (Value) graph.origins().get(i);
            if (v.isLeaf()) {
                leaves.add(v);
                continue;
            }
            List<Integer> operands = graph.nodes().get(i).children();
            op[i] = v.operation();
            exponent[i] = v.exponent();
            left[i] = operands.get(0);
            right[i] = operands.get(operands.size() - 1);
            for (int operand : operands) uses[operand]++;
            height[i] = 1 + Math.max(height[left[i]], height[right[i]]);
        }
    }
}
