package playmore.replay;

import java.lang.instrument.ClassDefinition;
import java.lang.instrument.UnmodifiableClassException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import jdk.jshell.spi.SPIResolutionException;
import playmore.output.PlainText;

/**
 * Runs the snippets of one session in this process, on the thread that asks for it: PyTorch, for one,
 * remembers things by thread. A class that is defined anew replaces the old one in place, as in the process of the
 * {@code jshell} tool. JShell's own engine for this process cannot do that, runs each snippet on a new thread, and
 * hides what they throw.
 */
public class LocalEngine extends DirectExecutionControl implements ExecutionControlProvider {

    /** The message for an {@link OutOfMemoryError}, which says what to do. */
    public static final String MEMORY_IS_FULL = "Java's memory is full (" + (Runtime.getRuntime().maxMemory() >> 20)
            + " MB): set to null what you no longer need."
            + " The environment variable JAVA_TOOL_OPTIONS=-Xmx2g gives Java 2 GB.";

    private static final String TOO_DEEP = "too many calls inside one another: does a method call itself without end?";
    private static final Pattern LAMBDA = Pattern.compile("lambda\\$(.+)\\$\\d+");

    /** Up to so many exceptions in a chain tell of their calls; up to so many are told at all. */
    private static final int FEW_CAUSES = 4, MAX_CAUSES = 8, SEARCHED_CAUSES = 1000;

    private static final int RESERVE = (int) Math.min(16 << 20, Runtime.getRuntime().maxMemory() / 16);

    /** Memory that is given back when there is no other left, so that the learner's next line can be compiled. */
    private static byte[] reserve;

    protected final Interrupts interrupts = new Interrupts();
    private final boolean stoppable;
    private Object value;
    private Throwable thrown;

    /** @param stoppable whether {@link Interrupts#stop} works, which costs a look-up at each turn of a loop */
    protected LocalEngine(boolean stoppable) {
        this.stoppable = stoppable;
        Redefinition.instrumentation();    // without it, say so now
    }

    /** The value of the snippet that ran last, itself. */
    Object value() {
        return value;
    }

    /** Returns the exception of the last snippet, or of the {@code toString()} of its value; null if there was none. */
    protected Throwable thrown() {
        return thrown;
    }

    /** Whether this came of Java's memory being full. */
    protected static boolean isOutOfMemory(Throwable thrown) {
        Throwable cause = thrown;
        for (int left = SEARCHED_CAUSES; left > 0 && cause != null; left--) {    // a chain may be a circle
            if (cause instanceof OutOfMemoryError) return true;
            cause = cause.getCause();
        }
        return false;
    }

    /** Forgets the value and the exception of the snippet that ran last. */
    protected void clear() {
        value = null;
        thrown = null;
    }

    /** Takes the reserve again, but only if the lines to come can be compiled with what is left beside it. */
    private static void keepReserve() {
        Runtime java = Runtime.getRuntime();
        long left = java.maxMemory() - (java.totalMemory() - java.freeMemory());
        try {
            if (reserve == null && left > 4L * RESERVE) reserve = new byte[RESERVE];
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
        super.load(Stream.of(classes).map(c -> new ClassBytecodes(c.name(), guarded(c)))
                .toArray(ClassBytecodes[]::new));
    }

    private byte[] guarded(ClassBytecodes c) {
        return GuardedCode.of(c.bytecodes(), interrupts, stoppable);
    }

    /**
     * If Java refuses, since a field or a method came or went, JShell loads a new class and recompiles its dependents.
     */
    @Override
    public void redefine(ClassBytecodes[] classes)
            throws ClassInstallException, NotImplementedException, EngineTerminationException {
        try {
            ClassDefinition[] definitions = new ClassDefinition[classes.length];
            for (int i = 0; i < classes.length; i++) {
                definitions[i] = new ClassDefinition(findClass(classes[i].name()), guarded(classes[i]));
            }
            Redefinition.instrumentation().redefineClasses(definitions);
        } catch (ClassNotFoundException | UnmodifiableClassException | UnsupportedOperationException | LinkageError
                | InternalError e) {
            throw new ClassInstallException("redefine: " + e.getMessage(), new boolean[classes.length]);
        }
        classesRedefined(classes);
    }

    @Override
    protected String invoke(Method snippet) throws Exception {
        keepReserve();
        Thread.currentThread().setContextClassLoader(snippet.getDeclaringClass().getClassLoader());
        interrupts.enter();
        try {
            value = snippet.invoke(null);
            return PlainText.of(valueString(value));
        } catch (InvocationTargetException e) {
            thrown = e.getCause();
            throw e;
        } catch (Throwable e) {    // by the value's toString()
            thrown = e;
            if (interrupts.isAsked()) throw new StoppedException();
            throw e;
        } finally {
            if (isOutOfMemory(thrown)) reserve = null;
            interrupts.leave();
        }
    }

    @Override
    protected String throwConvertedInvocationException(Throwable cause) throws RunException, InternalException {
        if (interrupts.isAsked()) throw new StoppedException();
        RunException told = null;
        List<Throwable> causes = causes(cause);
        for (int i = causes.size() - 1; i >= 0; i--) {
            RunException next = told(causes.get(i), i == 0 || causes.size() <= FEW_CAUSES);
            if (told != null) next.initCause(told);
            told = next;
        }
        throw told;
    }

    /** An exception, its cause, the cause of that, and so on: of a long chain the first and the last. */
    static List<Throwable> causes(Throwable exception) {
        Set<Throwable> met = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = exception; cause != null && met.add(cause); cause = cause.getCause()) {
            if (causes.size() == MAX_CAUSES) causes.remove(MAX_CAUSES - 1);
            causes.add(cause);
        }
        return causes;
    }

    /** The exception as JShell tells it. Of a cause deep in a chain, the calls are no help. */
    private RunException told(Throwable exception, boolean withCalls) {
        StackTraceElement[] calls = withCalls ? shown(exception.getStackTrace()) : new StackTraceElement[0];
        for (int i = 0; i < calls.length; i++) {
            StackTraceElement call = calls[i];
            Matcher lambda = LAMBDA.matcher(call.getMethodName());
            if (!lambda.matches()) continue;
            String name = lambda.group(1).startsWith("do_it$") ? "a lambda" : "a lambda in " + lambda.group(1);
            calls[i] = new StackTraceElement(call.getClassName(), name, call.getFileName(), call.getLineNumber());
        }
        if (exception instanceof SPIResolutionException missing) return new ResolutionException(missing.id(), calls);
        return new UserException(message(exception), exception.getClass().getName(), calls);
    }

    /** Which of the calls that led to an exception are told: all, here. */
    protected StackTraceElement[] shown(StackTraceElement[] calls) {
        return calls;
    }

    private static String message(Throwable exception) {
        String message = exception.getMessage();
        if (message == null) return exception instanceof StackOverflowError ? TOO_DEEP : null;
        return PlainText.shortened(PlainText.of(PlainText.message(message)));
    }

    @Override
    public String varValue(String className, String varName)
            throws RunException, EngineTerminationException, InternalException {
        return PlainText.of(super.varValue(className, varName));
    }

    /** Stops whatever still runs code of this session. */
    @Override
    public void close() {
        interrupts.close();
    }
}
