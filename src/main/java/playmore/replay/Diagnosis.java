package playmore.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.SourceCodeAnalysis.SnippetWrapper;
import jdk.jshell.UnresolvedReferenceException;

/** Says what is wrong with a snippet, and in which line of which file. */
final class Diagnosis {

    private static final int MAX_CALLS = 8;

    private final JShell jshell;
    private final NameCheck names;
    // of each snippet, by JShell's name for it
    private final Map<String, SourceFragment> fragments = new HashMap<>();

    Diagnosis(JShell jshell, NameCheck names) {
        this.jshell = jshell;
        this.names = names;
    }

    /** Remembers the place of a snippet in its file. */
    void stands(Snippet snippet, SourceFragment fragment) {
        fragments.put(snippet.id(), fragment);
    }

    /** Returns the place of a snippet in its file. */
    SourceFragment fragment(Snippet snippet) {
        return fragments.get(snippet.id());
    }

    /** Returns the compiler's messages as a failure. */
    SnippetFailure rejected(Snippet snippet) {
        SourceFragment fragment = fragments.get(snippet.id());
        List<Diag> errors = jshell.diagnostics(snippet).filter(Diag::isError).toList();
        if (errors.isEmpty()) return new SnippetFailure(fragment, "jshell rejects this");
        List<String> message = new ArrayList<>(errors.stream()
                .map(error -> error.getMessage(null).lines().filter(line -> !line.strip().startsWith("location:"))
                .toList())
                .distinct().flatMap(List::stream).toList());
        Optional<String> comes = fragment.typed() ? unknown(fragment, errors.get(0)).flatMap(names::comesWith)
                : Optional.empty();
        message.addAll(comes.map(List::of)
                .orElseGet(() -> new Hints(jshell.sourceCodeAnalysis()).under(fragment.code(), errors.get(0))));
        return new SnippetFailure(fragment, fragment.lineOf((int) errors.get(0).getPosition()), message.get(0),
                message.subList(1, message.size()));
    }

    /** The name that the compiler does not know. */
    private static Optional<String> unknown(SourceFragment fragment, Diag error) {
        return error.getCode().startsWith("compiler.err.cant.resolve")
                ? Optional.of(fragment.code().substring((int) error.getStartPosition(), (int) error.getEndPosition()))
                : Optional.empty();
    }

    /** The first declaration that still waits for something that the script does not have. */
    Optional<SnippetFailure> unresolved() {
        return jshell.snippets()
                .filter(s -> jshell.status(s) == Status.RECOVERABLE_DEFINED
                || jshell.status(s) == Status.RECOVERABLE_NOT_DEFINED)
                .map(s -> unresolved((DeclarationSnippet) s, fragments.get(s.id()), fragments.get(s.id()).line()))
                .findFirst();
    }

    /** Says what the declaration waits for. The code needed it in this line. */
    SnippetFailure unresolved(DeclarationSnippet snippet, SourceFragment fragment, int line) {
        List<String> missing = jshell.unresolvedDependencies(snippet).toList();
        if (missing.isEmpty()) {
            SnippetFailure why = rejected(snippet);
            return new SnippetFailure(why.fragment, why.line, snippet.name()
                    + " does not compile any more, after what came later: "
                    + why.getMessage(), why.details);
        }
        String message = fragments.get(snippet.id()).typed()
                ? snippet.name() + " is waiting for " + Session.listed(missing)
                        + (missing.size() == 1 ? ", which is" : ", which are") + " not defined yet"
                : snippet.name() + " uses " + String.join(" and ", missing)
                + ", which the script does not define before it is needed";
        return new SnippetFailure(fragment, line, message, List.of());
    }

    /** Describes an exception: {@code told} as JShell reports it, {@code exception} as it was thrown. */
    SnippetFailure thrown(Snippet snippet, JShellException told, Throwable exception) {
        SourceFragment fragment = fragments.get(snippet.id());
        List<Call> calls = calls(told, exception);
        int line = calls.stream().filter(call -> call.fragment == fragment).mapToInt(Call::line).findFirst()
                .orElse(fragment.line());
        if (exception instanceof GuardedCode.ExitRefused) return new SnippetFailure(fragment, line,
                exception.getMessage(), List.of());
        if (told instanceof UnresolvedReferenceException unresolved) return unresolved(unresolved.getSnippet(),
                fragment, line);
        List<String> message = name(told).lines().toList();
        List<String> details = new ArrayList<>(message.subList(1, message.size()));
        details.addAll(shown(calls));
        Throwable cause = told.getCause();
        for (Throwable own : LocalEngine.causes(exception).stream().skip(1).toList()) {
            details.add("caused by " + name(cause));
            details.addAll(shown(calls(cause, own)));
            cause = cause.getCause();
        }
        if (LocalEngine.isOutOfMemory(exception)) details.add(LocalEngine.MEMORY_IS_FULL);
        return new SnippetFailure(fragment, line, message.get(0), details);
    }

    /** The exception's class and message. */
    static String name(Throwable exception) {
        if (exception instanceof GuardedCode.ExitRefused) return exception.getMessage();
        String name = exception instanceof EvalException e ? e.getExceptionClassName() : exception.getClass().getName();
        return exception.getMessage() == null ? name : name + ": " + exception.getMessage();
    }

    /** One of the calls that led to an exception. The place is null where that is not in a script. */
    private record Call(String name, SourceFragment fragment, int line) {}

    private List<Call> calls(Throwable told, Throwable exception) {
        StackTraceElement[] frames = told.getStackTrace(), own = exception.getStackTrace();
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < frames.length; i++) {
            String file = frames[i].getFileName();
            SourceFragment fragment = file == null || !file.startsWith("#") ? null : fragments.get(file.substring(1));
            if (fragment == null) {
                calls.add(new Call(frames[i].toString(), null, 0));
            } else {
                // or what that calls first for some variables
                boolean snippet = own[i].getMethodName().startsWith("do_it$");
                String name = snippet ? "the code" : frames[i].getClassName().isEmpty() ? frames[i].getMethodName()
                        : frames[i].getClassName() + "." + frames[i].getMethodName();
                int line = line(file.substring(1), fragment, own[i].getLineNumber())
                        .orElse(fragment.line() + frames[i].getLineNumber() - 1);
                String where = !fragment.typed() ? name + " (" + fragment.file() + ":" + line + ")"
                        : (snippet ? "" : name + ", ") + "line " + line + " of what you typed";
                calls.add(new Call(where, fragment, line));
                if (snippet) break;
            }
        }
        return calls;
    }

    /**
     * The line of the file, by the line in the class that JShell has made of the snippet; nothing where that class
     * does not hold the line as it stands in the file. JShell's own count goes wrong where it puts modifiers aside.
     */
    private Optional<Integer> line(String id, SourceFragment fragment, int lineOfClass) {
        // it was defined anew
        SnippetWrapper made = jshell.snippets().filter(s -> s.id().equals(id)).reduce((before, now) -> now)
                .map(jshell.sourceCodeAnalysis()::wrapper).orElse(null);
        if (made == null) return Optional.empty();
        int from = 0;
        for (int line = 1; line < lineOfClass; line++) from = made.wrapped().indexOf('\n', from) + 1;
        int to = made.wrapped().indexOf('\n', from);
        for (int i = 0; i < fragment.code().length(); i++) {
            int at = made.sourceToWrappedPosition(i);
            if (from <= at && at < to
                    && !Character.isWhitespace(fragment.code().charAt(i))) return Optional.of(fragment.lineOf(i));
        }
        return Optional.empty();
    }

    /** The innermost calls, and those in the script. */
    private static List<String> shown(List<Call> calls) {
        List<String> shown = new ArrayList<>();
        for (Call call : calls) {
            String next = "at " + call.name;
            if (!shown.contains(next) && (call.fragment != null || shown.size() < MAX_CALLS / 2)) shown.add(next);
        }
        return shown.size() <= MAX_CALLS ? shown : Stream.concat(
                shown.stream().limit(MAX_CALLS), Stream.of("… and " + (shown.size() - MAX_CALLS) + " more calls"))
                .toList();
    }
}
