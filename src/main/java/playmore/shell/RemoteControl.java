package playmore.shell;

import com.sun.jdi.BooleanValue;
import com.sun.jdi.ClassNotLoadedException;
import com.sun.jdi.Field;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.InvalidTypeException;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.StackFrame;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jdk.jshell.execution.JdiExecutionControl;
import jdk.jshell.execution.JdiInitiator;
import jdk.jshell.execution.RemoteExecutionControl;

/**
 * What jshell tells the process that runs the snippets: most of it by the socket, but to put new code in place
 * of old, and to stop, as to a debugger's target.
 */
final class RemoteControl extends JdiExecutionControl {

    private static final int SECONDS_TO_END = 1;

    private final Process process;
    private final Object stopping = new Object();
    private VirtualMachine vm;
    private boolean running;
    private Runnable atFirstCode;    // null once it has run

    RemoteControl(ObjectInput in, ObjectOutput out, JdiInitiator remote, CompletableFuture<?> end,
            Runnable atFirstCode) {
        super(out, in);
        this.atFirstCode = atFirstCode;
        vm = remote.vm();
        process = remote.process();
        end.thenRun(this::dispose);
    }

    /** That JShell itself is whole is certain only when it has something to run. */
    @Override
    public void load(ClassBytecodes[] classes)
            throws ClassInstallException, NotImplementedException, EngineTerminationException {
        if (atFirstCode != null) atFirstCode.run();
        atFirstCode = null;
        super.load(classes);
    }

    @Override
    public String invoke(String className, String methodName)
            throws RunException, EngineTerminationException, InternalException {
        setRunning(true);
        try {
            return super.invoke(className, methodName);
        } finally {
            setRunning(false);
        }
    }

    private void setRunning(boolean running) {
        synchronized (stopping) {
            this.running = running;
        }
    }

    /** Ctrl-C: throws in the thread that runs the snippet. */
    @Override
    public void stop() throws EngineTerminationException, InternalException {
        synchronized (stopping) {
            if (!running) return;
            VirtualMachine vm = vm();
            vm.suspend();
            try {
                for (ThreadReference thread : vm.allThreads()) {
                    for (StackFrame frame : thread.frames()) {
                        if (runsSnippet(frame)) {
                            stop(thread, frame);
                            return;
                        }
                    }
                }
            } catch (ClassNotLoadedException | IncompatibleThreadStateException | InvalidTypeException e) {
                throw new InternalException("The snippet could not be stopped: " + e);
            } finally {
                vm.resume();
            }
        }
    }

    private static boolean runsSnippet(StackFrame frame) {
        return frame.location().method().name().equals("invoke")
                && frame.location().declaringType().name().equals(RemoteExecutionControl.class.getName());
    }

    /** In the way that {@link RemoteExecutionControl} was made for: it waits for what it is told to expect. */
    private static void stop(ThreadReference thread, StackFrame frame)
            throws ClassNotLoadedException, IncompatibleThreadStateException, InvalidTypeException {
        VirtualMachine vm = frame.virtualMachine();
        ReferenceType type = frame.location().declaringType();
        ObjectReference remote = frame.thisObject();
        Field expectingStop = type.fieldByName("expectingStop");
        if (!((BooleanValue) remote.getValue(type.fieldByName("inClientCode"))).value()) return;
        remote.setValue(expectingStop, vm.mirrorOf(true));
        vm.resume();
        thread.stop((ObjectReference) remote.getValue(type.fieldByName("stopException")));
        remote.setValue(expectingStop, vm.mirrorOf(false));
    }

    @Override
    public void close() {
        super.close();
        try {
            process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        dispose();
    }

    private synchronized void dispose() {
        if (vm == null) return;
        try {
            vm.dispose();
        } catch (VMDisconnectedException e) {
            // It has ended already.
        } finally {
            vm = null;
            process.destroy();
        }
    }

    @Override
    protected synchronized VirtualMachine vm() throws EngineTerminationException {
        if (vm == null) throw new EngineTerminationException("The process that runs the snippets has ended.");
        return vm;
    }
}
