package playmore.draw;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/**
 * Runs Graphviz's program {@code dot}, if it is on the PATH.
 *
 * <p>Graphviz-java can run it too, but it starts a shell, stops after ten seconds, and leaves a folder of temporary
 * files for each picture.
 */
final class DotProgram {

    private final String command;

    DotProgram(String command) {
        this.command = command;
    }

    /**
     * The SVG of a graph in Graphviz's language.
     *
     * @throws IOException if the program is missing, fails or is interrupted; the message says why
     */
    String svg(String dot) throws IOException {
        Process process = new ProcessBuilder(command, "-Tsvg").start();
        CompletableFuture<String> svg = text(process.getInputStream()), errors = text(process.getErrorStream());
        try (OutputStream in = process.getOutputStream()) {
            in.write(dot.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // The program ended before it had read everything; its exit code and its message say why.
        }
        try {
            if (process.waitFor() != 0) throw new IOException("dot says: " + errors.join().strip());
            return svg.join();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();    // so that the built-in Graphviz does not draw it either
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
