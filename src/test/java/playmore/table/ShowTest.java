package playmore.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import playmore.output.Artifact;
import playmore.output.Output;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class ShowTest {

    private final Locale language = Locale.getDefault();

    @TempDir
    Path out;

    @BeforeEach
    void writeToATemporaryFolder() {
        System.setProperty("playmore.out", out.toString());
        Output.chapter("tables");
    }

    @AfterEach
    void restore() {
        System.clearProperty("playmore.out");
        Output.onPublish(artifact -> {});
        Locale.setDefault(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "de-DE", "tr-TR", "ar-EG"})
    void printsTheSameInEveryLanguage(String tag) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        Table table = gradients();
        assertEquals("""
                                            gradients
                    node      |  by hand  |  by bump  |  difference  |   uses   |
                -----------------------------------------------------------------
                 a            |      6.0  |   6.0000  |    3.93E-11  |       1  |
                 b            |     -4.0  |  -4.0000  |    8.44E-12  |      -2  |
                 x1w1 + x2w2  |      0.5  |      NaN  |           0  |  100000  |""", text(table));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "de-DE", "tr-TR"})
    void writesEveryDigitAsCsv(String tag) throws Exception {
        Locale.setDefault(Locale.forLanguageTag(tag));
        ShownTable[] shown = new ShownTable[1];
        PrintTest.printed(() -> shown[0] = Show.show(gradients()));
        assertEquals(out.resolve("tables").resolve("01-gradients.csv"), shown[0].file());
        assertEquals("""
                node,by hand,by bump,difference,uses
                a,6.0,6.000000000039306,3.9306E-11,1
                b,-4.0,-4.000000000008441,8.441E-12,-2
                x1w1 + x2w2,0.5,,0.0,100000
                """, Files.readString(shown[0].file()));
        Table read = Table.read().csv(shown[0].file().toFile());
        assertEquals(6.000000000039306, read.doubleColumn("by bump").get(0));
    }

    @Test
    void publishesTheLearnersOwnTable() {
        List<Artifact> published = new ArrayList<>();
        Output.onPublish(published::add);
        Table table = gradients();
        String before = table.print();
        PrintTest.printed(() -> Show.show(table));
        assertEquals(1, published.size());
        assertSame(table, ((ShownTable) published.get(0)).table());
        assertEquals(before, table.print());
    }

    @Test
    void showsAsManyDecimalsAsTellNeighboursApart() {
        assertColumn(new double[] {14.3, 14.000003, 14.0000003, 13.9999997},
                "14.3000000", "14.0000030", "14.0000003", "13.9999997");
        assertColumn(new double[] {0.70710678, 0.70710679}, "0.70710678", "0.70710679");
        assertColumn(new double[] {6.00000000001, 6.00000000002}, "6.0000", "6.0000");
    }

    @Test
    void wholeNumbersHaveNoDecimals() {
        assertColumn(new double[] {1, -1, 20, -0.0}, "1", "-1", "20", "0");
        assertColumn(new double[] {0.5, 1}, "0.5", "1.0");
    }

    @Test
    void smallNumbersAreNeverHidden() {
        assertColumn(new double[] {5.25, 0.00123456}, "5.2500", "0.0012");
        assertColumn(new double[] {5.25, 0.000123456}, "5.25000", "0.00012");
        assertColumn(new double[] {0.5, -1.25, 1.23456e-17}, "0.5000", "-1.2500", "1.23E-17");
        assertColumn(new double[] {0.1, 1e-3, 1e-5, 1e-7, 1e-9}, "1E-1", "1E-3", "1E-5", "1E-7", "1E-9");
    }

    @Test
    void largeNumbersAndTheEndsOfTheScale() {
        assertColumn(new double[] {4.25, 1.5, 1e300, Double.POSITIVE_INFINITY, Double.NaN},
                "4.25", "1.50", "1.00E300", "Infinity", "NaN");
        assertColumn(new double[] {Double.NEGATIVE_INFINITY, Double.NaN}, "-Infinity", "NaN");
        assertColumn(new double[] {Double.MIN_VALUE, Double.MAX_VALUE}, "4.90E-324", "1.80E308");
    }

    @Test
    void respectsTheLearnersOwnFormat() {
        DoubleColumn loss = DoubleColumn.create("loss", 0.125, 2.75);
        loss.setPrintFormatter(new DecimalFormat("0.0 %", DecimalFormatSymbols.getInstance(Locale.ROOT)), "-");
        assertTrue(text(Table.create("t", loss)).contains("12.5 %"));
    }

    @Test
    void aLongTableLosesItsMiddleOnTheScreenOnly() throws Exception {
        Table table = Table.create(IntColumn.create("step", IntStream.range(0, 1000).toArray()));
        String[] lines = text(table).split("\n");
        assertEquals(2 + 45 + 1, lines.length);
        assertTrue(text(table).contains("...") && lines[lines.length - 1].contains("999"));
        PrintTest.printed(() -> Show.show(table));
        assertEquals(1001, Files.readAllLines(out.resolve("tables").resolve("01-table.csv")).size());
    }

    @Test
    void aTableWithoutColumnsIsAnError() {
        Exception e = assertThrows(IllegalArgumentException.class, () -> Show.show(Table.create("empty")));
        assertTrue(e.getMessage().contains("\"empty\" has no columns"), e.getMessage());
    }

    private static Table gradients() {
        return Table.create("gradients",
                StringColumn.create("node", "a", "b", "x1w1 + x2w2"),
                DoubleColumn.create("by hand", 6, -4, 0.5),
                DoubleColumn.create("by bump", 6.000000000039306, -4.000000000008441, Double.NaN),
                DoubleColumn.create("difference", 3.9306e-11, 8.441e-12, 0),
                IntColumn.create("uses", 1, -2, 100_000));
    }

    private static void assertColumn(double[] numbers, String... expected) {
        String[] lines = text(Table.create(DoubleColumn.create("x", numbers))).split("\n");
        List<String> shown = IntStream.range(2, lines.length)
                .mapToObj(i -> lines[i].replace("|", "").strip())
                .toList();
        assertEquals(List.of(expected), shown);
    }

    /** As printed, but for the spaces after the title. */
    private static String text(Table table) {
        return Show.text(table).lines().map(String::stripTrailing).reduce((a, b) -> a + "\n" + b).orElse("");
    }
}
