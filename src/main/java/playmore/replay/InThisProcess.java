package playmore.replay;

import java.lang.instrument.ClassDefinition;
import java.lang.instrument.UnmodifiableClassException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.stream.Stream;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/**
 * Runs the snippets of one session in this process, on the thread that asks for it: PyTorch, for one,
 * remembers things by thread. What is defined anew replaces the old in place, as in the process of the
 * {@code jshell} tool; JShell's own engine for this process cannot, has a thread for each snippet, and hides
 * what they throw.
 */
final class InThisProcess extends DirectExecutionControl implements ExecutionControlProvider {

    private final boolean stoppable;
    private Object value;
    private Throwable thrown;

    InThisProcess(boolean stoppable) {
        this.stoppable = stoppable;
        Redefinition.check();
    }

    /** What the snippet that ran last gave, itself. */
    Object value() {
        return value;
    }

    /** What the snippet that ran last threw, or the {@code toString()} of its value; null if nothing. */
    Throwable thrown() {
        return thrown;
    }

    /** Forgets what was. */
    void clear() {
        value = null;
        thrown = null;
    }

    @Override
    public String name() {
        return "here";
    }

    @Override
    public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
        return this;
    }

    @Override
    public void load(ClassBytecodes[] classes)
            throws ClassInstallException, NotImplementedException, EngineTerminationException {
        Halt.refuse(classes);
        super.load(Stream.of(classes).map(c -> new ClassBytecodes(c.name(), made(c))).toArray(ClassBytecodes[]::new));
    }

    private byte[] made(ClassBytecodes c) {
        return stoppable ? Stoppable.instrument(c.bytecodes()) : c.bytecodes();
    }

    /** Where it cannot be done, JShell loads a new class in place of the old, and what depended on that too. */
    @Override
    public void redefine(ClassBytecodes[] classes)
            throws ClassInstallException, NotImplementedException, EngineTerminationException {
        Halt.refuse(classes);
        try {
            ClassDefinition[] definitions = new ClassDefinition[classes.length];
            for (int i = 0; i < classes.length; i++) {
                definitions[i] = new ClassDefinition(findClass(classes[i].name()), made(classes[i]));
            }
            Redefinition.redefine(definitions);
        } catch (ClassNotFoundException | UnmodifiableClassException | UnsupportedOperationException | LinkageError | InternalError e) {
            throw new ClassInstallException("redefine: " + e.getMessage(), new boolean[classes.length]);
        }
        classesRedefined(classes);
    }

    @Override
    protected String invoke(Method snippet) throws Exception {
        Stoppable.enter();
        try {
            value = snippet.invoke(null);
            return valueString(value);
        } catch (InvocationTargetException e) {
            throw e;
        } catch (Throwable e) {
            thrown = e;
            throw e;
        } finally {
            Stoppable.leave();
        }
    }

    @Override
    protected String throwConvertedInvocationException(Throwable cause) throws RunException, InternalException {
        thrown = cause;
        return super.throwConvertedInvocationException(cause);
    }
}
