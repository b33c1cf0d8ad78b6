package playmore;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import playmore.replay.Replay;
import playmore.replay.Script;
import playmore.terminal.Terminal;
import playmore.notes.Notes;
import playmore.output.Output;
import playmore.play.Play;

/**
 * What {@code ./build.sh} starts, from the project's folder:
 *
 * <ul>
 *   <li>{@code run} and words: replays the chapters that they ask for
 *   <li>{@code play} and perhaps a word: plays from the chapter that it asks for
 *   <li>{@code script} and a word: prints the file of that chapter
 *   <li>{@code list}: prints which chapters there are
 * </ul>
 *
 * <p>A replay stops at the first chapter that fails, with exit code 1; after Ctrl-C that is 130. What is
 * asked for and is not there gives 2. The system property {@code playmore.columns} says that the output is
 * a terminal, and how wide it is; it has colours unless the environment has {@code NO_COLOR}.
 */
public final class Main {

    private static final Path STARTUP = Path.of("startup.jsh"), SCRIPTS = Path.of("scripts");

    private Main() {}

    public static void main(String[] words) throws IOException {
        Locale.setDefault(Locale.ROOT);
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        try {
            Chapters chapters = Chapters.in(SCRIPTS);
            List<String> asked = List.of(words).subList(1, words.length);
            switch (words[0]) {
                case "run" -> replay(chapters.asked(asked), out);
                case "play" -> play(asked.isEmpty() ? Optional.empty() : Optional.of(chapters.first(asked.get(0))), out);
                case "script" -> out.print(chapters.first(asked.get(0)) + "\n");
                case "list" -> out.print("\nChapters:\n" + chapters.list() + "\n");
                default -> throw new IllegalArgumentException("There is no \"" + words[0] + "\".");
            }
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
        out.flush();
    }

    /** Replays these, and ends the process. */
    private static void replay(List<Path> files, PrintStream out) throws IOException {
        Terminal terminal = terminal(out);
        Replay replay = new Replay(STARTUP, terminal.andThen(notes()));
        Exit exit = new Exit(replay::interrupted, terminal);
        exit.after(() -> replay(files, replay, terminal));
    }

    /** Plays from this chapter on, or from where the learner left, and ends the process. */
    private static void play(Optional<Path> file, PrintStream out) throws IOException {
        Terminal terminal = terminal(out);
        Play play = new Play(STARTUP, Script.all(SCRIPTS), terminal, notes());
        Exit exit = new Exit(play::interrupted, terminal);
        exit.after(() -> {
            if (file.isPresent()) play.play(Script.read(file.get()));
            else play.play();
            return true;
        });
    }

    private static Terminal terminal(PrintStream out) {
        int columns = Integer.getInteger("playmore.columns", 0);
        String noColor = System.getenv("NO_COLOR");
        return new Terminal(out, columns, columns > 0 && (noColor == null || noColor.isEmpty()));
    }

    private static Notes notes() throws IOException {
        return new Notes(Output.root(), Script.text(STARTUP), Script.all(SCRIPTS));
    }

    private static boolean replay(List<Path> files, Replay replay, Terminal terminal) throws IOException {
        List<Script> scripts = new ArrayList<>();
        for (Path file : files) {
            scripts.add(Script.read(file));
        }
        long start = System.nanoTime();
        for (int i = 0; i < scripts.size(); i++) {
            if (!replay.run(scripts.get(i), i + 1, scripts.size())) {
                terminal.say("Stopped in " + scripts.get(i).number() + "."
                        + (i == 0 ? "" : " Done before: " + numbers(scripts.subList(0, i)) + ".")
                        + (i == scripts.size() - 1 ? "" : " Not run: " + numbers(scripts.subList(i + 1, scripts.size())) + "."));
                return false;
            }
        }
        terminal.say(scripts.size() + (scripts.size() == 1 ? " chapter" : " chapters") + " replayed in "
                + Terminal.seconds(Duration.ofNanos(System.nanoTime() - start)) + ". Your notes: "
                + Output.root().resolve("index.html"));
        return true;
    }

    private static String numbers(List<Script> scripts) {
        return scripts.stream().map(Script::number).collect(Collectors.joining(" "));
    }
}
