package playmore.lecture;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/** Markdown as it reads well on a terminal: wrapped, links with their address, emphasis as {@link Style}. */
final class ProseText {

    private static final Parser PARSER = Parser.builder().build();

    private final int width;
    private final List<String> lines = new ArrayList<>();

    private ProseText(int width) {
        this.width = width;
    }

    /** The lines of the text, none wider than {@code width} where its words allow that. */
    static List<String> lines(String markdown, int width) {
        ProseText text = new ProseText(width);
        text.blocks(PARSER.parse(markdown), "", "", true);
        return text.lines;
    }

    /** The blocks inside a node; {@code first} begins the first line, {@code rest} every other. */
    private void blocks(Node parent, String first, String rest, boolean loose) {
        for (Node block = parent.getFirstChild(); block != null; block = block.getNext()) {
            if (loose && block.getPrevious() != null) lines.add(rest.stripTrailing());
            block(block, first, rest);
            first = rest;
        }
    }

    private void block(Node block, String first, String rest) {
        if (block instanceof Heading) {
            heading(block, first, rest);
        } else if (block instanceof BulletList list) {
            items(list, list.isTight(), first, rest, "•");
        } else if (block instanceof OrderedList list) {
            items(list, list.isTight(), first, rest, list.getMarkerStartNumber() + ".");
        } else if (block instanceof BlockQuote) {
            String bar = Style.GRAY.of("▏") + " ";
            blocks(block, first + bar, rest + bar, true);
        } else if (block instanceof FencedCodeBlock code) {
            code.getLiteral().lines().forEach(line -> lines.add(rest + "  " + line));
        } else if (block instanceof IndentedCodeBlock code) {
            code.getLiteral().lines().forEach(line -> lines.add(rest + "  " + line));
        } else {
            wrap(inline(block), first, rest);
        }
    }

    /** A heading, and below it where its links lead, such as the place in the lecture. */
    private void heading(Node heading, String first, String rest) {
        List<String> links = new ArrayList<>();
        for (Node node = heading.getFirstChild(); node != null; ) {
            Node next = node.getNext();
            if (node instanceof Link link) {
                links.add(link(link));
                link.unlink();
            }
            node = next;
        }
        wrap(Style.BOLD.of(inline(heading).strip()), first, rest);
        links.forEach(link -> lines.add(rest + link));
    }

    private void items(Node list, boolean tight, String first, String rest, String marker) {
        for (Node item = list.getFirstChild(); item instanceof ListItem; item = item.getNext()) {
            if (!tight && item.getPrevious() != null) lines.add(rest.stripTrailing());
            String before = item.getPrevious() == null ? first : rest;
            blocks(item, before + marker + " ", rest + " ".repeat(marker.length() + 1), !tight);
            if (list instanceof OrderedList) marker = (Integer.parseInt(marker.replace(".", "")) + 1) + ".";
        }
    }

    private static String inline(Node parent) {
        StringBuilder text = new StringBuilder();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Text t) text.append(t.getLiteral());
            else if (node instanceof SoftLineBreak) text.append(' ');
            else if (node instanceof HardLineBreak) text.append('\n');
            else if (node instanceof Code code) text.append(Style.CYAN.of(code.getLiteral()));
            else if (node instanceof Emphasis) text.append(Style.ITALIC.of(inline(node)));
            else if (node instanceof StrongEmphasis) text.append(Style.BOLD.of(inline(node)));
            else if (node instanceof Link link) text.append(link(link));
            else if (node instanceof Image image) text.append(inline(node)).append(' ').append(image.getDestination());
            else text.append(inline(node));
        }
        return text.toString();
    }

    private static String link(Link link) {
        return inline(link) + "  " + Style.GRAY.of(link.getDestination());
    }

    private void wrap(String text, String first, String rest) {
        for (String paragraph : text.split("\n")) {
            String line = first;
            for (String word : paragraph.split(" +")) {
                if (Style.width(line + word) > width && !line.equals(first) && !line.equals(rest)) {
                    lines.add(line.stripTrailing());
                    line = rest;
                }
                line += word + " ";
            }
            lines.add(line.stripTrailing());
            first = rest;
        }
    }
}
