package playmore.output;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The names of files in one folder, such as every system takes: what is two files on Linux must be two on
 * Windows and macOS as well.
 */
final class FileNames {

    private static final int MAX_SLUG = 40, MAX_NAME = 60;    // of characters, which take up to 4 of a name's 255 bytes

    /** Ends with none of those that Windows would drop; {@code \p{M}}, as most scripts of India have vowels that are marks. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M} ._-]*(?<![ .])");

    /** What Windows takes for a device, whatever its suffix. */
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|(com|lpt)[\\d¹²³])([. ].*)?");

    private final Map<String, String> names = new HashMap<>();    // by what a system that ignores case sees of them

    /** Whether there is a file that some system takes for one of this name. */
    boolean has(String name) {
        return names.containsKey(folded(name));
    }

    /**
     * Adds the name, which may be there already.
     *
     * @return the name
     * @throws IllegalArgumentException if there is another that some system takes for the same
     */
    String own(String name) {
        String there = names.putIfAbsent(folded(name), name);
        if (there == null || there.equals(name)) return name;
        throw new IllegalArgumentException("\"" + name + "\" and \"" + there + "\" are one file on Windows and macOS:"
                + " use another name");
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /**
     * The name.
     *
     * @throws IllegalArgumentException if it is not that of a plain file
     */
    static String plain(String name) {
        if (name == null) throw new IllegalArgumentException("A file needs a name, and it is null");
        if (name.codePointCount(0, name.length()) > MAX_NAME) {
            throw new IllegalArgumentException("\"" + first(20, name) + "…\" is too long for a file name: use at most "
                    + MAX_NAME + " characters");
        }
        if (!PLAIN.matcher(name).matches()) {
            throw new IllegalArgumentException("\"" + name + "\" is not a plain file name:"
                    + " use letters, digits, spaces, '.', '-' and '_', and no folders");
        }
        if (DEVICE.matcher(name).matches()) {
            throw new IllegalArgumentException("\"" + name + "\" is not a file on Windows, but a device: use another name");
        }
        return name;
    }

    /** A title made fit for a file name. */
    static String slug(String title) {
        String slug = title.replaceAll("(?:[^\\p{L}\\p{N}\\p{M}]++\\p{M}*+)++", "-").replaceAll("^[-\\p{M}]+|-$", "");
        return slug.isEmpty() ? "untitled" : first(MAX_SLUG, slug);
    }

    private static String first(int characters, String text) {
        return text.codePoints().limit(characters)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
