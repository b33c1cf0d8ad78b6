package playmore.engine;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An operation: all that there is to know of it, in one place. {@link Value} computes with it, a
 * tape does, and what explains or checks a gradient asks it too.
 *
 * <p>A new operation is a constant here and, for a name of its own, a method of {@code Value}.
 *
 * <p>Where mathematics leaves it open, it is as in PyTorch. At its corner the slope of a ReLU is 0;
 * a closed one passes nothing on, not even infinity or NaN; NaN itself is not stopped, with slope 1.
 * The slope of x⁰ is 0 everywhere. All else follows the rules of floating-point numbers, where 0 times
 * infinity is NaN. The numbers are the same to the last bit on every JDK and every processor.
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
    /** A constant power; the exponent, {@code y}, is a number and no operand. A node calls it {@code "**3"}. */
    POW("**", "y · xʸ⁻¹") {
        @Override public double forward(double x, double y)               { return StrictMath.pow(x, y); }
        @Override public double dx(double x, double y, double out)        { return y == 0 ? 0 : y * StrictMath.pow(x, y - 1); }
        @Override public String dx(Symbol x, Symbol y, Symbol out)        { return y.data == 0 ? "0" : y.data == 1 ? "1" : y.name + " · " + x.toThe(y.data - 1); }
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
            return (x.data <= 0 ? "0, as " : "1, as ") + x.name + (x.data <= 0 ? " ≤ 0" : x.data > 0 ? " > 0" : " is not ≤ 0");
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
    };

    private static final Pattern LETTER = Pattern.compile("\\b[xyo]\\b");

    /** What a node calls it. */
    public final String symbol;

    /** How many operands it has, 1 or 2. */
    public final int operands;

    private final String[] rules;       // the local derivatives in symbols, by x and by y; o is the result

    Op(String symbol, String... rules) {
        this.symbol = symbol;
        this.operands = rules.length;
        this.rules = rules;
    }

    /** The result, of operands {@code x} and {@code y}; {@code y} is the exponent for POW, and nothing where there is one operand. */
    public abstract double forward(double x, double y);

    /** The local derivative by {@code x}, where {@code out} is the result. */
    public abstract double dx(double x, double y, double out);

    /** The local derivative by {@code y}; 0 where there is one operand. */
    public double dy(double x, double y, double out) { return 0; }

    /** The rule for the local derivative by {@code x} in symbols, {@code 1 − o²}. */
    public String dx(Symbol x, Symbol y, Symbol out) {
        return rule(0, x, y, out);
    }

    /** The rule for that by {@code y}, of two operands. */
    public String dy(Symbol x, Symbol y, Symbol out) {
        return rule(1, x, y, out);
    }

    private String rule(int operand, Symbol x, Symbol y, Symbol out) {
        Map<String, Symbol> symbols = Map.of("x", x, "y", y, "o", out);
        return LETTER.matcher(rules[operand]).replaceAll(letter -> Matcher.quoteReplacement(symbols.get(letter.group()).name));
    }

    /** What a local derivative makes of the gradient of the result: the chain rule, but for a closed ReLU. */
    public double chain(double local, double grad) {
        return local == 0 && this == RELU ? 0 : local * grad;
    }

    /** The operation that a node with so many operands calls so; none if it is not among these. */
    public static Optional<Op> of(String name, int operands) {
        String symbol = name.matches("\\*\\*-?[\\d.]+(E-?\\d+)?") ? POW.symbol : name.equals("ReLU") ? RELU.symbol
                : name.equals("-") && operands == 1 ? NEG.symbol : name;
        return Arrays.stream(values()).filter(op -> op.symbol.equals(symbol)).findFirst();
    }

    /** The exponent in a power's name, {@code "**3"}; 0 for any other operation. */
    public static double exponent(String name) {
        return name.startsWith(POW.symbol) ? Double.parseDouble(name.substring(POW.symbol.length())) : 0;
    }

    /** How a formula calls a number, and the number. */
    public record Symbol(String name, double data) {

        private static final String DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

        /** {@code x³}; the name alone for the power 1, {@code x^2.5} where the exponent is not whole. */
        String toThe(double exponent) {
            return name + (exponent == 1 ? "" : superscript(exponent));
        }

        /** {@code ⁻¹}; {@code ^2.5} where the number is not whole. */
        public static String superscript(double number) {
            if (number != Math.rint(number) || Math.abs(number) >= 1e7) return "^" + ("" + number).replace('-', '−');
            StringBuilder text = new StringBuilder();
            ("" + (long) number).chars().forEach(c -> text.append(c == '-' ? '⁻' : DIGITS.charAt(c - '0')));
            return text.toString();
        }
    }
}
