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

    /** What it printed; of the chapters that measure times, or PyTorch's last digit, which differ from run to run, only the words. */
    String repeatable() {
        return List.of("22-efficiency", "24-where-to-go").contains(script)
                ? NUMBER.matcher(text).replaceAll(" ").replaceAll("[-\\s]+", " ").strip()
                : text.strip();
    }

    /**
     * The number of the one line that begins with {@code key}, which may end with {@code =}: the first after the
     * line's {@code =}, or after {@code key} where there is no {@code =}.
     */
    double number(String key) {
        List<String> lines = lines(key);
        if (lines.size() != 1) fail(script + ": one line should begin with \"" + key + "\", it printed " + lines + " of\n" + text);
        int equals = lines.get(0).indexOf('=', key.length());
        Matcher number = NUMBER.matcher(lines.get(0));
        if (!number.find(equals < 0 ? key.length() : equals)) fail(script + ": no number in " + lines);
        return Double.parseDouble(number.group());
    }

    /** The lines that begin with {@code key}, the key being followed by no further letter or digit. */
    List<String> lines(String key) {
        return text.lines().map(String::strip)
                .filter(line -> line.matches(Pattern.quote(key) + "(?![\\p{L}\\p{N}]).*"))
                .toList();
    }

    /** The SVG that was written with this name, {@code svg("01-L")}; if there is one only, without its number. */
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

    /** The table that was written with this name, {@code csv("gradients")} or {@code csv("02-gradients")}. */
    String csv(String name) {
        return file(name + ".csv");
    }

    /** The rows of that table, one or more, without its heading; quotes around a cell are gone. */
    List<String[]> rows(String name) {
        String commaOutsideQuotes = ",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)";
        List<String[]> rows = csv(name).lines().skip(1).map(line -> Stream.of(line.split(commaOutsideQuotes, -1))
                .map(cell -> cell.replaceAll("^\"|\"$", "")).toArray(String[]::new)).toList();
        if (rows.isEmpty()) fail(script + ": no rows in " + name + ".csv");
        return rows;
    }

    /** The numbers of a column, counted from 0, of that table. */
    double[] column(String name, int column) {
        return rows(name).stream().mapToDouble(row -> Double.parseDouble(row[column])).toArray();
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
        List<String> named = files().stream().filter(file -> file.equals(name) || file.replaceFirst("^\\d+-", "").equals(name)).toList();
        if (named.size() != 1) fail(String.format(Locale.ROOT, "%s: expected one file %s, wrote %s", script, name, files()));
        try {
            return Files.readString(folder.resolve(named.get(0)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
