package playmore.engine;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An operation: its result, its local derivatives, and their rules in symbols. {@link Value} and the tape compute
 * with it, and everything that explains or checks a gradient uses it.
 *
 * <p>To add an operation, add a constant here and, if it needs a name of its own, a method to {@code Value}.
 *
 * <p>Where mathematics leaves a choice, the operations do what PyTorch does. The slope of ReLU at 0 is 0. Where
 * ReLU is 0 it passes no gradient on, not even infinity or NaN; at NaN its slope is 1. The slope of x⁰ is 0
 * everywhere. Everything else follows the rules of floating-point numbers, where 0 times infinity is NaN. The
 * numbers are the same to the last bit on every JDK and every processor.
 */
public enum Op {

    ADD("+", "1", "1") {
        @Override public double forward(double x, double y)               { return x + y; }
        @Override public double dx(double x, double y, double out)        { return 1; }
        @Override public double dy(double x, double y, double out)        { return 1; }
    },
    SUB("-", "1", "−1") {
        @Override public double forward(double x, double y)               { return x - y; }
        @Override public double dx(double x, double y, double out)        { return 1; }
        @Override public double dy(double x, double y, double out)        { return -1; }
    },
    MUL("*", "y", "x") {
        @Override public double forward(double x, double y)               { return x * y; }
        @Override public double dx(double x, double y, double out)        { return y; }
        @Override public double dy(double x, double y, double out)        { return x; }
    },
    DIV("/", "1 / y", "−x / y²") {
        @Override public double forward(double x, double y)               { return x / y; }
        @Override public double dx(double x, double y, double out)        { return 1 / y; }
        @Override public double dy(double x, double y, double out)        { return -out / y; }
    },
    NEG("neg", "−1") {
        @Override public double forward(double x, double y)               { return -x; }
        @Override public double dx(double x, double y, double out)        { return -1; }
    },
    /** A power with a constant exponent {@code y}, which is not an operand. A node shows it as {@code "**3"}. */
    POW("**", "y · xʸ⁻¹") {
        @Override public double forward(double x, double y)               { return StrictMath.pow(x, y); }
        @Override public double dx(double x, double y, double out) {
            return y == 0 ? 0 : y * StrictMath.pow(x, y - 1);
        }
        @Override public String dx(Symbol x, Symbol y, Symbol out) {
            return y.data == 0 ? "0" : y.data == 1 ? "1" : y.name + " · " + x.toThe(y.data - 1);
        }
    },
    EXP("exp", "o") {
        @Override public double forward(double x, double y)               { return StrictMath.exp(x); }
        @Override public double dx(double x, double y, double out)        { return out; }
    },
    LOG("log", "1 / x") {
        @Override public double forward(double x, double y)               { return StrictMath.log(x); }
        @Override public double dx(double x, double y, double out)        { return 1 / x; }
    },
    TANH("tanh", "1 − o²") {
        @Override public double forward(double x, double y)               { return StrictMath.tanh(x); }
        @Override public double dx(double x, double y, double out)        { return 1 - out * out; }
    },
    RELU("relu", "1, as x > 0") {
        @Override public double forward(double x, double y)               { return Math.max(0, x); }
        @Override public double dx(double x, double y, double out)        { return x <= 0 ? 0 : 1; }
        @Override public String dx(Symbol x, Symbol y, Symbol out) {
            if (x.data <= 0) return "0, as " + x.name + " ≤ 0";
            return "1, as " + x.name + (x.data > 0 ? " > 0" : " is not ≤ 0");    // NaN is neither
        }
    },
    SIGMOID("sigmoid", "o · (1 − o)") {
        @Override public double forward(double x, double y)               { return 1 / (1 + StrictMath.exp(-x)); }
        @Override public double dx(double x, double y, double out)        { return out * (1 - out); }
    },
    SQUARE("square", "2 · x") {
        @Override public double forward(double x, double y)               { return x * x; }
        @Override public double dx(double x, double y, double out)        { return 2 * x; }
    },
    SQRT("sqrt", "1 / (2 · o)") {
        @Override public double forward(double x, double y)               { return Math.sqrt(x); }
        @Override public double dx(double x, double y, double out)        { return 1 / (2 * out); }
    },
    SIN("sin", "cos(x)") {
        @Override public double forward(double x, double y)               { return StrictMath.sin(x); }
        @Override public double dx(double x, double y, double out)        { return StrictMath.cos(x); }
    },
    COS("cos", "−sin(x)") {
        @Override public double forward(double x, double y)               { return StrictMath.cos(x); }
        @Override public double dx(double x, double y, double out)        { return -StrictMath.sin(x); }
    },
    /** The identity: as a neuron's activation, it passes the sum on as it is. */
    LINEAR("linear", "1") {
        @Override public double forward(double x, double y)               { return x; }
        @Override public double dx(double x, double y, double out)        { return 1; }
    };

    private static final Pattern LETTER = Pattern.compile("\\b[xyo]\\b");

    /** The name that nodes show. */
    public final String symbol;

    /** The number of operands, 1 or 2. */
    public final int operands;

    private final String[] rules;       // the local derivatives by x and by y, where o is the result

    Op(String symbol, String... rules) {
        this.symbol = symbol;
        this.operands = rules.length;
        this.rules = rules;
    }

    /** The result. For {@link #POW}, {@code y} is the exponent; other operations with one operand ignore it. */
    public abstract double forward(double x, double y);

    /** The derivative of the result {@code out} with respect to {@code x}. */
    public abstract double dx(double x, double y, double out);

    /** The derivative of the result {@code out} with respect to {@code y}; 0 if there is only one operand. */
    public double dy(double x, double y, double out) { return 0; }

    /** The rule for the derivative with respect to {@code x}, such as {@code 1 − o²}, with the symbols' names. */
    public String dx(Symbol x, Symbol y, Symbol out) {
        return rule(0, x, y, out);
    }

    /** The rule for the derivative with respect to {@code y}; the operation must have two operands. */
    public String dy(Symbol x, Symbol y, Symbol out) {
        return rule(1, x, y, out);
    }

    private String rule(int operand, Symbol x, Symbol y, Symbol out) {
        Map<String, Symbol> symbols = Map.of("x", x, "y", y, "o", out);
        return LETTER.matcher(rules[operand])
                .replaceAll(letter -> Matcher.quoteReplacement(symbols.get(letter.group()).name));
    }

    /** The chain rule, {@code local * grad}; but a ReLU with slope 0 gives 0 even where {@code grad} is infinite. */
    public double chain(double local, double grad) {
        return local == 0 && this == RELU ? 0 : local * grad;
    }

    /** Finds an operation by the name that a node shows and its number of operands; empty if there is none. */
    public static Optional<Op> of(String name, int operands) {
        String symbol = name.matches("\\*\\*-?[\\d.]+(E-?\\d+)?") ? POW.symbol
                : name.equals("ReLU") ? RELU.symbol
                : name.equals("-") && operands == 1 ? NEG.symbol : name;
        return Arrays.stream(values()).filter(op -> op.symbol.equals(symbol)).findFirst();
    }

    /** The exponent in the name of a power, 3 for {@code "**3"}; 0 for any other operation. */
    public static double exponent(String name) {
        return name.startsWith(POW.symbol) ? Double.parseDouble(name.substring(POW.symbol.length())) : 0;
    }

    /** A number in a formula, with its name. */
    public record Symbol(String name, double data) {

        private static final String DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

        /** {@code x³}, or {@code x^2.5} if the exponent is not whole; only the name if the exponent is 1. */
        String toThe(double exponent) {
            return name + (exponent == 1 ? "" : superscript(exponent));
        }

        /** {@code ⁻¹}, or {@code ^2.5} if the number is not whole or has more than 7 digits. */
        public static String superscript(double number) {
            if (number != Math.rint(number) || Math.abs(number) >= 1e7) return "^" + ("" + number).replace('-', '−');
            StringBuilder text = new StringBuilder();
            ("" + (long) number).chars().forEach(c -> text.append(c == '-' ? '⁻' : DIGITS.charAt(c - '0')));
            return text.toString();
        }
    }
}
