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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.VarSnippet;
import jdk.jshell.execution.JdiExecutionControl;
import jdk.jshell.execution.JdiInitiator;
import jdk.jshell.execution.RemoteExecutionControl;
import playmore.replay.OurSources;

/**
 * What jshell tells the process that runs the snippets: most of it by the socket, but to put new code in place
 * of old, and to stop, as to a debugger's target.
 */
final class RemoteControl extends JdiExecutionControl {

    private static final int SECONDS_TO_END = 5;    // the session's page is written then

    private final Process process;
    private final Object stopping = new Object();
    private VirtualMachine vm;
    private boolean running;
    private final Optional<JShell> jshell;
    private int told = -1;    // how many of its snippets the process knows of; -1 while JShell itself may not be whole

    RemoteControl(ObjectInput in, ObjectOutput out, JdiInitiator remote, CompletableFuture<?> end,
            Optional<JShell> jshell) {
        super(out, in);
        this.jshell = jshell;
        vm = remote.vm();
        process = remote.process();
        end.thenRun(this::dispose);
    }

    /** That JShell itself is whole is certain only now that it has something to run. */
    @Override
    public void load(ClassBytecodes[] classes)
            throws ClassInstallException, NotImplementedException, EngineTerminationException {
        if (told < 0) jshell.ifPresent(shell -> OurSources.addTo(shell.sourceCodeAnalysis()));
        told = Math.max(told, 0);
        super.load(classes);
    }

    @Override
    public String invoke(String className, String methodName)
            throws RunException, EngineTerminationException, InternalException {
        tellCode();
        setRunning(true);
        try {
            return super.invoke(className, methodName);
        } finally {
            setRunning(false);
        }
    }

    /** Tells what was typed since the last time; the last of it runs now. Each of several variables in one line is a snippet. */
    private void tellCode() throws RunException, EngineTerminationException, InternalException {
        if (jshell.isEmpty()) return;
        List<Snippet> snippets = jshell.get().snippets().toList();
        List<String> typed = new ArrayList<>();
        for (int i = told; i < snippets.size(); i++) {
            Snippet snippet = snippets.get(i), before = snippets.get(Math.max(0, i - 1));
            boolean goesOn = snippet instanceof VarSnippet variable && before instanceof VarSnippet first
                    && variable.source().equals(first.source()) && !variable.name().equals(first.name());
            if (snippet.id().matches("\\d+") && !goesOn) typed.add(snippet.source().strip());    // s1 is of the start-up, e1 an error
        }
        told = snippets.size();
        if (!typed.isEmpty()) extensionCommand(Remote.CODE, String.join("\n", typed));
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

    /**
     * In the way that {@link RemoteExecutionControl} was made for: it waits for what it is told to expect. The thread
     * stands still meanwhile; what it is sending, it sends to the end.
     */
    private static void stop(ThreadReference thread, StackFrame frame)
            throws ClassNotLoadedException, IncompatibleThreadStateException, InvalidTypeException {
        VirtualMachine vm = frame.virtualMachine();
        ReferenceType type = frame.location().declaringType();
        ObjectReference remote = frame.thisObject();
        Field expectingStop = type.fieldByName("expectingStop");
        if (!((BooleanValue) remote.getValue(type.fieldByName("inClientCode"))).value()) return;
        ObjectReference stop = (ObjectReference) remote.getValue(type.fieldByName("stopException"));
        for (StackFrame sending : thread.frames()) {
            ReferenceType whole = sending.location().declaringType();
            if (whole.name().equals(Remote.Whole.class.getName()) && sending.location().method().name().equals("send")) {
                sending.thisObject().setValue(whole.fieldByName("stop"), stop);
                return;
            }
        }
        remote.setValue(expectingStop, vm.mirrorOf(true));
        thread.stop(stop);
        vm.resume();
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
