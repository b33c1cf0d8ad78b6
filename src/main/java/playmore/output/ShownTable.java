package playmore.output;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jline.utils.WCWidth;

/**
 * A table that was shown: its cells as they read, at the moment it was shown. Of a long one these are
 * the beginning and the end; the file holds all of it.
 *
 * @param title its name, {@code ""} if it has none
 * @param header the names of the columns
 * @param numeric which columns hold numbers, and so are aligned to the right
 * @param first the first rows, {@value #FIRST} at most
 * @param last the last rows, {@value #LAST} at most; of a short table they are among the first, too
 * @param count how many rows there are in all
 * @param file its numbers as CSV, with every digit
 */
public record ShownTable(String title, List<String> header, List<Boolean> numeric, List<List<String>> first,
        List<List<String>> last, int count, Path file) implements Artifact {

    /** @throws IllegalArgumentException if something is null, or a row has not as many cells as the header */
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

    /** How many rows are kept from the beginning, for the notes. */
    public static final int FIRST = 200;

    /** How many are kept from the end, for the terminal. */
    public static final int LAST = 22;

    /** A longer table loses its middle on the terminal; the 41 parameters of the lecture's network are shown whole. */
    private static final int MAX_PRINTED = 45;
    private static final String GAP = "...";

    /** How many rows there are after the {@link #first}. */
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

    /** The table as it is printed, without the end of the last line. */
    public String text() {
        boolean whole = count <= MAX_PRINTED;
        List<List<String>> above = whole ? first : first.subList(0, Math.min(first.size(), MAX_PRINTED - LAST));
        List<List<String>> below = whole ? List.of() : last;
        int[] widths = IntStream.range(0, header.size()).map(i -> Stream.of(List.of(header), above, below).flatMap(List::stream)
                .mapToInt(row -> columns(row.get(i))).reduce(whole ? 0 : GAP.length(), Math::max)).toArray();
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
        String space = " ".repeat(Math.max(0, width - columns(text)));
        return right ? space + text : text + space;
    }

    /** How many it takes on a terminal: Chinese, Japanese, Korean and emoji take two each. */
    public static int columns(String text) {
        return text.codePoints().map(WCWidth::wcwidth).filter(columns -> columns > 0).sum();
    }

    private static String line(int[] widths, IntFunction<String> cell) {
        return IntStream.range(0, widths.length).mapToObj(i -> " " + cell.apply(i) + "  |").collect(Collectors.joining(" "));
    }

    private static String centred(String text, int width) {
        int space = Math.max(0, width - columns(text)), before = space / 2;
        return " ".repeat(before) + text + " ".repeat(space - before);
    }

    /** Where the numbers lie, as seen from the working folder. */
    @Override
    public String toString() {
        return place();
    }
}
