package playmore.draw;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import playmore.engine.Graph;
import playmore.explain.Numbers;
import playmore.output.PlainText;

/**
 * Draws a graph with characters: each value with its data and its gradient, and lines to the values that it was made
 * from. A graph that fits is drawn from left to right, as {@code drawDot} does. Another is a tree with the root at the
 * top. A value that is used again is named there without what it was made from.
 */
final class TextGraph {

    private static final int MOST_FROM_LEFT = 100;    // values, which fill more than a screen
    private static final int LEVEL = 3, LAST_LEVEL = 40;    // columns of the lines to each level, and of a value
    private static final int LONGEST_NAME = 16;

    /** The drawing of a value and all that it was made from. The line at {@code row} goes on to the right. */
    private record Block(List<String> lines, int row) {}

    private final Graph graph;
    private final boolean hasGradients;
    private final Set<Integer> drawn = new HashSet<>();

    private TextGraph(Graph graph) {
        this.graph = graph;
        hasGradients = Drawing.hasGradients(graph);
    }

    /** Draws the graph in this room. If it is too large, the values farthest from the root are left out. */
    static String of(Graph graph, int columns, int rows) {
        int root = graph.nodes().size() - 1;
        if (root < MOST_FROM_LEFT) {
            TextGraph drawing = new TextGraph(graph);
            List<String> lines = drawing.block(root).lines;
            int width = lines.stream().mapToInt(PlainText::columns).max().orElse(0);
            if (width <= columns && lines.size() <= rows) return drawing.text(lines);
        }
        for (int levels = Math.max(1, (columns - LAST_LEVEL) / LEVEL); ; levels--) {
            TextGraph drawing = new TextGraph(graph);
            List<String> lines = new ArrayList<>();
            drawing.addTree(lines, root, "", "", levels, rows);
            if (levels == 0 || lines.size() <= rows) return drawing.text(lines);
        }
    }

    private String text(List<String> lines) {
        int left = graph.nodes().size() - drawn.size();
        String more = left == 0 ? "" : "… and " + left + (left == 1 ? " value" : " values") + " more, in the file\n";
        return lines.stream().map(line -> line.stripTrailing() + "\n").collect(Collectors.joining()) + more;
    }

    /** Adds the line of a value, and below it the trees of its operands. Stops when there are too many lines. */
    private void addTree(List<String> lines, int index, String before, String below, int levels, int most) {
        Graph.Item node = graph.nodes().get(index);
        boolean isNew = drawn.add(index);
        String made = node.isLeaf() ? "" : " (" + (isNew ? symbol(node.op()) : "above") + ")";
        List<Integer> operands = isNew ? node.children() : List.of();
        lines.add(before + text(node) + made + (levels == 0 && !operands.isEmpty() ? " …" : ""));
        for (int i = 0; i < operands.size() && levels > 0 && lines.size() <= most; i++) {
            boolean isLast = i == operands.size() - 1;
            addTree(lines, operands.get(i), below + (isLast ? "└─ " : "├─ "),
                    below + (isLast ? "   " : "│  "), levels - 1, most);
        }
    }

    private Block block(int index) {
        Graph.Item node = graph.nodes().get(index);
        boolean isNew = drawn.add(index);
        if (node.isLeaf()) return new Block(List.of(text(node)), 0);
        if (!isNew) return new Block(List.of(text(node) + " (above)"), 0);
        List<String> lines = new ArrayList<>();
        List<Integer> rows = new ArrayList<>();    // at which an operand goes on to the right
        for (int operand : node.children()) {
            Block block = block(operand);
            boolean touches = rows.size() == 1 && lines.size() + block.row == rows.get(0) + 1;
            if (touches && node.children().size() == 2) lines.add("");    // room for the operation
            rows.add(lines.size() + block.row);
            lines.addAll(block.lines);
        }
        return joined(lines, rows, symbol(node.op()) + "─ " + text(node));
    }

    /** Joins the operands by lines to their result. */
    private static Block joined(List<String> lines, List<Integer> rows, String result) {
        int width = lines.stream().mapToInt(PlainText::columns).max().orElse(0);
        int first = rows.get(0), last = rows.get(rows.size() - 1), at = (first + last) / 2;
        List<String> joined = new ArrayList<>();
        for (int row = 0; row < lines.size(); row++) {
            boolean isOperand = rows.contains(row);
            String line = lines.get(row), fill = isOperand ? "─" : " ";
            String begin = isOperand ? line + " " : line;
            String padded = begin + fill.repeat(Math.max(0, width + 2 - PlainText.columns(begin)));
            if (row == at) joined.add(padded + result);
            else if (row == first) joined.add(padded + "┐");
            else if (row == last) joined.add(padded + "┘");
            else if (row > first && row < last) joined.add(padded + (isOperand ? "┤" : "│"));
            else joined.add(line);
        }
        return new Block(joined, at);
    }

    private String text(Graph.Item node) {
        String label = Dot.shorten(node.label(), LONGEST_NAME);
        String name = label.isEmpty() ? "" : label + " ";
        return name + Numbers.text(node.data()) + (hasGradients ? " ∇ " + Numbers.text(node.grad()) : "");
    }

    private static String symbol(String op) {
        return op.equals("*") ? "×" : op.equals("-") ? "−" : op;
    }
}
