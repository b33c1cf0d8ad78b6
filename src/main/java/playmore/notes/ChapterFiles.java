package playmore.notes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import playmore.output.JsonFile;
import playmore.output.Output;

/** The numbered files that a chapter's runs made: a list of their names beside them, for the next run to read. */
final class ChapterFiles {

    private static final String LIST = ".made.json";

    /** Anything else in a list would be another program's, and could lie elsewhere. */
    private static final Pattern NAME = Pattern.compile("\\d{2,9}-[\\p{L}\\p{N}\\p{M}-]+\\.[a-z]+");

    private ChapterFiles() {}

    /** The names in the folder's list that are files there, by their numbers; none where the list is damaged. */
    static List<String> in(Path folder) {
        return JsonFile.in(folder.resolve(LIST), String[].class).stream().flatMap(Arrays::stream).filter(Objects::nonNull)
                .filter(name -> NAME.matcher(name).matches() && Files.exists(folder.resolve(name)))
                .sorted(Comparator.comparingInt(name -> Integer.parseInt(name.substring(0, name.indexOf('-'))))).toList();
    }

    /**
     * The files that an earlier run made, and the one that made {@code now} did not come to. What is newer
     * than the earlier run's list, was changed, or has a name of the learner's own, is none of them.
     */
    static List<String> left(Path folder, Collection<String> now) {
        try {
            List<String> left = new ArrayList<>();
            for (String name : in(folder)) {
                FileTime ran = Files.getLastModifiedTime(folder.resolve(LIST)), made = Files.getLastModifiedTime(folder.resolve(name));
                boolean ours = Files.isDirectory(folder.resolve(name)) || Output.wrote(folder.resolve(name));
                if (!now.contains(name) && made.compareTo(ran) <= 0 && ours) left.add(name);
            }
            return left;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the folder's list. */
    static void write(Path folder, Collection<String> names) {
        JsonFile.keep(folder.resolve(LIST), names);
    }

    /** As far as no other program has them open. */
    static void delete(Path folder, Collection<String> names) {
        for (String name : names) folder.resolve(name).toFile().delete();
    }
}
