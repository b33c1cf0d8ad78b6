package playmore.output;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** One of the kit's system properties. An invalid value is reported once and ignored. */
public final class Setting<T> {

    /** The output folder, instead of {@code out}. */
    static final Setting<Path> OUT = new Setting<>("playmore.out", "the name of a folder",
            text -> checked(Path.of(text), !text.isBlank()));

    /** The most values that a graph may have, instead of a limit that keeps pictures readable. */
    public static final Setting<Integer> MAX_NODES = new Setting<>("playmore.maxNodes", "a number from 1 on",
            text -> checked(Integer.decode(text), Integer.decode(text) >= 1));

    /** The program that lays out graphs, instead of a choice by their size. */
    public static final Setting<String> GRAPHVIZ = new Setting<>("playmore.graphviz", "built-in or dot",
            text -> checked(text, List.of("built-in", "dot").contains(text)));

    private static final Set<String> NAMES = Set.of(OUT.name, MAX_NODES.name, GRAPHVIZ.name, "playmore.fetch");
    private static final Set<String> NAMED = ConcurrentHashMap.newKeySet();

    private final String name, kind;
    private final Function<String, T> reads;

    private Setting(String name, String kind, Function<String, T> reads) {
        this.name = name;
        this.kind = kind;
        this.reads = reads;
    }

    private static <T> T checked(T value, boolean isValid) {
        if (!isValid) throw new IllegalArgumentException();
        return value;
    }

    /** The value; empty if it is not set or invalid. */
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

    /** Reports system properties of the kit that do not exist or have invalid values. */
    public static void checkAll() {
        List.of(OUT, MAX_NODES, GRAPHVIZ).forEach(Setting::value);
        System.getProperties().stringPropertyNames().stream().sorted()
                .filter(name -> name.startsWith("playmore.") && !NAMES.contains(name))
                .forEach(name -> passOver("There is no system property " + name + "; there are playmore.out,"
                        + " playmore.maxNodes and playmore.graphviz"));
    }

    /** Prints once, to {@code System.err}, that something is wrong and therefore ignored. */
    public static void passOver(String what) {
        if (NAMED.add(what)) System.err.println(what + ". It is passed over.");
    }
}
