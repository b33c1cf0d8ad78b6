package playmore.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import playmore.engine.Graph;
import playmore.engine.Op;

/**
 * The derivative of an operation's result with respect to one operand alone.
 *
 * @param op the operation; null where it is not known here
 * @param value its number
 * @param symbol its rule: {@code b} for {@code a · b} by {@code a}
 */
public record LocalDerivative(Op op, double value, String symbol) {

    /** That of the result of a use by the operand; NaN where the operation is not known here. */
    public static LocalDerivative of(Expression e, Graph.Use use) {
        int result = use.result();
        Op op = e.operation(result);
        if (op == null) return new LocalDerivative(null, Double.NaN, "?");
        Op.Symbol out = e.symbol(result), x = e.symbol(e.operands(result).get(0));
        boolean byFirst = use.operand() == 0;
        if (op.operands == 1) return byX(op, x, new Op.Symbol(Numbers.text(e.exponent(result)), e.exponent(result)), out);
        if (op == Op.ADD || op == Op.MUL) return byX(op, e.symbol(e.operands(result).get(use.operand())), op == Op.ADD ? out : others(e, use), out);
        Op.Symbol y = e.symbol(e.operands(result).get(1));
        return byFirst ? byX(op, x, y, out) : new LocalDerivative(op, op.dy(x.data(), y.data(), out.data()), op.dy(x, y, out));
    }

    private static LocalDerivative byX(Op op, Op.Symbol x, Op.Symbol y, Op.Symbol out) {
        return new LocalDerivative(op, op.dx(x.data(), y.data(), out.data()), op.dx(x, y, out));
    }

    /** The other factors, of which a class of one's own may have many. */
    private static Op.Symbol others(Expression e, Graph.Use use) {
        List<Integer> others = new ArrayList<>(e.operands(use.result()));
        others.remove(use.operand());
        return new Op.Symbol(others.isEmpty() ? "1" : Expression.joined(others, other -> e.symbol(other).name(), " · "),
                others.stream().mapToDouble(e::data).reduce(1, (a, b) -> a * b));
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
                        + e.name(node) + ", is not known here" + (Op.of(e.op(node), n).isEmpty() ? "" : " for " + n + (n == 1 ? " operand" : " operands"))
                        + "; known are "
                        + Stream.of(Op.values()).map(op -> op == Op.POW ? "**k" : op.symbol).collect(Collectors.joining(" ")));
            }
        }
    }

    /** {@code b = −3}; a number alone where the rule is one. */
    String text() {
        String number = Numbers.text(value);
        String rule = Expression.bare(symbol);
        return rule.equals(number) || rule.startsWith(number + ",") ? rule : rule + " = " + number;
    }
}
