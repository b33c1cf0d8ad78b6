package playmore.output;

import java.nio.file.Path;

/**
 * A page of HTML: one file that needs nothing else.
 *
 * @param file where it lies
 * @param title what it is about, in words
 * @param body what is between the page's head and its end: HTML to be shown on another page, too
 */
public record Page(Path file, String title, String body) implements Artifact {

    /** @throws IllegalArgumentException if something is null */
    public Page {
        if (file == null || title == null || body == null) {
            throw new IllegalArgumentException("A page has a file, a title and a body, and one of them is null");
        }
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.page(this);
    }

    /** Where it lies, as seen from the working folder. */
    @Override
    public String toString() {
        return place();
    }
}
