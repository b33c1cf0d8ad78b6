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

/** An expression whose leaves have knobs: when the reader turns one, all numbers follow. */
public final class Live {

    /** A node for the page's script: a leaf with its number, or an operation on the nodes with these indices. */
    record Item(String name, String data, Op op, List<Integer> operands, Double exponent) {}

    private record Data(String prefix, List<Item> nodes) {}

    private Live() {}

    /**
     * Writes a page with the graph of {@code root} and a knob for each leaf. When a knob is turned, the page
     * recomputes all data and all gradients. It can also nudge the parameters against their gradients, once or
     * repeatedly. If there are no parameters, it nudges all leaves that have a name.
     *
     * <p>The values themselves do not change. The page is one file that works offline.
     *
     * <p>Lecture 0:51:11 (the nudge).
     *
     * @throws IllegalArgumentException if the derivative of an operation is unknown to the kit
     */
    public static Page live(Node root) {
        Expression e = new Expression(DrawDot.graph(root));
        LocalDerivative.checkKnown(e);
        String name = e.name(e.root()), svg = Motion.svg(e, e.data(), ChainRule.gradients(e));
        return MotionPage.page(name + ", live", prefix -> {
            String picture = InlineSvg.of(svg, prefix, Drawing.describe(e.graph()));
            return MotionPage.figure("live", "Turn a knob: " + name + " and all gradients follow",
                    "<div class=\"picture\" data-least=\".55\">" + picture + "</div>\n",
                    new Data(prefix + "v", items(e)));
        });
    }

    /** The nodes of an expression, for the scripts of the pages. */
    static List<Item> items(Expression e) {
        return IntStream.range(0, e.size()).mapToObj(i -> {
            if (e.isLeaf(i)) return new Item(e.name(i), Double.toString(e.data(i)), null, null, null);
            Op op = e.operation(i);
            return new Item(e.name(i), null, op, e.operands(i), op == Op.POW ? e.exponent(i) : null);
        }).toList();
    }
}
