package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The figures of the lecture itself, whoever wrote the goldens: a golden has each line, in this order, and no
 * other before it with the same words. Numbers as in a {@link Golden}.
 */
class LectureTest {

    private static final List<String> FIGURES = List.of("""
            01-derivative
            f(3) = 20.0
            points = 40
            slope at 3 = ≈14.00003
            slope at 2/3 = ≈0.00003
            """, """
            02-derivative-many-inputs
            d1 = 4.0
            d2 = 3.9997
            slope in a = ≈-3.0
            d2 = 4.0002
            slope in b = ≈2.0
            d2 = 4.0001
            slope in c = ≈1.0
            """, """
            03-value
            a + b = Value(data=-1.0)
            a * b = Value(data=-6.0)
            """, """
            04-draw-graph
            e = -6.0
            d = 4.0
            L = -8.0
            """, """
            05-manual-backprop
            dL/dL = 1.0
            dL/dd = -2.0
            dL/df = 4.0
            dd/dc = 1.0
            dL/dc = -2.0
            dL/de = -2.0
            dL/da = 6.0
            dL/db = -4.0
            | L,1.0,≈1.0,≈0.0
            | d,-2.0,≈-2.0,≈0.0
            | f,4.0,≈4.0,≈0.0
            | c,-2.0,≈-2.0,≈0.0
            | e,-2.0,≈-2.0,≈0.0
            | a,6.0,≈6.0,≈0.0
            | b,-4.0,≈-4.0,≈0.0
            """, """
            06-optimization-step
            L before = -8.0
            L after = -7.286496
            """, """
            07-neuron
            n = 0.7
            o = 0.6043677771171636
            n = 105.0
            o = 1.0
            """, """
            08-neuron-backprop
            n = 0.8813735870195432
            o = 0.7071067811865476
            do/do = 1.0
            do/dn = 0.5
            do/dn by bump = ≈0.5
            do/d(x1w1 + x2w2) = 0.5
            do/db = 0.5
            do/d(x1w1) = 0.5
            do/d(x2w2) = 0.5
            do/dx1 = -1.5
            do/dw1 = 1.0
            do/dx2 = 0.5
            do/dw2 = 0.0
            | x1,-1.5,≈-1.5,≈0.0
            | x2,0.5,≈0.5,≈0.0
            | w1,1.0,≈1.0,≈0.0
            | w2,0.0,≈0.0,≈0.0
            | b,0.5,≈0.5,≈0.0
            """, """
            09-backward-per-op
            | o,tanh,0.7071067811865476,1.0
            | n,+,0.8813735870195432,0.5
            | b,,6.8813735870195432,0.5
            | x1w1 + x2w2,+,-6.0,0.5
            | x1w1,*,-6.0,0.5
            | x2w2,*,0.0,0.5
            | x1,,2.0,-1.5
            | w1,,-3.0,1.0
            | x2,,0.0,0.5
            | w2,,1.0,0.0
            """, """
            10-backward-graph
            topo = [x1, w1, x1w1, x2, w2, x2w2, x1w1 + x2w2, b, n, o]
            o = 0.7071067811865476
            do/dn = 0.5
            do/db = 0.5
            do/d(x1w1) = 0.5
            do/d(x2w2) = 0.5
            do/dx1 = -1.5
            do/dw1 = 1.0
            do/dx2 = 0.5
            do/dw2 = 0.0
            c = 12.0
            wrong order b, c, a: a.grad = 0.0
            | b,0.0,2.0,2.0,<- goes wrong first
            right order c, b, a: a.grad = 4.0
            """, """
            11-accumulate-gradients
            overwritten: db/da = 1.0
            f = -6.0
            | a,3.0,≈-3.0,≈6.0
            | b,-2.0,≈-8.0,≈6.0
            accumulated: db/da = 2.0
            f = -6.0
            df/da = -3.0
            df/db = -8.0
            df/dd = 1.0
            df/de = -6.0
            """, """
            12-more-operations
            exp 2 = 7.38905609893065
            2 / 4 = 0.5
            2 - 4 = -2.0
            e = 5.828427124746192
            o = 0.7071067811865476
            | o,1.0,1.0
            | n,0.5,0.5
            | b,0.5,0.5
            | x1w1,0.5,0.5
            | x2w2,0.5,0.5
            | x1,-1.5,-1.5
            | w1,1.0,1.0
            | x2,0.5,0.5
            | w2,0.0,0.0
            """, """
            13-pytorch
            o = 0.7071067811865476
            PyTorch: o = 0.7071067811865476
            PyTorch: x1.grad = -1.5
            PyTorch: w1.grad = 1.0
            PyTorch: x2.grad = 0.5
            PyTorch: w2.grad = 0.0
            PyTorch: b.grad = 0.5
            | x1,2.0,-1.5,-1.5,≈-1.5,≈0.0
            | w1,-3.0,1.0,1.0,≈1.0,≈0.0
            | x2,0.0,0.5,0.5,≈0.5,≈0.0
            | w2,1.0,0.0,0.0,≈0.0,≈0.0
            | b,6.8813735870195432,0.5,0.5,≈0.5,≈0.0
            | x1w1,-6.0,0.5,0.5,≈0.5,≈0.0
            | x2w2,0.0,0.5,0.5,≈0.5,≈0.0
            | x1w1x2w2,-6.0,0.5,0.5,≈0.5,≈0.0
            | n,0.8813735870195432,0.5,0.5,≈0.5,≈0.0
            | o,0.7071067811865476,1.0,1.0,≈1.0,≈0.0
            largest difference from PyTorch = 0.0
            largest difference from the bump = ≈0.0
            Verdict: three ways, one answer.
            """, """
            14-neural-net
            parameters = 41
            """, """
            16-parameters
            parameters = 41
            """, """
            20-moons
            parameters = 337
            accuracy = 100.0 %
            """);

    @TestFactory
    Stream<DynamicTest> theGoldensHaveTheLecturesFigures() {
        return FIGURES.stream().map(figures -> figures.lines().toList())
                .map(lines -> DynamicTest.dynamicTest(lines.get(0), () -> check(lines.get(0), lines.subList(1, lines.size()))));
    }

    private static void check(String chapter, List<String> figures) throws IOException {
        Iterator<String> golden = Golden.of(chapter).lines().stream().map(line -> line.replace("≈", "")).iterator();
        for (String figure : figures) {
            String found = "";
            while (golden.hasNext() && !Golden.words(found).equals(Golden.words(figure))) found = golden.next();
            String line = found;
            assertTrue(Golden.matches(figure, line), () -> "expected  " + figure + "\nfound  " + line);
        }
    }
}
