package playmore.notes;

import java.util.Optional;
import playmore.output.PlainText;

/** What is printed in one go, to one stream; of very much the beginning, for what a page can hold. */
final class Printout {

    private static final int MAX = 200_000;

    private final StringBuilder text = new StringBuilder();
    private final boolean error;
    private long left;

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
        int line = text.lastIndexOf("\n") + 1;    // what is written over takes no room
        String last = PlainText.of(text.substring(line));
        text.replace(line, text.length(), text.charAt(text.length() - 1) == '\r' ? last + '\r' : last);
    }

    /** What there is to show. */
    Optional<Outcome.Printed> end() {
        if (left > 0) text.append("\n… and ").append(left).append(" characters more\n");
        String shown = PlainText.of(text.toString());
        return shown.isBlank() ? Optional.empty() : Optional.of(new Outcome.Printed(shown, error));
    }
}
