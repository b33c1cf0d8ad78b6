package playmore.notes;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import playmore.output.JsonFile;
import playmore.output.Output;

/**
 * The list of the numbered files that the runs of a chapter made. It is a file in the chapter's folder. The list of all
 * files that the kit wrote cannot replace it, because that one includes files that the learner named.
 */
final class ChapterFiles {

    private static final String LIST = ".made.json";

    /** Another name in the list is ignored: another program wrote it, and it could lead to another folder. */
    private static final Pattern NAME = Pattern.compile("\\d{2,9}-[\\p{L}\\p{N}\\p{M}-]+\\.[a-z]+");

    private ChapterFiles() {}

    /** The listed files that exist, in the order of their numbers. A damaged list is empty. */
    static List<String> in(Path folder) {
        return JsonFile.in(folder.resolve(LIST), String[].class).stream().flatMap(Arrays::stream)
                .filter(Objects::nonNull)
                .filter(name -> NAME.matcher(name).matches() && Files.exists(folder.resolve(name)))
                .sorted(Comparator.comparingInt(name -> Integer.parseInt(name.substring(0, name.indexOf('-')))))
                .toList();
    }

    /**
     * The files that an earlier run made and that the run that made {@code now} did not make again. A file that was
     * changed, or is newer than the list, belongs to the learner and is not included.
     */
    static List<String> left(Path folder, Collection<String> now) {
        long listed = folder.resolve(LIST).toFile().lastModified();
        return in(folder).stream().filter(name -> {
            File file = folder.resolve(name).toFile();
            boolean isOurs = file.isDirectory() || Output.wrote(file.toPath());
            return !now.contains(name) && file.lastModified() <= listed && isOurs;
        }).toList();
    }

    static void write(Path folder, Collection<String> names) {
        JsonFile.keep(folder.resolve(LIST), names);
    }

    /** Deletes these files, except those that another program keeps open. */
    static void delete(Path folder, Collection<String> names) {
        for (String name : names) folder.resolve(name).toFile().delete();
    }
}
