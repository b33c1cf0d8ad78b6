package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Backpropagation by hand, the first time. */
class Chapter05Test {

    private static final Map<String, Double> GRADIENTS = new LinkedHashMap<>();

    static {
        GRADIENTS.put("L", 1.0);
        GRADIENTS.put("d", -2.0);
        GRADIENTS.put("f", 4.0);
        GRADIENTS.put("c", -2.0);
        GRADIENTS.put("e", -2.0);
        GRADIENTS.put("a", 6.0);
        GRADIENTS.put("b", -4.0);
    }

    private static Transcript run;

    @BeforeAll
    static void run() {
        run = JShellProcess.run("05-manual-backprop");
    }

    @Test
    void eachGradientByHandAndByBump() {
        GRADIENTS.forEach((node, gradient) -> {
            run.printed("dL/d" + node + " =", gradient);
            run.printed("dL/d" + node + " by bump =", gradient, 1e-6);
        });
        run.printed("dd/dc =", 1);
        run.printed("dd/dc by bump =", 1, 1e-6);
    }

    @Test
    void gradientsFillInPictureByPicture() {
        List<String> filled = List.of("", "L", "Ld", "Ldf", "Ldfce", "Ldfcea", "Ldfceab");
        Map<String, String> data = Map.of("L", "-8.0000", "d", "4.0000", "f", "-2.0000", "c", "10.0000",
                "e", "-6.0000", "a", "2.0000", "b", "-3.0000");
        for (int i = 0; i < filled.size(); i++) {
            String words = run.words("0" + (i + 1) + "-L");
            for (String node : GRADIENTS.keySet()) {
                String grad = filled.get(i).contains(node) ? GRADIENTS.get(node) + "000" : "0.0000";
                assertTrue(words.contains(node + " | data " + data.get(node) + " | grad " + grad),
                        "picture " + (i + 1) + ", " + node + ": " + words);
            }
        }
    }

    @Test
    void theTableHasAllSideBySide() {
        List<String[]> rows = run.csv("08-gradients").lines().map(line -> line.split(",")).toList();
        assertEquals(List.of("node", "by hand", "by bump", "difference"), List.of(rows.get(0)));
        assertEquals(List.copyOf(GRADIENTS.keySet()), rows.stream().skip(1).map(row -> row[0]).toList());
        rows.stream().skip(1).forEach(row -> {
            assertEquals(GRADIENTS.get(row[0]), Double.parseDouble(row[1]), 1e-12);
            assertEquals(GRADIENTS.get(row[0]), Double.parseDouble(row[2]), 1e-6);
            assertEquals(0, Double.parseDouble(row[3]), 1e-6);
        });
    }
}
