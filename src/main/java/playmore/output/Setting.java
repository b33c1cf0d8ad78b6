package playmore.output;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** One of the kit's system properties. A value that it cannot have is named once, and passed over. */
public final class Setting<T> {

    /** The folder for all that is made, in place of {@code out}. */
    static final Setting<Path> OUT = new Setting<>("playmore.out", "the name of a folder", text -> {
        if (text.isBlank()) throw new IllegalArgumentException();
        return Path.of(text);
    });

    /** How many values a graph may have, in place of a limit that keeps pictures readable. */
    public static final Setting<Integer> MAX_NODES = new Setting<>("playmore.maxNodes", "a number from 1 on", text -> {
        int number = Integer.decode(text);
        if (number < 1) throw new IllegalArgumentException();
        return number;
    });

    /** What lays graphs out, in place of a choice by their size. */
    public static final Setting<String> GRAPHVIZ = new Setting<>("playmore.graphviz", "built-in or dot", text -> {
        if (!List.of("built-in", "dot").contains(text)) throw new IllegalArgumentException();
        return text;
    });

    private static final Set<String> NAMES = Set.of(OUT.name, MAX_NODES.name, GRAPHVIZ.name, "playmore.fetch");
    private static final Set<String> NAMED = ConcurrentHashMap.newKeySet();

    private final String name, kind;
    private final Function<String, T> reads;

    private Setting(String name, String kind, Function<String, T> reads) {
        this.name = name;
        this.kind = kind;
        this.reads = reads;
    }

    /** The value, if there is one and it can be. */
    public Optional<T> value() {
        String text = System.getProperty(name);
        if (text == null) return Optional.empty();
        try {
            return Optional.of(reads.apply(text));
        } catch (IllegalArgumentException e) {
            passOver("The system property " + name + " is \"" + text + "\"; it can be " + kind);
            return Optional.empty();
        }
    }

    /** Names the kit's system properties that there are not, or whose values cannot be. */
    public static void checkAll() {
        List.of(OUT, MAX_NODES, GRAPHVIZ).forEach(Setting::value);
        System.getProperties().stringPropertyNames().stream().sorted()
                .filter(name -> name.startsWith("playmore.") && !NAMES.contains(name))
                .forEach(name -> passOver("There is no system property " + name + "; there are playmore.out,"
                        + " playmore.maxNodes and playmore.graphviz"));
    }

    /** Says once, to {@code System.err}, what is wrong with something that the kit does without. */
    public static void passOver(String what) {
        if (NAMED.add(what)) System.err.println(what + ". It is passed over.");
    }
}
