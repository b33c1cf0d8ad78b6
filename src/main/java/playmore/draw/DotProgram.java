package playmore.draw;

import java.io.IOException;
import java.io.InputStream;
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
     * @throws IOException if the program is not there, fails or is interrupted; its message says why
     */
    String svg(String dot) throws IOException {
        Process process = new ProcessBuilder(command, "-Tsvg").start();
        CompletableFuture<String> svg = text(process.getInputStream()), errors = text(process.getErrorStream());
        try (OutputStream in = process.getOutputStream()) {
            in.write(dot.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // It ended before it had read everything: what it says counts.
        }
        try {
            if (process.waitFor() != 0) throw new IOException("dot says: " + errors.join().strip());
            return svg.join();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();    // nor is the built-in one to draw it then
            throw new IOException("interrupted", e);
        }
    }

    private static CompletableFuture<String> text(InputStream in) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                return e.toString();
            }
        });
    }
}
