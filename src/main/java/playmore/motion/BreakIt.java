package playmore.motion;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import playmore.draw.DrawDot;
import playmore.engine.Graph;
import playmore.engine.Node;
import playmore.explain.Calculation;
import playmore.explain.ChainRule;
import playmore.explain.Expression;
import playmore.explain.LocalDerivative;
import playmore.explain.Numbers;
import playmore.output.Page;
import playmore.page.Html;

/** Backpropagation done wrongly, next to the right way, to see which gradient goes wrong first. */
public final class BreakIt {

    private static final String COINCIDENCE = "The numbers come out right all the same, but by chance: with other data"
            + " or another expression they would not.";

    private final Expression e;
    private final Mistake mistake;
    private final Backprop right, wrong;
    private final double[] sizes;

    private BreakIt(Expression e, Mistake mistake) {
        this.e = e;
        this.mistake = mistake;
        this.right = mistake.right(e);
        this.wrong = mistake.wrong(e);
        this.sizes = ChainRule.sizes(e);
    }

    /**
     * Runs wrong algorithms and the right one on the expression of {@code root}. The mistakes are: overwriting instead
     * of accumulating, two wrong orders, not zeroing, and a second backward pass through stale gradients. Prints for
     * each the first node that gets a wrong gradient, and writes a page that shows them turn by turn. The values
     * themselves do not change.
     *
     * <p>Lecture 1:17:32 (order), 1:22:30 (accumulating), 2:10:23 (zeroing).
     *
     * @throws IllegalArgumentException if the derivative of an operation is unknown to the kit
     */
    public static Page breakIt(Node root) {
        Expression e = new Expression(DrawDot.graph(root));
        LocalDerivative.checkKnown(e);
        List<BreakIt> all = new ArrayList<>();
        for (Mistake mistake : Mistake.values()) {
            BreakIt broken = new BreakIt(e, mistake);
            all.add(broken);
            System.out.println(mistake.title + "\n    " + broken.verdict());
        }
        return MotionPage.page("Break " + e.name(e.root()), prefix -> {
            StringBuilder body = new StringBuilder();
            for (int i = 0; i < all.size(); i++) {
                body.append(all.get(i).html(prefix + i + "-"));
            }
            return body.toString();
        });
    }

    /** The first node that passes on a wrong gradient. If there is none, the first leaf that ends with one. */
    private OptionalInt firstWrong() {
        return Stream.concat(results(wrong).stream(), wrong.turns().stream())
                .mapToInt(Backprop.Turn::node).filter(this::differs).findFirst();
    }

    private boolean differs(int node) {
        return !ChainRule.near(right.passedOn(node), wrong.passedOn(node), sizes[node]);
    }

    private String verdict() {
        OptionalInt first = firstWrong();
        if (first.isEmpty()) return mistake.isHarmless(e) ? mistake.harmless : COINCIDENCE;
        int node = first.getAsInt();
        return "First to go wrong: " + e.name(node) + ", which "
                + (e.isLeaf(node) ? "ends with " : "at its turn holds ") + insteadOf(node) + ".";
    }

    private String insteadOf(int node) {
        return Numbers.text(wrong.passedOn(node)) + " instead of " + Numbers.text(right.passedOn(node));
    }

    private String html(String prefix) {
        String moving = firstWrong().isPresent() ? motion().html(prefix) : "";
        return """
                <section class="mistake">
                <h2>%s</h2>
                <p>%s</p>
                <div class="versus">
                <div><h3>Right</h3><pre><code>%s</code></pre></div>
                <div><h3>Wrong</h3><pre><code>%s</code></pre></div>
                </div>
                <p class="verdict"><strong>%s</strong></p>
                %s</section>
                """.formatted(Html.escape(mistake.title), Html.escape(mistake.why), Html.escape(mistake.rightCode),
                        Html.escape(mistake.wrongCode), Html.escape(verdict()), moving);
    }

    private Motion motion() {
        List<Backprop.Turn> rightTurns = results(right), wrongTurns = results(wrong);
        List<Motion.State> rightStates = new ArrayList<>(), wrongStates = new ArrayList<>();
        List<List<String>> steps = new ArrayList<>();
        rightStates.add(new Motion.State(e.data(), right.start(), List.of(), List.of()));
        wrongStates.add(new Motion.State(e.data(), wrong.start(), List.of(), List.of()));
        steps.add(List.of("The gradients at the start."));
        List<Integer> marked = new ArrayList<>();
        int start = -1;
        for (int i = 0; i < rightTurns.size(); i++) {
            int r = rightTurns.get(i).node(), w = wrongTurns.get(i).node();
            if (differs(w)) marked.add(w);
            if (start < 0 && !marked.isEmpty()) start = i + 1;
            rightStates.add(new Motion.State(e.data(), rightTurns.get(i).grads(), List.of(r), List.of()));
            wrongStates.add(new Motion.State(e.data(), wrongTurns.get(i).grads(), List.of(w), List.copyOf(marked)));
            String names = r == w ? e.name(r) : e.name(r) + " (right), " + e.name(w) + " (wrong)";
            steps.add(List.of("Turn " + (i + 1) + ": " + names,
                    "Right: " + turn(r, right), "Wrong: " + turn(w, wrong)));
        }
        List<Integer> different = IntStream.range(0, e.size()).filter(this::differs).boxed().toList();
        rightStates.add(new Motion.State(e.data(), right.grads(), List.of(), List.of()));
        wrongStates.add(new Motion.State(e.data(), wrong.grads(), List.of(), different));
        steps.add(List.of("In the end", leaves()));
        List<Motion.Lane> lanes =
                List.of(new Motion.Lane("Right", e, rightStates), new Motion.Lane("Wrong", e, wrongStates));
        return new Motion(mistake.title, lanes, steps, start < 0 ? steps.size() - 1 : start);
    }

    /** The turns of all nodes except the leaves, which pass nothing on. */
    private List<Backprop.Turn> results(Backprop algorithm) {
        return algorithm.turns().stream().filter(turn -> !e.isLeaf(turn.node())).toList();
    }

    private String turn(int node, Backprop algorithm) {
        String held = Numbers.text(algorithm.passedOn(node));
        List<String> passes = new ArrayList<>();
        for (int k = 0; k < e.operands(node).size(); k++) {
            LocalDerivative local = LocalDerivative.of(e, new Graph.Use(node, k));
            double gradient = algorithm.passedOn(node);
            passes.add(new Calculation(local.times(gradient)).add(gradient, local.value()).text().substring(3)
                    + " to " + e.name(e.operands(node).get(k)));
        }
        return e.name(node) + " holds " + held + " and passes on " + String.join(", ", passes) + ".";
    }

    /** The leaves that end with a wrong gradient. */
    private String leaves() {
        List<String> wrongLeaves = IntStream.range(0, e.size()).filter(e::isLeaf).filter(this::differs)
                .mapToObj(i -> e.name(i) + " has " + insteadOf(i)).toList();
        return wrongLeaves.isEmpty() ? "The leaves happen to come out right." : String.join(", ", wrongLeaves) + ".";
    }
}
