package playmore.explain;

import java.util.ArrayList;
import java.util.List;

/**
 * The derivative of an operation's result with respect to one operand alone.
 *
 * @param value its number; NaN where the operation is not known here
 * @param symbol its rule: {@code b} for {@code a · b} by {@code a}
 */
record LocalDerivative(double value, String symbol) {

    static LocalDerivative of(Expression e, Expression.Use use) {
        List<Integer> operands = e.operands(use.result());
        int operand = operands.get(use.operand());
        boolean first = use.operand() == 0;
        double x = e.data(operand), out = e.data(use.result());
        String xName = e.name(operand), outName = e.name(use.result());
        String op = e.op(use.result());
        return switch (op) {
            case "+" -> new LocalDerivative(1, "1");
            case "-" -> first && operands.size() > 1 ? new LocalDerivative(1, "1") : new LocalDerivative(-1, "−1");
            case "neg" -> new LocalDerivative(-1, "−1");
            case "*" -> product(e, operands, use.operand());
            case "/" -> first
                    ? new LocalDerivative(1 / e.data(operands.get(1)), "1 / " + e.name(operands.get(1)))
                    : new LocalDerivative(-out / x, "−" + e.name(operands.get(0)) + " / " + xName + "²");
            case "exp" -> new LocalDerivative(out, outName);
            case "log" -> new LocalDerivative(1 / x, "1 / " + xName);
            case "tanh" -> new LocalDerivative(1 - out * out, "1 − " + outName + "²");
            case "square" -> power(x, xName, "2");
            case "sqrt" -> new LocalDerivative(1 / (2 * out), "1 / (2 · " + outName + ")");
            case "sin" -> new LocalDerivative(Math.cos(x), "cos(" + xName + ")");
            case "cos" -> new LocalDerivative(-Math.sin(x), "−sin(" + xName + ")");
            case "sigmoid" -> new LocalDerivative(out * (1 - out), outName + " · (1 − " + outName + ")");
            case "relu", "ReLU" -> x > 0
                    ? new LocalDerivative(1, "1, as " + xName + " > 0")
                    : new LocalDerivative(0, "0, as " + xName + " ≤ 0");
            default -> op.matches("\\*\\*-?[\\d.E-]+") ? power(x, xName, op.substring(2)) : new LocalDerivative(Double.NaN, "?");
        };
    }

    /** The other factors. */
    private static LocalDerivative product(Expression e, List<Integer> factors, int without) {
        List<Integer> others = new ArrayList<>(factors);
        others.remove(without);
        return new LocalDerivative(others.stream().mapToDouble(e::data).reduce(1, (a, b) -> a * b),
                String.join(" · ", others.stream().map(e::name).toList()));
    }

    private static LocalDerivative power(double x, String name, String exponent) {
        double k = Double.parseDouble(exponent);
        String rest = k == 2 ? "" : Numbers.superscript(Double.toString(k - 1));
        return new LocalDerivative(k * Math.pow(x, k - 1), Numbers.text(k) + " · " + name + rest);
    }

    /**
     * Checks that the derivative of every operation in the expression is known here.
     *
     * @throws IllegalArgumentException if one is not; the message names it
     */
    static void checkKnown(Expression e) {
        for (int node = 0; node < e.size(); node++) {
            if (!e.isLeaf(node) && of(e, new Expression.Use(node, 0)).symbol.equals("?")) {
                throw new IllegalArgumentException("The derivative of the operation \"" + e.op(node) + "\", which made "
                        + e.name(node) + ", is not known here; known are + - * / **k neg exp log tanh sigmoid relu"
                        + " square sqrt sin cos");
            }
        }
    }

    /** {@code b = −3}; a number alone where the rule is one. */
    String text() {
        String number = Numbers.text(value);
        return symbol.equals(number) || symbol.startsWith(number + ",") ? symbol : symbol + " = " + number;
    }
}
