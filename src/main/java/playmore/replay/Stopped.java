package playmore.replay;

import java.util.List;

/** A snippet went wrong: the message says what, in one line; the details say more, a line each. */
final class Stopped extends Exception {

    private static final long serialVersionUID = 1;

    final transient Place place;
    final int line;
    final transient List<String> details;

    /** At this line of the file, somewhere in the code of the place. */
    Stopped(Place place, int line, String message, List<String> details) {
        super(message);
        this.place = place;
        this.line = line;
        this.details = details;
    }

    /** Somewhere in the code of the place, it cannot be said where. */
    Stopped(Place place, String message) {
        this(place, place.line(), message, List.of());
    }
}
