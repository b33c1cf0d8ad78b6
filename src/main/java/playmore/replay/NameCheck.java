package playmore.replay;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.VarSnippet;

/** Checks what a line of the learner's would do to the names in the session, and to those that coming cells use. */
final class NameCheck {

    private static final String AMBIGUOUS = "compiler.err.ref.ambiguous";
    private static final Pattern CLASS = Pattern.compile("(?<![\\w$.])[A-Z]\\w*");
    private static final String USES_ITSELF = "compiler.err.var.might.not.have.been.initialized";

    private final JShell jshell;
    private final SourceCodeAnalysis analysis;
    private final Map<Script.Cell, Set<String>> declared = new LinkedHashMap<>();    // by each cell
    private Map<Integer, Script.Cell> coming = Map.of();

    NameCheck(JShell jshell) {
        this.jshell = jshell;
        this.analysis = jshell.sourceCodeAnalysis();
    }

    /** The cells of the chapter that have not run yet, by their numbers, in their order. */
    void coming(Map<Integer, Script.Cell> cells) {
        coming = cells;
    }

    /** The variables, methods and types that this snippet declares. */
    List<DeclarationSnippet> declaredBy(String code) {
        return analysis.sourceToSnippets(code).stream()
                .filter(s -> s instanceof DeclarationSnippet d && d.name() != null)
                .map(DeclarationSnippet.class::cast).toList();
    }

    /** The variable that this declaration replaces. */
    Optional<VarSnippet> variable(DeclarationSnippet declared) {
        return declared instanceof VarSnippet
                ? jshell.variables().filter(v -> v.name().equals(declared.name())).findFirst() : Optional.empty();
    }

    /** Puts the declaration of a variable into a block that is compiled but never runs. */
    static String inBlock(String code) {
        return "if (false) { " + code.replaceFirst("^(?:(?:public|protected|private|static)\\s+)+", "") + "\n}";
    }

    /**
     * Whether the compiler accepts the declaration in the block; a lambda may use the variable that it is assigned to.
     */
    static boolean compiles(String code, Stream<Diag> diagnostics) {
        return diagnostics.noneMatch(d -> d.isError() && !(code.contains("->") && d.getCode().equals(USES_ITSELF)));
    }

    /**
     * Returns what to say of a declaration that takes a name from the cells to come. {@code learners} tells whether a
     * variable is the learner's own.
     */
    Optional<String> replaced(DeclarationSnippet now, Predicate<VarSnippet> learners) {
        String name = now.name();
        Optional<VarSnippet> old = variable(now);
        if (old.isPresent() && now.subKind() == SubKind.VAR_DECLARATION_SUBKIND) {
            return Optional.of(name + " is declared anew, without a value. /undo brings back the one that was there.");
        }
        if (!isNeeded(name)) return Optional.empty();
        if (old.isPresent()) {
            if (learners.test(old.get())) return Optional.empty();
            String type = old.get().typeName(), other = ((VarSnippet) now).typeName();
            return Optional.of(name + (other.equals(type) || other.equals("var") ? " is yours now"
                    : " was the chapter's " + type + " and is your " + other + " now")
                    + ". Cells to come use it; /undo brings the chapter's back.");
        }
        return known(name, now instanceof MethodSnippet ? name + "(" : name);
    }

    /** Returns what to say of an import that takes the name of a class from the cells to come. */
    Optional<String> replaced(ImportSnippet now) {
        String name = now.fullname().substring(now.fullname().lastIndexOf('.') + 1);
        return isNeeded(name) ? known(name, name) : Optional.empty();
    }

    private Optional<String> known(String name, String mark) {
        return analysis.completionSuggestions(name, name.length(), new int[1]).stream()
                .filter(s -> s.continuation().replace(")", "").equals(mark)).findFirst()
                .map(s -> name + " is yours now. Cells to come use the one that was there; /undo brings it back.");
    }

    /** Returns what to say of an import that makes a class name in the cells to come ambiguous. */
    Optional<String> ambiguous() {
        List<String> names = coming.values().stream()
                .flatMap(cell -> CLASS.matcher(Hints.withoutText(cell.code())).results().map(MatchResult::group))
                .distinct().toList();
        List<String> twice = names.stream().filter(name -> jshell.diagnostics(jshell.eval(
                "if (false) { " + name + " x; }").get(0).snippet()).anyMatch(d -> d.getCode().equals(AMBIGUOUS)))
                .toList();
        return twice.isEmpty() ? Optional.empty() : Optional.of(Session.listed(twice)
                + (twice.size() == 1 ? " has" : " have")
                + " a second meaning now, and cells to come fail at it. /undo takes the import back.");
    }

    /** Whether a cell to come uses the name before one declares it. */
    private boolean isNeeded(String name) {
        Pattern use = Pattern.compile("(?<![\\w$.])" + Pattern.quote(name) + "(?![\\w$])");
        for (Script.Cell cell : coming.values()) {
            if (declared(cell).contains(name)) return false;
            if (use.matcher(Hints.withoutText(cell.code())).find()) return true;
        }
        return false;
    }

    /** The cell to come that declares this name, in words; nothing if none does. */
    Optional<String> comesWith(String name) {
        for (Map.Entry<Integer, Script.Cell> cell : coming.entrySet()) {
            if (!declared(cell.getValue()).contains(name)) continue;
            boolean shown = cell.getKey().equals(coming.keySet().iterator().next());
            return Optional.of(name + " comes with "
                    + (shown ? "the cell above: press Enter." : "cell " + cell.getKey() + "."));
        }
        return Optional.empty();
    }

    private Set<String> declared(Script.Cell cell) {
        return declared.computeIfAbsent(cell, c -> {
            Set<String> names = new HashSet<>();
            for (String rest = c.code(); !rest.isBlank(); ) {
                CompletionInfo next = analysis.analyzeCompletion(rest);
                if (!next.completeness().isComplete()) break;
                declaredBy(next.source()).forEach(d -> names.add(d.name()));
                rest = next.remaining();
            }
            return names;
        });
    }
}
