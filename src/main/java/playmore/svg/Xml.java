package playmore.svg;

import java.util.regex.Pattern;

/** Text in XML, and in HTML, which escapes the same characters. */
public final class Xml {

    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{7E}\\x{A0}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private Xml() {}

    /** A blank in place of each control character, and of what else no XML can hold, whatever is done to it, nor HTML. */
    public static String plain(String text) {
        return NOT_XML.matcher(text).replaceAll(" ");
    }

    /** The text as it is written between tags and in attributes. */
    public static String escape(String text) {
        return plain(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
