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

/** Writes HTML pages, and text in HTML. */
public final class Html {

    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

    private Html() {}

    /**
     * Writes a page to the next file of the chapter, and publishes it.
     *
     * @param style CSS to add to the style sheet of all pages, or {@code ""}
     * @param script JavaScript that runs after the page has loaded, or {@code ""}
     * @param body makes the HTML between header and footer; it begins all ids with the prefix that it is given, which
     *     no other page of the chapter has
     */
    public static Page page(String title, String style, String script, UnaryOperator<String> body) {
        Path file = Output.next(title, ".html");
        String number = file.getFileName().toString().replaceFirst("\\D.*", "");
        String prefix = (file.getParent().getFileName() + "-" + number + "-").replace(' ', '-');
        Page page = new Page(file, title, body.apply(prefix));
        Output.write(file, fill(asset("page.html"), Map.of(
                "title", escape(title),
                "style", asset("page.css") + style,
                "theme", asset("theme.js"),
                "script", asset("picture.js") + script,
                "body", page.body())));
        Output.publish(page);
        return page;
    }

    /**
     * A file that all pages use: page.css, theme.js, which runs before the page is displayed, or picture.js, which lets
     * the reader zoom and move pictures.
     */
    public static String asset(String name) {
        return Jar.text(Html.class, name);
    }

    /** Escapes text for use between tags and in attributes. */
    public static String escape(String text) {
        return Xml.escape(text);
    }

    /** Replaces each <code>{{name}}</code> in the template by the value with this name. */
    public static String fill(String template, Map<String, String> values) {
        StringBuilder filled = new StringBuilder();
        int end = 0;
        for (Matcher place = PLACE.matcher(template); place.find(); end = place.end()) {
            String name = place.group(1);
            filled.append(template, end, place.start()).append(Objects.requireNonNull(values.get(name), name));
        }
        return filled.append(template, end, template.length()).toString();
    }
}
