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
 * remembers things by thread. A class that is defined anew replaces the old one in place, as in the process of the
 * {@code jshell} tool. JShell's own engine for this process cannot do that, runs each snippet on a new thread, and
 * hides what they throw.
 */
public class LocalEngine extends DirectExecutionControl implements ExecutionControlProvider {

    /** What to do about an {@link OutOfMemoryError}. */
    public static final String MEMORY_IS_FULL = "Java's memory is full (" + (Runtime.getRuntime().maxMemory() >> 20)
            + " MB): set to null what you no longer need. The environment variable JAVA_TOOL_OPTIONS=-Xmx2g gives Java 2 GB.";

    private static final int RESERVE = (int) Math.min(16 << 20, Runtime.getRuntime().maxMemory() / 16);

    /** Memory that is given back when there is no other left, so that the learner's next line can be compiled. */
    private static byte[] reserve;

    private final Interrupts interrupts = new Interrupts();
    private final boolean stoppable;
    private Object value;
    private Throwable thrown;

    /** @param stoppable whether {@link #askToStop} works, which costs a look-up at each turn of a loop */
    protected LocalEngine(boolean stoppable) {
        this.stoppable = stoppable;
        Redefinition.instrumentation();    // without it, say so now
    }

    /** The value of the snippet that ran last, itself. */
    Object value() {
        return value;
    }

    /** What the snippet that ran last threw, or the {@code toString()} of its value; null if nothing. */
    protected Throwable thrown() {
        return thrown;
    }

    /** Withdraws a request to stop that came before now. */
    protected void begin() {
        interrupts.begin();
    }

    /** Whether it was asked to stop, since {@link #begin}. */
    boolean isAskedToStop() {
        return interrupts.isAsked();
    }

    /** Whether this came of Java's memory being full. */
    protected static boolean isOutOfMemory(Throwable thrown) {
        Throwable cause = thrown;
        while (cause != null && !(cause instanceof OutOfMemoryError)) cause = cause.getCause();
        return cause != null;
    }

    /** Forgets the value and the exception of the snippet that ran last. */
    protected void clear() {
        value = null;
        thrown = null;
    }

    private static void keepReserve() {
        try {
            if (reserve == null) reserve = new byte[RESERVE];
        } catch (OutOfMemoryError e) {
            // There is none until something is given back.
        }
    }

    @Override
    public String name() {
        return "local";
    }

    @Override
    public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
        return this;
    }

    @Override
    public void load(ClassBytecodes[] classes)
            throws ClassInstallException, NotImplementedException, EngineTerminationException {
        super.load(Stream.of(classes).map(c -> new ClassBytecodes(c.name(), guarded(c))).toArray(ClassBytecodes[]::new));
    }

    private byte[] guarded(ClassBytecodes c) {
        return GuardedCode.of(c.bytecodes(), interrupts, stoppable);
    }

    /** If Java refuses, since a field or a method came or went, JShell loads a new class and recompiles its dependents. */
    @Override
    public void redefine(ClassBytecodes[] classes)
            throws ClassInstallException, NotImplementedException, EngineTerminationException {
        try {
            ClassDefinition[] definitions = new ClassDefinition[classes.length];
            for (int i = 0; i < classes.length; i++) {
                definitions[i] = new ClassDefinition(findClass(classes[i].name()), guarded(classes[i]));
            }
            Redefinition.redefine(definitions);
        } catch (ClassNotFoundException | UnmodifiableClassException | UnsupportedOperationException | LinkageError
                | InternalError e) {
            throw new ClassInstallException("redefine: " + e.getMessage(), new boolean[classes.length]);
        }
        classesRedefined(classes);
    }

    @Override
    protected String invoke(Method snippet) throws Exception {
        keepReserve();
        interrupts.enter();
        try {
            value = snippet.invoke(null);
            return valueString(value);
        } catch (InvocationTargetException e) {
            thrown = e.getCause();
            if (isOutOfMemory(thrown)) reserve = null;
            throw e;
        } catch (Throwable e) {    // by the value's toString()
            thrown = e;
            if (isOutOfMemory(thrown)) reserve = null;
            if (interrupts.isAsked()) throw new StoppedException();
            throw e;
        } finally {
            interrupts.leave();
        }
    }

    @Override
    protected String throwConvertedInvocationException(Throwable cause) throws RunException, InternalException {
        if (interrupts.isAsked()) throw new StoppedException();
        return super.throwConvertedInvocationException(cause);
    }

    /** Asks the code that runs to stop, from another thread; see {@link Interrupts#stop}. */
    protected int askToStop() {
        return interrupts.stop();
    }

    /** Stops whatever still runs code of this session. */
    @Override
    public void close() {
        interrupts.close();
    }
}
