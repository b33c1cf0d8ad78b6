package playmore.svg;

/** Text in XML, and in HTML, which escapes the same characters. */
public final class Xml {

    private Xml() {}

    /** The text as it is written between tags and in attributes. */
    public static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
