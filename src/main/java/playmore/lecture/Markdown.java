package playmore.lecture;

import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** The Markdown that scripts are written in: CommonMark with tables. */
public final class Markdown {

    /** What there is more than CommonMark has; whoever renders it needs to know. */
    public static final List<TablesExtension> EXTENSIONS = List.of((TablesExtension) TablesExtension.create());

    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS)
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES).build();

    private Markdown() {}

    static Node parse(String text) {
        return PARSER.parse(text);
    }
}
