package playmore.table;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.stream.IntStream;
import playmore.output.Output;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.columns.numbers.NumberColumnFormatter;
import tech.tablesaw.columns.strings.StringColumnFormatter;
import tech.tablesaw.io.csv.CsvWriteOptions;

/** Shows tables: on the screen to be read, as CSV for the notes. */
public final class Show {

    /** A longer table loses its middle; the 41 parameters of the lecture's network are shown whole. */
    private static final int MAX_ROWS = 45;

    private Show() {}

    /**
     * Prints the table, its numbers to as many digits as they need, and writes all of their digits
     * to the next CSV file of the chapter.
     *
     * <p>A column with a print formatter of the learner's own keeps it; the table is not changed.
     *
     * @throws IllegalArgumentException if the table has no columns
     */
    public static ShownTable show(Table table) {
        String name = table.name() == null ? "table" : table.name();
        if (table.columnCount() == 0) {
            throw new IllegalArgumentException("The table \"" + name + "\" has no columns: there is nothing to show");
        }
        System.out.println(text(table));
        Path file = Output.next(name, ".csv");
        Output.write(file, csv(table));
        ShownTable shown = new ShownTable(table, file);
        Output.publish(shown);
        return shown;
    }

    /** The table as {@link #show} prints it, without the end of the last line. */
    public static String text(Table table) {
        return formatted(table).print(MAX_ROWS).stripTrailing();
    }

    /** A copy of the table whose cells, as strings, are as {@link #show} prints them. */
    public static Table formatted(Table table) {
        Table dressed = table.copy();
        for (Column<?> column : dressed.columns()) {
            if (column instanceof NumericColumn<?> numbers && hasDefaultFormat(numbers)) {
                numbers.setPrintFormatter(new NumberColumnFormatter(ColumnFormat.of(numbers.asDoubleArray()), "NaN"));
            } else if (column instanceof StringColumn strings) {
                alignLeft(strings);
            }
        }
        return dressed;
    }

    /** Whether the column prints as a new one of its type would; Tablesaw does not tell its formatter. */
    private static boolean hasDefaultFormat(NumericColumn<?> column) {
        Column<?> fresh = column.type().create(column.name());
        for (int i = 0; i < column.size(); i++) {
            fresh.appendObj(column.get(i));
        }
        return IntStream.range(0, column.size()).allMatch(i -> fresh.getString(i).equals(column.getString(i)));
    }

    private static void alignLeft(StringColumn column) {
        int width = IntStream.range(0, column.size()).map(i -> column.getString(i).length()).max().orElse(0);
        width = Math.max(width, column.name().length());
        Function<String, String> text = column.getPrintFormatter()::format;
        String spaces = " ".repeat(width);
        column.setPrintFormatter(new StringColumnFormatter(s -> {
            String t = text.apply(s);
            return t + spaces.substring(t.length());
        }));
    }

    private static String csv(Table table) {
        StringWriter csv = new StringWriter();
        table.write().usingOptions(CsvWriteOptions.builder(csv).lineEnd("\n").build());
        return csv.toString();
    }
}
