package playmore.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class RangeTest {

    @Test
    void takesTheFiniteNumbers() {
        assertEquals(new Range(-1, 3), Range.of(DoubleStream.of(2, Double.NaN, -1, Double.POSITIVE_INFINITY, 3)));
    }

    @Test
    void isAroundASingleNumber() {
        assertEquals(new Range(-0.5, 0.5), Range.of(DoubleStream.of(0)));
        assertEquals(new Range(10, 30), Range.of(DoubleStream.of(20, 20)));
        assertEquals(new Range(-30, -10), Range.of(DoubleStream.of(-20)));
        assertEquals(Double.MAX_VALUE, Range.of(DoubleStream.of(Double.MAX_VALUE)).high());
        assertEquals(new Range(0, 2 * Double.MIN_VALUE), Range.of(DoubleStream.of(Double.MIN_VALUE)));
    }

    @Test
    void grows() {
        assertEquals(new Range(0, 3), new Range(1, 3).including(0));
        assertEquals(new Range(-3, 0), new Range(-3, -1).including(0));
        assertEquals(new Range(-3, 1), new Range(-3, 1).including(0));
    }

    @Test
    void sharesAndNumbersAreEachOthersInverse() {
        Range range = new Range(-2, 6);
        assertEquals(0.25, range.share(0));
        assertEquals(0, range.at(0.25));
        assertEquals(-3, range.at(-0.125));
        assertEquals(1.125, range.share(7));
        Random random = new Random(7);
        for (int i = 0; i < 1000; i++) {
            double a = Double.longBitsToDouble(random.nextLong()), b = Double.longBitsToDouble(random.nextLong());
            if (!(a < b) || Double.isInfinite(a) || Double.isInfinite(b)) continue;
            Range any = new Range(a, b);
            assertEquals(0, any.share(a));
            assertEquals(1, any.share(b));
            double share = random.nextDouble();
            assertEquals(share, any.share(any.at(share)), 1e-9, any.toString());
        }
        Range widest = new Range(-Double.MAX_VALUE, Double.MAX_VALUE);
        assertEquals(0.5, widest.share(0));
        assertEquals(0, widest.at(0.5));
        assertEquals(Double.MAX_VALUE, widest.at(1.1));
        assertEquals(-Double.MAX_VALUE, widest.at(-0.1));
    }
}
