package playmore.motion;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import playmore.draw.DrawDot;
import playmore.engine.Graph;
import playmore.engine.Node;
import playmore.explain.ChainRule;
import playmore.explain.Expression;
import playmore.explain.LocalDerivative;
import playmore.explain.Numbers;
import playmore.output.Page;
import playmore.page.Html;

/** Backpropagation done wrongly, beside the right way, to see what goes wrong first. */
public final class BreakIt {

    private static final String COINCIDENCE =
            "The numbers come out right all the same, but by chance: with other data or another expression they would not.";

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
     * Runs wrong algorithms beside the right one on the expression of {@code root}: overwriting
     * instead of accumulating, two wrong orders, no zeroing, a second backward through stale
     * gradients. Prints for each the first node that gets a wrong gradient, and writes a page on which
     * they can be followed turn by turn. The values themselves are not changed.
     *
     * <p>Lecture 1:17:32 (order), 1:22:30 (accumulating), 2:10:23 (zeroing).
     *
     * @throws IllegalArgumentException if the derivative of an operation is not known here
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

    /** The first node that at its turn passes on a wrong gradient; if there is none, the first leaf that ends with one. */
    private OptionalInt parting() {
        return Stream.concat(results(wrong).stream(), wrong.turns().stream()).mapToInt(Backprop.Turn::node)
                .filter(this::differs).findFirst();
    }

    private boolean differs(int node) {
        return !ChainRule.near(right.passedOn(node), wrong.passedOn(node), sizes[node]);
    }

    private String verdict() {
        OptionalInt parting = parting();
        if (parting.isEmpty()) return mistake.isHarmless(e) ? mistake.harmless : COINCIDENCE;
        int node = parting.getAsInt();
        return "First to go wrong: " + e.name(node) + ", which " + (e.isLeaf(node) ? "ends with " : "at its turn holds ")
                + Numbers.text(wrong.passedOn(node)) + " instead of " + Numbers.text(right.passedOn(node)) + ".";
    }

    private String html(String prefix) {
        StringBuilder html = new StringBuilder("<section class=\"mistake\">\n<h2>" + Html.escape(mistake.title) + "</h2>\n<p>"
                + Html.escape(mistake.why) + "</p>\n<div class=\"versus\">\n<div><h3>Right</h3><pre><code>"
                + Html.escape(mistake.rightCode) + "</code></pre></div>\n<div><h3>Wrong</h3><pre><code>"
                + Html.escape(mistake.wrongCode) + "</code></pre></div>\n</div>\n<p class=\"verdict\"><strong>"
                + Html.escape(verdict()) + "</strong></p>\n");
        if (parting().isPresent()) html.append(motion().html(prefix));
        return html.append("</section>\n").toString();
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
            Backprop.Turn r = rightTurns.get(i), w = wrongTurns.get(i);
            if (differs(w.node())) marked.add(w.node());
            if (start < 0 && !marked.isEmpty()) start = i + 1;
            rightStates.add(new Motion.State(e.data(), r.grads(), List.of(r.node()), List.of()));
            wrongStates.add(new Motion.State(e.data(), w.grads(), List.of(w.node()), List.copyOf(marked)));
            steps.add(r.node() == w.node()
                    ? List.of("Turn " + (i + 1) + ": " + e.name(r.node()), "Right: " + turn(r, right), "Wrong: " + turn(w, wrong))
                    : List.of("Turn " + (i + 1) + ": " + e.name(r.node()) + " (right), " + e.name(w.node()) + " (wrong)",
                            "Right: " + turn(r, right), "Wrong: " + turn(w, wrong)));
        }
        List<Integer> parted = IntStream.range(0, e.size()).filter(this::differs).boxed().toList();
        rightStates.add(new Motion.State(e.data(), right.grads(), List.of(), List.of()));
        wrongStates.add(new Motion.State(e.data(), wrong.grads(), List.of(), parted));
        steps.add(List.of("In the end", leaves()));
        return new Motion(mistake.title, List.of(new Motion.Lane("Right", e, rightStates), new Motion.Lane("Wrong", e, wrongStates)),
                steps, start < 0 ? steps.size() - 1 : start);
    }

    /** The turns of those nodes that have something to pass on. */
    private List<Backprop.Turn> results(Backprop algorithm) {
        return algorithm.turns().stream().filter(turn -> !e.isLeaf(turn.node())).toList();
    }

    private String turn(Backprop.Turn turn, Backprop algorithm) {
        int node = turn.node();
        String held = Numbers.text(algorithm.passedOn(node));
        List<String> passes = IntStream.range(0, e.operands(node).size())
                .mapToObj(k -> {
                    LocalDerivative local = LocalDerivative.of(e, new Graph.Use(node, k));
                    return held + " · " + Numbers.text(local.value()) + " = "
                            + Numbers.text(local.times(algorithm.passedOn(node))) + " to " + e.name(e.operands(node).get(k));
                })
                .toList();
        return e.name(node) + " holds " + held + " and passes on " + String.join(", ", passes) + ".";
    }

    /** The leaves that end with a wrong gradient. */
    private String leaves() {
        List<String> wrongLeaves = IntStream.range(0, e.size()).filter(e::isLeaf).filter(this::differs)
                .mapToObj(i -> e.name(i) + " has " + Numbers.text(wrong.passedOn(i)) + " instead of " + Numbers.text(right.passedOn(i)))
                .toList();
        return wrongLeaves.isEmpty() ? "The leaves happen to come out right." : String.join(", ", wrongLeaves) + ".";
    }
}
