package playmore.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.Suggestion;
import org.jline.utils.Levenshtein;

/**
 * One line of help under what the compiler says: how Java writes what the learner meant. It is given
 * only where it is sure to apply, and never in place of the compiler's own words.
 */
public final class Hints {

    private static final Map<String, String> METHODS = Map.of("+", "add", "-", "sub", "*", "mul", "/", "div");
    private static final Set<String> COMPARISONS = Set.of("<", ">", "<=", ">=");
    private static final Pattern CONVERSION = Pattern.compile("(\\S+) cannot be converted to (\\S+)");
    private static final Pattern STRING_OR_COMMENT = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*+\"|//.*");
    private static final Pattern DIVISION =
            Pattern.compile("(?:\\bnew Value\\(|\\bdouble \\w+ = |(?<![\\w$.)])([\\w$]+)\\.(?:add|sub|mul|div|pow)\\()"
            + "\\s*(\\d{1,9})\\s*/\\s*([1-9]\\d{0,8})\\s*(?=[,;)])");
    private static final Pattern OPERATOR = Pattern.compile("[-+*/%<>=&|^]+");
    private static final Pattern MATH = Pattern.compile("Math\\.(tanh|exp|log)\\($");

    private final SourceCodeAnalysis analysis;

    /** Knows the names that the session of this analysis has at hand. */
    public Hints(SourceCodeAnalysis analysis) {
        this.analysis = analysis;
    }

    /** Returns the hints for a snippet that this JShell has just evaluated, one per line. */
    public List<String> on(SnippetEvent event, JShell jshell) {
        String code = event.snippet().source();
        List<Diag> errors = jshell.diagnostics(event.snippet()).filter(Diag::isError).toList();
        if (event.causeSnippet() != null) return List.of();    // it was evaluated before
        if (!errors.isEmpty()) return under(code, errors.get(0));
        return event.exception() == null ? wholeNumbers(code).stream().toList() : List.of();
    }

    /** Returns the hints below a compile error in this code, one per line. */
    List<String> under(String code, Diag error) {
        return Stream.of(javaFor(code, error), goesOn(code.strip())).flatMap(Optional::stream).toList();
    }

    /** Returns the hint for code that continues the line before, which JShell took for a whole snippet. */
    private static Optional<String> goesOn(String code) {
        if (code.matches("[.]\\D(?s:.*)")) {
            return Optional.of("a line that begins with a dot continues nothing here:"
                    + " end the line before with the dot");
        }
        return Stream.of("else", "catch", "finally").filter(word -> code.matches(word + "\\b(?s:.*)")).findFirst()
                .map(word -> "a line that begins with " + word
                + " continues nothing here: move it up to the end of the line before");
    }

    /** How Java writes what was meant. */
    private Optional<String> javaFor(String code, Diag error) {
        if (error.getStartPosition() < 0 || error.getEndPosition() > code.length()) return Optional.empty();
        Fault fault = new Fault(code, (int) error.getStartPosition(), (int) error.getPosition(),
                (int) error.getEndPosition());
        String message = error.getMessage(Locale.ROOT);
        List<String> types = message.lines().skip(1).map(line -> line.replaceFirst(".*?:\\s*", "").strip()).toList();
        return Optional.ofNullable(switch (error.getCode().replace("compiler.err.", "")) {
            case "operator.cant.be.applied.1" -> binary(fault, types);
            case "operator.cant.be.applied" -> unary(fault, message);
            case "prob.found.req" -> conversion(fault, message);
            case "cant.apply.symbol" -> arguments(fault, message);
            case "var.might.not.have.been.initialized" -> ownDeclaration(fault);
            case "cant.resolve", "cant.resolve.args", "cant.resolve.location", "cant.resolve.location.args" ->
                    unknown(fault);
            default -> null;
        });
    }

    /**
     * What to say of code that ran: it divides whole numbers where a Value or a {@code double} is wanted, and Java
     * drops the rest.
     */
    Optional<String> wholeNumbers(String code) {
        String bare = withoutText(code);
        for (Matcher found = DIVISION.matcher(bare); found.find(); ) {
            String receiver = found.group(1), a = found.group(2), b = found.group(3);
            long divided = Long.parseLong(a) / Long.parseLong(b);
            if (divided * Long.parseLong(b) == Long.parseLong(a)) continue;
            if (receiver != null && !receiver.equals("Value") && !names(receiver).contains("backward()")) continue;
            return Optional.of(a + "/" + b + " is " + divided + " in Java, as both are whole numbers: write " + a + "/"
                    + b + ".0");
        }
        return Optional.empty();
    }

    /** The code without its strings and comments. */
    static String withoutText(String code) {
        return STRING_OR_COMMENT.matcher(code).replaceAll("");
    }

    /** Code, and where in it the error is: from its start to its end, with the operator or the dot in between. */
    private record Fault(String code, int start, int position, int end) {

        String all()    { return code.substring(start, end).strip(); }
        String left()   { return code.substring(start, position).strip(); }
        String before() { return code.substring(0, start).stripTrailing(); }
        String after()  { return code.substring(end).stripLeading(); }
    }

    private String binary(Fault fault, List<String> types) {
        Matcher operator = OPERATOR.matcher(fault.code).region(fault.position, fault.end);
        if (!operator.lookingAt()) return null;
        String left = fault.left(), right = fault.code.substring(operator.end(), fault.end).strip();
        boolean leftIs = isValue(types.get(0)), rightIs = isValue(types.get(1));
        if (!leftIs && !rightIs) return null;
        if (COMPARISONS.contains(operator.group())) {
            return "Java compares numbers only: " + data(left, leftIs) + " " + operator.group() + " "
                    + data(right, rightIs);
        }
        boolean assigns = operator.group().endsWith("=");
        String method = METHODS.get(operator.group().replaceFirst("=$", ""));
        if (method == null || !leftIs && !isNumber(types.get(0)) || !rightIs && !isNumber(types.get(1))) return null;
        String call;
        if (leftIs) {
            call = receiver(left) + "." + method + "(" + bare(right) + ")";
        } else if (method.equals("add") || method.equals("mul")) {
            call = receiver(right) + "." + method + "(" + bare(left) + ")";
        } else {
            call = "Value." + method + "(" + bare(left) + ", " + bare(right) + ")";
        }
        String value = leftIs ? left : right;
        if (!hasMethod(value, method)) return null;
        if (!(leftIs && rightIs) && !takesNumber(value, method)) {    // a Value of the learner's own
            call = value(left, leftIs) + "." + method + "(" + (rightIs ? bare(right) : value(right, false)) + ")";
        } else if (call.startsWith("Value.") && !hasMethod("Value", method)) {
            return null;
        }
        return "Java's operators work on numbers only: " + (assigns ? left + " = " : "") + call;
    }

    private boolean takesNumber(String owner, String method) {
        String call = receiver(owner) + "." + method + "(";
        return analysis.documentation(call, call.length(), false).stream()
                .anyMatch(d -> d.signature().contains(method + "(double "));
    }

    private static String value(String operand, boolean isValue) {
        return isValue ? receiver(operand) : "new Value(" + bare(operand) + ")";
    }

    private String unary(Fault fault, String message) {
        String operand = fault.code.substring(fault.start + 1, fault.end).strip();
        if (fault.position != fault.start || fault.code.charAt(fault.start) != '-'
                || !message.contains("Value ")) return null;
        return hasMethod(operand, "neg") ? "Java's operators work on numbers only: " + receiver(operand) + ".neg()"
                : null;
    }

    private String conversion(Fault fault, String message) {
        Matcher types = CONVERSION.matcher(message);
        if (!types.find()) return null;
        String from = types.group(1), to = simple(types.group(2)), value = fault.all(), before = fault.before();
        if (simple(from).equals("MLP") && to.equals("Node")) {
            return "draw what it computes: drawDot(" + value + ".predict(…))";
        }
        if (isValue(from) && to.equals("Table") && before.endsWith("show(")) {
            return "show is for tables: print(" + value + "), or drawDot(" + value + ")";
        }
        if (isValue(from) && to.equals("double")) {
            Matcher math = MATH.matcher(before);
            if (before.endsWith(".pow(")) return "the exponent of pow is a plain number, as in pow(2)";
            if (math.find()) {
                return hasMethod(value, math.group(1)) ? "a Value has its own: " + receiver(value) + "." + math.group(1)
                        + "()" : null;
            }
            return "its number is " + receiver(value) + ".data";
        }
        if (isNumber(from) && to.equals("Value")) return "make it a Value: new Value(" + value + ")";
        return null;
    }

    private static String ownDeclaration(Fault fault) {
        String name = fault.all();
        if (!fault.code.matches("(?s).*\\b" + Pattern.quote(name) + "\\s*=[^=].*")) return null;
        return "in its own declaration " + name + " has no value yet: to give the " + name
                + " that is there a new one, leave out the type";
    }

    private String arguments(Fault fault, String message) {
        List<String> lines = message.lines().map(String::strip).toList();
        if (lines.size() < 4) return null;
        String found = lines.get(2).replaceFirst(".*?:\\s*", ""), name = fault.all();
        if (name.equals("explain") && isValue(found)) {
            return "explain takes two, the result and what it depends on: explain(L, a)";
        }
        if (name.equals("sum") && lines.get(1).endsWith("Value[]") && lines.get(3).contains("varargs mismatch")) {
            return "sum takes Values only: a plain number is new Value(2), or add it with add(2)";
        }
        return null;
    }

    /** A name that is not known: a field taken for a method, a method for a field, or a slip of the pen. */
    private String unknown(Fault fault) {
        boolean member = fault.code.charAt(fault.position) == '.';
        String receiver = member ? fault.left() : "";
        String name = member ? fault.code.substring(fault.position + 1, fault.end).strip() : fault.all();
        boolean called = fault.after().startsWith("(") && !fault.before().endsWith("new");
        if (!name.matches("[\\w$]+")) return null;
        Set<String> names = names(receiver);
        String full = (member ? receiver + "." : "") + name;
        Matcher argument = Pattern.compile("([\\w$]+)\\s*;?\\s*}?").matcher(fault.after());
        if (!member && isMethod(name, names) && argument.matches()) {
            return name + " " + argument.group(1) + " needs parentheses: " + name + "(" + argument.group(1) + ")";
        }
        if (!called && isMethod(name, names)) {
            return name + " is a method: " + full + (names.contains(name + "()") ? "()" : "(…)");
        }
        if (called && names.contains(name)) return name + " is a field: " + full;
        List<String> near = near(name, names);
        return near.isEmpty() ? null : "did you mean " + String.join(" or ", near) + "?";
    }

    /** The names that differ least from this one, if they differ little and are few. */
    private static List<String> near(String name, Set<String> names) {
        int most = name.length() < 3 ? 0 : name.length() < 6 ? 1 : 2;
        List<String> near = new ArrayList<>();
        for (String candidate : new TreeSet<>(names.stream().map(n -> n.replaceFirst("\\(.*", "")).toList())) {
            if (most == 1 && !name.regionMatches(true, 0, candidate, 0, 1)) continue;    // mine is not line
            int distance = Levenshtein.distance(name.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (distance < most) near.clear();
            if (distance <= most) near.add(candidate);
            most = Math.min(most, distance);
        }
        return near.size() <= 2 ? near : List.of();
    }

    private boolean hasMethod(String receiver, String name) {
        return isMethod(name, names(receiver));
    }

    private static boolean isMethod(String name, Set<String> names) {
        return names.contains(name + "(") || names.contains(name + "()");
    }

    /**
     * What may follow the receiver and a dot, or stand by itself where there is no receiver; a method has its
     * parenthesis, or both where it takes nothing.
     */
    private Set<String> names(String receiver) {
        String code = receiver.isEmpty() ? "" : receiver(receiver) + ".";
        return new TreeSet<>(analysis.completionSuggestions(code, code.length(), new int[1]).stream()
                .map(Suggestion::continuation).toList());
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    private static boolean isValue(String type) {
        return simple(type).equals("Value");
    }

    private static boolean isNumber(String type) {
        return Set.of("int", "double", "long", "float").contains(type);
    }

    private static String data(String operand, boolean isValue) {
        return isValue ? receiver(operand) + ".data" : operand;
    }

    /** The operand as it can stand before a dot. */
    private static String receiver(String operand) {
        return operand.matches("[\\w$.]+|[\\w$.]+\\([^()]*\\)|\\(.*\\)") ? operand : "(" + operand + ")";
    }

    /** Without the parentheses around all of it. */
    private static String bare(String operand) {
        return operand.matches("\\([^()]*\\)") ? operand.substring(1, operand.length() - 1) : operand;
    }
}
