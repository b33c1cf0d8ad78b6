package playmore.motion;

import java.util.List;
import java.util.stream.IntStream;
import playmore.draw.DrawDot;
import playmore.draw.Drawing;
import playmore.engine.Graph;
import playmore.explain.Expression;
import playmore.page.Html;
import playmore.svg.InlineSvg;

/**
 * Pictures of an expression whose numbers change step by step, to go through or to be played.
 *
 * @param title what is to be seen
 * @param lanes one picture, or several that move together; each has a state for every step
 * @param steps what happens at each step, in lines, the first being the main one
 * @param start the step that is shown at first, counted from 0
 */
public record Motion(String title, List<Lane> lanes, List<List<String>> steps, int start) {

    /** One picture, and what it shows at each step. */
    record Lane(String title, Expression expression, List<State> states) {}

    /**
     * The numbers of all nodes at one step.
     *
     * @param changed the nodes that the step is about
     * @param wrong the nodes whose gradient is not what it should be
     */
    record State(double[] data, double[] grads, List<Integer> changed, List<Integer> wrong) {}

    /**
     * The motion as part of a page that has the style and the script of
     * {@link MotionPage}. All steps can be read without the script too.
     *
     * @param prefix begins the ids of this motion, and of no other on the page
     */
    public String html(String prefix) {
        StringBuilder html = new StringBuilder("<figure class=\"motion\" data-start=\"" + start + "\">\n<figcaption>"
                + Html.escape(title) + "</figcaption>\n");
        for (int i = 0; i < lanes.size(); i++) {
            Lane lane = lanes.get(i);
            if (lanes.size() > 1) html.append("<h3>").append(Html.escape(lane.title)).append("</h3>\n");
            html.append("<div class=\"picture\">")
                    .append(InlineSvg.of(last(lane), prefix + i + "-", lane.title + ". " + Drawing.describe(lane.expression.graph()))).append("</div>\n");
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

    private static String last(Lane lane) {
        State last = lane.states.get(lane.states.size() - 1);
        return svg(lane.expression, last.data, last.grads);
    }

    /** An expression with these numbers. */
    static String svg(Expression e, double[] data, double[] grads) {
        List<Graph.Item> items = e.graph().nodes();
        return DrawDot.svg(new Graph(IntStream.range(0, items.size()).mapToObj(i -> new Graph.Item(
                items.get(i).label(), data[i], grads[i], items.get(i).op(), items.get(i).children())).toList()));
    }

    /** A lane as the page's script takes it: the ids of its nodes begin with the prefix. */
    private record Picture(String prefix, List<Frame> states) {}

    /** What is new in a state: {@code [node, data, grad]} for each node that has a new number, as texts: JSON has no NaN. */
    private record Frame(List<List<Object>> numbers, List<Integer> changed, List<Integer> wrong) {

        static Frame of(State before, State state) {
            List<List<Object>> numbers = IntStream.range(0, state.data.length)
                    .filter(i -> before == null || state.data[i] != before.data[i] || state.grads[i] != before.grads[i])
                    .mapToObj(i -> List.<Object>of(i, Double.toString(state.data[i]), Double.toString(state.grads[i]))).toList();
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
