package playmore.notes;

import java.util.Optional;
import playmore.output.PlainText;

/** Collects text that code prints to one stream. Keeps only the beginning of very long text. */
final class Printout {

    private static final int MAX = 200_000;    // characters, so that pages stay small

    private final StringBuilder text = new StringBuilder();
    private final boolean error;
    private long left;    // characters that are not kept

    Printout(boolean error) {
        this.error = error;
    }

    boolean isError() {
        return error;
    }

    void add(String more) {
        int fits = left > 0 ? 0 : Math.min(more.length(), MAX - text.length());
        if (fits > 0 && fits < more.length() && Character.isHighSurrogate(more.charAt(fits - 1))) fits--;
        text.append(more, 0, fits);
        left += more.length() - fits;
        if (more.indexOf('\r') < 0) return;
        int lineStart = text.lastIndexOf("\n") + 1;    // overwritten text takes no space
        String last = PlainText.of(text.substring(lineStart));
        text.replace(lineStart, text.length(), text.charAt(text.length() - 1) == '\r' ? last + '\r' : last);
    }

    /** The text as a terminal would show it; empty if it is blank. */
    Optional<Outcome.Printed> end() {
        if (left > 0) text.append("\n… and ").append(left).append(" characters more\n");
        String shown = PlainText.of(text.toString());
        return shown.isBlank() ? Optional.empty() : Optional.of(new Outcome.Printed(shown, error));
    }
}
