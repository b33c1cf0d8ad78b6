package playmore.motion;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import playmore.draw.DrawDot;
import playmore.draw.Drawing;
import playmore.engine.Graph;
import playmore.explain.Expression;
import playmore.page.Html;
import playmore.svg.InlineSvg;

/**
 * Pictures of an expression whose numbers change step by step. The reader steps through them or plays them.
 *
 * @param title what the pictures show
 * @param lanes one picture, or several that change together; each has one state per step
 * @param steps what happens at each step, as lines of text; the first line is the headline
 * @param start the step that is shown at the beginning, counted from 0
 */
public record Motion(String title, List<Lane> lanes, List<List<String>> steps, int start) {

    /** One picture, and its state at each step. */
    record Lane(String title, Expression expression, List<State> states) {}

    /**
     * The numbers of all nodes at one step.
     *
     * @param changed the nodes that the step is about
     * @param wrong the nodes whose gradients are wrong
     */
    record State(double[] data, double[] grads, List<Integer> changed, List<Integer> wrong) {}

    /**
     * The motion as a figure for a page that has the style and the script of {@link MotionPage}. All steps can be read
     * without the script, too.
     *
     * @param prefix what the ids of this motion begin with; unique on the page
     */
    public String html(String prefix) {
        StringBuilder html = new StringBuilder("<figure class=\"motion\" data-start=\"" + start + "\">\n<figcaption>"
                + Html.escape(title) + "</figcaption>\n");
        for (int i = 0; i < lanes.size(); i++) {
            Lane lane = lanes.get(i);
            if (lanes.size() > 1) html.append("<h3>").append(Html.escape(lane.title)).append("</h3>\n");
            State last = lane.states.get(lane.states.size() - 1);
            String inWords = lane.title + ". " + Drawing.describe(lane.expression.graph());
            String svg = InlineSvg.of(svg(lane.expression, last.data, last.grads), prefix + i + "-", inWords);
            html.append("<div class=\"picture\">").append(svg).append("</div>\n");
        }
        html.append(MotionPage.player()).append("<ol class=\"steps\" start=\"0\">\n");
        for (List<String> step : steps) {
            html.append("<li><button type=\"button\">").append(Html.escape(step.get(0))).append("</button>");
            for (String line : step.subList(1, step.size())) {
                html.append("<p>").append(Html.escape(line)).append("</p>");
            }
            html.append("</li>\n");
        }
        return html.append("</ol>\n").append(MotionPage.json(pictures(prefix))).append("</figure>\n").toString();
    }

    /** Draws an expression with these numbers. The numbers decide how wide the cells are, so it is laid out again. */
    static String svg(Expression e, double[] data, double[] grads) {
        List<Graph.Item> items = e.graph().nodes();
        return DrawDot.svg(new Graph(IntStream.range(0, items.size()).mapToObj(i -> new Graph.Item(
                items.get(i).label(), data[i], grads[i], items.get(i).op(), items.get(i).children())).toList()));
    }

    /** A lane for the page's script. The ids of its nodes are the prefix and the number of the node. */
    private record Picture(String prefix, List<Frame> states) {}

    /**
     * What changes from one step to the next: {@code [node, data, grad]} for each node with a new number. The numbers
     * are strings, because JSON has no NaN.
     */
    private record Frame(List<List<Object>> numbers, List<Integer> changed, List<Integer> wrong) {

        static Frame of(State before, State state) {
            List<List<Object>> numbers = new ArrayList<>();
            for (int i = 0; i < state.data.length; i++) {
                double data = state.data[i], grad = state.grads[i];
                if (before == null || data != before.data[i] || grad != before.grads[i]) {
                    numbers.add(List.of(i, Double.toString(data), Double.toString(grad)));
                }
            }
            return new Frame(numbers, state.changed, state.wrong);
        }
    }

    private List<Picture> pictures(String prefix) {
        return IntStream.range(0, lanes.size()).mapToObj(i -> {
            List<State> states = lanes.get(i).states;
            return new Picture(prefix + i + "-v", IntStream.range(0, states.size())
                    .mapToObj(k -> Frame.of(k == 0 ? null : states.get(k - 1), states.get(k))).toList());
        }).toList();
    }

    @Override
    public String toString() {
        return title + ", " + steps.size() + " steps";
    }
}
