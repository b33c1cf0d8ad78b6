package playmore.motion;

import com.google.gson.Gson;
import java.util.List;
import java.util.stream.Collectors;
import playmore.page.Html;
import playmore.svg.Palette;

/** What all pages that move have in common. */
public final class Moving {

    private static final List<String> STYLES = List.of("motion.css", "live.css", "playground.css", "film.css");

    /** Each needs no more than those before it. */
    private static final List<String> SCRIPTS = List.of("drawing.js", "motion.js", "operations.js", "expression.js",
            "chart.js", "knob.js", "live.js", "random.js", "network.js", "training.js", "plane.js", "playground.js", "film.js", "tangent.js");

    /** The colours of all pictures, for the scripts. */
    private record Colors(List<String> series, String positive, String negative, String notANumber, String below, String above) {}

    private Moving() {}

    /** What a page has in its style sheet. */
    public static String style() {
        return all(STYLES);
    }

    /** What a page runs once it is there. */
    public static String script() {
        Colors colors = new Colors(Palette.SERIES, Palette.POSITIVE, Palette.NEGATIVE, Palette.NOT_A_NUMBER,
                Palette.side(false), Palette.side(true));
        return "\"use strict\";\n\nconst PALETTE = " + new Gson().toJson(colors) + ";\n\n" + all(SCRIPTS);
    }

    private static String all(List<String> names) {
        return names.stream().map(name -> Html.resource(Moving.class, name)).collect(Collectors.joining("\n"));
    }
}
