package playmore.replay;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.instrument.ClassDefinition;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.Optional;
import java.util.function.BiFunction;
import org.objectweb.asm.MethodVisitor;
import playmore.launch.Launcher;

/**
 * Gives a loaded class other code. Whoever holds on to the class, a lambda or an object, then runs the new
 * code, and static fields keep their values. Java allows it only to an agent, and only where no field and no
 * method comes or goes.
 */
public final class Redefinition {

    private static final Optional<Instrumentation> INSTRUMENTATION = Optional.ofNullable(Launcher.instrumentation());

    private Redefinition() {}

    /**
     * Redefines one small class. The first redefinition of a process throws away all code that HotSpot has compiled,
     * so a program calls this when it starts, while that is nothing yet: later it costs seconds.
     */
    public static void begin() {
        if (INSTRUMENTATION.isPresent()) redefine(Redefinition.class, (name, method) -> method);
    }

    /** The Instrumentation that Java gave the agent of this process. */
    public static Instrumentation instrumentation() {
        return INSTRUMENTATION.orElseThrow(() -> new IllegalStateException(
                "A session redefines classes, which Java allows only to an agent:"
                        + " start java with -jar target/playmore.jar, as ./build.sh does"));
    }

    /**
     * Gives a loaded class its own class file again, with this change; see {@link GuardedCode#change}. Throws {@link
     * UnsupportedOperationException} or a {@link LinkageError} where Java does not allow it.
     */
    public static void redefine(Class<?> loaded, BiFunction<String, MethodVisitor, MethodVisitor> change) {
        try (InputStream file = loaded.getResourceAsStream(loaded.getSimpleName() + ".class")) {
            byte[] code = GuardedCode.change(file.readAllBytes(), change);
            instrumentation().redefineClasses(new ClassDefinition(loaded, code));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException | UnmodifiableClassException e) {
            throw new IllegalStateException(e);    // it is loaded, and as any other class
        }
    }
}
