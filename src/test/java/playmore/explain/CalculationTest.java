package playmore.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import playmore.engine.Graph;
import playmore.engine.Value;

/** What is shown of a calculation is right with the digits shown. */
class CalculationTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "-2;      -3;       6;           ' = −2 · −3 = 6'",
        "2.71824; 1.00001;  2.7182671824; ' = 2.71824 · 1.00001 ≈ 2.7183'",
        "123456;  0.99996;  123451.06176; ' = 123456 · 0.99996 ≈ 123450'",
        "0.1;     3;        0.30000000000000004; ' = 0.1 · 3 = 0.3'",
        "Infinity; 0;       NaN;         ' = ∞ · 0 = NaN'"})
    void twoFactors(double a, double b, double result, String text) {
        assertEquals(text, new Calculation(result).add(a, b).text());
    }

    /** An equals sign stands only between equal numbers, and a sign of rounding only where the last digit is rounded. */
    @Test
    void theNumbersShownGiveTheResultShown() {
        Random random = new Random(26);
        for (int i = 0; i < 20_000; i++) {
            double result = 0;
            double[][] terms = new double[1 + random.nextInt(4)][];
            for (int t = 0; t < terms.length; t++) {
                terms[t] = new double[] {number(random), number(random)};
                result += terms[t][0] * terms[t][1];
            }
            Calculation calculation = new Calculation(result);
            for (double[] term : terms) calculation.add(term);
            String text = calculation.text();
            String[] sides = text.substring(3).split(" [=≈] ");
            BigDecimal shown = BigDecimal.ZERO;
            for (String term : sides[0].replace(" − ", " + −").split(" \\+ ")) {
                BigDecimal product = BigDecimal.ONE;
                for (String factor : term.split(" · ")) product = product.multiply(read(factor));
                shown = shown.add(product);
            }
            boolean exact = text.substring(3 + sides[0].length()).startsWith(" = ");
            BigDecimal right = read(sides[1]);
            assertEquals(exact, shown.compareTo(right) == 0, text);
            assertEquals(0, shown.round(new MathContext(5)).compareTo(right), text);
            boolean given = text.startsWith(" = ");
            for (int t = 0, at = 0; t < terms.length; t++) {
                for (double factor : terms[t]) {
                    String factorShown = sides[0].replace(" − ", " + −").split(" \\+ | · ")[at++];
                    assertTrue(!given || read(factorShown).doubleValue() == factor, text);
                }
            }
        }
    }

    private static double number(Random random) {
        double number = random.nextGaussian() * Math.pow(10, random.nextInt(7) - 3);
        int digits = random.nextInt(12);
        return digits > 8 ? number : new BigDecimal(number).round(new MathContext(1 + digits)).doubleValue();
    }

    private static BigDecimal read(String shown) {
        String number = shown.replace('−', '-');
        int power = number.indexOf("·10");
        if (power < 0) return new BigDecimal(number);
        StringBuilder exponent = new StringBuilder();
        for (char c : number.substring(power + 3).toCharArray()) {
            exponent.append(c == '⁻' ? "-" : "" + "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(c));
        }
        return new BigDecimal(number.substring(0, power)).scaleByPowerOfTen(Integer.parseInt(exponent.toString()));
    }

    /** A constant has all its digits, or a product with it would be false. */
    @Test
    void constantsAreInFull() {
        Value x = new Value(2, "x"), out = x.mul(1.00001).mul(2.71824);
        out.backward();
        Expression e = new Expression(Graph.of(out));
        int node = e.operands(e.operands(e.root()).get(0)).get(0);
        assertEquals("x", e.name(node));
        assertEquals("dout/dx = dout/d(x · 1.00001) · d(x · 1.00001)/dx = 2.71824 · 1.00001 ≈ 2.7183",
                new ChainRule(e, node, ChainRule.gradients(e)).formula());
    }
}
