package playmore.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import playmore.pytorch.PyTorch;

/** Runs the benchmarks by JMH and prints tables of what came out: {@code ./build.sh bench}. */
final class Bench {

    private static final List<String> SIZES = List.of("1000", "10000", "100000", "1000000", "10000000");

    private static final int STEPS_IN_C = 300_000;      // some five seconds

    private Bench() {}

    public static void main(String[] args) throws RunnerException, IOException, InterruptedException {
        print("Java %s, %s, %d processors. Each benchmark runs for 5 seconds in a JVM of its own, after 3 to warm up.%n%n",
                Runtime.version(), System.getProperty("os.arch"), Runtime.getRuntime().availableProcessors());
        steps();
        sizes();
        print("%nLargest expression in a heap of 1 GiB: %,d values%n", largest());
        waits();
    }

    private static void steps() throws RunnerException, IOException, InterruptedException {
        record Way(String name, double best, double median) {

            Way(String name, RunResult result) {
                this(name, Bench.best(result), Bench.median(result));
            }
        }
        List<Way> ways = new ArrayList<>();
        ways.add(new Way("eager, new Values each step", run(MoonsStep.class, "eager")));
        ways.add(new Way("replay of a Tape", run(MoonsStep.class, "tape")));
        ways.add(new Way("bare arithmetic", run(MoonsStep.class, "bare")));
        if (MoonsInC.isAvailable()) {
            ways.add(new Way("bare arithmetic in C, gcc", MoonsInC.microseconds(STEPS_IN_C), Double.NaN));
        }
        if (PyTorch.isAvailable()) {
            ways.add(new Way("PyTorch " + PyTorch.version() + ", eager", run(MoonsStep.class, "pytorch")));
        }
        print("A training step on the moons: 100 points, MLP(2 -> 16 -> 16 -> 1)%n");
        print("%-28s %9s %11s  %s%n", "", "best, µs", "median, µs", "best, as a multiple of the others'");
        for (Way way : ways) {
            print("%-28s %9.1f %11s ", way.name, way.best, Double.isNaN(way.median) ? "" : String.format(Locale.ROOT, "%.1f", way.median));
            for (Way other : ways) {
                print(" %8.3f", way.best / other.best);
            }
            print("%n");
        }
        if (!MoonsInC.isAvailable()) print("No gcc here, so nothing in C.%n");
        if (!PyTorch.isAvailable()) print("%s%n", PyTorch.missing());
    }

    private static void sizes() throws RunnerException {
        print("Forward and backward, for each value of the expression%n");
        print("%12s %16s %10s %16s%n", "values", "eager, best ns", "bytes", "tape, best ns");
        for (String size : SIZES) {
            RunResult eager = run(ManyValues.class, "eager", size);
            RunResult tape = run(ManyValues.class, "tape", size);
            double n = Double.parseDouble(size);
            print("%,12.0f %16.1f %10.1f %16.2f%n", n, best(eager) / n, bytes(eager) / n, best(tape) / n);
        }
    }

    private static void waits() throws IOException {
        double[] prompt = Starts.toPrompt(7), picture = Starts.drawDot(), replay = Starts.replay();
        print("%nWhat a learner waits for%n");
        print("%-52s %6.2f s%n", "plain jshell, same class path, empty start-up", prompt[0]);
        print("%-52s %6.2f s%n", "plain jshell, same class path and start-up", prompt[1]);
        print("%-52s %6.2f s, %.2f and %.2f times those%n", "./build.sh shell, until the prompt", prompt[2],
                prompt[2] / prompt[0], prompt[2] / prompt[1]);
        double chapter = Starts.afterChapter("05", 5);
        print("%-52s %6.2f s, %.2f and %.2f times those%n", "./build.sh shell 05, until the prompt", chapter,
                chapter / prompt[0], chapter / prompt[1]);
        print("%-52s %6.2f s%n", "first drawDot, at once", picture[0] / 1000);
        print("%-52s %6.2f s%n", "first drawDot, after typing for 4 s", picture[1] / 1000);
        print("%-52s %6.2f s%n", "second drawDot", picture[2] / 1000);
        for (int examples : new int[] {0, 4, 16}) {
            double[] drawn = Starts.firstPicture(examples);
            print("%-52s %6.2f s from the start of Java; again %.2f s%n",
                    String.format(Locale.ROOT, "a picture of %,.0f values, without dot", drawn[0]), drawn[1] / 1000, drawn[2] / 1000);
        }
        double[] play = Starts.play();
        print("%-52s %6.2f s%n", "./build.sh play 05, until the first cell", play[0]);
        print("%-52s %6.0f ms; the slowest %.0f ms%n", "there, from Enter to the next cell", play[1], play[2]);
        double[] line = Starts.line();
        print("%-52s %6.0f ms; with jshell's own engine %.0f ms, %.1f times as long%n",
                "a line at the prompt", line[1], line[0], line[0] / line[1]);
        for (String[] what : new String[][] {{"05", "jshell with chapter 05"}, {"20", "jshell with chapter 20"},
                {"", "jshell with all chapters in one session"}}) {
            double[] seconds = Starts.chapters(what[0]);
            print("%-52s %6.1f s; with jshell's own engine %.1f s%n", what[1], seconds[1], seconds[0]);
        }
        print("%-52s %6.1f s%n", "./build.sh run, all chapters", replay[0]);
        print("%-52s %6.1f s%n", "the longest chapter", replay[1]);
    }

    private static RunResult run(Class<?> benchmarks, String method, String... sizes) throws RunnerException {
        OptionsBuilder options = new OptionsBuilder();
        options.include(benchmarks.getName() + "\\." + method + "$")
                .forks(1)
                .warmupIterations(3).warmupTime(TimeValue.seconds(1))
                .measurementIterations(5).measurementTime(TimeValue.seconds(1))
                .jvmArgsAppend("--enable-native-access=ALL-UNNAMED", "-Dai.djl.pytorch.num_threads=1",
                        "-XX:+UseParallelGC", "-Xmx3g")
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        if (sizes.length > 0) options.param("values", sizes);
        return new Runner(options.build()).run().iterator().next();
    }

    private static double best(RunResult result) {
        return result.getPrimaryResult().getStatistics().getMin();
    }

    private static double median(RunResult result) {
        return result.getPrimaryResult().getStatistics().getPercentile(50);
    }

    private static double bytes(RunResult result) {
        for (Result<?> r : result.getSecondaryResults().values()) {
            if (r.getLabel().endsWith("gc.alloc.rate.norm")) return r.getScore();
        }
        throw new IllegalStateException("JMH's profiler says nothing of allocation");
    }

    private static long largest() throws IOException, InterruptedException {
        Process java = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g",
                "-cp", System.getProperty("java.class.path"), LargestExpression.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String printed = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (java.waitFor() != 0) throw new IllegalStateException("the JVM with a heap of 1 GiB failed");
        return Long.parseLong(printed);
    }

    private static void print(String format, Object... args) {
        System.out.printf(Locale.ROOT, format, args);
    }
}
