package playmore.replay;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** The Markdown that scripts are written in: CommonMark with tables. */
public final class Markdown {

    /** The extensions of CommonMark that scripts use. A renderer must be given them, too. */
    public static final List<TablesExtension> EXTENSIONS = List.of((TablesExtension) TablesExtension.create());

    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES).build();

    private Markdown() {}

    /** A document, with where each of its nodes stands in the text. */
    public static Node parse(String text) {
        return PARSER.parse(text);
    }

    /** The nodes that are right below this one. */
    public static List<Node> children(Node parent) {
        List<Node> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) children.add(node);
        return children;
    }

    /** Returns whether this paragraph asks the reader to think first: it begins with <em>Pause: …</em> */
    public static boolean asks(Node block) {
        return block instanceof Paragraph && block.getFirstChild() instanceof Emphasis emphasis
                && text(emphasis).startsWith("Pause");
    }

    /** The last lines of the questions in a text, counted from 0. */
    static List<Integer> questions(Node document) {
        return children(document).stream().filter(Markdown::asks).map(Node::getSourceSpans)
                .map(spans -> spans.get(spans.size() - 1).getLineIndex()).toList();
    }

    static List<String> headings(Node document) {
        return children(document).stream().filter(block -> block instanceof Heading)
                .map(heading -> text(heading).strip()).toList();
    }

    /** The text in the node without that of links. */
    public static String text(Node node) {
        StringBuilder text = new StringBuilder();
        node.accept(new AbstractVisitor() {
            @Override
            public void visit(Text literal) {
                text.append(literal.getLiteral());
            }

            @Override
            public void visit(Code code) {
                text.append(code.getLiteral());
            }

            @Override
            public void visit(Link link) {}
        });
        return text.toString();
    }
}
