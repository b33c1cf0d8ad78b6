package playmore.output;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import playmore.svg.Xml;

/** Turns exceptions into messages for the learner. */
public final class Fault {

    private Fault() {}

    /**
     * Turns an exception into the message for the learner. A {@link UserError} has its own message. Any other exception
     * is a fault of the kit: its stack trace is saved in a file, and the message names that file.
     */
    public static String sentence(Throwable e) {
        if (e instanceof UserError) return e.getMessage();
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        Path file = Output.root().resolve(".playmore-fault.txt");
        String what = "Playmore has a fault: " + Xml.plain(e.toString()).lines().findFirst().orElse("") + ". ";
        try {
            Output.replace(file, trace.toString().getBytes(StandardCharsets.UTF_8));
            return what + "Please report it, with the file " + file + ".";
        } catch (UserError cannotWrite) {
            return what + "Please report it, with this:\n" + trace;
        }
    }
}
