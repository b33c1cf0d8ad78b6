package playmore.motion;

import com.google.gson.Gson;
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
import playmore.page.Html;
import playmore.svg.InlineSvg;

/** An expression that answers: its leaves can be turned, and all numbers follow. */
public final class Live {

    /** A node as the page computes with it: a number, or an operation on the nodes at these places. */
    record Item(String name, String data, Op op, List<Integer> operands, Double exponent) {}

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
        return Html.page(e.name(e.root()) + ", live", Moving.style(), Moving.script(), prefix -> html(e, prefix));
    }

    private static String html(Expression e, String prefix) {
        String root = e.name(e.root());
        return "<figure class=\"live\">\n<figcaption>Turn a knob: " + Html.escape(root)
                + " and all gradients follow</figcaption>\n<div class=\"picture\" data-least=\".55\">"
                + InlineSvg.of(Motion.svg(e, e.data(), ChainRule.gradients(e)), prefix, Drawing.describe(e.graph())) + "</div>\n"
                + Html.resource(Live.class, "live.html")
                + "<script type=\"application/json\">{\"prefix\":\"" + prefix + "v\",\"nodes\":" + json(e) + "}</script>\n</figure>\n";
    }

    static String json(Expression e) {
        return new Gson().toJson(items(e));
    }

    /** The nodes of an expression, as the pages' scripts take them. */
    static List<Item> items(Expression e) {
        return IntStream.range(0, e.size()).mapToObj(i -> e.isLeaf(i)
                ? new Item(e.name(i), Double.toString(e.data(i)), null, null, null)
                : new Item(e.name(i), null, e.operation(i), e.operands(i), e.operation(i) == Op.POW ? e.exponent(i) : null)).toList();
    }
}
