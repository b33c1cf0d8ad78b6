package playmore.lecture;

/**
 * A piece of code, and where it stands.
 *
 * @param file the script, or {@code startup.jsh}
 * @param line the number of the code's first line in the file, counted from 1
 * @param code one snippet, as JShell cuts it
 */
public record Place(String file, int line, String code) {}
