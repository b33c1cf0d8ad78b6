package playmore.draw;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/**
 * Graphviz's program {@code dot}, where it is on the PATH.
 *
 * <p>Graphviz-java can run it too, but goes through a shell, stops after ten seconds, and leaves a
 * folder of temporary files for each picture.
 */
final class DotProgram {

    private final String command;

    DotProgram(String command) {
        this.command = command;
    }

    /**
     * The SVG of a graph in Graphviz's language.
     *
     * @throws IOException if the program is not there or fails; its message says why
     */
    String svg(String dot) throws IOException {
        Process process = new ProcessBuilder(command, "-Tsvg").start();
        CompletableFuture<String> errors = CompletableFuture.supplyAsync(() -> {
            try {
                return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                return e.toString();
            }
        });
        try (OutputStream in = process.getOutputStream()) {
            in.write(dot.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // It ended before it had read everything: what it says counts.
        }
        String svg = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) throw new IOException("dot says: " + errors.join().strip());
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        }
        return svg;
    }
}
