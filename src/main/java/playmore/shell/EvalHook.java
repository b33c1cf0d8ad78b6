package playmore.shell;

import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import jdk.jshell.JShell;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import playmore.replay.Redefinition;

/**
 * Tells which {@link JShell} the {@code jshell} tool runs. The tool keeps it to itself, but it calls the public method
 * {@link JShell#eval}; so that method is redefined to call {@link #evaluates} first. Without it, there would be no
 * hints at the prompt, and no code on the session's page.
 */
public final class EvalHook {

    private static final ThreadLocal<Consumer<JShell>> LISTENER = new ThreadLocal<>();

    private static boolean installed;

    private EvalHook() {}

    /**
     * The listener hears of the JShell whose {@code eval} is called next on this thread.
     *
     * @throws RuntimeException or a {@link LinkageError} the first time, if this Java does not allow the redefinition
     */
    static synchronized void onNextEval(Consumer<JShell> listener) {
        LISTENER.set(listener);
        if (installed) return;
        installed = true;
        Set<Module> ours = Set.of(EvalHook.class.getModule());
        Redefinition.instrumentation()
                .redefineModule(JShell.class.getModule(), ours, Map.of(), Map.of(), Set.of(), Map.of());
        Redefinition.redefine(JShell.class,
                (name, method) -> name.equals("eval") ? new CallsHook(method) : method);
    }

    /** The redefined method calls this. */
    public static void evaluates(JShell jshell) {
        Consumer<JShell> listener = LISTENER.get();
        LISTENER.remove();
        if (listener != null) listener.accept(jshell);
    }

    private static final class CallsHook extends MethodVisitor {

        CallsHook(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            super.visitVarInsn(Opcodes.ALOAD, 0);
            super.visitMethodInsn(Opcodes.INVOKESTATIC, Type.getInternalName(EvalHook.class), "evaluates",
                    Type.getMethodDescriptor(Type.VOID_TYPE, Type.getType(JShell.class)), false);
        }
    }
}
