package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A bug: a node used twice. */
class Chapter11Test {

    private static Transcript run;

    @BeforeAll
    static void run() {
        run = JShellProcess.run("11-accumulate-gradients");
    }

    @Test
    void overwritingIsWrongWhereANodeIsUsedTwice() {
        run.printed("overwritten: db/da =", 1);
        run.printed("f =", -6);
        assertTrue(run.words("01-b").contains("a | data 3.0000 | grad 1.0000"));
        String words = run.words("02-f");
        assertTrue(words.contains("a | data -2.0000 | grad 3.0000"), words);
        assertTrue(words.contains("b | data 3.0000 | grad -2.0000"), words);
        for (String[] row : run.rows("03-overwritten")) {
            assertTrue(Math.abs(Double.parseDouble(row[3])) > 1, row[0]);
        }
    }

    @Test
    void accumulatingIsRight() {
        run.printed("accumulated: db/da =", 2);
        run.printed("df/da =", -3);
        run.printed("df/db =", -8);
        run.printed("df/dd =", 1);
        run.printed("df/de =", -6);
        assertTrue(run.words("04-b").contains("a | data 3.0000 | grad 2.0000"));
        String words = run.words("05-f");
        for (String node : List.of("a | data -2.0000 | grad -3.0000", "b | data 3.0000 | grad -8.0000",
                "d | data -6.0000 | grad 1.0000", "e | data 1.0000 | grad -6.0000", "f | data -6.0000 | grad 1.0000")) {
            assertTrue(words.contains(node), words);
        }
        for (String[] row : run.rows("06-accumulated")) {
            assertEquals(0, Double.parseDouble(row[3]), 1e-6, row[0]);
        }
    }

    @Test
    void anInputOfTanhMayBeUsedTwice() {
        double t = Math.tanh(0.5);
        run.printed("dy/dx =", t + 0.5 * (1 - t * t));
        assertTrue(run.words("07-y").contains("x | data 0.5000 | grad 0.8553"));
    }

    @Test
    void aSecondBackwardAddsTheSameToTheLeavesOnly() {
        run.printed("after a second backward: df/da =", -6);
        run.printed("after a second backward: df/dd =", 1);
    }
}
