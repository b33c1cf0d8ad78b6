package playmore.motion;

import java.util.List;
import java.util.stream.Collectors;
import playmore.page.Html;

/** What all pages that move have in common. */
public final class Moving {

    private static final List<String> STYLES = List.of("motion.css", "live.css");

    /** Each needs no more than those before it. */
    private static final List<String> SCRIPTS = List.of("drawing.js", "motion.js", "operations.js", "expression.js",
            "chart.js", "knob.js", "live.js");

    private Moving() {}

    /** What a page has in its style sheet. */
    public static String style() {
        return all(STYLES);
    }

    /** What a page runs once it is there. */
    public static String script() {
        return all(SCRIPTS);
    }

    private static String all(List<String> names) {
        return names.stream().map(name -> Html.resource(Moving.class, name)).collect(Collectors.joining("\n"));
    }
}
