package playmore.replay;

/**
 * A piece of code, and where it stands.
 *
 * @param file the script, or {@code startup.jsh}
 * @param line the number of the code's first line in the file, counted from 1
 * @param code one snippet, as JShell cuts it
 */
public record SourceFragment(String file, int line, String code) {

    static final String TYPED = "your line";

    /** Whether the learner typed it. */
    public boolean typed() {
        return file.equals(TYPED);
    }

    /** Returns the rest of the code, from this position on. */
    SourceFragment from(int position) {
        return new SourceFragment(file, lineOf(position), code.substring(position));
    }

    /** The line of the file in which this position of the code is. */
    int lineOf(int position) {
        return line + (int) code.chars().limit(Math.max(0, position)).filter(c -> c == '\n').count();
    }
}
