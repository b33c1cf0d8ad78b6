package playmore;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import playmore.output.UserError;
import playmore.play.Lecture;
import playmore.replay.Script;

/** The lecture's chapters, and those of them that a learner asks for. */
final class Chapters {

    private static final Pattern FILE = Pattern.compile("(\\d{1,9})-.*[.]jsh");
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,9})(?:-(\\d{1,9}))?");

    private final Path folder;
    private final List<Path> files;

    private Chapters(Path folder, List<Path> files) {
        this.folder = folder;
        this.files = files;
    }

    /**
     * Those whose files lie in this folder.
     *
     * @throws IllegalArgumentException if two have the same number; it names both
     */
    static Chapters in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> chapters = files.filter(file -> FILE.matcher(name(file)).matches())
                    .sorted(Comparator.comparingInt(Chapters::number).thenComparing(Chapters::name)).toList();
            for (int i = 1; i < chapters.size(); i++) {
                Path one = chapters.get(i - 1), other = chapters.get(i);
                if (number(one) == number(other)) {
                    throw new UserError(one + " and " + other + " are both chapter " + number(one)
                            + ": give one of them another number.");
                }
            }
            return new Chapters(folder, chapters);
        }
    }

    /**
     * The files asked for, in that order; all if there are no words.
     *
     * @param words each a number ({@code 8}, {@code 08}), a name ({@code 08-neuron-backprop}), a range of numbers
     *     ({@code 05-08}), or a time in the lecture ({@code 1:09:02}): from the chapter of that time on
     * @throws IllegalArgumentException if a word means none
     */
    List<Path> asked(List<String> words) throws IOException {
        if (words.isEmpty()) return files;
        List<Path> asked = new ArrayList<>();
        for (String word : words) asked.addAll(asked(word));
        return asked;
    }

    /** The one file asked for, if any is; of several, as for a time, the first. */
    Optional<Path> first(List<String> words) throws IOException {
        if (words.size() > 1) throw new UserError("Ask for one chapter only, not for "
                + String.join(" ", words) + ".");
        return words.isEmpty() ? Optional.empty() : Optional.of(asked(words.get(0)).get(0));
    }

    private List<Path> asked(String word) throws IOException {
        List<Path> asked = files.stream().filter(file -> name(file).equals(word + ".jsh")).toList();
        Matcher numbers = NUMBERS.matcher(word);
        OptionalInt seconds = Script.Timecode.seconds(word);
        if (asked.isEmpty() && numbers.matches()) {
            int from = Integer.parseInt(numbers.group(1));
            int to = numbers.group(2) == null ? from : Integer.parseInt(numbers.group(2));
            if (to < from) throw new UserError("The chapters are run in their order: ask for "
                    + numbers.group(2) + "-" + numbers.group(1) + ", not for " + word + ".");
            asked = files.stream().filter(file -> from <= number(file) && number(file) <= to).toList();
        } else if (asked.isEmpty() && seconds.isPresent()) {
            asked = from(seconds.getAsInt());
        }
        if (asked.isEmpty()) throw new UserError("There is no chapter " + word + ". There are:\n"
                + list());
        return asked;
    }

    /** All chapters from the last one that starts at or before this time; none if no file has the form of a script. */
    private List<Path> from(int seconds) throws IOException {
        List<Script> scripts = Script.all(folder);
        if (scripts.isEmpty()) return List.of();
        Path first = scripts.get(new Lecture(scripts).at(seconds)).file();
        return files.subList(files.indexOf(first), files.size());
    }

    /** A line for each: {@code "  08 · Backpropagation by hand, through a neuron"}. */
    String list() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path file : files) {
            String first = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().findFirst().orElse("");
            Matcher heading = Pattern.compile("\ufeff?// # (.*)").matcher(first);
            lines.add("  " + (heading.matches() ? heading.group(1).strip() : name(file)));
        }
        return String.join("\n", lines);
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private static int number(Path file) {
        return Integer.parseInt(name(file).replaceFirst("-.*", ""));
    }
}
