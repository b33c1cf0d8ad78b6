package playmore.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import playmore.MakesFiles;
import playmore.engine.Graph;
import playmore.engine.Value;
import playmore.explain.Expression;
import playmore.explain.Sources;
import playmore.output.Page;

class WalkTest extends MakesFiles {

    private final Value a = new Value(2.0, "a"), b = new Value(-3.0, "b"), L = a.mul(b).label("u").add(a).label("L");

    @AfterEach
    void forget() {
        Sources.clear();
    }

    @Test
    void goesFromTheResultBackToTheLeaves() {
        Motion motion = Walk.motion(new Expression(Graph.of(L)));
        assertEquals("Every gradient of L, step by step", motion.title());
        assertEquals(0, motion.start());
        assertEquals(List.of(
                List.of("All gradients are 0.", "We go from L back to the leaves. A node gets its gradient when all nodes that use it have theirs."),
                List.of("dL/dL = 1", "The result itself: if it grows by h, it grows by h. Every backward pass begins so."),
                List.of("dL/du = dL/dL · dL/du = 1 · 1 = 1", "L = u + a, so dL/du = 1"),
                List.of("dL/db = dL/du · du/db = 1 · 2 = 2", "u = a · b, so du/db = a = 2"),
                List.of("dL/da = dL/du · du/da + dL/dL · dL/da = 1 · −3 + 1 · 1 = −2", "a is used 2 times, and what arrives adds up:",
                        "u = a · b, so du/da = b = −3, which gives 1 · −3 = −3", "L = u + a, so dL/da = 1, which gives 1 · 1 = 1")),
                motion.steps());
        List<Motion.State> states = motion.lanes().get(0).states();
        assertEquals(List.of(List.of(), List.of(3), List.of(2), List.of(1), List.of(0)), states.stream().map(Motion.State::changed).toList());
        double[][] grads = {{0, 0, 0, 0}, {0, 0, 0, 1}, {0, 0, 1, 1}, {0, 2, 1, 1}, {-2, 2, 1, 1}};
        for (int i = 0; i < grads.length; i++) {
            assertEquals(Arrays.toString(grads[i]), Arrays.toString(states.get(i).grads()), "step " + i);
        }
    }

    @Test
    void writesThePageAndChangesNothing() {
        L.backward();
        Page page = Walk.walk(L);
        assertEquals("Backward through L", page.title());
        assertEquals(out.resolve("05-test/01-Backward-through-L.html"), page.file());
        assertEquals(true, page.file().toFile().length() > page.body().length());
        assertEquals(-2, a.grad);
    }

    private List<String> step(int i) {
        return Walk.motion(new Expression(Graph.of(L))).steps().get(i);
    }
}
