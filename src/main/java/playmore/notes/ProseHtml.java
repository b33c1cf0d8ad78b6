package playmore.notes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.renderer.html.HtmlRenderer;
import playmore.replay.Markdown;
import playmore.replay.Script;

/** The author's Markdown as HTML; its sections are numbered through the chapter. */
final class ProseHtml {

    /** A heading inside a chapter: where it is on the page, and in the lecture if it says so. */
    record Section(String id, String title, Script.Timecode timecode) {}

    private final HtmlRenderer renderer = HtmlRenderer.builder()
            .extensions(Markdown.EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .attributeProviderFactory(context -> this::attributes)
            .build();

    private int sections;

    String html(Node prose) {
        return renderer.render(prose);
    }

    private void attributes(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Heading) attributes.put("id", id(++sections));
        if (Markdown.asks(node)) attributes.put("class", "pause");
    }

    private static String id(int section) {
        return "section-" + section;
    }

    /** The sections of a chapter, as {@link #html} numbers them. */
    static List<Section> sections(Script script) {
        List<Section> sections = new ArrayList<>();
        for (Script.Block block : script.blocks()) {
            if (block instanceof Script.Prose prose) {
                prose.parsed().accept(new AbstractVisitor() {
                    @Override
                    public void visit(Heading heading) {
                        sections.add(new Section(id(sections.size() + 1), Markdown.text(heading).strip(), timecode(heading)));
                    }
                });
            }
        }
        return sections;
    }

    /** Where in the lecture the section begins, if its heading ends with that; else null. */
    private static Script.Timecode timecode(Heading heading) {
        return heading.getLastChild() instanceof Link link && link.getFirstChild() instanceof Text time
                && link.getDestination().matches("https?:.*")
                ? new Script.Timecode(time.getLiteral(), link.getDestination()) : null;
    }
}
