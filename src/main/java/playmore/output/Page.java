package playmore.output;

import java.nio.file.Path;

/**
 * An HTML page in one file that needs no other files.
 *
 * @param file the file with the whole page
 * @param title the page's title
 * @param body the HTML between header and footer, which other pages can include
 */
public record Page(Path file, String title, String body) implements Artifact {

    /** @throws IllegalArgumentException if an argument is null */
    public Page {
        if (file == null || title == null || body == null) {
            throw new IllegalArgumentException("A page has a file, a title and a body, and one of them is null");
        }
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.page(this);
    }

    /** The path of its file, relative to the working folder. */
    @Override
    public String toString() {
        return place();
    }
}
