package playmore;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import playmore.draw.DrawDot;
import playmore.lecture.Replay;
import playmore.lecture.Script;
import playmore.lecture.Terminal;
import playmore.notes.Notes;
import playmore.output.Output;

/**
 * What {@code ./build.sh} starts, from the project's folder:
 *
 * <ul>
 *   <li>{@code run} and words: replays the chapters that they ask for
 *   <li>{@code script} and a word: prints the file of that chapter
 *   <li>{@code list}: prints which chapters there are
 * </ul>
 *
 * <p>A replay stops at the first chapter that fails, with exit code 1; after Ctrl-C that is 130. What is
 * asked for and is not there gives 2. The system property {@code playmore.columns} says that the output is
 * a terminal, and how wide it is; it has colours unless the environment has {@code NO_COLOR}.
 */
public final class Main {

    private static final Path STARTUP = Path.of("startup.jsh");
    private static final int NO_TERMINAL = 88;

    private Main() {}

    public static void main(String[] words) throws IOException {
        Locale.setDefault(Locale.ROOT);
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        try {
            Chapters chapters = Chapters.in(Path.of("scripts"));
            List<String> asked = List.of(words).subList(1, words.length);
            switch (words[0]) {
                case "run" -> replay(chapters.asked(asked), out);
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
        Integer columns = Integer.getInteger("playmore.columns");
        String noColor = System.getenv("NO_COLOR");
        boolean styled = columns != null && (noColor == null || noColor.isEmpty());
        Terminal terminal = new Terminal(out, columns == null ? NO_TERMINAL : columns, styled);
        Path root = Output.root();
        Notes notes = new Notes(root, Script.text(STARTUP), Script.all(Path.of("scripts")));
        Replay replay = new Replay(STARTUP, terminal.andThen(notes));
        Exit exit = new Exit(replay, terminal);
        Runtime.getRuntime().addShutdownHook(exit);
        try {
            Output.makeRoot();
            DrawDot.warmUp();
            exit.now(replay(files, replay, terminal, root) ? 0 : 1);
        } catch (IllegalArgumentException | UncheckedIOException e) {
            terminal.say(e.getMessage());
            exit.now(1);
        }
    }

    private static boolean replay(List<Path> files, Replay replay, Terminal terminal, Path root) throws IOException {
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
                + root.resolve("index.html"));
        return true;
    }

    private static String numbers(List<Script> scripts) {
        return scripts.stream().map(Script::number).collect(Collectors.joining(" "));
    }
}
