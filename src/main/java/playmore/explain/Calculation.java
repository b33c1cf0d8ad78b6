package playmore.explain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * A sum of products and its result, in numbers that can be checked by hand: as many digits as it takes for the numbers
 * shown to give the result shown, and {@code ≈} wherever a number is rounded.
 */
public final class Calculation {

    private static final int MAX_TERMS = 4;

    private final List<double[]> terms = new ArrayList<>();
    private final double result;

    /** A calculation that gives this, with no terms yet. */
    public Calculation(double result) {
        this.result = result;
    }

    /** Adds a term: the product of these. */
    public Calculation add(double... factors) {
        terms.add(factors);
        return this;
    }

    /** {@code " = −2 · −3 = 6"}; of many terms the first. */
    public String text() {
        int digits = Numbers.DIGITS;
        while (digits < Numbers.ALL && !gives(digits)) digits++;
        int shown = gives(digits) ? digits : Numbers.DIGITS;
        return Numbers.equal(isExact(shown)) + numbers(shown)
                + Numbers.equal(!isFinite() || value(shown).compareTo(Numbers.rounded(result, Numbers.DIGITS)) == 0)
                + Numbers.text(result);
    }

    private DoubleStream factors() {
        return terms.stream().flatMapToDouble(DoubleStream::of);
    }

    private boolean isFinite() {
        return Double.isFinite(result) && factors().allMatch(Double::isFinite);
    }

    private boolean isExact(int digits) {
        return factors().allMatch(x -> Numbers.isExact(x, digits));
    }

    /** Whether the numbers with so many digits give the result as it is shown. */
    private boolean gives(int digits) {
        return !isFinite() || Numbers.rounded(value(digits), Numbers.DIGITS)
                .compareTo(Numbers.rounded(result, Numbers.DIGITS)) == 0;
    }

    /** What the numbers with so many digits give. */
    private BigDecimal value(int digits) {
        BigDecimal sum = BigDecimal.ZERO;
        for (double[] factors : terms) {
            BigDecimal product = BigDecimal.ONE;
            for (double factor : factors) product = product.multiply(Numbers.rounded(factor, digits));
            sum = sum.add(product);
        }
        return sum;
    }

    private String numbers(int digits) {
        List<String> shown = new ArrayList<>();
        for (double[] factors : terms.subList(0, Math.min(terms.size(), MAX_TERMS))) {
            shown.add(DoubleStream.of(factors).mapToObj(x -> Numbers.text(x, digits))
                    .collect(Collectors.joining(" · ")));
        }
        if (terms.size() > MAX_TERMS) shown.add("…");
        return String.join(" + ", shown).replace(" + −", " − ");
    }
}
