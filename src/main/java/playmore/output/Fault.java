package playmore.output;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import playmore.svg.Xml;

/** Turns exceptions into messages for the learner. */
public final class Fault {

    private Fault() {}

    /**
     * The message for the learner. It is the exception's own message if the kit threw the exception for the learner to
     * read. Any other exception is a fault of the kit; its stack trace is saved in a file that the message names.
     */
    public static String sentence(Throwable e) {
        StackTraceElement[] calls = e.getStackTrace();
        boolean isToBeRead = e instanceof IllegalArgumentException || e instanceof UncheckedIOException;
        if (isToBeRead && calls.length > 0 && calls[0].getClassName().startsWith("playmore.")) return e.getMessage();
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        Path file = Output.root().resolve(".playmore-fault.txt");
        String what = "Playmore has a fault: " + Xml.plain(e.toString()).lines().findFirst().orElse("") + ". ";
        try {
            Output.replace(file, trace.toString().getBytes(StandardCharsets.UTF_8));
            return what + "Please report it, with the file " + file + ".";
        } catch (UncheckedIOException cannotWrite) {
            return what + "Please report it, with this:\n" + trace;
        }
    }
}
