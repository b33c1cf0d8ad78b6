package playmore.replay;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import jdk.jshell.spi.ExecutionControl.ClassBytecodes;

/**
 * Code that calls {@link Runtime#halt} would end this process at once, and nothing could tell that the chapter
 * did not run to its end.
 */
final class Halt extends RuntimeException {

    private static final long serialVersionUID = 1;
    private static final int UTF8 = 1, LONG = 5, DOUBLE = 6, METHOD = 10;

    /** Throws this if one of the classes calls it. */
    static void refuse(ClassBytecodes[] classes) {
        for (ClassBytecodes c : classes) {
            if (calls(c.bytecodes(), "java/lang/Runtime", "halt")) throw new Halt();
        }
    }

    /** Whether the method is among the constants that a class file begins with (JVM specification, 4.4). */
    private static boolean calls(byte[] classFile, String owner, String method) {
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
        for (int i = 1; i < at.length; i++) {
            if (at[i] == 0 || bytes.get(at[i]) != METHOD) continue;
            int ownerAt = at[number(bytes, at[i] + 1)], nameAt = at[number(bytes, at[i] + 3)];
            if (owner.equals(text(bytes, at[number(bytes, ownerAt + 1)]))
                    && method.equals(text(bytes, at[number(bytes, nameAt + 1)]))) return true;
        }
        return false;
    }

    private static int number(ByteBuffer bytes, int at) {
        return Short.toUnsignedInt(bytes.getShort(at));
    }

    private static String text(ByteBuffer bytes, int at) {
        return new String(bytes.array(), at + 3, number(bytes, at + 1), StandardCharsets.UTF_8);
    }
}
