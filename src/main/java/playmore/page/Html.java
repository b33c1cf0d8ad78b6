package playmore.page;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import playmore.output.Jar;
import playmore.output.Output;
import playmore.output.Page;
import playmore.svg.Xml;

/** Pages, and text for them. */
public final class Html {

    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

    private Html() {}

    /**
     * Writes a page to the next file of the chapter, and publishes it.
     *
     * @param style more of a style sheet, {@code ""} where none is needed
     * @param script what runs once the page is there, {@code ""} where nothing does
     * @param body makes the HTML, whose ids all begin with the prefix it is given: no other page of
     *     the chapter has the same
     */
    public static Page page(String title, String style, String script, UnaryOperator<String> body) {
        Path file = Output.next(title, ".html");
        String number = file.getFileName().toString().replaceFirst("\\D.*", "");
        Page page = new Page(file, title, body.apply((file.getParent().getFileName() + "-" + number + "-").replace(' ', '-')));
        Output.write(file, fill(Jar.text(Html.class, "page.html"), Map.of(
                "title", escape(title),
                "style", style() + style,
                "theme", theme(),
                "script", script() + script,
                "body", page.body())));
        Output.publish(page);
        return page;
    }

    /** The style sheet that all pages share. */
    public static String style() {
        return Jar.text(Html.class, "page.css");
    }

    /** What all pages run before they are shown. */
    public static String theme() {
        return Jar.text(Html.class, "theme.js");
    }

    /** What all pages run once they are there: it makes pictures ones to look around in. */
    public static String script() {
        return Jar.text(Html.class, "picture.js");
    }

    /** The text as HTML that shows it, between tags and in attributes. */
    public static String escape(String text) {
        return Xml.escape(text);
    }

    /** The template with a value in each <code>{{place}}</code>. */
    public static String fill(String template, Map<String, String> values) {
        StringBuilder filled = new StringBuilder();
        int end = 0;
        for (Matcher place = PLACE.matcher(template); place.find(); end = place.end()) {
            filled.append(template, end, place.start()).append(Objects.requireNonNull(values.get(place.group(1)), place.group(1)));
        }
        return filled.append(template, end, template.length()).toString();
    }
}
