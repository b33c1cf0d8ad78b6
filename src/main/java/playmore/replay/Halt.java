package playmore.replay;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;

/** Code that would end this process, and with it the lecture. It is refused before it runs. */
final class Halt extends RuntimeException {

    private static final long serialVersionUID = 1;
    /** What ends a process. */
    private static final List<String> ENDS = List.of("java/lang/System.exit", "java/lang/Runtime.exit", "java/lang/Runtime.halt");

    private static final int UTF8 = 1, LONG = 5, DOUBLE = 6, METHOD = 10;

    private Halt(String message) {
        super(message);
    }

    /** Throws this if one of the classes calls one of them. */
    static void refuse(ClassBytecodes[] classes) {
        for (ClassBytecodes c : classes) {
            Set<String> named = methods(c.bytecodes());
            for (String end : ENDS) {
                if (named.contains(end)) throw new Halt(end.replace("java/lang/", "") + " ends the replay: leave it out");
            }
        }
    }

    /** The methods that are among the constants that a class file begins with (JVM specification, 4.4). */
    private static Set<String> methods(byte[] classFile) {
        ByteBuffer bytes = ByteBuffer.wrap(classFile);
        int[] at = new int[Short.toUnsignedInt(bytes.getShort(8))];
        int next = 10;
        for (int i = 1; i < at.length; i++) {
            at[i] = next;
            int tag = bytes.get(next);
            next += switch (tag) {
                case UTF8 -> 3 + number(bytes, next + 1);
                case LONG, DOUBLE -> 9;
                case 7, 8, 16, 19, 20 -> 3;
                case 15 -> 4;
                default -> 5;
            };
            if (tag == LONG || tag == DOUBLE) i++;    // they count twice
        }
        Set<String> methods = new HashSet<>();
        for (int i = 1; i < at.length; i++) {
            if (at[i] == 0 || bytes.get(at[i]) != METHOD) continue;
            int ownerAt = at[number(bytes, at[i] + 1)], nameAt = at[number(bytes, at[i] + 3)];
            methods.add(text(bytes, at[number(bytes, ownerAt + 1)]) + "." + text(bytes, at[number(bytes, nameAt + 1)]));
        }
        return methods;
    }

    private static int number(ByteBuffer bytes, int at) {
        return Short.toUnsignedInt(bytes.getShort(at));
    }

    private static String text(ByteBuffer bytes, int at) {
        return new String(bytes.array(), at + 3, number(bytes, at + 1), StandardCharsets.UTF_8);
    }
}
