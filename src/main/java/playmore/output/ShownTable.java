package playmore.output;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table as it was shown, with its cells as text. A long table keeps only its first and last rows; the file has them
 * all.
 *
 * @param title the table's name, or {@code ""}
 * @param header the names of the columns
 * @param numeric for each column, whether it has numbers, which are aligned to the right
 * @param first the first rows, at most {@value #FIRST}
 * @param last the last rows, at most {@value #LAST}; in a short table some rows are in both lists
 * @param count the number of all rows
 * @param file a CSV file with all rows and all digits
 */
public record ShownTable(String title, List<String> header, List<Boolean> numeric, List<List<String>> first,
        List<List<String>> last, int count, Path file) implements Artifact {

    /** @throws IllegalArgumentException if an argument is null, or a row does not have as many cells as the header */
    public ShownTable {
        if (title == null || header == null || numeric == null || first == null || last == null) {
            throw new IllegalArgumentException("A table has a title, a header and rows, and one of them is null");
        }
        int columns = header.size();
        if (numeric.size() != columns
                || Stream.concat(first.stream(), last.stream()).anyMatch(row -> row.size() != columns)) {
            throw new IllegalArgumentException("The table \"" + title + "\" has rows that are not as wide as it is");
        }
        header = List.copyOf(header);
        numeric = List.copyOf(numeric);
        first = first.stream().map(List::copyOf).toList();
        last = last.stream().map(List::copyOf).toList();
    }

    /** The most rows that are kept from the beginning, for the notes. */
    public static final int FIRST = 200;

    /** The most rows that are kept from the end, for the terminal. */
    public static final int LAST = 22;

    /** The terminal leaves out the middle of a longer table. The lecture's network with its 41 parameters fits. */
    private static final int MAX_PRINTED = 45;
    private static final String GAP = "...";

    /** The number of rows after the {@link #first} ones. */
    public int left() {
        return count - first.size();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.table(this);
    }

    @Override
    public void print() {
        text().lines().forEach(System.out::println);
    }

    /** The table as it is printed, without the last line end. */
    public String text() {
        boolean whole = count <= MAX_PRINTED;
        List<List<String>> above = whole ? first : first.subList(0, Math.min(first.size(), MAX_PRINTED - LAST));
        List<List<String>> below = whole ? List.of() : last;
        int[] widths = IntStream.range(0, header.size())
                .map(i -> Stream.of(List.of(header), above, below).flatMap(List::stream)
                .mapToInt(row -> PlainText.columns(row.get(i))).reduce(whole ? 0 : GAP.length(), Math::max)).toArray();
        int width = IntStream.of(widths).map(w -> w + 5).sum() - 1;
        List<String> lines = new ArrayList<>();
        if (!title.isEmpty()) lines.add(centred(title, width));
        lines.add(line(widths, i -> centred(header.get(i), widths[i])));
        lines.add("-".repeat(width));
        for (List<String> row : above) lines.add(line(widths, i -> aligned(row.get(i), widths[i], numeric.get(i))));
        if (!whole) lines.add(line(widths, i -> aligned(GAP, widths[i], true)));
        for (List<String> row : below) lines.add(line(widths, i -> aligned(row.get(i), widths[i], numeric.get(i))));
        return String.join("\n", lines);
    }

    private static String aligned(String text, int width, boolean right) {
        String space = " ".repeat(Math.max(0, width - PlainText.columns(text)));
        return right ? space + text : text + space;
    }

    private static String line(int[] widths, IntFunction<String> cell) {
        return IntStream.range(0, widths.length).mapToObj(i -> " " + cell.apply(i) + "  |")
                .collect(Collectors.joining(" "));
    }

    private static String centred(String text, int width) {
        int space = Math.max(0, width - PlainText.columns(text)), before = space / 2;
        return " ".repeat(before) + text + " ".repeat(space - before);
    }

    /** The path of the CSV file, relative to the working folder. */
    @Override
    public String toString() {
        return place();
    }
}
