package playmore.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import playmore.replay.Script;

class MarkdownPageTest {

    static Stream<String> names() {
        return NotesRun.SCRIPTS.stream().map(Script::name);
    }

    /** What a reader of the Markdown finds in it. */
    private static final class Found extends AbstractVisitor {

        final List<String> links = new ArrayList<>(), images = new ArrayList<>(), code = new ArrayList<>(), html = new ArrayList<>();
        final List<Node> tables = new ArrayList<>();
        int chapters;

        Found(String markdown) {
            Parser.builder().extensions(List.of(TablesExtension.create())).build().parse(markdown).accept(this);
        }

        @Override
        public void visit(Link link) {
            links.add(link.getDestination());
            visitChildren(link);
        }

        @Override
        public void visit(Image image) {
            images.add(image.getDestination());
        }

        @Override
        public void visit(FencedCodeBlock block) {
            code.add(block.getInfo() + ": " + block.getLiteral());
        }

        @Override
        public void visit(CustomBlock block) {
            if (block instanceof TableBlock) tables.add(block);
            visitChildren(block);
        }

        @Override
        public void visit(Heading heading) {
            if (heading.getLevel() == 1) chapters++;
            visitChildren(heading);
        }

        @Override
        public void visit(HtmlBlock block) {
            html.add(block.getLiteral());
        }

        @Override
        public void visit(HtmlInline inline) {
            html.add(inline.getLiteral());
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyLinkOfAChapterHolds(String name) {
        Found found = found(name);
        List<String> files = Stream.concat(found.links.stream(), found.images.stream())
                .filter(link -> !NotesRun.authors(link)).toList();
        for (String file : files) {
            assertTrue(Files.exists(NotesRun.out().resolve(name).resolve(file)), name + " has a broken link: " + file);
        }
        assertEquals(1, found.chapters);
    }

    @Test
    void theContentsLinkToEveryChapterThatRan() {
        List<String> links = new Found(NotesRun.read("README.md")).links;
        for (Script script : NotesRun.SCRIPTS) {
            String file = script.name() + "/" + script.name() + ".md";
            assertTrue(links.contains(file) && Files.exists(NotesRun.out().resolve(file)), file);
        }
        assertTrue(links.stream().noneMatch(link -> link.contains(NotesRun.NOT_RUN.name())));
    }

    @Test
    void holdsCodeResultsPicturesAndTables() {
        Found found = found("05-manual-backprop");
        assertEquals(List.of("01-L.svg", "02-L.svg", "03-L.svg", "04-L.svg", "05-L.svg", "06-L.svg", "07-L.svg"), found.images);
        assertTrue(found.code.contains("text: dL/da = 6.0\n"), () -> "" + found.code);
        assertTrue(found.code.stream().anyMatch(code -> code.startsWith("java: a.grad = e.grad * b.data;")));
        assertEquals(1, found.tables.size());
        assertTrue(TextContentRenderer.builder().extensions(List.of(TablesExtension.create())).build().render(found.tables.get(0)).contains("by hand"));
    }

    @Test
    void whatTheLearnerTypedStaysText() {
        Found found = found("90-odd");
        assertEquals(2, found.tables.size(), "the author's, and the learner's");
        assertTrue(found.code.contains("text: <script>document.title = 'broken'</script> & \"quotes\" {{title}} ``` $1 \\\n"),
                () -> "" + found.code);
        assertEquals(List.of("<Value>"), found.html, "only what the author wrote so; a title is text");
    }

    private static Found found(String name) {
        return new Found(NotesRun.read(name + "/" + name + ".md"));
    }
}
