package playmore.table;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Function;

/** Prints as Python's {@code print} does. */
public final class Print {

    /** What is being written around the thing that is written now; nothing can be written inside itself. */
    private final Set<Object> around = Collections.newSetFromMap(new IdentityHashMap<>());

    private Print() {}

    /** Prints an empty line. */
    public static void print() {
        System.out.println();
    }

    /** Prints one thing: a number with all of its digits, an array or a collection as a list, {@code [1.0, 2.0]}. */
    public static void print(Object thing) {
        System.out.println(text(thing));
    }

    /** Prints two things with a space between them: {@code print("slope", s)}. */
    public static void print(Object first, Object second) {
        System.out.println(text(first) + " " + text(second));
    }

    /**
     * Prints all of its arguments on one line, with a space between them.
     *
     * <p>Numbers keep every digit, whatever the machine's language; arrays and collections are
     * written as lists, {@code [1.0, 2.0]}, in maps and records too.
     */
    public static void print(Object first, Object second, Object... others) {
        StringJoiner line = new StringJoiner(" ");
        line.add(text(first)).add(text(second));
        for (Object other : others == null ? new Object[1] : others) {    // print(1, 2, null)
            line.add(text(other));
        }
        System.out.println(line);
    }

    private static String text(Object thing) {
        return new Print().written(thing);
    }

    private String written(Object thing) {
        if (thing != null && !around.add(thing)) return "[...]";
        try {
            return inside(thing);
        } finally {
            if (thing != null) around.remove(thing);
        }
    }

    private String inside(Object thing) {
        if (thing instanceof Collection<?> collection) return inside(collection.toArray());
        if (thing instanceof Map<?, ?> map) return list("{", map.entrySet().toArray(), "}");
        if (thing instanceof Map.Entry<?, ?> entry) return written(entry.getKey()) + "=" + written(entry.getValue());
        if (thing instanceof Optional<?> some && some.isPresent()) return "Optional[" + written(some.get()) + "]";
        if (thing instanceof Record record) return record(record);
        return thing != null && thing.getClass().isArray() ? list("[", thing, "]") : String.valueOf(thing);
    }

    private String list(String open, Object array, String close) {
        StringJoiner list = new StringJoiner(", ", open, close);
        for (int i = 0; i < Array.getLength(array); i++) {
            list.add(written(Array.get(array, i)));
        }
        return list.toString();
    }

    /** A record whose {@code toString} is its class's own keeps that; Java's would write an array's address. */
    private String record(Record record) {
        String text = record.toString();
        try {
            return text.equals(record(record, String::valueOf)) ? record(record, this::written) : text;
        } catch (ReflectiveOperationException | InaccessibleObjectException e) {
            return text;    // of the JDK's own records
        }
    }

    private static String record(Record record, Function<Object, String> text) throws ReflectiveOperationException {
        StringJoiner list = new StringJoiner(", ", record.getClass().getSimpleName() + "[", "]");
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Field field = record.getClass().getDeclaredField(component.getName());
            field.setAccessible(true);
            list.add(component.getName() + "=" + text.apply(field.get(record)));
        }
        return list.toString();
    }
}
