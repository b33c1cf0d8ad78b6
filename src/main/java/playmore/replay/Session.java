package playmore.replay;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.VarSnippet;
import playmore.output.Jar;

/**
 * A JShell session in this process, which knows for each snippet the file and line that it came from.
 *
 * <p>It takes code line by line as the {@code jshell} tool does, so that a script means the same to
 * both, and unlike the tool it stops at the first thing that goes wrong.
 */
final class Session implements AutoCloseable {

    /** JShell's own start-up imports; each JDK has its own. */
    private static final URI DEFAULT = URI.create("jrt:/jdk.jshell/jdk/jshell/tool/resources/DEFAULT.jsh");

    private static final Set<Snippet.Kind> HAVE_VALUES =
            Set.of(Snippet.Kind.VAR, Snippet.Kind.EXPRESSION, Snippet.Kind.STATEMENT);

    private final LocalEngine engine;
    private final JShell jshell;
    private final SourceCodeAnalysis analysis;
    private final Diagnosis diagnosis;
    private final List<String> reset = new ArrayList<>();
    private volatile Place current;

    /**
     * A fresh session that has run JShell's own start-up, with the class path of this process.
     *
     * @param stoppable whether its code can be stopped
     */
    Session(boolean stoppable) throws IOException, Stopped {
        engine = new LocalEngine(stoppable);
        jshell = JShell.builder()
                .executionEngine(engine, Map.of())
                .fileManager(own -> ClassPath.ALL)
                .compilerOptions("-classpath", Jar.classPath())
                .build();
        analysis = jshell.sourceCodeAnalysis();
        diagnosis = new Diagnosis(jshell);
        run("DEFAULT", 1, Files.readString(Path.of(DEFAULT)));
    }

    /**
     * Runs code that begins at this line of a file.
     *
     * @return the value of the last snippet, if that is an expression without a semicolon
     */
    Optional<Event.Result> run(String file, int line, String code) throws Stopped {
        engine.begin();
        reset.clear();
        Optional<Event.Result> last = Optional.empty();
        Place rest = new Place(file, line, "");
        for (String next : code.lines().toList()) {
            if (rest.code().isEmpty() && isCommand(next)) {
                throw new Stopped(new Place(file, rest.line(), next), "jshell's own commands do not belong in a script: " + next.strip());
            }
            rest = new Place(file, rest.line(), rest.code() + next + "\n");
            CompletionInfo info = analyze(rest);
            while (info.completeness().isComplete()) {
                last = eval(new Place(file, rest.line(), info.source()));
                rest = rest.from(rest.code().length() - info.remaining().length());
                info = analyze(rest);
            }
            if (info.completeness() == Completeness.EMPTY) rest = rest.from(rest.code().length());
        }
        switch (analyze(rest).completeness()) {
            case EMPTY -> { }
            case CONSIDERED_INCOMPLETE -> last = eval(rest);
            default -> throw new Stopped(rest, rest.from(rest.code().length()).line() - 1,
                    "the code ends too early",
                    List.of("A brace, a parenthesis or the like is still open here."
                            + " (A comment that begins in the first column ends a cell.)"));
        }
        return last;
    }

    private static boolean isCommand(String line) {
        String code = line.strip();
        return code.startsWith("/") && !code.startsWith("//") && !code.startsWith("/*");
    }

    /** Checks that nothing that was declared still waits for something that was not. */
    void checkResolved() throws Stopped {
        Optional<Stopped> unresolved = diagnosis.unresolved();
        if (unresolved.isPresent()) throw unresolved.get();
    }

    /** The snippet that runs at this moment, as stopped from outside; nothing where none runs. */
    Optional<Stopped> interrupted(String message) {
        return Optional.ofNullable(current).map(place -> new Stopped(place, message));
    }

    /** The variables that the code that ran last has set to null, as their class is another one now. */
    List<String> reset() {
        return reset;
    }

    /** The code of the class, method or variable of this name; of several methods the last. */
    Optional<String> code(String name) {
        return jshell.snippets().filter(s -> jshell.status(s).isActive() && s instanceof DeclarationSnippet d && d.name().equals(name))
                .map(s -> s.source().strip()).reduce((before, last) -> last);
    }

    /** Asks the code that runs to stop, from another thread; see {@link Interrupts#stop}. */
    int stop() {
        return engine.askToStop();
    }

    SourceCodeAnalysis analysis() {
        return analysis;
    }

    @Override
    public void close() {
        jshell.close();
    }

    private CompletionInfo analyze(Place place) throws Stopped {
        try {
            return analysis.analyzeCompletion(place.code());
        } catch (RuntimeException | Error e) {
            throw jshellFails(place, e);
        }
    }

    private Optional<Event.Result> eval(Place source) throws Stopped {
        Place place = source.from(source.code().length() - source.code().stripLeading().length());
        current = place;
        engine.clear();
        try {
            Optional<Event.Result> last = Optional.empty();
            for (SnippetEvent event : jshell.eval(place.code())) {    // several where several variables are declared
                if (event.causeSnippet() == null) last = result(place, event);
                else if (event.isSignatureChange() && event.snippet() instanceof VarSnippet variable) reset.add(variable.name());
            }
            return last;
        } catch (RuntimeException | Error e) {
            throw jshellFails(place, e);
        } finally {
            current = null;
        }
    }

    private Optional<Event.Result> result(Place place, SnippetEvent event) throws Stopped {
        Snippet snippet = event.snippet();
        diagnosis.stands(snippet, place);
        if (event.status() == Status.REJECTED || jshell.diagnostics(snippet).anyMatch(Diag::isError)) throw diagnosis.rejected(snippet);
        if (engine.isAskedToStop()) throw new Stopped(place, "stopped by Ctrl-C");
        if (event.exception() != null) throw diagnosis.thrown(snippet, event.exception(), engine.thrown());
        if (event.value() == null && HAVE_VALUES.contains(snippet.kind())) {
            throw new Stopped(place, "this gives no value: its toString() fails, or it was interrupted");
        }
        boolean temporary = snippet.subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND;
        boolean variable = snippet.subKind() == SubKind.VAR_VALUE_SUBKIND;
        if (!(temporary || variable) || !Echo.asked(snippet.source())) return Optional.empty();
        String type = temporary ? ((VarSnippet) snippet).typeName() : ((ExpressionSnippet) snippet).typeName();
        return Optional.of(new Event.Result(engine.value(), event.value(), type));
    }

    /** What JShell and its compiler throw themselves: their assertions too, which are errors. */
    private static Stopped jshellFails(Place place, Throwable exception) {
        return new Stopped(place, "jshell itself fails at this: " + exception);
    }
}
