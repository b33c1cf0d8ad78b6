package playmore.replay;

import java.util.List;

/** A snippet went wrong: the message says what, in one line; the details say more, a line each. */
final class SnippetFailure extends Exception {

    private static final long serialVersionUID = 1;

    final transient SourceFragment fragment;
    final int line;
    final transient List<String> details;

    /** At this line of the file, somewhere in the code of the place. */
    SnippetFailure(SourceFragment fragment, int line, String message, List<String> details) {
        super(message);
        this.fragment = fragment;
        this.line = line;
        this.details = details;
    }

    /** Somewhere in the code of the place, it cannot be said where. */
    SnippetFailure(SourceFragment fragment, String message) {
        this(fragment, fragment.line(), message, List.of());
    }
}
