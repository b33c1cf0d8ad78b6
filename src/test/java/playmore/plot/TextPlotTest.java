package playmore.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import playmore.output.PlainText;

/** A plot as text shows its lines and points, and the ends of its axes, in the room that there is. */
class TextPlotTest {

    private static final long SEED = Long.getLong("playmore.seed", 27);

    private static Axis axis(double... numbers) {
        return Axis.of(DoubleStream.of(numbers), false, 0.05);
    }

    @Test
    void aLineRisesFromTheLowestToTheHighest() {
        assertEquals("""
                up
                10 │       ⢀⡴⠋
                   │     ⣠⠞⠉
                   │  ⢀⡴⠋⠁
                 0 │⣠⠞⠉
                    0        3
                """, of("up", 14, 7, Series.line("a", new double[] {0, 3}, new double[] {0, 10})));
    }

    @Test
    void eachSeriesOfPointsHasItsMark() {
        String text = of("two", 40, 20, Series.points("low", new double[] {0, 1}, new double[] {0, 0}),
                Series.points("high", new double[] {0, 1}, new double[] {1, 1}));
        List<String> lines = text.lines().toList();
        assertTrue(lines.get(1).startsWith("1 │○") && lines.get(1).endsWith("○"), text);
        assertTrue(lines.get(lines.size() - 3).startsWith("0 │●") && lines.get(lines.size() - 3).endsWith("●"), text);
        assertEquals("● low   ○ high", lines.get(lines.size() - 1));
    }

    private static String of(String title, int columns, int rows, Series... series) {
        double[] xs = List.of(series).stream().flatMapToDouble(s -> DoubleStream.of(s.xs)).toArray();
        double[] ys = List.of(series).stream().flatMapToDouble(s -> DoubleStream.of(s.ys)).toArray();
        return TextPlot.of(title, List.of(series), axis(xs), axis(ys), columns, rows);
    }

    @Test
    void alwaysFits() {
        Random random = new Random(SEED);
        for (int i = 0; i < 300; i++) {
            double size = Math.pow(10, random.nextInt(600) - 300);
            double[] xs = random.doubles(1 + random.nextInt(50)).map(x -> (x - 0.5) * size).toArray();
            double[] ys = random.doubles(xs.length).map(y -> y / size).toArray();
            int columns = 50 + random.nextInt(150), rows = 10 + random.nextInt(50);
            String text = of("p", columns, rows, random.nextBoolean() ? Series.line("a", xs, ys) : Series.points("a", xs, ys));
            String what = "seed " + SEED + ", plot " + i + ", " + columns + " columns\n" + text;
            assertTrue(text.lines().allMatch(line -> PlainText.columns(line) <= columns), what);
            assertTrue(text.lines().count() <= rows, what);
            assertTrue(text.chars().anyMatch(c -> c == '●' || c > 0x2800 && c < 0x2900), what);
        }
    }
}
