package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Drawing the expression. */
class Chapter04Test {

    private static Transcript run;

    @BeforeAll
    static void run() {
        run = JShellProcess.run("04-draw-graph");
    }

    @Test
    void computesForward() {
        run.printed("e =", -6);
        run.printed("d =", 4);
        run.printed("L =", -8);
    }

    @Test
    void tracesNodesAndEdges() {
        run.contains("nodes = [L, d, e, a, b, c, f]\n");
        run.contains("edges = [d → L, e → d, a → e, b → e, c → d, f → L]\n");
    }

    @Test
    void drawsTheExpressionAndAPieceOfIt() {
        String words = run.words("01-L");
        for (String node : List.of("a | data 2.0000", "b | data -3.0000", "c | data 10.0000", "e | data -6.0000",
                "d | data 4.0000", "f | data -2.0000", "L | data -8.0000")) {
            assertTrue(words.contains(node + " | grad 0.0000"), words);
        }
        assertTrue(run.words("02-d").contains("d | data 4.0000"));
        assertTrue(!run.words("02-d").contains("L | "));
    }

    @Test
    void exportsAPng() throws IOException {
        assertEquals(List.of("01-L.svg", "02-d.svg", "expression.png"), run.files());
        assertTrue(ImageIO.read(run.folder().resolve("expression.png").toFile()).getWidth() > 1000);
    }
}
