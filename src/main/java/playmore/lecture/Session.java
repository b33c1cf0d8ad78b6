package playmore.lecture;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.VarSnippet;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

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
    private static final int MAX_CALLS = 8;

    /** A string in code. It does not repeat a choice, which Java's patterns do by recursion: a string may be long. */
    static final String STRING = "\"(?s:.*?)(?<!\\\\)(?:\\\\\\\\)*\"";
    private static final String COMMENT = "//.*|/\\*(?s:.*?)\\*/";
    private static final Pattern NOT_CODE = Pattern.compile(STRING + "|" + COMMENT);
    private static final Pattern BEFORE_CODE = Pattern.compile("\\G(?:\\s+|" + COMMENT + ")");
    private static final Pattern ASSIGNMENT =
            Pattern.compile("[\\w$.\\[\\]()\\s]*(?:[-+*/%&|^]|<<|>>>?)?=(?!=)(?s:.*)");

    /** A snippet went wrong. */
    static final class Stopped extends Exception {

        private static final long serialVersionUID = 1;

        final transient Place place;
        final int line;
        final transient List<String> details;

        /** At this line of the file, somewhere in the code of the place. */
        Stopped(Place place, int line, String message, List<String> details) {
            super(message);
            this.place = place;
            this.line = line;
            this.details = details;
        }
    }

    /**
     * Runs snippets in this process, on the thread that asks for it: PyTorch, for one, remembers things
     * by thread. JShell's own engine for this process has a thread for each, and hides what they throw.
     */
    private static final class Here implements ExecutionControlProvider {

        @Override
        public String name() {
            return "here";
        }

        @Override
        public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
            return new DirectExecutionControl() {
                @Override
                public void load(ClassBytecodes[] classes)
                        throws ClassInstallException, NotImplementedException, EngineTerminationException {
                    for (ClassBytecodes c : classes) {
                        if (halts(c.bytecodes())) throw new Halts();
                    }
                    super.load(classes);
                }
            };
        }

        /** Whether the names of {@code Runtime} and of its method are among the constants of a class. */
        private static boolean halts(byte[] bytecodes) {
            String constants = new String(bytecodes, StandardCharsets.ISO_8859_1);
            return constants.contains("java/lang/Runtime") && constants.contains("\1\0\4halt");
        }
    }

    /** The code would end this process at once, and nothing could tell that the chapter did not run to its end. */
    private static final class Halts extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    private final JShell jshell;
    private final SourceCodeAnalysis analysis;
    private final Map<String, Place> places = new HashMap<>();
    private volatile Place current;

    /** A fresh session that has run JShell's own start-up, with the class path of this process. */
    Session() throws IOException, Stopped {
        jshell = JShell.builder()
                .executionEngine(new Here(), Map.of())
                .fileManager(own -> ClassFiles.ALL)
                .compilerOptions("-classpath", System.getProperty("java.class.path"))
                .build();
        analysis = jshell.sourceCodeAnalysis();
        run("DEFAULT", 1, Files.readString(Path.of(DEFAULT)));
    }

    /**
     * Runs code that begins at this line of a file.
     *
     * @return the value of the last snippet, if that is an expression without a semicolon
     */
    Optional<Event.Result> run(String file, int line, String code) throws Stopped {
        Optional<Event.Result> last = Optional.empty();
        String source = "";
        for (String next : code.lines().toList()) {
            if (source.isBlank() && next.strip().matches("/[^/*].*")) {
                throw new Stopped(new Place(file, line, next), line,
                        "jshell's own commands do not belong in a script: " + next.strip(), List.of());
            }
            source += next + "\n";
            line++;
            CompletionInfo info = analyze(new Place(file, line - lines(source), source));
            while (info.completeness().isComplete()) {
                last = eval(new Place(file, line - lines(source), info.source()));
                source = info.remaining();
                info = analyze(new Place(file, line - lines(source), source));
            }
        }
        Place rest = new Place(file, line - lines(source), source);
        switch (analyze(rest).completeness()) {
            case EMPTY -> { }
            case CONSIDERED_INCOMPLETE -> last = eval(rest);
            default -> throw new Stopped(rest, line - 1,
                    "the code ends too early",
                    List.of("A brace, a parenthesis or the like is still open here."
                            + " (A comment that begins in the first column ends a cell.)"));
        }
        return last;
    }

    /** Checks that nothing that was declared still waits for something that was not. */
    void checkResolved() throws Stopped {
        for (Snippet snippet : jshell.snippets().toList()) {
            Status status = jshell.status(snippet);
            if (status == Status.RECOVERABLE_DEFINED || status == Status.RECOVERABLE_NOT_DEFINED) {
                throw unresolved(places.get(snippet.id()), (DeclarationSnippet) snippet);
            }
        }
    }

    /** The end of another thread that the code started, by an exception that nobody caught. */
    Stopped threadFailed(Place cell, Throwable exception) {
        return new Stopped(cell, cell.line(), "a thread ended with " + name(exception), List.of());
    }

    /** The snippet that runs at this moment, as stopped from outside; nothing where none runs. */
    Optional<Stopped> interrupted(String message) {
        Place place = current;
        if (place == null) return Optional.empty();
        return Optional.of(new Stopped(place, place.line(), message, List.of()));
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
        Place place = fromFirstCode(source);
        List<SnippetEvent> events;
        current = place;
        Thread.interrupted();    // where the snippet before interrupted itself
        try {
            events = jshell.eval(place.code());
        } catch (Halts e) {
            throw new Stopped(place, place.line(), "Runtime.halt ends the replay: leave it out", List.of());
        } catch (RuntimeException | Error e) {
            throw jshellFails(place, e);
        } finally {
            current = null;
        }
        SnippetEvent event = events.stream().filter(e -> e.causeSnippet() == null).findFirst().orElseThrow();
        places.put(event.snippet().id(), place);
        if (event.status() == Status.REJECTED) throw rejected(place, event.snippet());
        if (event.exception() != null) throw thrown(place, event);
        if (event.value() == null && HAVE_VALUES.contains(event.snippet().kind())) {
            throw new Stopped(place, place.line(), "this gives no value: its toString() fails, or it was interrupted", List.of());
        }
        return result(event);
    }

    /** What JShell and its compiler throw themselves: their assertions too, which are errors. */
    private static Stopped jshellFails(Place place, Throwable exception) {
        return new Stopped(place, place.line(), "jshell itself fails at this: " + exception, List.of());
    }

    private static Optional<Event.Result> result(SnippetEvent event) {
        Snippet snippet = event.snippet();
        String code = NOT_CODE.matcher(snippet.source()).replaceAll("").strip();
        boolean temporary = snippet.subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND;
        boolean variable = snippet.subKind() == SubKind.VAR_VALUE_SUBKIND;
        if (!(temporary || variable) || code.endsWith(";") || ASSIGNMENT.matcher(code).matches()) {
            return Optional.empty();
        }
        String type = temporary ? ((VarSnippet) snippet).typeName() : ((ExpressionSnippet) snippet).typeName();
        String text = event.value();
        boolean manyLines = text.startsWith("\"") && text.contains("\\n");
        return Optional.of(new Event.Result(manyLines ? text.substring(1, text.length() - 1).translateEscapes() : text, type));
    }

    private Stopped rejected(Place place, Snippet snippet) {
        List<Diag> errors = jshell.diagnostics(snippet).filter(Diag::isError).toList();
        List<String> message = new ArrayList<>();
        for (Diag error : errors) {
            error.getMessage(null).lines().filter(l -> !l.strip().startsWith("location:")).forEach(message::add);
        }
        if (errors.isEmpty()) return new Stopped(place, place.line(), "jshell rejects this", List.of());
        return new Stopped(place, line(place, (int) errors.get(0).getPosition()),
                message.get(0), message.subList(1, message.size()));
    }

    private Stopped thrown(Place place, SnippetEvent event) {
        JShellException exception = event.exception();
        int line = Stream.of(exception.getStackTrace())
                .filter(frame -> ("#" + event.snippet().id()).equals(frame.getFileName()))
                .mapToInt(frame -> place.line() + frame.getLineNumber() - 1)
                .findFirst().orElse(place.line());
        if (exception instanceof UnresolvedReferenceException unresolved) {
            Stopped why = unresolved(place, unresolved.getSnippet());
            return new Stopped(place, line, why.getMessage(), List.of());
        }
        List<String> details = new ArrayList<>(calls(exception));
        for (Throwable cause = exception.getCause(); cause != null; cause = cause.getCause()) {
            details.add("caused by " + name(cause));
            details.addAll(calls(cause));
        }
        return new Stopped(place, line, name(exception), details);
    }

    /** The calls that led to the exception: the innermost ones, and those in the script. */
    private List<String> calls(Throwable exception) {
        List<String> calls = new ArrayList<>();
        for (StackTraceElement frame : exception.getStackTrace()) {
            String call = "at " + call(frame);
            boolean again = !calls.isEmpty() && calls.get(calls.size() - 1).equals(call);
            if (!again && (isSnippet(frame) || calls.size() < MAX_CALLS / 2)) calls.add(call);
        }
        return calls.size() <= MAX_CALLS ? calls : Stream.concat(
                calls.stream().limit(MAX_CALLS), Stream.of("… and " + (calls.size() - MAX_CALLS) + " more calls")).toList();
    }

    private String call(StackTraceElement frame) {
        Place place = isSnippet(frame) ? places.get(frame.getFileName().substring(1)) : null;
        if (place == null) return frame.toString();
        String name = Stream.of(frame.getClassName(), frame.getMethodName())
                .filter(s -> !s.isEmpty()).reduce((a, b) -> a + "." + b).orElse("the code");
        return name + " (" + place.file() + ":" + (place.line() + frame.getLineNumber() - 1) + ")";
    }

    private Stopped unresolved(Place place, DeclarationSnippet snippet) {
        List<String> missing = jshell.unresolvedDependencies(snippet).toList();
        if (missing.isEmpty()) {
            Stopped why = rejected(place, snippet);
            return new Stopped(place, why.line, snippet.name() + " does not compile any more, after what came later: "
                    + why.getMessage(), why.details);
        }
        return new Stopped(place, place.line(), snippet.name() + " uses " + String.join(" and ", missing)
                + ", which the script does not define before it is needed", List.of());
    }

    private static boolean isSnippet(StackTraceElement frame) {
        return frame.getFileName() != null && frame.getFileName().startsWith("#");
    }

    private static String name(Throwable exception) {
        String name = exception instanceof EvalException e ? e.getExceptionClassName() : exception.getClass().getName();
        return exception.getMessage() == null ? name : name + ": " + exception.getMessage();
    }

    /** The line of the file in which the position in the code is. */
    private static int line(Place place, int position) {
        return place.line() + lines(place.code().substring(0, Math.max(0, position)));
    }

    /** Without blank lines and comments before the code: JShell counts the lines of some snippets without them. */
    private static Place fromFirstCode(Place place) {
        int start = 0;
        for (Matcher before = BEFORE_CODE.matcher(place.code()); before.find(); ) start = before.end();
        return new Place(place.file(), line(place, start), place.code().substring(start));
    }

    private static int lines(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }
}
