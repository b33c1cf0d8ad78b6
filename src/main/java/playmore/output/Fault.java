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
     * The message for the learner: that of a {@link UserError}. Any other exception is a fault of the kit. Its stack
     * trace is saved in a file that the message names.
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
