package playmore.notes;

import java.util.List;
import java.util.stream.Stream;
import playmore.draw.Drawing;
import playmore.output.Artifact;
import playmore.output.Picture;
import playmore.replay.Script;

/**
 * A chapter as it ran: what the author says, the code, and what came of it.
 *
 * @param whole whether it ran to its end
 */
record RecordedChapter(Script script, List<Part> parts, boolean whole) {

    /** A block of the script, or code that the learner typed, and what came of it in order, where it is code. */
    record Part(Script.Block block, boolean typed, List<Outcome> outcomes) {}

    /** The names of the files that it made, in their order. */
    List<String> files() {
        return outcomes().filter(outcome -> outcome instanceof Outcome.Made)
                .map(outcome -> link(((Outcome.Made) outcome).artifact())).toList();
    }

    /**
     * The file of the picture that stands for it, which tells it from other chapters: the last that is no graph,
     * else the last graph, else the last of an earlier run; null if there is none.
     */
    String thumbnail(List<String> left) {
        List<Artifact> pictures = outcomes().filter(outcome -> outcome instanceof Outcome.Made)
                .map(outcome -> ((Outcome.Made) outcome).artifact()).filter(artifact -> artifact instanceof Picture).toList();
        Stream<String> graphs = pictures.stream().filter(picture -> picture instanceof Drawing).map(RecordedChapter::link);
        Stream<String> others = pictures.stream().filter(picture -> !(picture instanceof Drawing)).map(RecordedChapter::link);
        return Stream.of(left.stream().filter(file -> file.endsWith(".svg")), graphs, others).flatMap(files -> files)
                .reduce((first, last) -> last).orElse(null);
    }

    private Stream<Outcome> outcomes() {
        return parts.stream().flatMap(part -> part.outcomes().stream());
    }

    /** The name of a file as seen from the chapter's folder, for links. */
    static String link(Artifact artifact) {
        return artifact.file().getFileName().toString();
    }
}
