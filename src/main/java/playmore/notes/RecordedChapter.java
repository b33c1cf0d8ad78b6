package playmore.notes;

import java.util.List;
import java.util.stream.Stream;
import playmore.draw.Drawing;
import playmore.output.Artifact;
import playmore.output.Picture;
import playmore.replay.Script;

/**
 * A chapter as it ran: its prose, its code, and the output of the code.
 *
 * @param whole whether the chapter ran to its end
 */
record RecordedChapter(Script script, List<Part> parts, boolean whole) {

    /** A block of the script, or code that the learner typed. The outcomes of prose are empty. */
    record Part(Script.Block block, boolean typed, List<Outcome> outcomes) {}

    /** The names of the files that the chapter made, in order. */
    List<String> files() {
        return artifacts().map(RecordedChapter::link).toList();
    }

    /**
     * The file of the picture that the contents show for this chapter; null if there is no picture. It is the last
     * picture that is not a graph, because graphs look alike. Otherwise it is the last graph, or the last picture of an
     * earlier run.
     */
    String thumbnail(List<String> left) {
        List<Artifact> pictures = artifacts().filter(artifact -> artifact instanceof Picture).toList();
        Stream<Artifact> graphs = pictures.stream().filter(picture -> picture instanceof Drawing);
        Stream<Artifact> others = pictures.stream().filter(picture -> !(picture instanceof Drawing));
        Stream<String> now = Stream.concat(graphs, others).map(RecordedChapter::link);
        return Stream.concat(left.stream().filter(file -> file.endsWith(".svg")), now)
                .reduce((first, last) -> last).orElse(null);
    }

    private Stream<Artifact> artifacts() {
        return parts.stream().flatMap(part -> part.outcomes().stream())
                .flatMap(outcome -> outcome instanceof Outcome.Made made ? Stream.of(made.artifact()) : Stream.empty());
    }

    /** The name of the artifact's file, for links from pages in the same folder. */
    static String link(Artifact artifact) {
        return artifact.file().getFileName().toString();
    }
}
