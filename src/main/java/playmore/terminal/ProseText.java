package playmore.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import playmore.replay.Markdown;

/** Formats Markdown for the terminal: wraps it, shows the addresses of links, and styles emphasis. */
public final class ProseText {

    private static final int MIN_CELL = 8;    // columns of a table cell
    private static final String MARKS = ".(,/:$\\-_[{=";    // a long word may be broken before these
    private static final String GAP = "  ";    // between the columns of a table

    private ProseText() {}

    /** The lines of the text. They fit the width unless a word is too long. */
    static List<String> lines(Node markdown, int width) {
        return blocks(markdown, width, true);
    }

    /** The lines of the blocks in a node, with an empty line between blocks if they are {@code loose}. */
    private static List<String> blocks(Node parent, int width, boolean loose) {
        List<String> lines = new ArrayList<>();
        for (Node block : Markdown.children(parent)) {
            if (block instanceof LinkReferenceDefinition) continue;
            if (loose && !lines.isEmpty()) lines.add("");
            lines.addAll(block(block, width));
        }
        return lines;
    }

    private static List<String> block(Node block, int width) {
        if (block instanceof Heading) return heading(block, width);
        if (block instanceof ListBlock list) return items(list, width);
        if (block instanceof BlockQuote) {
            String bar = Style.GRAY.of("▏") + " ";
            return indented(bar, bar, blocks(block, width - Style.width(bar), true));
        }
        if (block instanceof FencedCodeBlock code) return code(code.getLiteral(), width);
        if (block instanceof IndentedCodeBlock code) return code(code.getLiteral(), width);
        if (block instanceof HtmlBlock html) return html.getLiteral().lines().toList();
        if (block instanceof ThematicBreak) return List.of(Style.GRAY.of("─".repeat(width)));
        if (block instanceof TableBlock) return table(block, width);
        return wrapped(inline(block), width);
    }

    private static List<String> code(String text, int width) {
        return indented("  ", "  ", text.lines().flatMap(line -> Style.width(line) <= width - 2
                ? Stream.of(line) : CodeText.wrapped(line, width - 2).stream().flatMap(List::stream)).toList());
    }

    /** The lines, with {@code first} before the first line and {@code rest} before the others. */
    private static List<String> indented(String first, String rest, List<String> lines) {
        return IntStream.range(0, lines.size())
                .mapToObj(i -> ((i == 0 ? first : rest) + lines.get(i)).stripTrailing()).toList();
    }

    /** A heading, and its links below it, such as the one to the lecture. */
    private static List<String> heading(Node heading, int width) {
        StringBuilder title = new StringBuilder();
        List<String> links = new ArrayList<>();
        for (Node node : Markdown.children(heading)) {
            if (node instanceof Link) links.add(text(node));
            else title.append(text(node));
        }
        List<String> lines = new ArrayList<>(wrapped(Style.BOLD.of(title.toString().strip()), width));
        lines.addAll(links);
        return lines;
    }

    private static List<String> items(ListBlock list, int width) {
        List<String> lines = new ArrayList<>();
        int number = list instanceof OrderedList ordered ? ordered.getMarkerStartNumber() : 0;
        for (Node item : Markdown.children(list)) {
            String marker = list instanceof OrderedList ? number++ + ". " : "• ";
            if (!list.isTight() && !lines.isEmpty()) lines.add("");
            List<String> text = blocks(item, width - marker.length(), !list.isTight());
            lines.addAll(indented(marker, " ".repeat(marker.length()), text.isEmpty() ? List.of("") : text));
        }
        return lines;
    }

    /** A table with a line below its header. A cell that is too wide is wrapped and loses its styles. */
    private static List<String> table(Node table, int width) {
        List<List<TableCell>> rows = new ArrayList<>();
        for (Node part : Markdown.children(table)) {
            for (Node row : Markdown.children(part)) {
                rows.add(Markdown.children(row).stream().map(cell -> (TableCell) cell).toList());
            }
        }
        int[] widths = new int[rows.get(0).size()];
        for (List<TableCell> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], Style.width(inline(row.get(i))));
            }
        }
        shrink(widths, width - GAP.length() * (widths.length - 1));
        List<String> lines = new ArrayList<>();
        for (List<TableCell> row : rows) {
            lines.addAll(row(row, widths));
            if (row == rows.get(0)) {
                lines.add(Style.GRAY.of(String.join(GAP, IntStream.of(widths).mapToObj("─"::repeat).toList())));
            }
        }
        return lines;
    }

    /** Makes the widest column narrower until all columns fit, or it has the minimum width. */
    private static void shrink(int[] widths, int room) {
        while (IntStream.of(widths).sum() > room) {
            int widest = IntStream.range(0, widths.length).reduce(0, (a, b) -> widths[b] > widths[a] ? b : a);
            if (widths[widest] <= MIN_CELL) return;
            widths[widest]--;
        }
    }

    private static List<String> row(List<TableCell> row, int[] widths) {
        List<List<String>> cells = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            String text = inline(row.get(i));
            cells.add(Style.width(text) <= widths[i] ? List.of(row.get(i).isHeader() ? Style.BOLD.of(text) : text)
                    : wrapped(Style.plain(text), widths[i]));
        }
        List<String> lines = new ArrayList<>();
        for (int line = 0; line < cells.stream().mapToInt(List::size).max().orElse(0); line++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String cell = line < cells.get(i).size() ? cells.get(i).get(line) : "";
                int space = Math.max(0, widths[i] - Style.width(cell));
                int before = row.get(i).getAlignment() == TableCell.Alignment.RIGHT ? space
                        : row.get(i).getAlignment() == TableCell.Alignment.CENTER ? space / 2 : 0;
                text.append(" ".repeat(before)).append(cell).append(" ".repeat(space - before)).append(GAP);
            }
            lines.add(text.toString().stripTrailing());
        }
        return lines;
    }

    private static String inline(Node parent) {
        StringBuilder text = new StringBuilder();
        for (Node node : Markdown.children(parent)) text.append(text(node));
        return text.toString();
    }

    private static String text(Node node) {
        if (node instanceof Text text) return text.getLiteral();
        if (node instanceof SoftLineBreak) return " ";
        if (node instanceof HardLineBreak) return "\n";
        if (node instanceof Code code) return Style.CYAN.of(code.getLiteral());
        if (node instanceof HtmlInline html) return html.getLiteral();
        if (node instanceof Emphasis) return Style.ITALIC.of(inline(node));
        if (node instanceof StrongEmphasis) return Style.BOLD.of(inline(node));
        if (node instanceof Link link) return inline(link) + "  " + Style.GRAY.of(link.getDestination());
        if (node instanceof Image image) return inline(image) + " " + image.getDestination();
        return inline(node);
    }

    /**
     * Breaks a word into pieces of at most {@code width} columns, if possible before punctuation marks. The first piece
     * has at most {@code first} columns if there is a mark in these. An address is not broken.
     */
    private static List<String> broken(String word, int first, int width) {
        if (Style.width(word) <= first || word.contains("://")) return List.of(word);
        List<String> pieces = new ArrayList<>();
        int from = 0, columns = 0, mark = 0, room = first;
        for (int at = 0, next; at < word.length(); at = next) {
            next = Style.after(word, at);
            columns += Style.width(word.substring(at, next));
            if (columns > room && mark == from) room = width;
            if (columns > room && at > from) {
                int end = mark > from ? mark : at;
                pieces.add(word.substring(from, end));
                columns = Style.width(word.substring(end, next));
                from = mark = end;
                room = width;
            }
            if (MARKS.indexOf(word.charAt(at)) >= 0) mark = at;
        }
        pieces.add(word.substring(from));
        return pieces;
    }

    /** Wraps text without Markdown. */
    public static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n")) {
            String line = "";
            for (String word : paragraph.split(" +")) {
                int begun = Style.width(line);
                for (String piece : broken(word, 4 * begun < width ? width - begun : width, width)) {
                    if (Style.width(line + piece) > width && !line.isEmpty()) {
                        lines.add(line.stripTrailing());
                        line = "";
                    }
                    line += piece;
                }
                line += " ";
            }
            lines.add(line.stripTrailing());
        }
        return lines;
    }
}
