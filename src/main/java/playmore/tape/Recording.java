package playmore.tape;

import java.util.ArrayList;
import java.util.List;
import playmore.engine.Graph;
import playmore.engine.Op;
import playmore.engine.Value;

/**
 * An expression in flat arrays. Each value has the same index in every array; its operands have lower
 * indices, and the root has the highest.
 */
final class Recording {

    final int size;
    final Op[] op;               // null for a leaf
    final int[] left, right;     // the indices of the operands; both the same if there is only one
    final double[] exponent;     // of a power
    final int[] uses;            // how often the value is an operand
    final int[] height;          // 0 for a leaf, else 1 more than the height of the higher operand
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
            op[i] = v.operation().orElseThrow();
            exponent[i] = v.exponent();
            left[i] = operands.get(0);
            right[i] = operands.get(operands.size() - 1);
            for (int operand : operands) uses[operand]++;
            height[i] = 1 + Math.max(height[left[i]], height[right[i]]);
        }
    }
}
