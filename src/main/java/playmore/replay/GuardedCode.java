package playmore.replay;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The class files of snippets, changed so that this process survives what they do: their code can be stopped (see
 * {@link Interrupts}), and where it would end the process, it throws {@link ExitRefused} instead.
 */
public final class GuardedCode {

    /** Code would have ended this process. */
    public static final class ExitRefused extends Error {

        private static final long serialVersionUID = 1;

        public final String method;

        /** @param method what it called, {@code "System.exit"} */
        ExitRefused(String method) {
            super(method + " would end Playmore, so it was not run: leave it out");
            this.method = method;
        }
    }

    private static final Set<String> EXITS =
            Set.of("java/lang/System.exit", "java/lang/Runtime.exit", "java/lang/Runtime.halt");
    private static final int VERSION_AT = 6;    // where a class file has its version (JVM specification, 4.1)

    private GuardedCode() {}

    /**
     * The class file with the guards in it.
     *
     * @param session whose code it is
     * @param stoppable whether it can be stopped, which costs a look-up at each turn of a loop
     */
    static byte[] of(byte[] classFile, Interrupts session, boolean stoppable) {
        return change(classFile, (name, method) -> {
            MethodVisitor guarded = new WithoutExit(method);
            return stoppable ? new WithChecks(guarded, session.number) : guarded;
        });
    }

    /**
     * The class file with each method changed: {@code change} gets its name and what writes it. ASM refuses a version
     * of the format that is newer than itself, although it could read what the compiler writes; so it is shown an older
     * one.
     */
    static byte[] change(byte[] classFile, BiFunction<String, MethodVisitor, MethodVisitor> change) {
        ByteBuffer shown = ByteBuffer.wrap(classFile.clone());
        short version = shown.getShort(VERSION_AT);
        shown.putShort(VERSION_AT, (short) Math.min(version, Opcodes.V17));
        ClassReader reader = new ClassReader(shown.array());
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public MethodVisitor visitMethod(
                    int access, String name, String descriptor, String signature, String[] exceptions) {
                return change.apply(name, super.visitMethod(access, name, descriptor, signature, exceptions));
            }
        }, 0);
        return ByteBuffer.wrap(writer.toByteArray()).putShort(VERSION_AT, version).array();
    }

    /** Guarded code calls this in place of {@code System.exit}. */
    public static void exit(int status) {
        throw new ExitRefused("System.exit");
    }

    /** Guarded code calls this in place of {@code Runtime.exit}. */
    public static void exit(Runtime runtime, int status) {
        throw new ExitRefused("Runtime.exit");
    }

    /** Guarded code calls this in place of {@code Runtime.halt}. */
    public static void halt(Runtime runtime, int status) {
        throw new ExitRefused("Runtime.halt");
    }

    private static String name(Class<?> type) {
        return Type.getInternalName(type);
    }

    /**
     * Calls the methods above in place of those that end the process, also through a reference such as {@code
     * System::exit}.
     */
    private static final class WithoutExit extends MethodVisitor {

        WithoutExit(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            if (EXITS.contains(owner + "." + name)) {
                String guard = guard(owner, opcode == Opcodes.INVOKESTATIC, descriptor);
                super.visitMethodInsn(Opcodes.INVOKESTATIC, name(GuardedCode.class), name, guard, false);
            } else {
                super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            }
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            super.visitInvokeDynamicInsn(name, descriptor, bootstrap, Stream.of(arguments).map(this::guarded)
                    .toArray());
        }

        private Object guarded(Object argument) {
            if (!(argument instanceof Handle handle)) return argument;
            if (!EXITS.contains(handle.getOwner() + "." + handle.getName())) return argument;
            String guard = guard(handle.getOwner(), handle.getTag() == Opcodes.H_INVOKESTATIC, handle.getDesc());
            return new Handle(Opcodes.H_INVOKESTATIC, name(GuardedCode.class), handle.getName(), guard, false);
        }

        /** The descriptor of the static method that takes the object of an instance method as its first parameter. */
        private static String guard(String owner, boolean isStatic, String descriptor) {
            return isStatic ? descriptor : descriptor.replace("(", "(L" + owner + ";");
        }
    }

    private static final class WithChecks extends MethodVisitor {

        private final int session;
        private final Set<Label> behind = new HashSet<>();    // a jump to one of these is a turn of a loop

        WithChecks(MethodVisitor next, int session) {
            super(Opcodes.ASM9, next);
            this.session = session;
        }

        private void check() {
            super.visitLdcInsn(session);
            super.visitMethodInsn(Opcodes.INVOKESTATIC, name(Interrupts.class), "check", "(I)V", false);
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

        /** A check puts the number of the session on top of whatever is on the stack. */
        @Override
        public void visitMaxs(int maxStack, int maxLocals) {
            super.visitMaxs(maxStack + 1, maxLocals);
        }
    }
}
