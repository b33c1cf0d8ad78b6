package playmore.replay;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.node.Node;
import playmore.output.PlainText;
import playmore.output.UserError;

/**
 * A chapter as its author wrote it: Markdown prose in comments, and cells of code between.
 *
 * <p>A comment that begins in the first column is prose; all else is code. The file begins with the
 * number, the title and the lecture's timecode:
 *
 * <pre>{@code
 * // # 05 · Backpropagation by hand
 * // Lecture [0:32:10](https://www.youtube.com/watch?v=VMj-3S1tku0&t=1930s)
 * }</pre>
 *
 * @param file where it lies
 * @param name its file name without {@code .jsh}, {@code "05-manual-backprop"}; its output folder too
 * @param number {@code "05"}
 * @param title {@code "Backpropagation by hand"}
 * @param timecode where in the lecture the chapter begins
 * @param blocks prose and cells in their order, without the first two lines
 */
public record Script(Path file, String name, String number, String title, Timecode timecode, List<Block> blocks) {

    private static final Pattern FILE = Pattern.compile("((\\d\\d)-[a-z0-9-]+)\\.jsh");
    private static final Pattern HEADING = Pattern.compile("// # (\\d\\d) · (\\S.*)");
    private static final Pattern TIMECODE = Pattern.compile("\\[(\\d:\\d\\d:\\d\\d)]\\((https?:[^)\\s\\p{Cc}]+)\\)");

    /** A part of a script, and the number of its first line, counted from 1. */
    public sealed interface Block {
        int line();
    }

    /**
     * Text of the author: Markdown without the slashes of the comments, and the parsed form, which nobody may change.
     */
    public record Prose(int line, String markdown, Node parsed) implements Block {

        Prose(int line, String markdown) {
            this(line, PlainText.of(markdown), Markdown.parse(PlainText.of(markdown)));
        }

        /** Returns whether it ends with a question for the reader: <em>Pause: …</em> */
        public boolean asks() {
            return Markdown.asks(parsed.getLastChild());
        }

        /** Splits the text after each question. */
        public List<Prose> byQuestions() {
            List<Prose> parts = new ArrayList<>();
            List<String> lines = markdown.lines().toList();
            int from = 0;
            for (int question : Markdown.questions(parsed)) {
                parts.add(part(lines, from, question + 1));
                from = question + 1;
            }
            if (lines.subList(from, lines.size()).stream()
                    .anyMatch(line -> !line.isBlank())) parts.add(part(lines, from, lines.size()));
            return parts;
        }

        private Prose part(List<String> lines, int from, int to) {
            return new Prose(line + from, String.join("\n", lines.subList(from, to)));
        }

        /** The text of its headings, without the time that ends them. */
        public List<String> headings() {
            return Markdown.headings(parsed);
        }
    }

    /** Code that runs in one go, and the place in the lecture that it belongs to. */
    public record Cell(int line, String code, Timecode timecode) implements Block {}

    /** A place in the lecture: {@code 0:32:10}, and the link that opens the video there. */
    public record Timecode(String time, String link) {

        private static final Pattern TIME = Pattern.compile("(?:(\\d{1,2}):)?([0-5]?\\d):([0-5]\\d)");

        public int seconds() {
            return seconds(time).orElseThrow();
        }

        /** How many seconds a time is, {@code 0:32:10} or {@code 32:10}; nothing where the text is none. */
        public static OptionalInt seconds(String text) {
            Matcher time = TIME.matcher(text);
            if (!time.matches()) return OptionalInt.empty();
            int hours = time.group(1) == null ? 0 : Integer.parseInt(time.group(1));
            return OptionalInt.of((hours * 60 + Integer.parseInt(time.group(2))) * 60
                    + Integer.parseInt(time.group(3)));
        }
    }

    /**
     * Reads a script.
     *
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if it has not the form of a script; the message names the line
     */
    public static Script read(Path file) throws IOException {
        Matcher name = FILE.matcher(file.getFileName().toString());
        if (!name.matches()) {
            throw malformed(file.toString(), "a script's file is named like 05-manual-backprop.jsh");
        }
        List<String> lines = text(file).lines().toList();
        Matcher heading = HEADING.matcher(lines.isEmpty() ? "" : lines.get(0));
        if (!heading.matches() || !heading.group(1).equals(name.group(2))) {
            throw malformed(file + ":1", "a script begins with its number and title: // # " + name.group(2)
                    + " · Title");
        }
        String second = lines.size() < 2 ? "" : lines.get(1);
        Matcher timecode = TIMECODE.matcher(second);
        if (!second.startsWith("// Lecture ") || !timecode.find()) {
            throw malformed(file + ":2", "the second line gives the place in the lecture:"
                    + " // Lecture [0:32:10](https://www.youtube.com/watch?v=VMj-3S1tku0&t=1930s)");
        }
        Timecode start = new Timecode(timecode.group(1), timecode.group(2));
        List<Block> blocks = blocks(lines, start);
        Cell first = (Cell) blocks.stream().filter(b -> b instanceof Cell).findFirst()
                .orElseThrow(() -> malformed(file.toString(), "has no code: a line that begins with // is prose"));
        String chapter = chapterCall(name.group(1));
        if (!first.code().contains(chapter)) {
            throw malformed(file + ":" + first.line(), "the first code says where the pictures go: " + chapter);
        }
        return new Script(file, name.group(1), name.group(2), PlainText.line(heading.group(2)).strip(), start, blocks);
    }

    /**
     * Reads all scripts in the folder, by their numbers. What has not the form of a script is none of them:
     * what is wrong with it is told when it is run.
     *
     * @throws IOException if the folder cannot be read
     */
    public static List<Script> all(Path folder) throws IOException {
        List<Script> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".jsh")).sorted().toList()) {
                try {
                    all.add(read(file));
                } catch (IllegalArgumentException e) {
                    // It cannot be in the contents before it has the form of a script.
                }
            }
        }
        return all;
    }

    /**
     * The text of a file that an author wrote: UTF-8, with or without the mark that some editors put first.
     *
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if it is not UTF-8; the message names the place
     */
    public static String text(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        CharBuffer text = CharBuffer.allocate(bytes.remaining());
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(bytes, text, true);
        String read = text.flip().toString().replaceFirst("^\uFEFF", "");
        if (result.isError()) {
            String line = read.substring(read.lastIndexOf('\n') + 1);
            throw malformed(file + ":" + (1 + read.chars().filter(c -> c == '\n').count()), String.format(Locale.ROOT,
                    "is not UTF-8 text, at character %d of the line (byte %d of the file, 0x%02X): save it as UTF-8",
                    1 + line.codePointCount(0, line.length()), bytes.position() + 1, bytes.get(bytes.position())));
        }
        return read;
    }

    /** Whether this cell says where the pictures go, and nothing else. */
    public boolean justBegins(Cell cell) {
        return cell.code().equals(chapterCall(name) + ";");
    }

    private static String chapterCall(String name) {
        return "chapter(\"" + name + "\")";
    }

    private static UserError malformed(String where, String what) {
        return new UserError(where + ": " + what);
    }

    private static List<Block> blocks(List<String> lines, Timecode timecode) {
        List<Block> blocks = new ArrayList<>();
        for (int from = 2, to; from < lines.size(); from = to) {
            boolean prose = isProse(lines.get(from));
            for (to = from + 1; to < lines.size() && isProse(lines.get(to)) == prose; ) to++;
            int first = from;
            while (first < to && withoutSlashes(lines.get(first)).isBlank()) first++;
            if (first == to) continue;
            if (prose) {
                String markdown = String.join("\n", lines.subList(first, to).stream().map(Script::withoutSlashes)
                        .toList()).stripTrailing();
                blocks.add(new Prose(first + 1, markdown));
                for (Matcher m = TIMECODE.matcher(markdown); m.find(); ) timecode =
                        new Timecode(m.group(1), m.group(2));
            } else {
                String code = String.join("\n", lines.subList(first, to)).stripTrailing();
                blocks.add(new Cell(first + 1, code, timecode));
            }
        }
        return List.copyOf(blocks);
    }

    private static boolean isProse(String line) {
        return line.startsWith("//");
    }

    /** The line without the slashes of prose. */
    private static String withoutSlashes(String line) {
        return line.replaceFirst("^// ?", "");
    }
}
