package playmore.play;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.TypeDeclSnippet;
import playmore.replay.Script;

/** The commands that ask what a session has: they mean what they mean in {@code jshell}. */
final class SessionCommands {

    private static final String SAVED = "// Saved from Playmore by /save.\n";    // begins what /save may replace

    private final JShell jshell;
    private final Consumer<String> out;      // a line each
    private final Consumer<String> words;    // what there is to say

    SessionCommands(JShell jshell, Consumer<String> out, Consumer<String> words) {
        this.jshell = jshell;
        this.out = out;
        this.words = words;
    }

    /** {@code /list}: all that is in force, or what has this name or number, or with {@code -all} also what is not. */
    void list(String wanted) {
        List<Snippet> listed = found(wanted);
        if (listed.isEmpty() && !wanted.isEmpty()) words.accept(unknown(wanted));
        for (Snippet snippet : listed) {
            String before = String.format(Locale.ROOT, "%4s : ", snippet.id());
            for (String line : snippet.source().strip().lines().toList()) {
                out.accept(before + line);
                before = " ".repeat(before.length());
            }
        }
    }

    private List<Snippet> found(String wanted) {
        return jshell.snippets().filter(s -> switch (wanted) {
            case "" -> isActive(s) && !isStartup(s);
            case "-all" -> true;
            case "-start" -> isStartup(s);
            default -> s.id().equals(wanted) || isActive(s) && named(s).equals(wanted);
        }).sorted(Comparator.comparing((Snippet s) -> !isStartup(s))
                .thenComparing(s -> Integer.parseInt(s.id().replace("s", "")))).toList();
    }

    /** {@code /vars}, {@code /methods}, {@code /types} or {@code /imports}: a line for each. */
    void declared(String command) {
        Stream<String> lines = switch (command) {
            case "/vars" -> jshell.variables().map(v -> v.typeName() + " " + v.name() + " = " + jshell.varValue(v));
            case "/methods" -> jshell.methods()
                    .map(m -> m.signature().replaceFirst("\\((.*)\\)(.*)", "$2 " + m.name() + "($1)"));
            case "/types" -> jshell.types().map(t -> kind(t) + " " + t.name());
            default -> jshell.imports().map(i -> "import " + (i.isStatic() ? "static " : "") + i.fullname());
        };
        lines.forEach(line -> out.accept("    " + line));
    }

    private static String kind(TypeDeclSnippet type) {
        return type.subKind().name().replace("_SUBKIND", "").replace("_TYPE", "").toLowerCase(Locale.ROOT);
    }

    /** {@code /drop}: whether what has this name or number is gone. */
    boolean drop(String wanted) {
        List<Snippet> found = found(wanted).stream().filter(this::isActive).toList();
        String usage = "/drop takes the name of a variable, method or class: /vars shows the variables.";
        if (wanted.isEmpty()) words.accept(usage);
        else if (found.isEmpty()) words.accept(unknown(wanted));
        else if (found.size() > 1) words.accept("There are several " + wanted
                + ": drop one by its number, which /list shows.");
        else return jshell.drop(found.get(0)).size() > 0;
        return false;
    }

    /** {@code /save}: writes what {@code /list} shows to a file; one that it has not written itself stays as it is. */
    void save(String name) {
        Optional<Path> file = file(name);
        try {
            if (file.isEmpty()) {
                words.accept("/save takes the name of a file: /save mine.jsh");
            } else if (Files.exists(file.get()) && !isSaved(file.get())) {
                words.accept(file.get() + " is there already, and /save has not written it: take another name.");
            } else {
                Files.writeString(file.get(), SAVED + found("").stream().map(s -> s.source().strip() + "\n")
                        .collect(Collectors.joining()));
                words.accept("Saved in " + file.get() + "; /open " + name + " runs it.");
            }
        } catch (IOException e) {
            words.accept("Cannot write " + file.get() + " (" + e
                    + "): take a name in a folder that is yours to write.");
        }
    }

    private static boolean isSaved(Path file) throws IOException {
        if (!Files.isRegularFile(file)) return false;
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(SAVED.length()), StandardCharsets.UTF_8).equals(SAVED);
        }
    }

    /** {@code /open}: the code in this file. */
    Optional<String> open(String name) {
        Optional<Path> file = file(name);
        try {
            String usage = "/open takes the name of a file: /open mine.jsh. (/view shows a picture.)";
            if (file.isEmpty()) words.accept(usage);
            else if (!Files.isRegularFile(file.get())) words.accept("There is no file " + file.get() + ".");
            else return Optional.of(Script.text(file.get()));
        } catch (IOException | IllegalArgumentException e) {
            words.accept("Cannot read " + file.get() + ": " + e.getMessage());
        }
        return Optional.empty();
    }

    private static Optional<Path> file(String name) {
        try {
            return name.isEmpty() ? Optional.empty()
                    : Optional.of(Path.of(name.replaceFirst("^~(?=/|$)", System.getProperty("user.home"))));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** The code of the class, method or variable of this name; of several methods the last. */
    Optional<String> code(String name) {
        return found(name).stream().filter(s -> s instanceof DeclarationSnippet).map(s -> s.source().strip())
                .reduce((before, last) -> last);
    }

    /** Whether a variable has this name. */
    boolean hasVariable(String name) {
        return jshell.variables().anyMatch(v -> v.name().equals(name));
    }

    /** Returns what to say of a name that is not declared in this session. */
    String unknown(String name) {
        boolean imported = name.matches("[\\w$]+")
                && jshell.sourceCodeAnalysis().completionSuggestions(name, name.length(), new int[1])
                .stream().anyMatch(s -> s.continuation().replaceFirst("\\(.*", "").equals(name));
        return imported ? name + " is the kit's or Java's own. /list and /edit know what this chapter or you declared."
                : "There is no class, method or variable " + name + " here.";
    }

    private boolean isActive(Snippet snippet) {
        return jshell.status(snippet).isActive();
    }

    private static boolean isStartup(Snippet snippet) {
        return snippet.id().startsWith("s");
    }

    private static String named(Snippet snippet) {
        return snippet instanceof DeclarationSnippet d ? d.name() : "";
    }
}
