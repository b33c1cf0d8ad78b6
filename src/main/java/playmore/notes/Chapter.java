package playmore.notes;

import java.util.List;
import java.util.stream.Stream;
import playmore.replay.Script;
import playmore.output.Artifact;

/**
 * A chapter as it ran: what the author says, the code, and what came of it.
 *
 * @param whole whether it ran to its end
 */
record Chapter(Script script, List<Part> parts, boolean whole) {

    /** A block of the script, or code that the learner typed, and what came of it in order, where it is code. */
    record Part(Script.Block block, boolean typed, List<Outcome> outcomes) {}

    /** The names of the files that it made, in their order. */
    List<String> files() {
        return outcomes().filter(outcome -> outcome instanceof Outcome.Made)
                .map(outcome -> link(((Outcome.Made) outcome).artifact())).toList();
    }

    private Stream<Outcome> outcomes() {
        return parts.stream().flatMap(part -> part.outcomes().stream());
    }

    /** The name of a file as seen from the chapter's folder, for links. */
    static String link(Artifact artifact) {
        return artifact.file().getFileName().toString();
    }
}
