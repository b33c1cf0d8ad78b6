package playmore.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Ctrl-C in JShell can end {@code backward()} anywhere. The next one is right all the same. */
public class StoppedBackwardTest {

    public static int callsLeft = Integer.MAX_VALUE;

    /** As JShell stops a thread. */
    public static final class Stop extends Error {
        private static final long serialVersionUID = 1;
    }

    /** Each method of the engine calls this first. */
    public static void call() {
        if (callsLeft-- == 0) throw new Stop();
    }

    @Test
    void theNextBackwardIsRight() throws Exception {
        Runnable everywhere = (Runnable) new Instrumented().loadClass(Everywhere.class.getName()).getConstructor().newInstance();
        everywhere.run();
    }

    /** Runs with an engine that calls {@link #call}. */
    public static final class Everywhere implements Runnable {

        @Override
        public void run() {
            Value a = new Value(0.5, "a"), b = new Value(-0.25, "b");
            Value c = a.mul(b), d = c.add(a).tanh(), L = d.mul(d).add(c.mul(d)).add(c);
            L.backward();
            double byA = a.grad, byB = b.grad;
            int stops = 0;
            for (boolean stopped = true; stopped; stops++) {
                callsLeft = stops;
                try {
                    L.backward();
                    stopped = false;
                } catch (Stop stop) {
                    // as it should
                } finally {
                    callsLeft = Integer.MAX_VALUE;
                }
                L.zeroGrad();
                L.backward();
                assertEquals(byA, a.grad, "stopped at call " + stops);
                assertEquals(byB, b.grad, "stopped at call " + stops);
                L.zeroGrad();
            }
            assertTrue(stops > 20, stops + " stops");
        }
    }

    /** Loads the engine anew. */
    private static final class Instrumented extends ClassLoader {

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("playmore.engine.") || name.equals(StoppedBackwardTest.class.getName()) || name.equals(Stop.class.getName())) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) return loaded;
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                ClassReader reader = new ClassReader(in);
                ClassWriter writer = new ClassWriter(reader, 0);
                reader.accept(new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public MethodVisitor visitMethod(int access, String method, String type, String signature, String[] exceptions) {
                        MethodVisitor code = super.visitMethod(access, method, type, signature, exceptions);
                        return new MethodVisitor(Opcodes.ASM9, code) {
                            @Override
                            public void visitCode() {
                                super.visitCode();
                                visitMethodInsn(Opcodes.INVOKESTATIC, "playmore/engine/StoppedBackwardTest", "call", "()V", false);
                            }
                        };
                    }
                }, 0);
                byte[] code = writer.toByteArray();
                return defineClass(name, code, 0, code.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
