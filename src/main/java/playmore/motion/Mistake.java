package playmore.motion;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import playmore.explain.ChainRule;
import playmore.explain.Expression;

/** A way to do backpropagation wrongly, and the right way to compare it with. */
enum Mistake {

    OVERWRITE(
            "Overwriting: = instead of +=",
            "A node that is used twice hears from both its uses. With = the last one to speak wins, and what the"
                + " others said is lost.",
            "other.grad += data * out.grad;",
            "other.grad = data * out.grad;",
            "No value is used twice here, so nothing is lost. That is why this bug hides for so long.",
            e -> noneIsUsedTwice(e, node -> true),
            e -> new Backprop(e, Backprop.zeros(e), Backprop.fromTheRoot(e), false)),

    FORWARD_ORDER(
            "Wrong order: from the inputs to the result",
            "The order in which the values were made is right for the forward pass. Backward, a node that has its turn"
                + " before those that use it has nothing to pass on yet.",
            "Collections.reverse(topo);\nfor (Value v : topo) v.rule.run();",
            "for (Value v : topo) v.rule.run();",
            "With one operation only there is nothing to get into a wrong order.",
            e -> operations(e) < 2,
            e -> new Backprop(e, Backprop.zeros(e), IntStream.range(0, e.size()).boxed().toList(), true)),

    UNSORTED(
            "Wrong order: down from the result, without sorting",
            "Going from the result to its operands, to their operands and so on looks right, and mostly is. But a"
                + " result that is used twice has its turn when it is met first, with a part of its gradient.",
            "for (Value v : topo) v.rule.run();",
            "void down() {\n    if (!visited.add(this)) return;\n    rule.run();\n"
                + "    for (Value v : children) v.down();\n}",
            "No result is used twice here (a leaf may be: it passes nothing on), so this order happens to do.",
            e -> noneIsUsedTwice(e, node -> !e.isLeaf(node)),
            e -> new Backprop(e, Backprop.zeros(e), depthFirst(e), true)),

    NO_ZEROING(
            "Forgetting to zero: a second step in training",
            "backward() adds to what the leaves hold. Whoever does not set their gradients back to 0 steps along the"
                + " sum of all gradients so far.",
            "n.zeroGrad();\nloss.backward();",
            "loss.backward();",
            "No leaf that has a name has a gradient here: there is nothing to forget.",
            e -> Arrays.equals(zerosExceptLeaves(e, e::hasLabel), Backprop.zeros(e)),
            e -> new Backprop(e, zerosExceptLeaves(e, e::hasLabel), Backprop.fromTheRoot(e), true)),

    STALE(
            "A second backward through stale gradients",
            "Called twice on the same result, backward() should add the same again to the leaves. If the results in"
                + " between still hold their gradients of the first time, these are passed on once more.",
            "for (Value v : topo) {\n    if (!v.children.isEmpty()) v.grad = 0;\n}\ngrad = 1;",
            "grad = 1;",
            "With one operation only there is nothing in between.",
            e -> operations(e) < 2,
            e -> new Backprop(e, ChainRule.gradients(e), Backprop.fromTheRoot(e), true)) {
        @Override
        Backprop right(Expression e) {
            return new Backprop(e, zerosExceptLeaves(e, node -> true), Backprop.fromTheRoot(e), true);
        }
    };

    final String title, why, rightCode, wrongCode, harmless;
    private final Predicate<Expression> isHarmless;
    private final Function<Expression, Backprop> wrong;

    Mistake(String title, String why, String rightCode, String wrongCode, String harmless,
            Predicate<Expression> isHarmless, Function<Expression, Backprop> wrong) {
        this.title = title;
        this.why = why;
        this.rightCode = rightCode;
        this.wrongCode = wrongCode;
        this.harmless = harmless;
        this.isHarmless = isHarmless;
        this.wrong = wrong;
    }

    /** Whether the mistake cannot make a difference in this expression. */
    boolean isHarmless(Expression e) {
        return isHarmless.test(e);
    }

    /** Runs backpropagation with the mistake. */
    Backprop wrong(Expression e) {
        return wrong.apply(e);
    }

    /** Runs backpropagation as it should be. */
    Backprop right(Expression e) {
        return new Backprop(e, Backprop.zeros(e), Backprop.fromTheRoot(e), true);
    }

    private static boolean noneIsUsedTwice(Expression e, IntPredicate nodes) {
        return IntStream.range(0, e.size()).filter(nodes).allMatch(node -> e.uses(node).size() < 2);
    }

    private static long operations(Expression e) {
        return IntStream.range(0, e.size()).filter(node -> !e.isLeaf(node)).count();
    }

    /** The right start, except that these leaves still hold the gradients from a first backward pass. */
    private static double[] zerosExceptLeaves(Expression e, IntPredicate kept) {
        double[] start = Backprop.zeros(e), first = ChainRule.gradients(e);
        for (int node = 0; node < e.root(); node++) {
            if (e.isLeaf(node) && kept.test(node)) start[node] = first[node];
        }
        return start;
    }

    /** All nodes in the order in which a depth-first walk from the root first meets them. */
    private static List<Integer> depthFirst(Expression e) {
        List<Integer> order = new ArrayList<>();
        Deque<Integer> ahead = new ArrayDeque<>(List.of(e.root()));
        while (!ahead.isEmpty()) {
            int node = ahead.pop();
            if (order.contains(node)) continue;
            order.add(node);
            for (int k = e.operands(node).size() - 1; k >= 0; k--) {
                ahead.push(e.operands(node).get(k));
            }
        }
        return order;
    }
}
