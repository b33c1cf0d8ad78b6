package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A derivative with several inputs. */
class Chapter02Test {

    private static Transcript run;

    @BeforeAll
    static void run() {
        run = JShellProcess.run("02-derivative-many-inputs");
    }

    @Test
    void bumpsEachInput() {
        run.printed("d1 =", 4);
        run.printed("d2 =", 3.9997);
        run.printed("d2 =", 4.0002);
        run.printed("d2 =", 4.0001);
        run.printed("slope in a =", -3, 1e-6);
        run.printed("slope in b =", 2, 1e-6);
        run.printed("slope in c =", 1, 1e-6);
    }

    @Test
    void writesNothing() {
        assertEquals(List.of(), run.files());
    }
}
