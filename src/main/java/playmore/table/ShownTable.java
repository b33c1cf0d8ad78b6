package playmore.table;

import java.nio.file.Path;
import playmore.output.Artifact;
import tech.tablesaw.api.Table;

/**
 * A table that was shown.
 *
 * @param table the learner's own table
 * @param file its numbers as CSV, with every digit
 */
public record ShownTable(Table table, Path file) implements Artifact {

    /** Where the numbers lie. */
    @Override
    public String toString() {
        return file.toString();
    }
}
