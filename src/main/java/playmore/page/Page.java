package playmore.page;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import playmore.output.Artifact;
import playmore.output.Output;

/** A page that lies in the chapter's folder: one file that needs nothing else. */
public final class Page implements Artifact {

    private final Path file;
    private final String title;
    private final String body;

    private Page(String title, String style, String script, UnaryOperator<String> body) {
        this.file = Output.next(title, ".html");
        this.title = title;
        this.body = body.apply("p" + file.getFileName().toString().replaceFirst("\\D.*", "") + "-");
        Output.write(file, Html.fill(Html.resource(Page.class, "page.html"), Map.of(
                "title", Html.escape(title),
                "style", Html.resource(Page.class, "page.css") + style,
                "script", script,
                "body", this.body)));
    }

    /**
     * Writes a page to the next file of the chapter, and publishes it.
     *
     * @param style more of a style sheet, {@code ""} where none is needed
     * @param script what runs once the page is there, {@code ""} where nothing does
     * @param body makes the HTML, whose ids all begin with the prefix it is given: no other page of
     *     the chapter has the same
     */
    public static Page of(String title, String style, String script, UnaryOperator<String> body) {
        Page page = new Page(title, style, script, body);
        Output.publish(page);
        return page;
    }

    @Override
    public Path file() {
        return file;
    }

    public String title() {
        return title;
    }

    /** What is between the page's head and its end: HTML to be shown on another page, too. */
    public String body() {
        return body;
    }

    /** Where it lies, as seen from the working folder. */
    @Override
    public String toString() {
        return place();
    }
}
