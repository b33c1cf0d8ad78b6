package playmore.replay;

import java.lang.instrument.ClassDefinition;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;

/**
 * Gives a loaded class other code. Whoever holds on to the class, a lambda or an object, then runs the new
 * code, and static fields keep their values. Java allows it only to an agent, and only where no field and no
 * method comes or goes.
 */
public final class Redefinition {

    private static volatile Instrumentation instrumentation;

    private Redefinition() {}

    /** The agent of this process hands on what Java gave it. */
    public static void allow(Instrumentation agents) {
        instrumentation = agents;
    }

    static void check() {
        if (instrumentation == null) {
            throw new IllegalStateException("A replay redefines classes, which Java allows only to an agent:"
                    + " start java with -jar target/playmore.jar, as ./build.sh does");
        }
    }

    /** Throws {@link UnsupportedOperationException} or a {@link LinkageError} where Java does not allow it. */
    static void redefine(ClassDefinition... classes) throws ClassNotFoundException, UnmodifiableClassException {
        instrumentation.redefineClasses(classes);
    }
}
