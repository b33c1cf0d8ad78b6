package playmore.notes;

import java.util.List;
import java.util.stream.IntStream;
import playmore.table.Show;
import playmore.table.ShownTable;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/** Takes down a table as it is at this moment: the learner may go on to change it. */
final class Tables {

    private static final int MAX_ROWS = 200;

    private Tables() {}

    static Chapter.Table of(ShownTable shown) {
        Table table = Show.formatted(shown.table());
        int rows = Math.min(MAX_ROWS, table.rowCount());
        return new Chapter.Table(
                table.name() == null ? "table" : table.name(),
                table.columnNames(),
                table.columns().stream().map(c -> c instanceof NumericColumn<?>).toList(),
                IntStream.range(0, rows).mapToObj(row -> row(table, row)).toList(),
                table.rowCount() - rows,
                shown.file());
    }

    /** The table as it was printed. */
    static String printed(ShownTable shown) {
        return Show.text(shown.table());
    }

    private static List<String> row(Table table, int row) {
        return table.columns().stream().map(c -> c.getString(row).strip()).toList();
    }
}
