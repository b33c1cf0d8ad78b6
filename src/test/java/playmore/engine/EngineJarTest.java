package playmore.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import playmore.Jdk;

/** {@code playmore-engine.jar} holds the engine and the tape, and a program needs no other jar to train a network. */
class EngineJarTest {

    private static final Path JAR = Path.of("target", "playmore-engine.jar").toAbsolutePath();

    private static final String TRAINING = """
            import playmore.engine.*;
            import playmore.tape.Tape;

            class Training {

                public static void main(String[] args) {
                    Rng.seed(42);
                    MLP n = new MLP(3, 4, 4, 1);
                    double[][] xs = {{2, 3, -1}, {3, -1, 0.5}, {0.5, 1, 1}, {1, 1, -1}};
                    double[] ys = {1, -1, -1, 1};
                    Value loss = new Value(0);
                    for (int i = 0; i < xs.length; i++) loss = loss.add(n.predict(xs[i]).sub(ys[i]).pow(2));
                    n.zeroGrad();
                    loss.backward();
                    double grad = n.parameters().get(0).grad;
                    Tape tape = new Tape(loss);
                    for (int k = 0; k < 100; k++) {
                        n.zeroGrad();
                        tape.backward();
                        if (k == 0 && Math.abs(n.parameters().get(0).grad - grad) > 1e-12) throw new AssertionError();
                        for (Value p : n.parameters()) p.data -= 0.05 * p.grad;
                        tape.forward();
                    }
                    System.out.print(n + (tape.forward() < 0.1 * loss.data ? " learned" : " learned nothing"));
                }
            }
            """;

    @Test
    void trainsANetworkWithNothingElseOnTheClassPath(@TempDir Path folder) throws Exception {
        Path source = Files.writeString(folder.resolve("Training.java"), TRAINING);
        Process process = new ProcessBuilder(Jdk.HERE.java("-cp", JAR.toString(), source.toString()))
                .directory(folder.toFile()).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals("MLP(3 -> 4 -> 4 -> 1, 41 parameters) learned", output);
        assertEquals(0, process.waitFor());
    }

    @Test
    void isAModuleOfTwoPackages() throws IOException {
        ModuleReference module = ModuleFinder.of(JAR).find("playmore.engine").orElseThrow();
        assertTrue(module.descriptor().isAutomatic());
        assertEquals(Set.of("playmore.engine", "playmore.tape"), module.descriptor().packages());
    }
}
