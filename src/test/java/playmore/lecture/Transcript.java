package playmore.lecture;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * What one script printed, and the folder with the files it wrote.
 *
 * @param script its name, without {@code .jsh}
 * @param text all it printed
 * @param folder its folder under {@code out/}, named like the script
 */
record Transcript(String script, String text, Path folder) {

    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(?:NaN|Infinity|\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?)");

    /** What it printed; of the chapter that measures times, which differ from run to run, only the words. */
    String repeatable() {
        return script.equals("22-efficiency") ? NUMBER.matcher(text).replaceAll(" ").replaceAll("[-\\s]+", " ") : text.strip();
    }

    /** Asserts that a line begins with {@code key} and gives this number, to 1e-12 of its size. */
    void printed(String key, double expected) {
        printed(key, expected, 1e-12);
    }

    /** The same, to {@code tolerance} times its size (of 1, where it is smaller). */
    void printed(String key, double expected, double tolerance) {
        double[] found = numbers(key);
        for (double number : found) {
            if (Double.compare(number, expected) == 0
                    || Math.abs(number - expected) <= tolerance * Math.max(1, Math.abs(expected))) return;
        }
        fail(script + ": expected \"" + key + " = " + expected + "\", printed: "
                + (found.length == 0 ? "no such line in\n" + text : String.join("\n", lines(key))));
    }

    /**
     * The number of each line that begins with {@code key}, from first to last: the first number
     * after the line's {@code =}, or after {@code key} where there is no {@code =}.
     */
    double[] numbers(String key) {
        return lines(key).stream().mapToDouble(line -> {
            int equals = line.indexOf('=', key.length());
            Matcher number = NUMBER.matcher(line);
            return number.find(equals < 0 ? key.length() : equals) ? Double.parseDouble(number.group()) : Double.NaN;
        }).toArray();
    }

    /** The lines that begin with {@code key}, the key being followed by no further letter or digit. */
    List<String> lines(String key) {
        return text.lines().map(String::strip)
                .filter(line -> line.matches(Pattern.quote(key) + "(?![\\p{L}\\p{N}]).*"))
                .toList();
    }

    /** Asserts that the text is somewhere in what was printed. */
    void contains(String expected) {
        if (!text.contains(expected)) fail(script + ": did not print \"" + expected + "\" but\n" + text);
    }

    /** The SVG that was written with this name: {@code svg("01-L")}. */
    String svg(String name) {
        return file(name + ".svg");
    }

    /**
     * The words of the SVG in their order, with bars between them: those of a node stand together,
     * {@code "a | data 2.0000 | grad 6.0000"}.
     */
    String words(String name) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            var svg = factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg(name))));
            var words = svg.getElementsByTagName("text");
            return IntStream.range(0, words.getLength()).mapToObj(i -> words.item(i).getTextContent().strip())
                    .collect(Collectors.joining(" | "));
        } catch (IOException | ParserConfigurationException | SAXException e) {
            throw new AssertionError(script + ": " + name + ".svg is no XML", e);
        }
    }

    /** The table that was written with this name: {@code csv("02-gradients")}. */
    String csv(String name) {
        return file(name + ".csv");
    }

    /** The rows of that table, without its heading; quotes around a cell are gone. */
    List<String[]> rows(String name) {
        String commaOutsideQuotes = ",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)";
        return csv(name).lines().skip(1).map(line -> Stream.of(line.split(commaOutsideQuotes, -1))
                .map(cell -> cell.replaceAll("^\"|\"$", "")).toArray(String[]::new)).toList();
    }

    /** The names of the files that the script wrote, sorted. */
    List<String> files() {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String file(String name) {
        if (!files().contains(name)) {
            fail(String.format(Locale.ROOT, "%s: expected the file %s, wrote %s", script, name, files()));
        }
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
