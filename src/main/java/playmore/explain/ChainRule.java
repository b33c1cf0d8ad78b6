package playmore.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import playmore.engine.Graph;
import playmore.engine.Slope;

/**
 * How the gradient of one node follows from those of the nodes it was used for: for each use the
 * gradient of the result times the local derivative, and the sum of these.
 */
public final class ChainRule {

    /** One use: {@code gradient} is that of the result, which {@code local} multiplies. */
    record Term(Graph.Use use, double gradient, LocalDerivative local) {

        double product() {
            return local.times(gradient);
        }
    }

    /** So many uses are told of one by one. */
    static final int TOLD = 20;

    private static final int MAX_TERMS = 4;
    private static final double ROUNDING = 1e-9;

    private final Expression e;
    private final int node;
    private final List<Term> terms = new ArrayList<>();

    /** Of {@code node}, where the gradients of the nodes that use it are {@code grads}. */
    public ChainRule(Expression e, int node, double[] grads) {
        this.e = e;
        this.node = node;
        for (Graph.Use use : e.uses(node)) {
            terms.add(new Term(use, grads[use.result()], LocalDerivative.of(e, use)));
        }
    }

    /** The gradients of all nodes, by their places, as the chain rule has them. */
    public static double[] gradients(Expression e) {
        return backward(e, product -> product);
    }

    /** How large the gradients are before terms of either sign cancel, by the nodes' places: what rounding goes by. */
    public static double[] sizes(Expression e) {
        return backward(e, Math::abs);
    }

    private static double[] backward(Expression e, DoubleUnaryOperator term) {
        double[] grads = new double[e.size()];
        grads[e.root()] = 1;
        for (int node = e.root() - 1; node >= 0; node--) {
            for (Graph.Use use : e.uses(node)) {
                grads[node] += term.applyAsDouble(LocalDerivative.product(e, use, grads[use.result()]));
            }
        }
        return grads;
    }

    /** Whether two gradients differ by no more than rounding does, which goes by their {@code size}. */
    public static boolean near(double a, double b, double size) {
        return Slope.near(a, b, ROUNDING, Double.isFinite(size) ? ROUNDING * size : 0);
    }

    List<Term> terms() {
        return terms;
    }

    /** The node's gradient: 1 for the root, where all begins. */
    public double gradient() {
        return node == e.root() ? 1 : terms.stream().mapToDouble(Term::product).sum();
    }

    /** How large that is before terms of either sign cancel. */
    public double size() {
        return node == e.root() ? 1 : terms.stream().mapToDouble(term -> Math.abs(term.product())).sum();
    }

    /** {@code dL/da = dL/de · de/da = −2 · −3 = 6} */
    String formula() {
        String derivative = e.derivative(e.root(), node);
        if (node == e.root()) return derivative + " = 1";
        List<String> symbols = new ArrayList<>(terms.stream().limit(MAX_TERMS).map(this::symbols).toList());
        if (terms.size() > MAX_TERMS) symbols.add("…");
        Calculation calculation = new Calculation(gradient());
        terms.forEach(term -> calculation.add(term.gradient(), term.local().value()));
        return derivative + " = " + String.join(" + ", symbols) + calculation.text();
    }

    /** {@code dL/da = 30 − 6 = 24}: what each use gives, and their sum. */
    String sum() {
        Calculation calculation = new Calculation(gradient());
        terms.forEach(term -> calculation.add(term.product()));
        return e.derivative(e.root(), node) + calculation.text();
    }

    /** {@code dL/de · de/da} */
    String symbols(Term term) {
        int result = term.use().result();
        return e.derivative(e.root(), result) + " · " + e.derivative(result, node);
    }

    /** {@code " = −2 · −3 = 6"} */
    static String numbers(Term term) {
        return new Calculation(term.product()).add(term.gradient(), term.local().value()).text();
    }

    /** {@code de/da = b = −3} */
    String local(Term term) {
        boolean isRounded = term.local().text().equals(Numbers.text(term.local().value()))
                && !Numbers.equal(term.local().value()).equals(" = ");
        return e.derivative(term.use().result(), node) + (isRounded ? " ≈ " : " = ") + term.local().text();
    }
}
