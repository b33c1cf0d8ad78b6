package playmore.svg;

import java.text.Bidi;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Prepares Hebrew, Arabic and other text that is written from right to left for programs that draw characters only from
 * left to right. It puts the characters into the order in which they are seen, and joins Arabic letters.
 */
public final class RightToLeft {

    private static final List<String> FORMS = List.of("ISOLATED", "FINAL", "INITIAL", "MEDIAL");
    private static final int FINAL = 1, INITIAL = 2;
    private static final String MIRRORED = "()[]{}<>«»‹›≤≥";    // pairs of mirror images
    private static final String TATWEEL = "\u0640";

    /** For each letter, or lam and alef together, its forms in the order of {@link #FORMS}. */
    private static final Map<String, String[]> LETTERS = new HashMap<>();

    static {
        for (int c = 0xFB50; c <= 0xFEFC; c++) {
            String name = Character.getName(c), form = Character.toString(c);
            String letter = Normalizer.normalize(form, Normalizer.Form.NFKC);
            boolean one = letter.length() == 1 || letter.length() == 2 && c >= 0xFEF5;
            int which = name == null || !one ? -1 : FORMS.indexOf(name.replaceFirst(".* (\\w+) FORM$", "$1"));
            if (which >= 0) LETTERS.computeIfAbsent(letter, l -> new String[FORMS.size()])[which] = form;
        }
        LETTERS.put(TATWEEL, new String[] {TATWEEL, TATWEEL, TATWEEL, TATWEEL});    // the line between letters
    }

    private RightToLeft() {}

    /** Whether the text contains characters that are written from right to left. */
    public static boolean isIn(String text) {
        return Bidi.requiresBidi(text.toCharArray(), 0, text.length());
    }

    /** The text in the order in which it is seen, as part of a line from left to right. */
    public static String seen(String text) {
        if (!isIn(text)) return text;
        Bidi bidi = new Bidi(text, Bidi.DIRECTION_LEFT_TO_RIGHT);
        List<String> letters = letters(text);
        byte[] levels = new byte[letters.size()];
        for (int i = 0, at = 0; i < levels.length; i++) {
            levels[i] = (byte) bidi.getLevelAt(at);
            at += letters.get(i).length();
        }
        String[] seen = joined(letters).toArray(String[]::new);
        for (int i = 0; i < seen.length; i++) {
            int mirrored = levels[i] % 2 == 0 ? -1 : MIRRORED.indexOf(seen[i]);
            if (mirrored >= 0) seen[i] = MIRRORED.substring(mirrored ^ 1, (mirrored ^ 1) + 1);
        }
        Bidi.reorderVisually(levels, 0, seen, 0, seen.length);
        return String.join("", seen);
    }

    /** The letters, each with its marks. Lam and alef together are one letter. */
    private static List<String> letters(String text) {
        String pairs = LETTERS.keySet().stream().filter(letter -> letter.length() == 2)
                .collect(Collectors.joining("|"));
        return Pattern.compile("(?:" + pairs + "|.)[\\p{Mn}\\p{Me}]*+", Pattern.DOTALL).matcher(text).results()
                .map(MatchResult::group).toList();
    }

    private static List<String> joined(List<String> letters) {
        List<String> joined = new ArrayList<>();
        for (int i = 0; i < letters.size(); i++) {
            String letter = letters.get(i), bare = bare(letter);
            String[] forms = forms(letters, i), before = forms(letters, i - 1), after = forms(letters, i + 1);
            boolean joinsBefore = before[INITIAL] != null && forms[FINAL] != null;
            boolean joinsAfter = forms[INITIAL] != null && after[FINAL] != null;
            String form = forms[(joinsAfter ? INITIAL : 0) + (joinsBefore ? FINAL : 0)];
            joined.add(form == null ? letter : form + letter.substring(bare.length()));
        }
        return joined;
    }

    private static String[] forms(List<String> letters, int i) {
        String letter = i < 0 || i == letters.size() ? "" : letters.get(i);
        return LETTERS.getOrDefault(bare(letter), new String[FORMS.size()]);
    }

    /** The letter without its marks. */
    private static String bare(String letter) {
        String two = letter.substring(0, Math.min(letter.length(), 2));
        if (letter.isEmpty() || LETTERS.containsKey(two)) return two;
        return letter.substring(0, letter.offsetByCodePoints(0, 1));
    }
}
