package playmore.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The code that ran so far, where that is known: a replay knows it, a session at the prompt does not. */
public final class Sources {

    private record Line(String file, int number, String code) {}

    private static List<Line> lines = new ArrayList<>();

    private Sources() {}

    /** Forgets the code of a chapter that has ended. */
    public static synchronized void clear() {
        lines.clear();
    }

    /** This code, which begins at line {@code number} of a file, is about to run. */
    public static synchronized void add(String file, int number, String code) {
        for (String line : code.lines().toList()) {
            lines.add(new Line(file, number++, line.strip()));
        }
    }

    /** The last line that made a node with this label: its place and its code. */
    static synchronized Optional<String> line(String label) {
        String quoted = Pattern.quote("\"" + label + "\")");
        Pattern making = Pattern.compile("\\.label\\(" + quoted + "|new \\w+\\([^()\"]*, " + quoted);
        for (int i = lines.size() - 1; i >= 0; i--) {
            Line line = lines.get(i);
            if (making.matcher(line.code).find()) {
                return Optional.of("line " + line.number + " of " + line.file + ": " + line.code);
            }
        }
        return Optional.empty();
    }
}
