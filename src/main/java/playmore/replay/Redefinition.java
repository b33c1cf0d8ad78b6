package playmore.replay;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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

    /**
     * The agent of this process hands on what Java gave it. The first redefinition of a process throws away all
     * that HotSpot has compiled, so it is made at once, where that is nothing yet: later it cost seconds.
     */
    public static void allow(Instrumentation agents) {
        instrumentation = agents;
        try (InputStream code = Redefinition.class.getResourceAsStream("Redefinition.class")) {
            redefine(new ClassDefinition(Redefinition.class, code.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException | UnmodifiableClassException e) {
            throw new IllegalStateException(e);    // it is loaded, and as any other class
        }
    }

    /** What Java gave the agent of this process; null where it has none. */
    static Instrumentation instrumentation() {
        return instrumentation;
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
