package playmore.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import playmore.plot.Axis.Ticks;

/** An axis by itself, and the legend above it. */
class AxisTest {

    private static final double SIZE = 13;

    private static Axis axis(double low, double high) {
        return Axis.of(DoubleStream.of(low, high), false, 0.05);
    }

    @Test
    void zeroIsShownWhereItLiesOnTheAxis() {
        assertTrue(axis(-1, 1).showsZero());
        assertTrue(axis(0, 1).showsZero());
        assertTrue(axis(-1, 0).showsZero());
        assertFalse(axis(5, 6).showsZero());
        assertFalse(axis(-6, -5).showsZero());
        assertFalse(Axis.of(DoubleStream.of(0.1, 10), true, 0.05).showsZero());
    }

    /** As many as were wanted, or as have room: with one more wanted they would not fit. */
    @Test
    void ticksFitTheRoomAndFillIt() {
        for (Axis axis : new Axis[] {axis(0, 1), axis(-123_456, 98_765), axis(1e-7, 3e-7)}) {
            for (double room = 40; room < 900; room += 7) {
                Ticks ticks = axis.ticks(10, SIZE, room);
                int wanted = 10;
                while (wanted > 3 && !axis.ticks(wanted).labels().equals(ticks.labels())) wanted--;
                assertEquals(axis.ticks(wanted), ticks);
                assertTrue(wanted == 3 || needs(ticks) <= room, () -> ticks + " need " + needs(ticks));
                for (int more = wanted + 1; more <= 10; more++) assertTrue(needs(axis.ticks(more)) > room, more + " fit " + room);
            }
        }
        assertTrue(axis(0, 1).ticks(10, SIZE, 900).labels().size() > axis(0, 1).ticks(10, SIZE, 100).labels().size());
        assertTrue(axis(0, 1).ticks(10).width(SIZE) > SIZE);
    }

    private static double needs(Ticks ticks) {
        return ticks.labels().size() * (ticks.width(SIZE) + SIZE);
    }

    /** Lines and points have rows of their own, which are as high as the longest name. */
    @Test
    void theLegendTakesRoomForItsRows() {
        double[] ys = {1, 2};
        Series[] one = {Series.line("a", ys), Series.points("b", ys, ys)};
        assertEquals(new Legend(2, 2, 0), Legend.of(List.of(one), 640));
        String longName = "a name of so many words that it needs two lines";
        Series[] six = new Series[6];
        for (int i = 0; i < 6; i++) six[i] = i % 2 == 0 ? Series.line(longName, ys) : Series.points(longName, ys, ys);
        Legend legend = Legend.of(List.of(six), 640);
        assertEquals(new Legend(6, 2, 4 * (23 + 14) - 23), legend);
        assertEquals(new Legend(1, 1, 14), Legend.of(List.of(six[0]), 640));
    }

    @Test
    void whatIsNotYetPlottedTellsWhatItIs() {
        double[] ys = {1, 2};
        assertEquals("a, a line from 1.000 at 0.000 to 2.000 at 1.000 (2 in all)", Series.line("a", ys).toString());
        assertEquals("LOG_Y", Series.logY().toString());
    }
}
