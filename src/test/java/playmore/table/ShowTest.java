package playmore.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.FieldPosition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import playmore.MakesFiles;
import playmore.SystemOut;
import playmore.output.Artifact;
import playmore.output.Output;
import playmore.output.ShownTable;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

class ShowTest extends MakesFiles {

    private final Locale language = Locale.getDefault();

    @BeforeEach
    void atThePrompt() {
        Output.onPublish(Artifact::print);
    }

    @AfterEach
    void restore() {
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

    /** Each row is one line, and what stands in it is as wide as a terminal shows it. */
    @Test
    void cellsOfAnyTextStandBelowEachOther() {
        Table table = Table.create("日本", StringColumn.create("word 字", "a\nb\tc", "日本語", "e\u0301", "plain"), IntColumn.create("n", 1, 20, 3, 4));
        assertEquals("""
                       日本
                 word 字  |  n   |
                ------------------
                 a b c    |   1  |
                 日本語   |  20  |
                 e\u0301        |   3  |
                 plain    |   4  |""".replace("\\u0301", "\u0301"), text(table));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "de-DE", "tr-TR"})
    void writesEveryDigitAsCsv(String tag) throws Exception {
        Locale.setDefault(Locale.forLanguageTag(tag));
        ShownTable[] shown = new ShownTable[1];
        SystemOut.of(() -> shown[0] = Show.show(gradients()));
        assertEquals(out.resolve("05-test").resolve("01-gradients.csv"), shown[0].file());
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
    void atThePromptTheTableIsPrinted() {
        assertEquals(text(gradients()).lines().toList(),
                SystemOut.of(() -> Show.show(gradients())).lines().map(String::stripTrailing).toList());
    }

    /** Whoever listens shows it; nothing is printed for them to find it in. */
    @Test
    void publishesTheTableAsItIsNow() {
        Output.onPublish(published::add);
        Table table = gradients();
        String before = table.print();
        ShownTable[] shown = new ShownTable[1];
        assertEquals("", SystemOut.of(() -> shown[0] = Show.show(table)));
        assertEquals(before, table.print());
        table.doubleColumn("by hand").set(0, 7.0);
        assertEquals(List.of(new ShownTable("gradients",
                List.of("node", "by hand", "by bump", "difference", "uses"), List.of(false, true, true, true, true),
                List.of(List.of("a", "6.0", "6.0000", "3.93E-11", "1"), List.of("b", "-4.0", "-4.0000", "8.44E-12", "-2"),
                        List.of("x1w1 + x2w2", "0.5", "NaN", "0", "100000")),
                shown[0].first(), 3, out.resolve("05-test").resolve("01-gradients.csv"))), published);
        assertEquals(shown[0], published.get(0));
    }

    /** As the pictures' place: {@code out/…}, not where the folder lies on this machine. */
    @Test
    void saysWhereItLiesAsPicturesDo() {
        Path folder = Path.of("target", "tables-" + ProcessHandle.current().pid());    // its own, where two runs meet
        System.setProperty("playmore.out", folder.toAbsolutePath().toString());
        Output.chapter("05-test");
        Output.onPublish(artifact -> {});
        assertEquals(folder.resolve(Path.of("05-test", "01-gradients.csv")).toString(), Show.show(gradients()).toString());
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
        assertEquals(IntStream.concat(IntStream.range(0, 23), IntStream.range(978, 1000)).mapToObj(String::valueOf).toList(),
                Stream.of(lines).skip(2).filter(line -> !line.contains("...")).map(ShowTest::cell).toList());
        SystemOut.of(() -> Show.show(table));
        assertEquals(1001, Files.readAllLines(out.resolve("05-test").resolve("01-table.csv")).size());
    }

    /** The kept rows are at the seams what they are in the table, whatever its length. */
    @Test
    void everyLengthIsShownRight() {
        for (int count : new int[] {0, 1, 22, 23, 44, 45, 46, 47, 199, 200, 201, 221, 222, 223, 500}) {
            ShownTable shown = Show.shown(Table.create(IntColumn.create("row", IntStream.range(0, count).toArray())), null);
            assertEquals(count, shown.count());
            assertEquals(Math.max(0, count - 200), shown.left());
            assertEquals(rows(0, Math.min(count, 200)), shown.first());
            assertEquals(rows(Math.max(0, count - 22), count), shown.last());
            assertEquals(2 + (count <= 45 ? count : 46), shown.text().lines().count());
        }
    }

    private static List<List<String>> rows(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> List.of("" + i)).toList();
    }

    /** In Tablesaw's own way, of which ours is to differ in nothing but the numbers' digits. */
    @Test
    void isLaidOutAsTablesawLaysOut() {
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            int count = random.nextInt(60);
            List<Column<?>> columns = new ArrayList<>(List.of(IntColumn.create("a", IntStream.range(0, count).toArray())));
            for (int c = random.nextInt(4); c > 0; c--) {
                columns.add(StringColumn.create("abcd".substring(c, c + 1).repeat(1 + random.nextInt(9)),
                        Collections.nCopies(count, "x".repeat(6 + 3 * c))));
            }
            Table table = Table.create(random.nextBoolean() ? null : "t".repeat(1 + random.nextInt(30)), columns);
            assertEquals(table.print(45).stripTrailing().lines().toList(), Show.shown(table, null).text().lines().toList());
        }
    }

    /** It took twelve seconds while all rows were formatted. */
    @Test
    void onlyTheRowsThatAreShownAreFormatted() {
        int[] formatted = {0};
        DoubleColumn column = DoubleColumn.create("x", new double[200_000]);
        column.setPrintFormatter(new DecimalFormat("0.0", DecimalFormatSymbols.getInstance(Locale.ROOT)) {
            @Override
            public StringBuffer format(double x, StringBuffer text, FieldPosition position) {
                formatted[0]++;
                return super.format(x, text, position);
            }
        }, "-");
        SystemOut.of(() -> Show.show(Table.create("long", column)));
        assertTrue(formatted[0] <= 2 * (ShownTable.FIRST + ShownTable.LAST), formatted[0] + " cells were formatted");
    }

    @Test
    void whatIsMissing() throws Exception {
        IntColumn counts = IntColumn.create("n", 1, 2).appendMissing();
        LongColumn large = LongColumn.create("l", Long.MAX_VALUE, 2).appendMissing();
        DoubleColumn numbers = DoubleColumn.create("x", 0.5, Double.NaN).appendMissing();
        StringColumn words = StringColumn.create("s", "a", "").appendMissing();
        BooleanColumn flags = BooleanColumn.create("b", true, false).appendMissing();
        ShownTable[] shown = new ShownTable[1];
        SystemOut.of(() -> shown[0] = Show.show(Table.create("t", counts, large, numbers, words, flags)));
        assertEquals(List.of(List.of("1", "9223372036854775807", "0.5", "a", "true"), List.of("2", "2", "NaN", "", "false"),
                List.of("", "", "NaN", "", "")), shown[0].first());
        assertEquals("n,l,x,s,b\n1,9223372036854775807,0.5,a,true\n2,2,,,false\n,,,,\n", Files.readString(shown[0].file()));
    }

    @Test
    void csvKeepsEveryCharacterOfACell() throws Exception {
        List<String> texts = List.of("  two  ", " ", "\ttab\t", "a,b", "\"quoted\"", "two\nlines", "plain", "$6, and \\");
        SystemOut.of(() -> Show.show(Table.create("t", StringColumn.create("name", texts), IntColumn.create("n", IntStream.range(0, texts.size()).toArray()))));
        String csv = Files.readString(out.resolve("05-test").resolve("01-t.csv"));
        assertEquals("name,n\n" + "  two  ,0\n ,1\n\ttab\t,2\n\"a,b\",3\n\"\"\"quoted\"\"\",4\n\"two\nlines\",5\nplain,6\n\"$6, and \\\",7\n", csv);
    }

    @Test
    void aCellIsOneLine() {
        Table table = Table.create("t", StringColumn.create("two\nlines", "a\nb", "\u001b[31mred\r\n"), IntColumn.create("n", new int[] {1, 2}));
        SystemOut.of(() -> assertEquals("""
                 two lines   |  n  |
                --------------------
                 a b         |  1  |
                  [31mred    |  2  |""", Show.show(table).text().lines().skip(1).collect(Collectors.joining("\n"))));
    }

    @Test
    void aTableWithoutColumnsIsAnError() {
        Exception e = assertThrows(IllegalArgumentException.class, () -> Show.show(Table.create("empty")));
        assertTrue(e.getMessage().contains("\"empty\" has no columns"), e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> Show.show(null));
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
                .mapToObj(i -> cell(lines[i]))
                .toList();
        assertEquals(List.of(expected), shown);
    }

    private static String cell(String line) {
        return line.replace("|", "").strip();
    }

    /** As printed, but for the spaces after the title. */
    private static String text(Table table) {
        return Show.shown(table, null).text().lines().map(String::stripTrailing).reduce((a, b) -> a + "\n" + b).orElse("");
    }
}
