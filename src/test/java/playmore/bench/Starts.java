package playmore.bench;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How long a learner waits: for the prompt, for the first picture, for the replay of the lecture. */
final class Starts {

    private static final String PROMPT = "jshell>", PLAYS = " ▸ ";
    private static final int LEARNER_TYPES_MILLIS = 4000;
    private static final Pattern MILLIS = Pattern.compile("took (\\d+)");
    private static final Pattern CHAPTER = Pattern.compile("✓ \\d\\d in ([\\d.]+) s");
    private static final Pattern ALL = Pattern.compile("replayed in ([\\d.]+) s");

    private Starts() {}

    /** What has a prompt, by way of pipes. */
    private static final class Shell implements Closeable {

        final double secondsToPrompt;
        private final String prompt;
        private final Process process;
        private final InputStream out;

        Shell(List<String> command) throws IOException {
            this(command, PROMPT);
        }

        Shell(List<String> command, String prompt) throws IOException {
            this.prompt = prompt;
            long start = System.nanoTime();
            process = start(command);
            out = process.getInputStream();
            until(prompt);
            secondsToPrompt = (System.nanoTime() - start) / 1e9;
        }

        String answer(String line) throws IOException {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
            return until(prompt);
        }

        private String until(String text) throws IOException {
            ByteArrayOutputStream read = new ByteArrayOutputStream();
            while (!read.toString(StandardCharsets.UTF_8).contains(text)) {
                int b = out.read();
                if (b < 0) throw new IOException("It ended with: " + read.toString(StandardCharsets.UTF_8));
                read.write(b);
            }
            return read.toString(StandardCharsets.UTF_8);
        }

        @Override
        public void close() throws IOException {
            process.getOutputStream().close();
            out.readAllBytes();
        }
    }

    private static Process start(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.start();
    }

    /** Seconds to the prompt, each the median of so many starts: plain jshell with an empty start-up, with ours, and our shell. */
    static double[] toPrompt(int starts) throws IOException {
        Path empty = Files.createTempFile("empty", ".jsh");
        try {
            List<String> plain = List.of(Path.of(System.getProperty("java.home"), "bin", "jshell").toString(),
                    "--class-path", "target/playmore.jar", "--startup", empty.toString());
            List<Double> plains = new ArrayList<>(), sames = new ArrayList<>(), ours = new ArrayList<>();
            try (Shell first = shell()) {
                first.answer("");    // it may have had to make its archive
            }
            for (int i = 0; i < starts; i++) {
                try (Shell shell = new Shell(plain)) {
                    plains.add(shell.secondsToPrompt);
                }
                try (Shell shell = new Shell(jshell(false, List.of()))) {
                    sames.add(shell.secondsToPrompt);
                }
                try (Shell shell = shell()) {
                    ours.add(shell.secondsToPrompt);
                }
            }
            return new double[] {median(plains), median(sames), median(ours)};
        } finally {
            Files.delete(empty);
        }
    }

    /** Milliseconds from a line typed to its answer: with jshell's own engine, and with ours. */
    static double[] line() throws IOException {
        double[] millis = new double[2];
        for (int i = 0; i < 2; i++) {
            try (Shell shell = i == 1 ? shell() : new Shell(jshell(false, List.of()))) {
                List<Double> seconds = new ArrayList<>();
                for (int line = 0; line < 30; line++) {
                    long start = System.nanoTime();
                    shell.answer("1 + " + line);
                    seconds.add((System.nanoTime() - start) / 1e9);
                }
                millis[i] = 1000 * median(seconds);
            }
        }
        return millis;
    }

    /**
     * What playing chapter 05 is like: seconds to its first cell, and milliseconds from Enter to the next one,
     * in the middle and at most, with what the cell itself takes.
     */
    static double[] play() throws IOException {
        try (Shell shell = new Shell(List.of("./build.sh", "--no-pytorch", "play", "05"), PLAYS)) {
            List<Double> millis = new ArrayList<>();
            for (String shown = ""; !shown.contains("05 ✓"); ) {
                long start = System.nanoTime();
                shown = shell.answer("");
                millis.add((System.nanoTime() - start) / 1e6);
            }
            return new double[] {shell.secondsToPrompt, median(millis), millis.stream().max(Double::compare).orElseThrow()};
        }
    }

    /**
     * Draws the loss of so many examples in a JVM of its own, without {@code dot}; a small expression for 0.
     *
     * @return how many values that are, milliseconds from the JVM's start to the picture, and those of drawing it again
     */
    static double[] firstPicture(int examples) throws IOException {
        Process java = start(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-DontCompileHugeMethods", "-Dplaymore.graphviz=built-in", "-cp", System.getProperty("java.class.path"),
                FirstPicture.class.getName(), "" + examples));
        String printed = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return Stream.of(printed.strip().split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    /** Seconds that jshell takes with these chapters, from start to end: with its own engine, and with ours. */
    static double[] chapters(String number) throws IOException {
        List<String> scripts;
        try (Stream<Path> files = Files.list(Path.of("scripts"))) {
            scripts = files.map(Path::toString).filter(file -> file.matches("scripts.\\d\\d-.*[.]jsh"))
                    .filter(file -> file.startsWith(number, "scripts/".length())).sorted().toList();
        }
        double[] seconds = new double[2];
        for (int i = 0; i < 2; i++) {
            long start = System.nanoTime();
            new Shell(jshell(i == 1, scripts)).close();
            seconds[i] = (System.nanoTime() - start) / 1e9;
        }
        return seconds;
    }

    /** As {@code ./build.sh shell}, which would take one chapter only, with either engine. */
    private static List<String> jshell(boolean ours, List<String> scripts) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "jshell").toString(), "--class-path", "target/playmore.jar",
                "--startup", "DEFAULT", "--startup", "startup.jsh"));
        if (ours) {
            command.addAll(List.of("--execution", "playmore", "-J-javaagent:target/playmore.jar",
                    "-J--class-path=target/playmore.jar", "-J-XX:+UseSerialGC", "-J-XX:-DontCompileHugeMethods"));
        }
        command.addAll(scripts);
        return command;
    }

    private static Shell shell(String... chapter) throws IOException {
        List<String> command = new ArrayList<>(List.of("./build.sh", "--no-pytorch", "shell"));
        command.addAll(List.of(chapter));
        return new Shell(command);
    }

    /** Seconds until the prompt of the shell is there after a chapter, the median of so many starts. */
    static double afterChapter(String number, int starts) throws IOException {
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < starts; i++) {
            try (Shell shell = shell(number)) {
                seconds.add(shell.secondsToPrompt);
            }
        }
        return median(seconds);
    }

    private static double median(List<Double> seconds) {
        return seconds.stream().sorted().toList().get(seconds.size() / 2);
    }

    /** Milliseconds that drawDot of a small graph takes: at once, in a session some seconds old, and when repeated. */
    static double[] drawDot() throws IOException {
        double atOnce;
        try (Shell shell = shell()) {
            atOnce = draw(shell);
        }
        try (Shell shell = shell()) {
            Thread.sleep(LEARNER_TYPES_MILLIS);
            return new double[] {atOnce, draw(shell), draw(shell)};
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static double draw(Shell shell) throws IOException {
        String answer = shell.answer("{ var a = new Value(2.0, \"a\"); var L = a.mul(a).add(1); L.backward();"
                + " long t = System.nanoTime(); drawDot(L);"
                + " System.out.println(\"took \" + (System.nanoTime() - t) / 1_000_000); }");
        Matcher millis = MILLIS.matcher(answer);
        if (!millis.find()) throw new IOException("jshell says: " + answer);
        return Double.parseDouble(millis.group(1));
    }

    /** Seconds that the replay of all chapters takes, and that of the longest of them. */
    static double[] replay() throws IOException {
        String printed = new String(start(List.of("./build.sh", "run")).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher all = ALL.matcher(printed);
        if (!all.find()) throw new IOException("The replay failed:\n" + printed);
        double longest = CHAPTER.matcher(printed).results().map(MatchResult::group)
                .mapToDouble(s -> Double.parseDouble(s.replaceAll("^.* in | s$", ""))).max().orElseThrow();
        return new double[] {Double.parseDouble(all.group(1)), longest};
    }
}
