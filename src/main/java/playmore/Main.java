package playmore;

import java.io.File;
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
import playmore.inline.Screen;
import playmore.inline.TerminalPictures;
import playmore.notes.Notes;
import playmore.output.Fault;
import playmore.output.Jar;
import playmore.output.Output;
import playmore.output.Setting;
import playmore.output.UserError;
import playmore.play.Play;
import playmore.pytorch.Fetch;
import playmore.replay.Redefinition;
import playmore.replay.Replay;
import playmore.replay.Script;
import playmore.shell.Shell;
import playmore.terminal.Terminal;

/**
 * The command: {@code java -jar playmore.jar}, which {@code ./build.sh} starts too. {@code help.txt} says what
 * it does.
 *
 * <p>A replay stops at the first chapter that fails, with exit code 1; after Ctrl-C that is 130. What is
 * asked for and is not there gives 2. In a terminal there are colours, unless the environment has {@code NO_COLOR}.
 */
public final class Main {

    private Main() {}

    public static void main(String[] words) throws Exception {
        Locale learners = Locale.getDefault();
        Locale.setDefault(Locale.ROOT);
        System.setProperty("java.awt.headless", "true");    // pictures need no screen
        Redefinition.begin();
        giveHome();
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        try {
            Chapters chapters = Chapters.in(Installation.scripts());
            String command = words.length == 0 ? "help" : words[0];
            List<String> asked = List.of(words).subList(Math.min(1, words.length), words.length);
            if (asked.contains("--help") || asked.contains("-h")) command = "help";
            if (asked.contains("")) {
                throw new UserError("There is no chapter \"\". There are:\n" + chapters.list());
            }
            Setting.checkAll();
            if (List.of("run", "play", "shell").contains(command)) {
                String wrong = TerminalPictures.begin();
                if (!wrong.isEmpty()) Setting.passOver(wrong);
            }
            switch (command) {
                case "run" -> replay(chapters.asked(asked), out);
                case "play" -> play(chapters.first(asked), String.join("", asked), out);
                case "shell" -> shell(chapters.first(asked), learners, out);
                case "help", "--help", "-h" ->
                        out.print(Jar.text(Main.class, "help.txt") + "\nChapters:\n" + chapters.list() + "\n");
                default -> throw new UserError("There is no \"" + command + "\".\n"
                        + Jar.text(Main.class, "help.txt"));
            }
        } catch (Exception | Error e) {
            System.err.println(Fault.sentence(e).strip());
            System.exit(e instanceof UserError error ? error.exitCode() : 1);
        }
        out.flush();
    }

    /**
     * If user.home is not writable, as in a container that runs under a bare user id, uses out/.home. Some libraries
     * would otherwise create a folder named "?".
     */
    private static void giveHome() {
        if (!new File(System.getProperty("user.home", "")).canWrite()) {
            System.setProperty("user.home", Output.root().resolve(".home").toAbsolutePath().toString());
        }
    }

    /** Replays these, and ends the process. */
    private static void replay(List<Path> files, PrintStream out) throws IOException {
        Terminal terminal = terminal(out);
        Notes notes = notes();
        Replay replay = new Replay(Installation.startup(), terminal.andThen(notes));
        Exit exit = new Exit(replay::interrupted, terminal);
        exit.after(() -> replay(files, replay, terminal, notes, new Fetch()));
    }

    /** Plays from this chapter on, or from where the learner left, and ends the process. */
    private static void play(Optional<Path> file, String place, PrintStream out) throws IOException {
        Terminal terminal = terminal(out);
        Notes notes = notes();
        Play play = new Play(Installation.startup(), Script.all(Installation.scripts()), new Fetch(), terminal, notes);
        Exit exit = new Exit(play::interrupted, terminal);
        exit.after(() -> {
            play.play(file.isPresent() ? Optional.of(Script.read(file.get())) : Optional.empty(), place);
            notes.writeContents();
            return true;
        });
    }

    /** Opens jshell, after this chapter if there is one, and ends the process. */
    private static void shell(Optional<Path> file, Locale locale, PrintStream out) throws Exception {
        if (file.isPresent()) {
            Script script = Script.read(file.get());
            new Fetch().before(script);
            out.print("Running " + script.number() + " · " + script.title() + " first ...\n");
        }
        out.flush();
        Exit.now(Shell.open(Installation.startup(), file, locale));
    }

    private static Terminal terminal(PrintStream out) {
        return new Terminal(out, Screen.columns(), Screen.hasColours());
    }

    private static Notes notes() throws IOException {
        return new Notes(Output.root(), Script.text(Installation.startup()), Script.all(Installation.scripts()));
    }

    private static boolean replay(List<Path> files, Replay replay, Terminal terminal, Notes notes, Fetch fetch)
            throws IOException {
        List<Script> scripts = new ArrayList<>();
        for (Path file : files) {
            scripts.add(Script.read(file));
        }
        notes.check(scripts);    // all of them, before anything is written
        fetch.begin(scripts);
        long start = System.nanoTime();
        for (int i = 0; i < scripts.size(); i++) {
            fetch.before(scripts.get(i));
            if (!ran(scripts.get(i), i + 1, scripts.size(), replay, terminal)) {
                terminal.say("Stopped in " + scripts.get(i).number() + "."
                        + (i == 0 ? "" : " Done before: " + numbers(scripts.subList(0, i)) + ".")
                        + (i == scripts.size() - 1 ? "" : " Not run: " + numbers(scripts.subList(i + 1, scripts.size()))
                        + "."));
                return false;
            }
        }
        notes.writeContents();
        terminal.say(scripts.size() + (scripts.size() == 1 ? " chapter" : " chapters") + " replayed in "
                + Terminal.seconds(Duration.ofNanos(System.nanoTime() - start)) + ". Your notes: "
                + Output.root().resolve("index.html"));
        return true;
    }

    /** Whether all of the chapter ran and its notes were written. */
    private static boolean ran(Script script, int index, int total, Replay replay, Terminal terminal)
            throws IOException {
        try {
            return replay.run(script, index, total);
        } catch (RuntimeException | Error e) {
            terminal.say(Fault.sentence(e));
            return false;
        }
    }

    private static String numbers(List<Script> scripts) {
        return scripts.stream().map(Script::number).collect(Collectors.joining(" "));
    }
}
