package playmore.lecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import playmore.Needs;
import playmore.pytorch.PyTorch;

/** What the chapters' prose claims of their numbers holds for these numbers, whatever they are. */
class ClaimsTest {

    @Test
    void theEstimateConvergesUntilRoundingSpoilsIt() {
        Transcript run = Chapters.transcript("01-derivative");
        double[] h = run.column("h-and-the-slope", 0), error = run.column("h-and-the-slope", 2);
        assertEquals(15, h.length);
        for (int k = 1; k <= 15; k++) {
            assertEquals(Math.pow(10, -k), h[k - 1], 1e-12 * h[k - 1]);
            if (k <= 6) assertEquals(3 * h[k - 1], error[k - 1], 1e-2 * h[k - 1]);             // f(x+h) − f(x) = 14h + 3h²
            if (k >= 11) assertTrue(Math.abs(error[k - 1]) > 1e-5, "h = " + h[k - 1]);
        }
    }

    @Test
    void anInputOfTanhMayBeUsedTwice() {
        double t = Math.tanh(0.5);
        assertEquals(t + 0.5 * (1 - t * t), Chapters.transcript("11-accumulate-gradients").number("dy/dx"), 1e-12);
    }

    @Test
    void float32HasFewerDigits() {
        Needs.that(PyTorch.isAvailable(), PyTorch.missing());
        assertTrue(Math.abs(Chapters.transcript("13-pytorch").number("float32: o") - Math.sqrt(0.5)) > 1e-9);
    }

    @Test
    void theLayersFirstNeuronIsTheNeuronOfTheSameSeed() {
        Transcript run = Chapters.transcript("14-neural-net");
        assertEquals(run.number("one neuron on (2, 3): out"), run.number("layer out[0]"));
    }

    @Test
    void theSquaredErrorsAddUpToTheLoss() {
        Transcript run = Chapters.transcript("15-loss");
        double[] target = run.column("squared-errors", 1), prediction = run.column("squared-errors", 2);
        double[] error = run.column("squared-errors", 3);
        assertTrue(Arrays.stream(prediction).allMatch(p -> p < 0), "the prose says minus to all");
        for (int i = 0; i < error.length; i++) assertEquals(Math.pow(prediction[i] - target[i], 2), error[i], 1e-12);
        assertEquals(Arrays.stream(error).sum(), run.number("loss ="), 1e-12);
    }

    @Test
    void eachStepByHandMakesTheLossLess() {
        Transcript run = Chapters.transcript("17-gradient-descent");
        assertFalls(run.number("loss before"), run.number("loss after step 1"), run.number("loss after step 2"), run.number("loss after step 3"));
        double moved = run.number("first weight now") - run.number("first weight =");
        assertEquals(-0.05 * run.number("first weight's grad"), moved, 1e-12);
    }

    @Test
    void theCurveJumpsUp() {
        double[] loss = Chapters.transcript("17-gradient-descent").column("loss-by-step", 1);
        assertEquals(20, loss.length);
        assertTrue(IntStream.range(1, 20).anyMatch(k -> loss[k] > loss[k - 1] + 0.5));
    }

    @Test
    void threeRatesThreeFates() {
        Transcript run = Chapters.transcript("17-gradient-descent");
        assertTrue(run.number("rate 0.0001: loss") > 5);
        assertTrue(run.number("rate 0.05: loss") < 0.1);
        assertEquals(8, run.number("rate 1: loss"), 1e-6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"17-gradient-descent predictions", "18-zero-grad predictions", "19-summary predictions"})
    void theNetworkLearnsTheFourExamples(String chapterAndTable) {
        Transcript run = Chapters.transcript(chapterAndTable.split(" ")[0]);
        String table = chapterAndTable.split(" ")[1];
        double[] target = run.column(table, 1), prediction = run.column(table, 2);
        assertEquals(4, target.length);
        for (int i = 0; i < 4; i++) assertTrue(target[i] * prediction[i] > 0.5, "example " + (i + 1));
    }

    @Test
    void withZeroedGradientsTheLossOnlyFallsAndWithoutItEndsWithLess() {
        Transcript run = Chapters.transcript("18-zero-grad");
        assertEquals(2 * run.number("first weight's grad"), run.number("after the second backward"), 1e-12);
        double[] standing = run.column("loss-by-step", 1), zeroed = run.column("loss-by-step", 2);
        assertFalls(zeroed);
        assertEquals(standing[0], zeroed[0]);
        assertEquals(standing[1], zeroed[1]);
        assertTrue(standing[19] < zeroed[19]);
    }

    @Test
    void amongAHundredTheBrokenLoopLosesAndTheMendedOneGains() {
        Transcript run = Chapters.transcript("18-zero-grad");
        String table = "networks-of-100-with-a-loss-below-a-half";
        assertFalls(run.column(table, 1));
        double[] zeroed = run.column(table, 2);
        assertTrue(zeroed[0] <= zeroed[1] && zeroed[1] <= zeroed[2] && zeroed[2] >= 95, Arrays.toString(zeroed));
    }

    @Test
    void theMoonsArePartedWithAMargin() {
        Transcript run = Chapters.transcript("20-moons");
        String table = "the-hardest-points";
        double[] answer = run.column(table, 2), score = run.column(table, 3), margin = run.column(table, 4);
        assertEquals(8, margin.length);
        for (int i = 0; i < margin.length; i++) {
            assertTrue(margin[i] > 0);
            assertEquals(answer[i] * score[i], margin[i], 1e-12);
        }
        assertTrue(run.number("accuracy before training") < 90 && run.number("accuracy on 1000 new points") > 97);
    }

    @Test
    void aTapeComputesWhatTheEagerEngineDoes() {
        Transcript run = Chapters.transcript("22-efficiency");
        assertEquals(run.number("loss, eager"), run.number("loss, replay"), 1e-12);
        assertEquals(0, run.number("largest difference"), 1e-12);
        double bytes = run.number("bytes a value");
        assertTrue(bytes >= 16 && bytes <= 72, "bytes a value: " + bytes);
        List<String[]> race = run.rows("microseconds-a-step");
        assertEquals(3, race.size());
        for (String[] row : race) {
            for (String microseconds : row) assertTrue(Double.parseDouble(microseconds) > 0, () -> String.join(",", row));
        }
    }

    @Test
    void aStepKeepsNearlyWhatTheGradientPromises() {
        Transcript run = Chapters.transcript("06-optimization-step");
        assertEquals(run.number("promised ="), run.number("measured ="), 0.02);
        assertTrue(run.number("promised =") != run.number("measured ="));
    }

    @Test
    void passingOnAtOnceCountsTheFirstContributionTwice() {
        assertEquals(6, Chapters.transcript("10-backward-graph").number("passing on at once: a.grad"));
    }

    @Test
    void theFormulaOfTanhFailsFarOut() {
        Transcript run = Chapters.transcript("12-more-operations");
        assertTrue(Double.isNaN(run.number("tanh of 1000 by the formula")));
        assertEquals(1, run.number("tanh of 1000 in one block"));
    }

    /** Chapter 12, and the README on the transcript. */
    @Test
    void aQuotientByAPowerIsAtBestAsExact() {
        Random random = new Random(1);
        int worse = 0;
        for (int i = 0; i < 10_000; i++) {
            double a = random.nextDouble(), b = 1 + random.nextDouble();
            BigDecimal exact = new BigDecimal(a).divide(new BigDecimal(b), MathContext.DECIMAL128);
            BigDecimal byDivision = new BigDecimal(a / b).subtract(exact).abs();
            BigDecimal byPower = new BigDecimal(a * StrictMath.pow(b, -1)).subtract(exact).abs();
            assertTrue(byDivision.compareTo(byPower) <= 0, a + " / " + b);
            if (byDivision.compareTo(byPower) < 0) worse++;
        }
        assertTrue(worse > 1_000, worse + " of 10,000");
    }

    @Test
    void twoLayersWithoutABendAreOne() {
        List<String> lines = Chapters.transcript("14-neural-net").lines("x =");
        assertEquals(4, lines.size());
        for (String line : lines) assertTrue(line.matches("x = \\S+ +both in a row: (\\S+) +one alone: \\1"), line);
    }

    @Test
    void bumpingTakesTwoRunsForEachParameter() {
        Transcript run = Chapters.transcript("14-neural-net");
        assertEquals(List.of("parameters = 41", "parameters = 41  runs of the network = 82"), run.lines("parameters"));
        assertEquals(0, run.number("largest difference"), 1e-8);
    }

    @Test
    void neuronsThatStartAlikeStayAlike() {
        List<String> gradients = Chapters.transcript("14-neural-net").lines("gradients of a neuron");
        assertEquals(4, gradients.size());
        assertEquals(1, gradients.stream().distinct().count(), gradients::toString);
    }

    @Test
    void theBrokenLoopsNetworkIsFrozenOnTheRightSide() {
        List<String> lines = Chapters.transcript("18-zero-grad").lines("target");
        assertEquals(4, lines.size());
        for (String line : lines) {
            String[] words = line.split(" +");
            assertEquals(Double.parseDouble(words[1]), Double.parseDouble(words[3]), 1e-6);
            assertEquals(0, Double.parseDouble(words[5]), 1e-6);
        }
    }

    @Test
    void momentumIsFasterAndTheCliffAtThreeTenthsTheBugs() {
        Transcript run = Chapters.transcript("18-zero-grad");
        assertTrue(run.number("step 20 loss, nine tenths kept") < run.number("step 20 loss, zeroed") / 10);
        List<String[]> rates = run.rows("loss-after-20-steps");
        assertEquals("0.3", rates.get(2)[0]);
        assertEquals(8, Double.parseDouble(rates.get(2)[1]), 1e-6);
        assertTrue(Double.parseDouble(rates.get(2)[2]) < 0.1);
    }

    @Test
    void aStraightBorderPartsTheMoonsLessWell() {
        List<String> accuracies = Chapters.transcript("20-moons").lines("accuracy =");
        assertEquals("accuracy = 100.0 %", accuracies.get(0));
        assertTrue(accuracies.get(1).matches("accuracy = [78]\\d.0 %"), accuracies::toString);
    }

    @Test
    void aLossOfAHundredPointsIsSome66000Values() {
        assertEquals(66, Math.round(Chapters.transcript("22-efficiency").number("values =") / 1000));
    }

    private static void assertFalls(double... numbers) {
        assertTrue(numbers.length > 1);
        for (int i = 1; i < numbers.length; i++) assertTrue(numbers[i] < numbers[i - 1], Arrays.toString(numbers));
    }
}
