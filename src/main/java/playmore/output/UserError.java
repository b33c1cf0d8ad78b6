package playmore.output;

import java.io.IOException;

/**
 * The learner asked for something that cannot be done, or a file or folder of theirs is not as it should be. The
 * message is one sentence that says what is wrong and what to do. Every other exception that reaches a command is a
 * fault of the kit (see {@link Fault}).
 */
public final class UserError extends IllegalArgumentException {

    public UserError(String message) {
        super(message);
    }

    /** The same for a file or folder that cannot be read or written. */
    public UserError(String message, IOException cause) {
        super(message, cause);
    }

    /** The exit code of a command that ends with it: 1 if the disk refused, 2 if the command was not understood. */
    public int exitCode() {
        return getCause() == null ? 2 : 1;
    }
}
