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

    /** The collections that are being written now; one that contains itself is written as [...] inside. */
    private final Set<Object> open = Collections.newSetFromMap(new IdentityHashMap<>());

    private Print() {}

    /** Prints an empty line. */
    public static void print() {
        System.out.println();
    }

    /** Prints one thing: a number with all its digits, an array or a collection as a list, {@code [1.0, 2.0]}. */
    public static void print(Object thing) {
        System.out.println(text(thing));
    }

    /**
     * Prints its arguments on one line, with a space between them: {@code print("slope", s)}.
     *
     * <p>Numbers keep all their digits and do not depend on the machine's language. Arrays and collections are
     * written as lists, {@code [1.0, 2.0]}, also inside maps and records.
     */
    public static void print(Object first, Object second, Object... others) {
        StringJoiner line = new StringJoiner(" ");
        line.add(text(first)).add(text(second));
        for (Object other : others == null ? new Object[1] : others) {    // print(1, 2, null) passes null
            line.add(text(other));
        }
        System.out.println(line);
    }

    private static String text(Object thing) {
        return new Print().written(thing);
    }

    private String written(Object thing) {
        if (thing != null && !open.add(thing)) return "[...]";
        try {
            return inside(thing);
        } finally {
            if (thing != null) open.remove(thing);
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
        for (int i = 0; i < Array.getLength(array); i++) list.add(written(Array.get(array, i)));
        return list.toString();
    }

    /** Writes the arrays in a record as lists, unless the record has a {@code toString} of its own. */
    private String record(Record record) {
        String text = record.toString();
        try {
            return text.equals(record(record, String::valueOf)) ? record(record, this::written) : text;
        } catch (ReflectiveOperationException | InaccessibleObjectException e) {
            return text;    // a record of the JDK does not let us read its fields
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
