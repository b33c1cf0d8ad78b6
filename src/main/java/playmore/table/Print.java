package playmore.table;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.StringJoiner;

/** Prints as Python's {@code print} does. */
public final class Print {

    private Print() {}

    /** Prints an empty line. */
    public static void print() {
        System.out.println();
    }

    /** Prints one thing; an array is one. */
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
     * written as lists, {@code [1.0, 2.0]}.
     */
    public static void print(Object first, Object second, Object... others) {
        StringJoiner line = new StringJoiner(" ");
        line.add(text(first)).add(text(second));
        for (Object other : others) {
            line.add(text(other));
        }
        System.out.println(line);
    }

    private static String text(Object object) {
        if (object instanceof Collection<?> collection) {
            return text(collection.toArray());
        }
        if (object == null || !object.getClass().isArray()) {
            return String.valueOf(object);
        }
        StringJoiner list = new StringJoiner(", ", "[", "]");
        for (int i = 0; i < Array.getLength(object); i++) {
            list.add(text(Array.get(object, i)));
        }
        return list.toString();
    }
}
