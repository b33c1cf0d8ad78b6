package playmore.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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
        double[] grads = new double[e.size()];
        for (int node = e.root(); node >= 0; node--) {
            grads[node] = new ChainRule(e, node, grads).gradient();
        }
        return grads;
    }

    /** How large the gradients are before terms of either sign cancel, by the nodes' places: what rounding goes by. */
    public static double[] sizes(Expression e) {
        double[] sizes = new double[e.size()];
        for (int node = e.root(); node >= 0; node--) {
            sizes[node] = new ChainRule(e, node, sizes).size();
        }
        return sizes;
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
        return derivative + " = " + sum(this::symbols) + " = " + signed(sum(ChainRule::numbers)) + " = "
                + Numbers.text(gradient());
    }

    /** {@code dL/da = 30 − 6 = 24}: what each use gives, and their sum. */
    String sum() {
        return e.derivative(e.root(), node) + " = " + signed(sum(term -> Numbers.text(term.product()))) + " = "
                + Numbers.text(gradient());
    }

    private static String signed(String sum) {
        return sum.replace(" + −", " − ");
    }

    /** {@code dL/de · de/da} */
    String symbols(Term term) {
        int result = term.use().result();
        return e.derivative(e.root(), result) + " · " + e.derivative(result, node);
    }

    /** {@code −2 · −3} */
    static String numbers(Term term) {
        return Numbers.text(term.gradient()) + " · " + Numbers.text(term.local().value());
    }

    /** {@code de/da = b = −3} */
    String local(Term term) {
        return e.derivative(term.use().result(), node) + " = " + term.local().text();
    }

    private String sum(Function<Term, String> text) {
        List<String> shown = new ArrayList<>(terms.stream().limit(MAX_TERMS).map(text).toList());
        if (terms.size() > MAX_TERMS) shown.add("…");
        return String.join(" + ", shown);
    }
}
