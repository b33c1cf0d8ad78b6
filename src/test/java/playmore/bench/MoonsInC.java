package playmore.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import playmore.engine.Layer;
import playmore.engine.Value;

/** The step of {@link BareMoons} in C, where there is a compiler for it: what Java could be compared to. */
final class MoonsInC {

    private MoonsInC() {}

    /** Whether there is a gcc. */
    static boolean isAvailable() {
        try {
            return new ProcessBuilder("gcc", "--version").redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException none) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How many microseconds the fastest of so many steps took. */
    static double microseconds(int steps) throws IOException, InterruptedException {
        double[] printed = run(new MoonsStep.Start(), steps);
        return printed[printed.length - 1];
    }

    /** Takes so many steps; returns the losses before the last 20 of them, and the microseconds of the fastest. */
    static double[] run(MoonsStep.Start start, int steps) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("moons"), source = folder.resolve("moons.c"), program = folder.resolve("moons");
        try (InputStream in = MoonsInC.class.getResourceAsStream("moons.c")) {
            Files.copy(in, source, StandardCopyOption.REPLACE_EXISTING);
            run(new ProcessBuilder("gcc", "-O3", "-march=native", "-o", program.toString(), source.toString()), "");
            String printed = run(new ProcessBuilder(program.toString()), input(start, steps));
            return printed.lines().mapToDouble(Double::parseDouble).toArray();
        } finally {
            Files.deleteIfExists(program);
            Files.deleteIfExists(source);
            Files.delete(folder);
        }
    }

    private static String input(MoonsStep.Start start, int steps) {
        StringBuilder text = new StringBuilder();
        text.append(start.moons.xs.length).append(' ').append(start.model.layers.size()).append(' ').append(start.moons.xs[0].length);
        for (Layer layer : start.model.layers) text.append(' ').append(layer.neurons.size());
        for (Value p : start.parameters) text.append('\n').append(p.data);
        for (int i = 0; i < start.moons.xs.length; i++) {
            for (double x : start.moons.xs[i]) text.append('\n').append(x);
            text.append('\n').append(start.moons.ys[i]);
        }
        return text.append('\n').append(MoonsStep.RATE).append(' ').append(steps).append('\n').toString();
    }

    private static String run(ProcessBuilder command, String input) throws IOException, InterruptedException {
        Process process = command.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (PrintWriter out = new PrintWriter(process.getOutputStream(), false, StandardCharsets.US_ASCII)) {
            out.print(input);
        }
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        if (process.waitFor() != 0) throw new IOException(command.command() + " ended with " + process.exitValue());
        return printed;
    }
}
