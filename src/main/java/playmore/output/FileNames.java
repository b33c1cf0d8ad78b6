package playmore.output;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The file names of one folder. They are valid, and stay distinct, on Linux, macOS and Windows.
 */
final class FileNames {

    private static final int MAX_SLUG = 40, MAX_NAME = 60;    // characters of up to 4 bytes, of 255 in a name

    /** Windows drops a dot or space at the end. {@code \p{M}} is needed for the vowels of most Indian scripts. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M} ._-]*(?<![ .])");

    /** Names that mean a device on Windows, with any suffix. */
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|(com|lpt)[\\d¹²³])([. ].*)?");

    private final Map<String, String> names = new HashMap<>();    // the keys are the names without upper case

    /** Whether some system would take one of these files for a file of this name. */
    boolean has(String name) {
        return names.containsKey(folded(name));
    }

    /**
     * Adds the name, unless it is there already.
     *
     * @return the name
     * @throws IllegalArgumentException if some system cannot distinguish it from another name in this folder
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
     * Checks the name.
     *
     * @return the name
     * @throws IllegalArgumentException if it is not a plain file name
     */
    static String plain(String name) {
        if (name == null) throw new IllegalArgumentException("A file needs a name, and it is null");
        if (name.codePointCount(0, name.length()) > MAX_NAME) {
            throw new IllegalArgumentException("\"" + first(20, name) + "…\" is too long for a file name:"
                    + " use at most " + MAX_NAME + " characters");
        }
        if (!PLAIN.matcher(name).matches()) {
            throw new IllegalArgumentException("\"" + name + "\" is not a plain file name:"
                    + " use letters, digits, spaces, '.', '-' and '_', and no folders");
        }
        if (DEVICE.matcher(name).matches()) {
            throw new IllegalArgumentException("\"" + name
                    + "\" is not a file on Windows, but a device: use another name");
        }
        return name;
    }

    /** A file name made from a title. */
    static String slug(String title) {
        String slug = title.replaceAll("(?:[^\\p{L}\\p{N}\\p{M}]++\\p{M}*+)++", "-").replaceAll("^[-\\p{M}]+|-$", "");
        return slug.isEmpty() ? "untitled" : first(MAX_SLUG, slug);
    }

    private static String first(int characters, String text) {
        return text.codePoints().limit(characters).mapToObj(Character::toString).collect(Collectors.joining());
    }
}
