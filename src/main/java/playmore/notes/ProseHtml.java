package playmore.notes;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;
import playmore.page.Html;
import playmore.replay.Markdown;
import playmore.replay.Script;

/** Writes the author's Markdown as HTML. The id of a heading is made from its words, so links to it stay valid. */
final class ProseHtml {

    private final HtmlRenderer renderer = HtmlRenderer.builder()
            .extensions(Markdown.EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .attributeProviderFactory(context -> this::attributes)
            .build();
    private final TextContentRenderer texts = TextContentRenderer.builder().extensions(Markdown.EXTENSIONS).build();

    private final String prefix;
    private final Set<String> ids = new HashSet<>();

    /** @param prefix the beginning of all headings' ids */
    ProseHtml(String prefix) {
        this.prefix = prefix;
    }

    String html(Node block) {
        return renderer.render(block);
    }

    String text(Node block) {
        return texts.render(block);
    }

    /** A heading with a link to itself. */
    String heading(Heading heading, String id) {
        String html = renderer.render(heading), label = "Link to “" + Html.escape(title(heading)) + "”";
        int open = html.indexOf('>'), close = html.lastIndexOf("</h");
        return html.substring(0, open) + " id=\"" + id + "\"" + html.substring(open, close)
                + " <a class=\"here\" href=\"#" + id + "\" aria-label=\"" + label + "\">#</a>" + html.substring(close);
    }

    /** An id for the heading that no other heading of the chapter has. */
    String id(Heading heading) {
        String words = prefix + title(heading).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        String id = words;
        for (int i = 2; !ids.add(id); i++) id = words + "-" + i;
        return id;
    }

    static String title(Heading heading) {
        return Markdown.text(heading).strip();
    }

    private void attributes(Node node, String tag, Map<String, String> attributes) {
        if (Markdown.asks(node)) attributes.put("class", "pause");
    }

    /** The place in the lecture that the heading ends with; null if it ends with none. */
    static Script.Timecode timecode(Heading heading) {
        return heading.getLastChild() instanceof Link link && link.getFirstChild() instanceof Text time
                && link.getDestination().matches("https?:.*")
                ? new Script.Timecode(time.getLiteral(), link.getDestination()) : null;
    }
}
