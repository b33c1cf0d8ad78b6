package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Backpropagation by hand, through a neuron. */
class Chapter08Test {

    private static Transcript run;

    @BeforeAll
    static void run() {
        run = JShellProcess.run("08-neuron-backprop");
    }

    @Test
    void computesForward() {
        run.printed("n =", 0.8813735870195432);
        run.printed("o =", 0.7071067811865476);
    }

    @Test
    void eachGradientByHand() {
        run.printed("do/do =", 1);
        run.printed("do/dn =", 0.5);
        run.printed("do/dn by bump =", 0.5, 1e-6);
        run.printed("do/d(x1w1 + x2w2) =", 0.5);
        run.printed("do/db =", 0.5);
        run.printed("do/d(x1w1) =", 0.5);
        run.printed("do/d(x2w2) =", 0.5);
        run.printed("do/dx1 =", -1.5);
        run.printed("do/dw1 =", 1);
        run.printed("do/dx2 =", 0.5);
        run.printed("do/dw2 =", 0);
    }

    @Test
    void gradientsFillInPictureByPicture() {
        List<List<String>> steps = List.of(List.of(),
                List.of("o | data 0.7071 | grad 1.0000"),
                List.of("n | data 0.8814 | grad 0.5000"),
                List.of("x1w1 + x2w2 | data -6.0000 | grad 0.5000", "b | data 6.8814 | grad 0.5000"),
                List.of("x1w1 | data -6.0000 | grad 0.5000", "x2w2 | data 0.0000 | grad 0.5000"),
                List.of("x1 | data 2.0000 | grad -1.5000", "w1 | data -3.0000 | grad 1.0000"),
                List.of("x2 | data 0.0000 | grad 0.5000", "w2 | data 1.0000 | grad 0.0000"));
        for (int picture = 0; picture < steps.size(); picture++) {
            String words = " | " + run.words("0" + (picture + 1) + "-o");
            for (int step = 0; step < steps.size(); step++) {
                for (String node : steps.get(step)) {
                    String shown = step <= picture ? node : node.replaceFirst("grad .*", "grad 0.0000");
                    assertTrue(words.contains(" | " + shown), "picture " + (picture + 1) + ": " + words);
                }
            }
        }
    }

    @Test
    void theBumpsAgree() {
        Map<String, Double> expected = Map.of("x1", -1.5, "x2", 0.5, "w1", 1.0, "w2", 0.0, "b", 0.5);
        List<String[]> rows = run.csv("08-gradients").lines().skip(1).map(line -> line.split(",")).toList();
        assertEquals(5, rows.size());
        for (String[] row : rows) {
            assertEquals(expected.get(row[0]), Double.parseDouble(row[1]), 1e-12);
            assertEquals(expected.get(row[0]), Double.parseDouble(row[2]), 1e-6);
        }
    }
}
