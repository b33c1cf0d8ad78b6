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

/** Shows tables on the screen, and writes them as CSV for the notes. */
public final class Show {

    private Show() {}

    /**
     * Shows the table with as many digits as its numbers need, and writes it with all digits to the next CSV file of
     * the chapter.
     *
     * <p>The table does not change. A column with its own print formatter is shown with it. A missing number is shown
     * as an empty cell in a column of whole numbers, and as {@code NaN} in other columns.
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
        ShownTable shown = shown(table, Output.next(name, ".csv"));    // before writing: a learner's formatter may fail
        Output.write(shown.file(), csv);
        Output.publish(shown);
        return shown;
    }

    /** Formats the first and the last rows of the table; it does not read the rows in between. */
    static ShownTable shown(Table table, Path file) {
        int count = table.rowCount();
        int first = Math.min(count, ShownTable.FIRST), last = Math.min(count, ShownTable.LAST);
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

    /** The function that formats the column's cell in one of these rows. */
    private static IntFunction<String> format(Column<?> column, int[] rows) {
        if (!(column instanceof NumericColumn<?> numbers) || !hasDefaultFormat(numbers, rows)) return column::getString;
        if (!(numbers instanceof DoubleColumn || numbers instanceof FloatColumn)) {
            return row -> numbers.isMissing(row) ? "" : numbers.get(row).toString();
        }
        ColumnFormat format = ColumnFormat.of(Arrays.stream(rows).mapToDouble(numbers::getDouble).toArray());
        return row -> format.format(numbers.getDouble(row));
    }

    /** Whether the column prints as a new one of its type does; Tablesaw does not return the formatter. */
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
