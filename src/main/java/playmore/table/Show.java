package playmore.table;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import playmore.output.Output;
import playmore.output.PlainText;
import playmore.output.ShownTable;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.io.csv.CsvWriteOptions;

/** Shows tables: on the screen to be read, as CSV for the notes. */
public final class Show {

    private Show() {}

    /**
     * Shows the table, its numbers to as many digits as they need, and writes all of their digits
     * to the next CSV file of the chapter.
     *
     * <p>A column with a print formatter of the learner's own keeps it; the table is not changed. What
     * is missing from a column of whole numbers is left empty; from others it is {@code NaN}.
     *
     * @throws IllegalArgumentException if the table has no columns
     */
    public static ShownTable show(Table table) {
        if (table == null) throw new IllegalArgumentException("There is no table: it is null");
        String name = table.name() == null ? "table" : table.name();
        if (table.columnCount() == 0) {
            throw new IllegalArgumentException("The table \"" + name + "\" has no columns: there is nothing to show");
        }
        String csv = csv(table);
        ShownTable shown = shown(table, Output.next(name, ".csv"));    // a formatter of the learner's own may fail
        Output.write(shown.file(), csv);
        Output.publish(shown);
        return shown;
    }

    /** The table as it is shown now; only the rows that are shown are looked at. */
    static ShownTable shown(Table table, Path file) {
        int count = table.rowCount(), first = Math.min(count, ShownTable.FIRST), last = Math.min(count, ShownTable.LAST);
        int[] rows = IntStream.concat(IntStream.range(0, first), IntStream.range(count - last, count)).toArray();
        List<List<String>> cells = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) cells.add(new ArrayList<>());
        for (Column<?> column : table.columns()) {
            IntFunction<String> format = format(column, rows);
            for (int i = 0; i < rows.length; i++) cells.get(i).add(PlainText.line(format.apply(rows[i])));
        }
        return new ShownTable(table.name() == null ? "" : PlainText.line(table.name()),
                table.columnNames().stream().map(PlainText::line).toList(),
                table.columns().stream().map(c -> c instanceof NumericColumn<?>).toList(),
                List.copyOf(cells.subList(0, first)), List.copyOf(cells.subList(first, rows.length)), count, file);
    }

    /** How the cells in these rows of the column are written. */
    private static IntFunction<String> format(Column<?> column, int[] rows) {
        if (!(column instanceof NumericColumn<?> numbers) || !hasDefaultFormat(numbers, rows)) return column::getString;
        if (!(numbers instanceof DoubleColumn || numbers instanceof FloatColumn)) {
            return row -> numbers.isMissing(row) ? "" : numbers.get(row).toString();
        }
        ColumnFormat format = ColumnFormat.of(Arrays.stream(rows).mapToDouble(numbers::getDouble).toArray());
        return row -> format.format(numbers.getDouble(row));
    }

    /** Whether the column prints as a new one of its type would; Tablesaw does not tell its formatter. */
    private static boolean hasDefaultFormat(NumericColumn<?> column, int[] rows) {
        Column<?> fresh = column.type().create(column.name());
        for (int row : rows) fresh.appendObj(column.get(row));
        return IntStream.range(0, rows.length).allMatch(i -> fresh.getString(i).equals(column.getString(rows[i])));
    }

    private static String csv(Table table) {
        StringWriter csv = new StringWriter();
        table.write().usingOptions(CsvWriteOptions.builder(csv).lineEnd("\n")
                .ignoreLeadingWhitespaces(false).ignoreTrailingWhitespaces(false).build());
        return csv.toString();
    }
}
