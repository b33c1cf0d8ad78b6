package playmore.shell;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.VarSnippet;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import playmore.notes.SessionPage;
import playmore.output.Jar;
import playmore.output.Output;
import playmore.output.UserError;
import playmore.replay.Event;
import playmore.replay.GuardedCode;
import playmore.replay.Hints;
import playmore.replay.Interrupts;
import playmore.replay.JavadocAtPrompt;
import playmore.replay.LocalEngine;

/**
 * Runs what is typed in the {@code jshell} tool on the engine of {@code run} and {@code play}, in the process of the
 * tool: {@code jshell --execution playmore}. What is drawn comes on a page of the session.
 *
 * <p>The code runs on a thread of its own, so that the prompt comes back even where the code cannot be stopped.
 */
public final class ShellEngine implements ExecutionControlProvider {

    private static final int MANY_CALLS = 24, FEW_CALLS = 4;

    /** Made beforehand: when the memory is full, there may be none left to say so. */
    private static final ExecutionControl.RunException MEMORY_WAS_FULL = new ExecutionControl.UserException(
            "Java heap space", OutOfMemoryError.class.getName(), new StackTraceElement[0]);

    private static final Set<String> CLASS_PATH = Set.of("--class-path", "-classpath", "-cp");

    @Override
    public String name() {
        return "playmore";
    }

    @Override
    public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters)
            throws ExecutionControl.ExecutionControlException {
        Engine engine = new Engine(env);
        try {
            EvalHook.onNextEval(engine::belongsTo);
        } catch (RuntimeException | LinkageError e) {
            env.userErr().println("|  This Java does not allow what hints at the prompt need, so there are none (" + e
                    + ").");
        }
        return engine;
    }

    private static final class Engine extends LocalEngine {

        private final ExecutionEnv env;
        private final SessionPage page =
                new SessionPage(file -> System.out.println("All that you draw, on one page: " + file));

        /** The thread that runs the code, and those that it starts. */
        private final ThreadGroup threads = new ThreadGroup("main") {
            @Override
            public void uncaughtException(Thread thread, Throwable exception) {
                if (exception instanceof GuardedCode.ExitRefused refused) refuse(refused);
                else if (!(exception instanceof Interrupts.Stop)) super.uncaughtException(thread, exception);
            }
        };
        private final ExecutorService runner =
                Executors.newSingleThreadExecutor(work -> new Thread(threads, work, "main"));
        private volatile Future<String> answer;    // of the code that runs now

        private final PrintStream outBefore = System.out, errBefore = System.err;
        private InputStream in;                                                           // what the code reads
        private JShell jshell;    // the one that this engine is for, as soon as that evaluates something
        private int told;         // how many of its snippets the page knows of

        Engine(ExecutionEnv env) throws EngineTerminationException, InternalException {
            super(true);
            this.env = env;
            takeOptions(env.extraRemoteVMOptions());
            in = env.userIn();
            System.setOut(staysOpen(env.userOut()));
            System.setErr(staysOpen(env.userErr()));
            Output.beginSession();
            Output.onPublish(artifact -> {
                artifact.print();
                page.accept(new Event.Made(artifact));
            });
        }

        private static PrintStream staysOpen(PrintStream stream) {
            return new PrintStream(stream, true, StandardCharsets.UTF_8) {
                @Override
                public void close() {
                    flush();    // System.out.close() would be the end of the session
                }

                @Override
                public String toString() {
                    return PrintStream.class.getName() + "@" + Integer.toHexString(hashCode());    // as jshell says it
                }
            };
        }

        /** The class path is taken; other options are for a process that has yet to start. */
        private void takeOptions(List<String> options) throws EngineTerminationException, InternalException {
            for (int i = 0; i < options.size(); i++) {
                String option = options.get(i);
                if (CLASS_PATH.contains(option)) {
                    String path = options.get(++i);
                    if (!path.equals(Jar.classPath())) addToClasspath(path);
                } else if (option.equals("--add-modules")) {
                    i++;    // all of the JDK's are here
                } else {
                    env.userErr().println("|  Your code runs in the process of this shell, which has started already: "
                            + option
                            + " is not used. Give it to Java with the environment variable JAVA_TOOL_OPTIONS.");
                }
            }
        }

        private void belongsTo(JShell jshell) {
            this.jshell = jshell;
            Hints hints = new Hints(jshell.sourceCodeAnalysis());
            jshell.onSnippetEvent(event -> hints.on(event, jshell)
                    .forEach(hint -> env.userOut().println("|  " + hint)));
            JavadocAtPrompt.addTo(jshell.sourceCodeAnalysis());
        }

        @Override
        public String invoke(String className, String methodName)
                throws RunException, EngineTerminationException, InternalException {
            tellCode();
            interrupts.begin();
            clear();
            return onRunner(() -> super.invoke(className, methodName));
        }

        @Override
        public String varValue(String className, String varName)
                throws RunException, EngineTerminationException, InternalException {
            return onRunner(() -> super.varValue(className, varName));
        }

        /** Runs it on the thread for the code. If Java's memory is full after it, that is said with what to do. */
        private String onRunner(Callable<String> call)
                throws RunException, EngineTerminationException, InternalException {
            InputStream before = System.in;    // the tool looks whether this is what it began with
            System.setIn(in);
            answer = runner.submit(call);
            try {
                return answer.get();
            } catch (ExecutionException e) {
                Throwable cause = e.getCause();
                boolean full = isOutOfMemory(thrown()) || isOutOfMemory(cause);
                if (full) env.userErr().println("|  " + LocalEngine.MEMORY_IS_FULL);
                if (cause instanceof RunException thrown) throw thrown;
                if (full) throw MEMORY_WAS_FULL;
                if (cause instanceof EngineTerminationException ended) throw ended;
                if (cause instanceof InternalException internal) throw internal;
                throw new IllegalStateException(cause);
            } catch (CancellationException e) {
                throw new EngineTerminationException("The code was given up");
            } catch (InterruptedException e) {
                throw new EngineTerminationException("The tool was interrupted");
            } finally {
                in = System.in;    // the code may have set another
                System.setIn(before);
            }
        }

        /** Tells the page what was typed since the last time; each of several variables in one line is a snippet. */
        private void tellCode() {
            if (jshell == null) return;
            List<Snippet> snippets = jshell.snippets().toList();
            List<String> typed = new ArrayList<>();
            for (int i = told; i < snippets.size(); i++) {
                Snippet snippet = snippets.get(i), before = snippets.get(Math.max(0, i - 1));
                boolean goesOn = snippet instanceof VarSnippet variable && before instanceof VarSnippet first
                        && variable.source().equals(first.source()) && !variable.name().equals(first.name());
                boolean ofLearner = snippet.id().matches("\\d+");    // s1 is of the start-up, e1 an error
                if (ofLearner && !goesOn) typed.add(snippet.source().strip());
            }
            told = snippets.size();
            if (!typed.isEmpty()) page.accept(new Event.Typed(String.join("\n", typed)));
        }

        @Override
        protected String throwConvertedInvocationException(Throwable cause) throws RunException, InternalException {
            if (cause instanceof GuardedCode.ExitRefused refused) {
                refuse(refused);
                throw new StoppedException();
            }
            StackTraceElement[] calls = cause.getStackTrace();
            int learners = 0;
            while (learners < calls.length && calls[learners].getClassName().startsWith("playmore.")) learners++;
            if (cause instanceof UserError && learners > 0) {    // its sentence says what the system said
                throw new UserException(cause.getMessage(), cause.getClass().getName(),
                        Arrays.copyOfRange(calls, learners, calls.length));
            }
            return super.throwConvertedInvocationException(cause);
        }

        /** Shortens a long trace to the innermost calls and the learner's own, each once. */
        @Override
        protected StackTraceElement[] shown(StackTraceElement[] calls) {
            if (calls.length <= MANY_CALLS) return calls;
            return Stream.concat(Stream.of(calls).limit(FEW_CALLS),
                    Stream.of(calls).skip(FEW_CALLS).filter(call -> call.getClassName().startsWith("REPL.")))
                    .distinct().limit(2 * FEW_CALLS).toArray(StackTraceElement[]::new);
        }

        private void refuse(GuardedCode.ExitRefused refused) {
            env.userErr().println("|  " + refused.method + " would end this shell: leave it out. (/exit leaves.)");
        }

        /** The first Ctrl-C asks the code to stop. If it does not, the second says what the third does: gives it up. */
        @Override
        public void stop() throws EngineTerminationException, InternalException {
            int times = interrupts.stop();
            if (times == 2) {
                env.userErr().println("\n|  This code does not stop yet."
                        + " Press Ctrl-C once more to get the prompt back without it:"
                        + "\n|  your variables go, and /reload -restore makes them anew; or leave with /exit.");
            } else if (times > 2) {
                answer.cancel(false);
            }
        }

        /** Stops all threads of the session, also those that wait, and writes its page. */
        @Override
        public void close() {
            super.close();
            runner.shutdown();
            threads.interrupt();
            page.close();
            System.setOut(outBefore);
            System.setErr(errBefore);
        }
    }
}
