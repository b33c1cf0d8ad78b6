package playmore.motion;

import com.google.gson.Gson;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import playmore.output.Jar;
import playmore.output.Page;
import playmore.page.Html;
import playmore.svg.Palette;

/** What all pages of this package share. */
public final class MotionPage {

    private static final List<String> STYLES = List.of("motion.css", "live.css", "playground.css", "film.css");

    /** In this order, because each script uses only those before it. */
    private static final List<String> SCRIPTS = List.of("player.js", "drawing.js", "motion.js", "operations.js",
            "expression.js", "chart.js", "knob.js", "live.js", "random.js", "network.js", "training.js", "plane.js",
            "playground.js", "film.js", "tangent.js");

    /** The colours of all pictures, for the scripts. */
    private record Colors(List<String> series, String positive, String negative, String notANumber,
            String below, String above, String ink) {}

    private MotionPage() {}

    /** The style sheet of these pages. */
    public static String style() {
        return all(STYLES);
    }

    /** The script of these pages, which runs at the end of the page. */
    public static String script() {
        Colors colors = new Colors(Palette.SERIES, Palette.POSITIVE, Palette.NEGATIVE, Palette.NOT_A_NUMBER,
                Palette.side(false), Palette.side(true), Palette.INK);
        return "\"use strict\";\n\nconst PALETTE = " + new Gson().toJson(colors) + ";\n\n" + all(SCRIPTS);
    }

    /** Writes a page to the next file of the chapter, and publishes it. {@code body} is given the prefix of all ids. */
    static Page page(String title, UnaryOperator<String> body) {
        return Html.page(title, style(), script(), body);
    }

    /**
     * A figure: {@code content}, followed by the controls in {@code kind.html} and the data. Its script finds it by its
     * class, which is {@code kind}, and reads the data.
     */
    static String figure(String kind, String caption, String content, Object data) {
        return "<figure class=\"" + kind + "\">\n<figcaption>" + Html.escape(caption) + "</figcaption>\n" + content
                + Jar.text(MotionPage.class, kind + ".html") + json(data) + "</figure>\n";
    }

    /** The buttons and the slider for the steps of a figure. */
    static String player() {
        return Jar.text(MotionPage.class, "player.html");
    }

    /** The numbers of two things that should be equally many: {@code 2 examples but only 1 answer}. */
    static String mismatch(String thing, Object[] things, double[] answers) {
        int n = things == null ? 0 : things.length, m = answers == null ? 0 : answers.length;
        return count(n, thing) + (m == n ? " and " : m < n ? " but only " : " but ") + count(m, "answer");
    }

    private static String count(int n, String thing) {
        return (n == 0 ? "no" : n) + " " + thing + (n == 1 ? "" : "s");
    }

    /** The data of a figure, for its script. */
    static String json(Object data) {
        return "<script type=\"application/json\">" + new Gson().toJson(data) + "</script>\n";
    }

    private static String all(List<String> names) {
        return names.stream().map(name -> Jar.text(MotionPage.class, name)).collect(Collectors.joining("\n"));
    }
}
