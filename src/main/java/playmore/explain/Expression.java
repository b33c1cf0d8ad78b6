package playmore.explain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import playmore.engine.Graph;
import playmore.engine.Op;

/** A snapshot of an expression, with a name for each node and a list of its uses. */
public final class Expression {

    private static final int MAX_NAME = 16, MOST_OPERANDS = 12;

    private final Graph graph;
    private final Op[] operations;      // null where a node is a leaf, or its operation is not known
    private final double[] exponents;
    private final String[] names;       // each made when somebody asks for it

    /** The expression in the graph. */
    public Expression(Graph graph) {
        this.graph = graph;
        int size = graph.nodes().size();
        operations = new Op[size];
        exponents = new double[size];
        names = new String[size];
        Map<String, Optional<Op>> ops = new HashMap<>();
        for (int node = 0; node < size; node++) {
            int n = operands(node).size(), current = node;
            if (n == 0) continue;
            Optional<Op> known = ops.computeIfAbsent(op(node) + " " + n, key -> Op.of(op(current), n));
            operations[node] = known.filter(op -> op == Op.ADD || op == Op.MUL || op.operands == n).orElse(null);
            if (operations[node] == Op.POW) exponents[node] = Op.exponent(op(node));
        }
    }

    public Graph graph() {
        return graph;
    }

    public int size() {
        return graph.nodes().size();
    }

    /** The node that all the others lead to; it is the last. */
    public int root() {
        return size() - 1;
    }

    public double data(int node) {
        return graph.nodes().get(node).data();
    }

    /** The data of all nodes, by their places. */
    public double[] data() {
        return graph.nodes().stream().mapToDouble(Graph.Item::data).toArray();
    }

    /** The gradients that all nodes held when the snapshot was taken. */
    public double[] held() {
        return graph.nodes().stream().mapToDouble(Graph.Item::grad).toArray();
    }

    /** The gradient that the node held when the snapshot was taken. */
    public double held(int node) {
        return graph.nodes().get(node).grad();
    }

    String op(int node) {
        return graph.nodes().get(node).op();
    }

    /**
     * The operation that made the node; null for a leaf, for an unknown operation, and for a wrong number of operands.
     */
    public Op operation(int node) {
        return operations[node];
    }

    /** The exponent of a power. */
    public double exponent(int node) {
        return exponents[node];
    }

    /** The node in a formula, in brackets where others may stand beside it. */
    Op.Symbol symbol(int node) {
        return new Op.Symbol(factor(name(node)), data(node));
    }

    /** The operands in their order, a node used twice being there twice; all come before {@code node}. */
    public List<Integer> operands(int node) {
        return graph.nodes().get(node).children();
    }

    public boolean isLeaf(int node) {
        return operands(node).isEmpty();
    }

    /** Where the node is used, in the order of the results. */
    public List<Graph.Use> uses(int node) {
        return graph.uses(node);
    }

    /** What the node is called: its label, or its number if it is a constant, or how it was made if that is short. */
    public String name(int node) {
        if (names[node] == null) names[node] = newName(node);
        return names[node];
    }

    /** Whether the learner gave the node a name. A leaf without one is a constant. */
    public boolean hasLabel(int node) {
        return !graph.nodes().get(node).label().isBlank();
    }

    private String newName(int node) {
        if (hasLabel(node)) {    // without control characters, which would steer a terminal
            return graph.nodes().get(node).label().replaceAll("\\p{Cc}", " ");
        }
        if (isLeaf(node)) return Numbers.full(data(node));
        if (node == root()) return "out";
        boolean named = operands(node).stream().allMatch(operand -> isLeaf(operand) || hasLabel(operand));
        String made = named ? made(node) : "";    // the names of other operands may lead back through all of it
        return named && made.length() <= MAX_NAME ? term(made) : "v" + node;
    }

    /** How the node was made, {@code "a · b"}; its number if it is a leaf. */
    String made(int node) {
        if (isLeaf(node)) return Numbers.full(data(node));
        List<Integer> operands = operands(node);
        Function<Integer, String> term = operand -> term(name(operand));
        Op op = operation(node);
        if (op == null) return op(node) + "(" + joined(operands, term, ", ") + ")";
        return switch (op) {
            case ADD -> joined(operands, term, " + ");
            case SUB -> joined(operands, term, " − ");
            case MUL -> joined(operands, term, " · ");
            case DIV -> joined(operands, term, " / ");
            case NEG -> "−" + term.apply(operands.get(0));
            case POW -> factor(term.apply(operands.get(0))) + Op.Symbol.superscript(exponent(node));
            case EXP, LOG, TANH, RELU, SIGMOID, SQUARE, SQRT, SIN, COS, LINEAR ->
                    op(node) + "(" + bare(term.apply(operands.get(0))) + ")";
        };
    }

    /** The names of these nodes; of the first, where there are very many. */
    static String joined(List<Integer> nodes, Function<Integer, String> name, String by) {
        String first = nodes.stream().limit(MOST_OPERANDS).map(name).collect(Collectors.joining(by));
        return nodes.size() <= MOST_OPERANDS ? first : first + by + "… (" + nodes.size() + " in all)";
    }

    /** A name beside others in a sum: {@code (x1w1 + b)}, {@code relu(x)}, {@code −2}. */
    private static String term(String name) {
        int depth = 0;
        for (char c : name.toCharArray()) {
            if (c == ' ' && depth == 0) return "(" + name + ")";
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        return name;
    }

    /** A name in a product, or under a power: {@code (x1w1 + b)}, {@code (relu(x))}, {@code (−2)}. */
    private static String factor(String name) {
        return name.matches("[\\p{L}\\p{Nd}_.\\[\\],]+") || !bare(name).equals(name) ? name : "(" + name + ")";
    }

    /** Without the brackets around all of it. */
    static String bare(String name) {
        if (!name.startsWith("(")) return name;
        int depth = 0, end = 0;
        do {
            depth += name.charAt(end) == '(' ? 1 : name.charAt(end) == ')' ? -1 : 0;
            end++;
        } while (depth > 0 && end < name.length());
        return depth == 0 && end == name.length() ? name.substring(1, end - 1) : name;
    }

    /** {@code "e = a · b"}; how it was made alone, if it has no other name. */
    public String equation(int node) {
        String name = name(node), made = made(node);
        return name.equals(made) || bare(name).equals(made) ? made : name + " = " + made;
    }

    /** {@code dL/da}: the derivative of one node by another. */
    String derivative(int of, int by) {
        return "d" + factor(name(of)) + "/d" + factor(name(by));
    }

    /** {@code a.grad}: how code calls the gradient that a node holds. */
    public String grad(int node) {
        return term(name(node)) + ".grad";
    }
}
