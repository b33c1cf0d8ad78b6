package playmore.notes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import playmore.replay.Script;

/** Finds what is new in a class when the lecture writes the class again. Keeps the last version of each class. */
final class ClassDiffs {

    private static final Pattern CLASS = Pattern.compile("(?:(?:public|final|abstract|sealed|static) )*+"
            + "(?:class|record|interface|enum) (\\w+)\\b.*");
    private static final Pattern COMMENT = Pattern.compile("(?<!\\s)\\s*+//.*");

    /** A class in a cell. Its first line is line {@code from} of the cell, counted from 0. */
    private record Listing(String name, String chapter, int from, List<String> lines) {}

    /**
     * How a class differs from its last version. Comments are ignored.
     *
     * @param before the number of the chapter with the last version
     * @param added the indices of the new lines in the cell, counted from 0
     * @param gone the number of lines that were removed
     * @param whole whether the cell contains only this class
     */
    record Difference(String name, String before, List<Integer> added, int gone, boolean whole) {

        boolean isNone() {
            return added.isEmpty() && gone == 0;
        }
    }

    private final Map<String, Listing> last = new HashMap<>();

    /** The classes in the chapters before this one. */
    static ClassDiffs before(Script script, List<Script> scripts) {
        ClassDiffs classes = new ClassDiffs();
        for (Script earlier : scripts) {
            if (earlier.number().compareTo(script.number()) >= 0) continue;
            for (Script.Block block : earlier.blocks()) {
                if (block instanceof Script.Cell cell) classes.next(cell.code(), earlier.number());
            }
        }
        return classes;
    }

    /** Compares the first class in a cell with its last version, if there is one. Remembers all classes of the cell. */
    Optional<Difference> next(String code, String chapter) {
        Optional<Difference> difference = Optional.empty();
        List<String> lines = code.lines().toList();
        for (int from = 0; from < lines.size(); from++) {
            Matcher begins = CLASS.matcher(lines.get(from));
            if (!begins.matches()) continue;
            int to = from;
            while (to < lines.size() - 1 && !isLastLineOfClass(lines.get(to))) to++;
            Listing now = new Listing(begins.group(1), chapter, from, lines.subList(from, to + 1));
            Listing before = last.put(now.name, now);
            if (before != null && difference.isEmpty()) {
                difference = Optional.of(difference(before, now, now.lines.size() == lines.size()));
            }
            from = to;
        }
        return difference;
    }

    private static boolean isLastLineOfClass(String line) {
        return line.endsWith("}") && !line.startsWith(" ");
    }

    /** The lines in a longest common subsequence of both versions are unchanged; all other lines are new or gone. */
    private static Difference difference(Listing before, Listing now, boolean whole) {
        List<String> a = before.lines.stream().map(ClassDiffs::meaning).toList();
        List<String> b = now.lines.stream().map(ClassDiffs::meaning).toList();
        int[][] common = new int[a.size() + 1][b.size() + 1];
        for (int i = a.size() - 1; i >= 0; i--) {
            for (int j = b.size() - 1; j >= 0; j--) {
                common[i][j] = a.get(i).equals(b.get(j)) ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<Integer> added = new ArrayList<>();
        int gone = 0;
        for (int i = 0, j = 0; i < a.size() || j < b.size(); ) {
            boolean same = i < a.size() && j < b.size() && a.get(i).equals(b.get(j));
            boolean removed = j == b.size() || i < a.size() && common[i + 1][j] >= common[i][j + 1];
            if (!same && removed && !a.get(i).isEmpty()) gone++;
            if (!same && !removed && !b.get(j).isEmpty()) added.add(now.from + j);
            if (same || removed) i++;
            if (same || !removed) j++;
        }
        return new Difference(now.name, before.chapter, added, gone, whole);
    }

    /** The line without its comment and with single spaces. */
    private static String meaning(String line) {
        return COMMENT.matcher(line).replaceFirst("").strip().replaceAll("\\s+", " ");
    }
}
