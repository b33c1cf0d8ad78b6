package playmore.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import playmore.replay.Script;

/** What is new in a class that is written out again. */
class ClassDiffsTest {

    private final ClassDiffs listings = new ClassDiffs();

    @Test
    void whatIsNotAsItWasIsNew() {
        assertEquals(Optional.empty(), listings.next("class A {\n    int x;\n}", "01"));
        assertEquals(Optional.of(new ClassDiffs.Difference("A", "01", List.of(2, 3), 1, true)),
                listings.next("class A {\n\n    long x;\n    int y;\n}", "02"));
    }

    @Test
    void commentsAndBlanksAreNoDifference() {
        listings.next("class A {\n    int x;\n    int y;\n}", "01");
        assertTrue(listings.next("class A {    // the class\n    int x;      // new\n\n    int  y;\n}", "02").orElseThrow().isNone());
        assertEquals("02", listings.next("class A {\n    int x; // old\n    int y;\n}", "03").orElseThrow().before());
    }

    /** The closing brace before a new method is that of the old one. */
    @Test
    void aNewMethodIsNewAsAWhole() {
        listings.next("class A {\n    void f() {\n    }\n\n    void h() {\n    }\n}", "01");
        assertEquals(List.of(4, 5), listings.next("class A {\n    void f() {\n    }\n\n    void g() {\n    }\n\n    void h() {\n    }\n}", "02").orElseThrow().added());
    }

    @Test
    void aClassAmongOtherCodeIsFound() {
        listings.next("int x = 1;\nrecord P(int a) {}\nclass Q {\n    int b;\n}\nint y;", "01");
        assertEquals(Optional.of(new ClassDiffs.Difference("Q", "01", List.of(3), 0, false)),
                listings.next("int z;\nclass Q {\n    int b;\n    int c;\n}", "01"));
        assertEquals(Optional.of(new ClassDiffs.Difference("P", "01", List.of(0), 1, true)), listings.next("record P(int a, int b) {}", "02"));
        assertEquals(Optional.empty(), listings.next("var c = Q.class;\nclassify();", "02"));
        assertTrue(listings.next("class Q {\n    int b;\n    int c;\n    }", "03").isPresent(), "it ends where the cell does");
    }

    /** What is left of both, without what is gone and what is new, is the same; and no line is said to be new that need not be. */
    @Test
    void anyTwoListings() {
        Random random = new Random(7);
        for (int run = 0; run < 2000; run++) {
            List<String> before = lines(random), now = lines(random);
            ClassDiffs fresh = new ClassDiffs();
            fresh.next(listing(before), "01");
            ClassDiffs.Difference difference = fresh.next(listing(now), "02").orElseThrow();
            List<String> kept = new ArrayList<>(now);
            List<Integer> added = difference.added();
            for (int i = added.size() - 1; i >= 0; i--) kept.remove(added.get(i) - 1);
            assertEquals(before.size() - kept.size(), difference.gone(), before + " " + now);
            assertTrue(isIn(kept, before), before + " " + now + " " + kept);
            assertEquals(longest(before, now), kept.size(), before + " " + now);
        }
    }

    private static List<String> lines(Random random) {
        return random.ints(random.nextInt(7), 0, 3).mapToObj(i -> "    int " + "abc".charAt(i) + ";").toList();
    }

    private static String listing(List<String> lines) {
        return "class A {\n" + lines.stream().map(line -> line + "\n").collect(Collectors.joining()) + "}";
    }

    private static boolean isIn(List<String> part, List<String> whole) {
        int found = 0;
        for (String line : whole) if (found < part.size() && part.get(found).equals(line)) found++;
        return found == part.size();
    }

    /** The longest sequence that both have, by trying all of one's. */
    private static int longest(List<String> a, List<String> b) {
        return IntStream.range(0, 1 << a.size()).mapToObj(bits -> IntStream.range(0, a.size()).filter(i -> (bits >> i & 1) == 1).mapToObj(a::get).toList())
                .filter(part -> isIn(part, b)).mapToInt(List::size).max().orElseThrow();
    }

    /** The lecture's own class, from chapter to chapter. */
    @Test
    void theStagesOfValue() throws IOException {
        List<Script> scripts = Script.all(Path.of("scripts"));
        Script eleven = scripts.stream().filter(script -> script.number().equals("11")).findFirst().orElseThrow();
        ClassDiffs before = ClassDiffs.before(eleven, scripts);
        List<String> fresh = new ArrayList<>();
        for (Script.Block block : eleven.blocks()) {
            if (!(block instanceof Script.Cell cell) || !cell.code().startsWith("class Value")) continue;
            List<String> lines = cell.code().lines().toList();
            ClassDiffs.Difference difference = before.next(cell.code(), "11").orElseThrow();
            difference.added().forEach(i -> fresh.add(lines.get(i).replaceFirst(" *//.*", "").strip()));
        }
        assertEquals(List.of("grad += 1.0 * out.grad;", "other.grad += 1.0 * out.grad;", "grad += other.data * out.grad;", "other.grad += data * out.grad;",
                "out.rule = () -> grad += (1 - t * t) * out.grad;", "for (Value v : topo) if (!v.children.isEmpty()) v.grad = 0;", "grad += 1.0;"), fresh,
                "chapter 10's class at first, then the fix");
    }
}
