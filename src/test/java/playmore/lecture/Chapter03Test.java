package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The core Value object. */
class Chapter03Test {

    private static Transcript run;

    @BeforeAll
    static void run() {
        run = JShellProcess.run("03-value");
    }

    @Test
    void addsAndMultiplies() {
        assertEquals(List.of("a + b = Value(data=-1.0)"), run.lines("a + b"));
        assertEquals(List.of("a * b = Value(data=-6.0)"), run.lines("a * b"));
        assertEquals(List.of("by name = Value(data=-1.0)"), run.lines("by name"));
    }

    @Test
    void remembersHowItWasMade() {
        run.contains("d = Value(data=4.0, label=d)\n");
        run.contains("op = +\n");
        run.contains("children = [Value(data=-6.0), Value(data=10.0, label=c)]\n");
        run.contains("made by * from [Value(data=2.0, label=a), Value(data=-3.0, label=b)]\n");
    }

    @Test
    void showsWhereTheLecturesTanhOverflows() {
        run.printed("0.5 by formula =", Math.tanh(0.5));
        run.contains("400 by formula = NaN  by Math.tanh = 1.0\n");
    }
}
