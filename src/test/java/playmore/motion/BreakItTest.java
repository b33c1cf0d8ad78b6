package playmore.motion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import playmore.MakesFiles;
import playmore.SystemOut;
import playmore.engine.Node;
import playmore.engine.Value;

/** What breakIt prints, and what its page tells and shows, word for word and number for number. */
class BreakItTest extends MakesFiles {

    private final Value a = new Value(2.0, "a"), b = new Value(-3.0, "b");
    private final Value u = a.mul(b).label("u"), L = u.mul(u.add(a).label("v")).label("L");
    private String body;

    @Test
    void printsWhatGoesWrongFirst() {
        assertEquals("""
                Overwriting: = instead of +=
                    First to go wrong: u, which at its turn holds −6 instead of −10.
                Wrong order: from the inputs to the result
                    First to go wrong: u, which at its turn holds 0 instead of −10.
                Wrong order: down from the result, without sorting
                    First to go wrong: u, which at its turn holds −4 instead of −10.
                Forgetting to zero: a second step in training
                    First to go wrong: b, which ends with −40 instead of −20.
                A second backward through stale gradients
                    First to go wrong: v, which at its turn holds −12 instead of −6.
                """, printed(L));
        assertEquals(0, a.grad);
        assertEquals(List.of(3, 1, 2, 4, 2), found("data-start=\"(\\d+)\"").stream().map(Integer::valueOf).toList());
    }

    @Test
    void saysWhyAMistakeDoesNoHarm() {
        Value x = new Value(2.0, "x");
        assertEquals("""
                Overwriting: = instead of +=
                    No value is used twice here, so nothing is lost. That is why this bug hides for so long.
                Wrong order: from the inputs to the result
                    With one operation only there is nothing to get into a wrong order.
                Wrong order: down from the result, without sorting
                    No result is used twice here (a leaf may be: it passes nothing on), so this order happens to do.
                Forgetting to zero: a second step in training
                    First to go wrong: x, which ends with 14.778 instead of 7.3891.
                A second backward through stale gradients
                    With one operation only there is nothing in between.
                """, printed(x.exp().label("y")));
        assertEquals(List.of("Forgetting to zero: a second step in training"), found("<figcaption>(.*?)</figcaption>"));
        assertTrue(printed(new Value(1).add(new Value(2))).contains("    No leaf that has a name has a gradient here: there is nothing to forget.\n"));
        assertEquals(List.of(), found("<figcaption>(.*?)</figcaption>"));
    }

    /** A use that gives 0, or infinitely much, hides a mistake; its reason is not that there is but one use. */
    @Test
    void givesNoReasonThatIsNotSo() {
        String chance = "    The numbers come out right all the same, but by chance: with other data or another expression they would not.\n";
        Value n = new Value(-1.0, "n"), closed = n.mul(2).add(n.relu().mul(3)).label("M");
        assertTrue(printed(closed).startsWith("Overwriting: = instead of +=\n" + chance), () -> printed(closed));
        assertTrue(printed(closed).contains("Wrong order: down from the result, without sorting\n    No result is used twice here"), () -> printed(closed));
        Value i = new Value(Double.POSITIVE_INFINITY, "i"), endless = i.mul(i).label("j");
        assertTrue(printed(endless).startsWith("Overwriting: = instead of +=\n" + chance), () -> printed(endless));
        assertTrue(printed(endless).contains("Forgetting to zero: a second step in training\n" + chance), () -> printed(endless));
        Value zero = new Value(0.0, "z"), p = zero.exp().label("p"), twice = p.mul(zero).add(p.mul(zero)).label("t");
        assertTrue(printed(twice).contains("Wrong order: down from the result, without sorting\n" + chance), () -> printed(twice));
        Value flat = new Value(0.0, "f"), still = flat.pow(2).pow(2).label("s");
        assertTrue(printed(still).contains("Wrong order: from the inputs to the result\n" + chance), () -> printed(still));
        assertTrue(printed(still).contains("A second backward through stale gradients\n" + chance), () -> printed(still));
    }

    @Test
    void tellsTinyGradientsApart() {
        Value x = new Value(12.0, "x");
        assertTrue(printed(x.tanh().mul(1).label("y")).contains("First to go wrong: x, which ends with 3.0201·10⁻¹⁰ instead of 1.5101·10⁻¹⁰."),
                () -> printed(x.tanh().mul(1).label("y")));
    }

    /** The same numbers, from the same runs, are what the page goes through. */
    @Test
    void followsBothTurnByTurn() {
        printed(L);
        List<String> steps = found("<ol class=\"steps\" start=\"0\">(.*?)</ol>");
        assertEquals(5, steps.size());
        assertEquals("""
                The gradients at the start.
                Turn 1: L
                Right: L holds 1 and passes on 1 · −4 = −4 to u, 1 · −6 = −6 to v.
                Wrong: L holds 1 and passes on 1 · −4 = −4 to u, 1 · −6 = −6 to v.
                Turn 2: v (right), u (wrong)
                Right: v holds −6 and passes on −6 · 1 = −6 to u, −6 · 1 = −6 to a.
                Wrong: u holds −4 and passes on −4 · −3 = 12 to a, −4 · 2 = −8 to b.
                Turn 3: u (right), v (wrong)
                Right: u holds −10 and passes on −10 · −3 = 30 to a, −10 · 2 = −20 to b.
                Wrong: v holds −6 and passes on −6 · 1 = −6 to u, −6 · 1 = −6 to a.
                In the end
                a has 6 instead of 24, b has −8 instead of −20.
                """, text(steps.get(2)));
        assertTrue(text(steps.get(4)).contains("""
                Turn 2: v
                Right: v holds −6 and passes on −6 · 1 = −6 to u, −6 · 1 = −6 to a.
                Wrong: v holds −12 and passes on −12 · 1 = −12 to u, −12 · 1 = −12 to a.
                """), () -> text(steps.get(4)));
    }

    /** a, b, u, v, L are 0 to 4. */
    @Test
    void showsWhatChangesAndWhatIsWrong() {
        printed(L);
        JsonArray unsorted = JsonParser.parseString(found("<script type=\"application/json\">(.*?)</script>").get(2)).getAsJsonArray();
        assertEquals("[[], [4], [3], [2], []] [[], [4], [2], [3], []]", states(unsorted, "changed"));
        assertEquals("[[], [], [], [], []] [[], [], [2], [2], [0, 1, 2]]", states(unsorted, "wrong"));
    }

    private static String states(JsonArray lanes, String what) {
        List<String> all = new ArrayList<>();
        for (var lane : lanes) {
            List<String> states = new ArrayList<>();
            for (var state : lane.getAsJsonObject().getAsJsonArray("states")) {
                states.add(state.getAsJsonObject().get(what).toString().replace(",", ", "));
            }
            all.add(states.toString());
        }
        return String.join(" ", all);
    }

    private String printed(Node root) {
        return SystemOut.of(() -> body = BreakIt.breakIt(root).body()).replace("\r\n", "\n");
    }

    private List<String> found(String pattern) {
        return Pattern.compile(pattern, Pattern.DOTALL).matcher(body).results().map(match -> match.group(1)).toList();
    }

    private static String text(String html) {
        return html.replaceAll("<p>|<li>|<button[^>]*>", "").replaceAll("</p>|</button>", "\n").replaceAll("</li>\\s*", "")
                .replace("&gt;", ">").strip() + "\n";
    }
}
