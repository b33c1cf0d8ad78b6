package playmore.notes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import playmore.replay.Script;

/** The classes that the lecture writes out again and again, each as it was written last. */
final class ClassDiffs {

    private static final Pattern CLASS = Pattern.compile("(?:(?:public|final|abstract|sealed|static) )*+"
            + "(?:class|record|interface|enum) (\\w+)\\b.*");
    private static final Pattern COMMENT = Pattern.compile("(?<!\\s)\\s*+//.*");

    /** A class in a chapter, with the places of its lines in the cell, counted from 0. */
    private record Listing(String name, String chapter, int from, List<String> lines) {}

    /**
     * A class that was written before, and what is different now. A comment is no difference.
     *
     * @param before the number of the chapter that has it
     * @param added the lines of the cell that were not there, counted from 0
     * @param gone how many lines are there no more
     * @param whole whether the cell is this class and nothing else
     */
    record Difference(String name, String before, List<Integer> added, int gone, boolean whole) {

        boolean isNone() {
            return added.isEmpty() && gone == 0;
        }
    }

    private final Map<String, Listing> last = new HashMap<>();

    /** Those of the chapters before this one. */
    static ClassDiffs before(Script script, List<Script> scripts) {
        ClassDiffs listings = new ClassDiffs();
        for (Script earlier : scripts) {
            if (earlier.number().compareTo(script.number()) >= 0) continue;
            for (Script.Block block : earlier.blocks()) {
                if (block instanceof Script.Cell cell) listings.next(cell.code(), earlier.number());
            }
        }
        return listings;
    }

    /** How the first class in a cell differs from when it was last written, if it was; from now on this is the last. */
    Optional<Difference> next(String code, String chapter) {
        Optional<Difference> difference = Optional.empty();
        List<String> lines = code.lines().toList();
        for (int from = 0; from < lines.size(); from++) {
            Matcher begins = CLASS.matcher(lines.get(from));
            if (!begins.matches()) continue;
            int to = from;
            while (to < lines.size() - 1 && !lines.get(to).endsWith("}") | lines.get(to).startsWith(" ")) to++;
            Listing now = new Listing(begins.group(1), chapter, from, lines.subList(from, to + 1));
            Listing before = last.put(now.name, now);
            if (before != null && difference.isEmpty()) difference = Optional.of(difference(before, now, now.lines.size() == lines.size()));
            from = to;
        }
        return difference;
    }

    /** By the longest sequence of lines that both have; of several the one that comes first. */
    private static Difference difference(Listing before, Listing now, boolean whole) {
        List<String> a = before.lines.stream().map(ClassDiffs::meaning).toList(), b = now.lines.stream().map(ClassDiffs::meaning).toList();
        int[][] common = new int[a.size() + 1][b.size() + 1];
        for (int i = a.size() - 1; i >= 0; i--) {
            for (int j = b.size() - 1; j >= 0; j--) {
                common[i][j] = a.get(i).equals(b.get(j)) ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        List<Integer> added = new ArrayList<>();
        int gone = 0;
        for (int i = 0, j = 0; i < a.size() || j < b.size(); ) {
            if (i < a.size() && j < b.size() && a.get(i).equals(b.get(j))) {
                i++;
                j++;
            } else if (j == b.size() || i < a.size() && common[i + 1][j] >= common[i][j + 1]) {
                if (!a.get(i).isEmpty()) gone++;
                i++;
            } else {
                if (!b.get(j).isEmpty()) added.add(now.from + j);
                j++;
            }
        }
        return new Difference(now.name, before.chapter, added, gone, whole);
    }

    private static String meaning(String line) {
        return COMMENT.matcher(line).replaceFirst("").strip().replaceAll("\\s+", " ");
    }
}
