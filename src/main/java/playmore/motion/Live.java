package playmore.motion;

import java.util.List;
import java.util.stream.IntStream;
import playmore.draw.DrawDot;
import playmore.draw.Drawing;
import playmore.engine.Node;
import playmore.engine.Op;
import playmore.explain.ChainRule;
import playmore.explain.Expression;
import playmore.explain.LocalDerivative;
import playmore.output.Page;
import playmore.svg.InlineSvg;

/** An expression that answers: its leaves can be turned, and all numbers follow. */
public final class Live {

    /** A node as the page computes with it: a number, or an operation on the nodes at these places. */
    record Item(String name, String data, Op op, List<Integer> operands, Double exponent) {}

    private record Data(String prefix, List<Item> nodes) {}

    private Live() {}

    /**
     * Writes a page with the graph of {@code root} and a knob for each leaf. Turn one, and the page
     * computes all data and all gradients anew. It can also nudge the parameters against their gradients, once
     * or again and again; where there are no parameters, all leaves that have a name.
     *
     * <p>The values themselves are not changed. The page is one file that needs no network.
     *
     * <p>Lecture 0:51:11 (the nudge).
     *
     * @throws IllegalArgumentException if the derivative of an operation is not known here
     */
    public static Page live(Node root) {
        Expression e = new Expression(DrawDot.graph(root));
        LocalDerivative.checkKnown(e);
        String name = e.name(e.root()), svg = Motion.svg(e, e.data(), ChainRule.gradients(e));
        return MotionPage.page(name + ", live", prefix -> MotionPage.figure("live", "Turn a knob: " + name + " and all gradients follow",
                "<div class=\"picture\" data-least=\".55\">" + InlineSvg.of(svg, prefix, Drawing.describe(e.graph())) + "</div>\n",
                new Data(prefix + "v", items(e))));
    }

    /** The nodes of an expression, as the pages' scripts take them. */
    static List<Item> items(Expression e) {
        return IntStream.range(0, e.size()).mapToObj(i -> e.isLeaf(i)
                ? new Item(e.name(i), Double.toString(e.data(i)), null, null, null)
                : new Item(e.name(i), null, e.operation(i), e.operands(i), e.operation(i) == Op.POW ? e.exponent(i) : null)).toList();
    }
}
