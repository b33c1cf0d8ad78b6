package playmore.svg;

import java.util.regex.Pattern;

/** Text in XML and HTML, which need the same characters escaped. */
public final class Xml {

    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{7E}\\x{A0}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private Xml() {}

    /** Replaces each character by a space that XML and HTML do not allow, even escaped: control characters. */
    public static String plain(String text) {
        return NOT_XML.matcher(text).replaceAll(" ");
    }

    /** Escapes text for use between tags and in attributes. */
    public static String escape(String text) {
        return plain(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
