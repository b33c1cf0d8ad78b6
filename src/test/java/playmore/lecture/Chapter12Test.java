package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Breaking up tanh. */
class Chapter12Test {

    private static Transcript run;

    @BeforeAll
    static void run() {
        run = JShellProcess.run("12-more-operations");
    }

    @Test
    void constantsOnEitherSide() {
        assertEquals(List.of("a + 1 = 3.0", "a + 1 = 3.0"), run.lines("a + 1"));
        assertEquals(List.of("2 * a = 4.0", "2 * a = 4.0"), run.lines("2 * a"));
        run.printed("a * 2 =", 4);
        run.printed("d(2a)/da =", 2);
        run.printed("1 - a =", -1);
        run.printed("1 / b =", 0.25);
    }

    @Test
    void eachOperationWithItsDerivative() {
        run.printed("exp 2 =", 7.38905609893065);
        run.printed("d(exp a)/da =", 7.38905609893065);
        run.printed("2 / 4 =", 0.5);
        run.printed("dq/da =", 0.25);
        run.printed("dq/db =", -0.125);
        run.printed("2 - 4 =", -2);
        run.printed("dm/da =", 1);
        run.printed("dm/db =", -1);
        run.printed("-a =", -2);
        assertTrue(run.words("01-q").contains("q | data 0.5000 | grad 1.0000"));
        assertTrue(run.words("02-m").contains("m | data -2.0000 | grad 1.0000"));
    }

    @Test
    void theClassHasThemAll() {
        run.printed("a / b =", 0.5);
        run.printed("a - b =", -2);
        run.printed("exp a =", 7.38905609893065);
    }

    @Test
    void tanhOfSmallBlocksHasTheNumbersOfChapter08() {
        run.printed("e =", 5.828427124746192);
        run.printed("o =", 0.7071067811865476);
        run.printed("do/dn =", 0.5);
        run.printed("do/db =", 0.5);
        run.printed("do/d(x1w1) =", 0.5);
        run.printed("do/d(x2w2) =", 0.5);
        run.printed("do/dx1 =", -1.5);
        run.printed("do/dw1 =", 1);
        run.printed("do/dx2 =", 0.5);
        run.printed("do/dw2 =", 0);
        String words = run.words("03-o");
        assertTrue(words.contains("e | data 5.8284 | grad "), words);
        assertTrue(words.contains("x1 | data 2.0000 | grad -1.5000"), words);
        Map<String, Double> expected = Map.of("o", 1.0, "n", 0.5, "b", 0.5, "x1w1", 0.5,
                "x2w2", 0.5, "x1", -1.5, "w1", 1.0, "x2", 0.5, "w2", 0.0);
        for (String[] row : run.rows("04-tanh-two-ways")) {
            assertEquals(expected.get(row[0]), Double.parseDouble(row[1]), 1e-12, row[0]);
            assertEquals(expected.get(row[0]), Double.parseDouble(row[2]), 1e-12, row[0]);
        }
    }

    @Test
    void theFormulaOverflowsWhereTanhDoesNot() {
        run.contains("tanh of 1000 by the formula NaN\n");
        run.contains("tanh of 1000 in one block 1.0\n");
    }
}
