package playmore.lecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import playmore.output.Output;
import playmore.replay.Event;

/**
 * A chapter's numbers, as they stand in {@code src/test/resources/golden/}: all that it prints
 * ({@code d1 = 4.0}), results in ({@code → 4.0}) and makes ({@code wrote 01-L.svg}), line by line and in
 * its order. A table stands as its CSV, {@code | a,6.0}. Last come the files that are named by the chapter itself.
 *
 * <p>A printed line must be the golden's, but that its numbers with a decimal point may differ by 1e-12 of
 * their size, or of 1 where they are smaller; {@code ≈} before a number allows for 1e-6, as for a slope that
 * was measured, and {@code {number}} stands for any: what depends on the machine.
 */
record Golden(List<String> lines) {

    private static final String NUMBER = "(?<![\\p{L}\\p{N}_.])-?\\d+(?:\\.\\d+)?(?:E-?\\d+)?(?![\\p{L}\\p{N}_])";
    private static final Pattern PRINTED = Pattern.compile(NUMBER), EXPECTED = Pattern.compile("\\{number}|≈?" + NUMBER);
    private static final double EXACT = 1e-12, MEASURED = 1e-6;

    static Path file(String chapter) {
        return Path.of("src/test/resources/golden", chapter + ".txt");
    }

    static Golden of(String chapter) throws IOException {
        return new Golden(Files.readAllLines(file(chapter)));
    }

    /** Writes down what happens in a run, as a golden without marks. */
    static final class Recorder implements Consumer<Event> {

        private final List<String> lines = new ArrayList<>();
        private final StringBuilder printed = new StringBuilder();
        private final Set<String> made = new HashSet<>();

        @Override
        public void accept(Event event) {
            if (event instanceof Event.Printed p) {
                printed.append(p.text());
                return;
            }
            printed.toString().lines().forEach(lines::add);
            printed.setLength(0);
            if (event instanceof Event.Made m) made(m.artifact().file());
            if (event instanceof Event.Result result) {
                String text = result.text().replace(Output.root().toString(), "out");
                text.lines().forEach(line -> lines.add("→ " + line));
            }
        }

        private void made(Path file) {
            made.add(file.getFileName().toString());
            lines.add("wrote " + file.getFileName());
            if (!file.toString().endsWith(".csv")) return;
            try {
                Files.readString(file).lines().forEach(row -> lines.add("| " + row));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** All there is to tell, the chapter having written these files. */
        Golden golden(List<String> files) {
            List<String> all = new ArrayList<>(lines);
            files.stream().filter(name -> !made.contains(name)).forEach(name -> all.add("named " + name));
            made.stream().filter(name -> !files.contains(name)).forEach(name -> all.add("lost " + name));
            return new Golden(all);
        }
    }

    /** Where the two part first, in words; nothing where they do not. */
    List<String> differences(Golden printed) {
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < Math.max(lines.size(), printed.lines.size()); i++) {
            String expected = i < lines.size() ? lines.get(i) : "(no further line)";
            String line = i < printed.lines.size() ? printed.lines.get(i) : "(no further line)";
            if (!matches(expected, line)) differences.add("line " + (i + 1) + ": expected  " + expected + "\n   but it was  " + line);
        }
        return differences;
    }

    static boolean matches(String expected, String line) {
        Matcher golden = EXPECTED.matcher(expected), number = PRINTED.matcher(line);
        int from = 0, fromLine = 0;
        while (golden.find()) {
            if (!number.find()) return false;
            if (!expected.substring(from, golden.start()).equals(line.substring(fromLine, number.start()))) return false;
            if (!near(golden.group(), number.group())) return false;
            from = golden.end();
            fromLine = number.end();
        }
        return expected.substring(from).equals(line.substring(fromLine));
    }

    /** The line without its numbers. */
    static String words(String line) {
        return EXPECTED.matcher(line).replaceAll("0");
    }

    private static boolean near(String expected, String number) {
        if (expected.equals("{number}") || expected.equals(number)) return true;
        boolean measured = expected.startsWith("≈");
        String exact = measured ? expected.substring(1) : expected;
        if (!exact.contains(".") || !number.contains(".")) return false;
        double right = Double.parseDouble(exact);
        return Math.abs(Double.parseDouble(number) - right) <= (measured ? MEASURED : EXACT) * Math.max(1, Math.abs(right));
    }

    /**
     * The golden of a new run: each line that still matches stays as it is, and one with other numbers but the
     * same words keeps its marks.
     */
    Golden updated(Golden printed) {
        List<String> old = new ArrayList<>(lines), updated = new ArrayList<>();
        for (String line : printed.lines) {
            String words = words(line);
            int same = -1;
            for (int i = 0; i < old.size() && same < 0; i++) {
                if (words(old.get(i)).equals(words)) same = i;
            }
            updated.add(same < 0 ? line : marked(old.get(same), line));
            if (same >= 0) old.subList(0, same + 1).clear();
        }
        return new Golden(updated);
    }

    private static String marked(String old, String line) {
        if (matches(old, line)) return old;
        Matcher mark = EXPECTED.matcher(old);
        return PRINTED.matcher(line).replaceAll(number -> {
            mark.find();
            return mark.group().startsWith("{") ? mark.group() : (mark.group().startsWith("≈") ? "≈" : "") + number.group();
        });
    }
}
