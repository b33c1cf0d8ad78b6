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
import jdk.jshell.ImportSnippet;
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

    private final ClassLoader before = Thread.currentThread().getContextClassLoader();
    private final LocalEngine engine;
    private final JShell jshell;
    private final SourceCodeAnalysis analysis;
    private final Diagnosis diagnosis;
    private final NameCheck names;
    private final List<String> reset = new ArrayList<>();
    private final List<String> news = new ArrayList<>();
    private boolean begun;               // whether any of the code that came last has run
    private Optional<String> damaged = Optional.empty();
    private int startup;                 // how many snippets it had so far; negative once it is over
    private volatile SourceFragment current;

    /**
     * A fresh session that has run JShell's own start-up, with the class path of this process.
     *
     * @param stoppable whether its code can be stopped
     */
    Session(boolean stoppable) throws IOException, SnippetFailure {
        engine = new LocalEngine(stoppable);
        forgetLoader();
        jshell = JShell.builder()
                .executionEngine(engine, Map.of())
                .fileManager(own -> ClassPath.ALL)
                .compilerOptions("-classpath", Jar.classPath())
                .idGenerator((snippet, id) -> startup < 0 ? "" + (id + startup) : "s" + (startup = id))
                .build();
        analysis = jshell.sourceCodeAnalysis();
        names = new NameCheck(jshell);
        diagnosis = new Diagnosis(jshell, names);
        run("DEFAULT", 1, Files.readString(Path.of(DEFAULT)));
    }

    /**
     * Runs code that begins at this line of a file.
     *
     * @return the value of the last snippet, if that is an expression without a semicolon
     */
    Optional<Event.Result> run(String file, int line, String code) throws SnippetFailure {
        engine.interrupts.begin();
        reset.clear();
        news.clear();
        begun = false;
        damaged = Optional.empty();
        Optional<Event.Result> last = Optional.empty();
        SourceFragment rest = new SourceFragment(file, line, "");
        for (String next : code.lines().toList()) {
            if (rest.code().isEmpty() && isCommand(next)) {
                throw new SnippetFailure(new SourceFragment(file, rest.line(), next), next.strip()
                        + (rest.typed() ? " is neither Java nor a command here; ? lists the commands."
                                : " is not Java, and jshell's own commands do not belong in a script."));
            }
            rest = new SourceFragment(file, rest.line(), rest.code() + next + "\n");
            CompletionInfo info = analyze(rest);
            while (info.completeness().isComplete()) {
                last = eval(new SourceFragment(file, rest.line(), info.source()));
                rest = rest.from(rest.code().length() - info.remaining().length());
                info = analyze(rest);
            }
            if (info.completeness() == Completeness.EMPTY) rest = rest.from(rest.code().length());
        }
        switch (analyze(rest).completeness()) {
            case EMPTY -> { }
            case CONSIDERED_INCOMPLETE -> last = eval(rest);
            default -> throw new SnippetFailure(rest, rest.from(rest.code().length()).line() - 1,
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

    /** The first declaration that still waits for something that was not declared. */
    Optional<SnippetFailure> unresolved() {
        return diagnosis.unresolved();
    }

    /** The snippet that runs at this moment, as stopped from outside; nothing where none runs. */
    Optional<SnippetFailure> interrupted(String message) {
        return Optional.ofNullable(current).map(fragment -> new SnippetFailure(fragment, message));
    }

    /**
     * Returns a sentence for each name that the last code has changed, and for each declaration that waits for
     * something.
     */
    List<String> news() {
        if (damaged.isPresent()) return List.of();    // all of it is taken back
        List<String> all = new ArrayList<>(news);
        if (!reset.isEmpty()) {
            all.add(0, reset.size() == 1 ? reset.get(0) + " is null now: it belonged to the old class. Make it again."
                    : listed(reset) + " are null now: they belonged to the old class. Make them again.");
        }
        return all;
    }

    /** The declaration that was there before the code that ran last, and that this has taken away by failing. */
    Optional<String> damaged() {
        return damaged;
    }

    /** Whether any of the code that came last has run, also where it failed later. */
    boolean hasBegun() {
        return begun;
    }

    /** Ends the start-up: all code from now on is the chapter's or the learner's. */
    void endStartup() {
        startup = -startup;
    }

    /** The cells of the chapter that have not run yet, by their numbers, in their order. */
    void coming(Map<Integer, Script.Cell> cells) {
        names.coming(cells);
    }

    static String listed(List<String> names) {
        int last = names.size() - 1;
        return last < 1 ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    JShell jshell() {
        return jshell;
    }

    /** Asks the code that runs to stop, from another thread; see {@link Interrupts#stop}. */
    int stop() {
        return engine.interrupts.stop();
    }

    @Override
    public void close() {
        jshell.close();
    }

    private CompletionInfo analyze(SourceFragment fragment) throws SnippetFailure {
        try {
            return analysis.analyzeCompletion(fragment.code());
        } catch (RuntimeException | Error e) {
            throw jshellFails(fragment, e);
        }
    }

    private Optional<Event.Result> eval(SourceFragment source) throws SnippetFailure {
        SourceFragment fragment = source.from(source.code().length() - source.code().stripLeading().length());
        current = fragment;
        engine.clear();
        try {
            List<String> replaced = fragment.typed() ? before(fragment) : List.of();
            Optional<Event.Result> last = Optional.empty();
            List<SnippetEvent> events = jshell.eval(fragment.code());    // several where several variables are declared
            for (SnippetEvent event : events) {
                if (event.causeSnippet() != null) tellUpdate(event, fragment);
            }
            for (SnippetEvent event : events) {
                if (event.causeSnippet() == null) last = result(fragment, event);
            }
            news.addAll(replaced);
            boolean imports = events.get(0).snippet() instanceof ImportSnippet;
            if (fragment.typed() && imports) names.ambiguous().ifPresent(news::add);
            return last;
        } catch (RuntimeException | Error e) {
            throw jshellFails(fragment, e);
        } finally {
            current = null;
            forgetLoader();
        }
    }

    /**
     * Takes the class loader of the session from this thread. A thread that is started here, such as JShell's own,
     * would inherit it and keep all variables in memory after the session has ended.
     */
    private void forgetLoader() {
        Thread.currentThread().setContextClassLoader(before);
    }

    /** Takes note of a declaration that changed because it uses one that this code has changed. */
    private void tellUpdate(SnippetEvent event, SourceFragment fragment) {
        if (event.status() == Status.OVERWRITTEN || !(event.snippet() instanceof DeclarationSnippet declared)) return;
        if (!fragment.typed() && !diagnosis.fragment(declared).typed()) return;    // the chapter knows what it does
        if (event.status() == Status.VALID) {
            if (event.isSignatureChange() && declared instanceof VarSnippet) reset.add(declared.name());
        } else if (event.previousStatus() == Status.VALID) {
            news.add(declared.name() + " does not fit any more, and cannot be used. /undo brings it back.");
        }
    }

    private Optional<Event.Result> result(SourceFragment fragment, SnippetEvent event) throws SnippetFailure {
        Snippet snippet = event.snippet();
        diagnosis.stands(snippet, fragment);
        boolean valid = event.status() == Status.VALID && event.exception() == null;
        if (!valid && event.previousStatus() == Status.VALID && snippet instanceof DeclarationSnippet declared) {
            damaged = Optional.of(declared.name());
        }
        if (event.status() == Status.REJECTED
                || jshell.diagnostics(snippet).anyMatch(Diag::isError)) throw diagnosis.rejected(snippet);
        begun = true;
        if (engine.interrupts.isAsked()) throw new SnippetFailure(fragment, "stopped by Ctrl-C");
        if (event.exception() != null) throw diagnosis.thrown(snippet, event.exception(), engine.thrown());
        if (fragment.typed() && event.status() != Status.VALID) wait(fragment, (DeclarationSnippet) snippet);
        else if (event.value() == null && HAVE_VALUES.contains(snippet.kind())) {
            throw new SnippetFailure(fragment, LocalEngine.isOutOfMemory(engine.thrown()) ? LocalEngine.MEMORY_IS_FULL
                    : "this gives no value: its toString() fails, or it was interrupted");
        }
        boolean hasType = snippet instanceof VarSnippet || snippet instanceof ExpressionSnippet;
        if (!hasType || event.value() == null) return Optional.empty();
        boolean expression = snippet.subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND
                || snippet.subKind() == SubKind.VAR_VALUE_SUBKIND;
        boolean shown = expression ? ShowsValue.asked(snippet.source())
                : fragment.typed() && snippet.subKind() != SubKind.VAR_DECLARATION_SUBKIND;
        if (!shown) return Optional.empty();
        String type = snippet instanceof VarSnippet variable ? variable.typeName()
                : ((ExpressionSnippet) snippet).typeName();
        return Optional.of(new Event.Result(engine.value(), event.value(), type));
    }

    /** A class or method that uses what is not there waits for it; a variable, or what replaces another, is refused. */
    private void wait(SourceFragment fragment, DeclarationSnippet snippet) throws SnippetFailure {
        if (snippet instanceof VarSnippet) {
            jshell.drop(snippet);
            check(fragment, "");    // says why
        }
        SnippetFailure waiting = diagnosis.unresolved(snippet, fragment, fragment.line());
        if (damaged.isPresent()) throw waiting;
        news.add(waiting.getMessage() + ".");
    }

    /**
     * Refuses the declaration of a variable that is there already, if it does not compile: JShell would take the old
     * one away even so. Returns what to say, once it ran, of names that are the learner's then.
     */
    private List<String> before(SourceFragment fragment) throws SnippetFailure {
        List<DeclarationSnippet> declared = names.declaredBy(fragment.code());
        List<String> there = declared.stream().filter(d -> names.variable(d).isPresent()).map(DeclarationSnippet::name)
                .toList();
        if (!there.isEmpty()) {
            check(fragment, listed(there) + (there.size() == 1 ? " is as it was." : " are as they were."));
        }
        List<Snippet> snippets = analysis.sourceToSnippets(fragment.code());
        if (snippets.size() == 1 && snippets.get(0) instanceof ImportSnippet i) {
            return names.replaced(i).stream().toList();
        }
        return declared.stream().flatMap(d -> names.replaced(d, old -> diagnosis.fragment(old).typed()).stream())
                .toList();
    }

    /**
     * Refuses the declaration of a variable that does not compile, as the compiler sees it in a block that never runs.
     */
    private void check(SourceFragment fragment, String still) throws SnippetFailure {
        SourceFragment block = new SourceFragment(fragment.file(), fragment.line(), NameCheck.inBlock(fragment.code()));
        Snippet snippet = jshell.eval(block.code()).get(0).snippet();
        diagnosis.stands(snippet, block);
        if (NameCheck.compiles(fragment.code(), jshell.diagnostics(snippet))) return;
        SnippetFailure why = diagnosis.rejected(snippet);
        List<String> details = new ArrayList<>(why.details);
        if (!still.isEmpty()) details.add(still);
        throw new SnippetFailure(fragment, why.line, why.getMessage(), details);
    }

    /** Describes a failure of JShell or its compiler themselves, such as an assertion. */
    private static SnippetFailure jshellFails(SourceFragment fragment, Throwable exception) {
        return new SnippetFailure(fragment, "jshell itself fails at this: " + exception);
    }
}
