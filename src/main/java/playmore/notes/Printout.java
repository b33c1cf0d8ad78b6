package playmore.notes;

import java.util.Optional;

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
    }

    /** Takes this back, if it was printed last. */
    void takeBack(String last) {
        String before = text.toString().stripTrailing();
        if (left > 0 || !before.endsWith(last)) return;
        String kept = before.substring(0, before.length() - last.length());
        text.setLength(kept.isBlank() ? 0 : kept.length());
    }

    /** What there is to show. */
    Optional<Chapter.Text> end() {
        if (left > 0) text.append("\n… and ").append(left).append(" characters more\n");
        return text.isEmpty() ? Optional.empty() : Optional.of(new Chapter.Text(text.toString(), error));
    }
}
