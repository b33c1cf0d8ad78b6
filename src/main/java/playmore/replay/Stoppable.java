package playmore.replay;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Code that can be stopped from another thread: it looks up, at each turn of a loop and at the beginning
 * of each method, whether it is asked to. Java itself cannot stop a thread since version 20.
 */
public final class Stoppable {

    /** The code was stopped. An error, so that code that catches its exceptions stops all the same. */
    static final class Stop extends Error {

        private static final long serialVersionUID = 1;

        Stop() {
            super("stopped", null, false, false);
        }
    }

    private static volatile boolean asked;
    private static Thread running;    // the thread that the code runs on; null where none does

    private Stoppable() {}

    /**
     * What runs stops at its next turn, or where it waits. Only its code is interrupted: the compiler would lose the jar
     * that it is reading, and a library's class that has just begun would be broken, for as long as this process lives.
     */
    static synchronized void stop() {
        asked = true;
        if (running != null && Stream.of(running.getStackTrace()).noneMatch(Stoppable::beginsClass)) running.interrupt();
    }

    private static boolean beginsClass(StackTraceElement call) {
        return call.getMethodName().equals("<clinit>") && !call.getClassName().startsWith("REPL.");
    }

    /** From here on nothing is to be stopped. */
    static void begin() {
        asked = false;
    }

    /** The code runs from here on, on this thread. */
    static synchronized void enter() {
        running = Thread.currentThread();
    }

    /** It came to its end. An interrupt that it did not see, which may be its own, goes with it. */
    static synchronized void leave() {
        running = null;
        Thread.interrupted();
    }

    /** Whether what runs, or ran last, was to stop. */
    static boolean isAsked() {
        return asked;
    }

    /** The code calls this. */
    public static void check() {
        if (asked) throw new Stop();
    }

    /** The class file with the checks in it. */
    static byte[] instrument(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
                return new Checks(super.visitMethod(access, name, descriptor, signature, exceptions));
            }
        }, 0);
        return writer.toByteArray();
    }

    private static final class Checks extends MethodVisitor {

        private final Set<Label> behind = new HashSet<>();    // a jump to one of these is a turn of a loop

        Checks(MethodVisitor writer) {
            super(Opcodes.ASM9, writer);
        }

        private void check() {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, Type.getInternalName(Stoppable.class), "check", "()V", false);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            check();
        }

        @Override
        public void visitLabel(Label label) {
            behind.add(label);
            super.visitLabel(label);
        }

        @Override
        public void visitJumpInsn(int opcode, Label label) {
            if (behind.contains(label)) check();
            super.visitJumpInsn(opcode, label);
        }
    }
}
