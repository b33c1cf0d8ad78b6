package playmore.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import playmore.engine.Graph;
import playmore.engine.Op;

/**
 * The derivative of an operation's result with respect to one operand alone. Its number is computed at once, its
 * formula when somebody reads it.
 *
 * @param op the operation; null where it is not known here
 * @param value its number
 */
public record LocalDerivative(Expression e, Graph.Use use, Op op, double value) {

    /** The derivative of a use's result by the operand; NaN where the operation is not known here. */
    public static LocalDerivative of(Expression e, Graph.Use use) {
        Op op = e.operation(use.result());
        return new LocalDerivative(e, use, op, op == null ? Double.NaN : value(e, use, op));
    }

    /** What a use adds to the gradient of its operand, by the chain rule; NaN where the operation is not known here. */
    static double product(Expression e, Graph.Use use, double gradient) {
        Op op = e.operation(use.result());
        return op == null ? Double.NaN : op.chain(value(e, use, op), gradient);
    }

    private static double value(Expression e, Graph.Use use, Op op) {
        List<Integer> operands = e.operands(use.result());
        double out = e.data(use.result()), x = e.data(operands.get(0));
        if (op.operands == 1) return op.dx(x, e.exponent(use.result()), out);
        if (op == Op.ADD || op == Op.MUL) {
            return op.dx(e.data(operands.get(use.operand())), op == Op.ADD ? out : others(e, use), out);
        }
        double y = e.data(operands.get(1));
        return use.operand() == 0 ? op.dx(x, y, out) : op.dy(x, y, out);
    }

    /** The product of the other factors, of which a learner's own class may have many. */
    private static double others(Expression e, Graph.Use use) {
        List<Integer> operands = e.operands(use.result());
        double product = 1;
        for (int i = 0; i < operands.size(); i++) {
            if (i != use.operand()) product *= e.data(operands.get(i));
        }
        return product;
    }

    /** Its rule: {@code b} for {@code a · b} by {@code a}. */
    public String symbol() {
        if (op == null) return "?";
        int result = use.result();
        List<Integer> operands = e.operands(result);
        Op.Symbol out = e.symbol(result), x = e.symbol(operands.get(0));
        if (op.operands == 1) {
            return op.dx(x, new Op.Symbol(Numbers.full(e.exponent(result)), e.exponent(result)), out);
        }
        if (op == Op.ADD || op == Op.MUL) {
            return op.dx(e.symbol(operands.get(use.operand())), op == Op.ADD ? out : otherSymbols(), out);
        }
        Op.Symbol y = e.symbol(operands.get(1));
        return use.operand() == 0 ? op.dx(x, y, out) : op.dy(x, y, out);
    }

    private Op.Symbol otherSymbols() {
        List<Integer> others = new ArrayList<>(e.operands(use.result()));
        others.remove(use.operand());
        String product = Expression.joined(others, other -> e.symbol(other).name(), " · ");
        return new Op.Symbol(others.isEmpty() ? "1" : product, others(e, use));
    }

    /** The chain rule: what it makes of the gradient of the result. */
    public double times(double gradient) {
        return op == null ? Double.NaN : op.chain(value, gradient);
    }

    /**
     * Checks that the derivative of every operation in the expression is known here.
     *
     * @throws IllegalArgumentException if one is not; the message names it
     */
    public static void checkKnown(Expression e) {
        for (int node = 0; node < e.size(); node++) {
            int n = e.operands(node).size();
            if (!e.isLeaf(node) && e.operation(node) == null) {
                throw new IllegalArgumentException("The derivative of the operation \"" + e.op(node) + "\", which made "
                        + e.name(node) + ", is not known here"
                        + (Op.of(e.op(node), n).isEmpty() ? "" : " for " + n + (n == 1 ? " operand" : " operands"))
                        + "; known are " + Stream.of(Op.values())
                                .map(op -> op == Op.POW ? "**k" : op.symbol).collect(Collectors.joining(" ")));
            }
        }
    }

    /** {@code b = −3}; a number alone where the rule is one. */
    String text() {
        String number = Numbers.text(value), rule = Expression.bare(symbol());
        boolean isNumber = rule.equals(number) || rule.startsWith(number + ",") || rule.equals(Numbers.full(value));
        return isNumber ? rule : rule + Numbers.equal(value) + number;
    }
}
