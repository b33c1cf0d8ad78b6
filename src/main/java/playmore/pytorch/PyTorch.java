package playmore.pytorch;

import static java.util.stream.Collectors.joining;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import playmore.output.Jar;

/**
 * The real PyTorch, called from Java through the Deep Java Library (DJL), if it is installed.
 *
 * <p>The engine does not need it. {@link Fetch} fetches it into {@code target/pytorch}: two jars and the folder
 * {@code native} with PyTorch's own libraries.
 */
public final class PyTorch {

    /** Environment variables that DJL prefers to the system properties set here. */
    private static final Pattern OF_DJL = Pattern.compile("(DJL|PYTORCH)_.*|ENGINE_CACHE_DIR|LIBSTDCXX_LIBRARY_PATH");

    private static final String MISSING = start();

    private PyTorch() {}

    /** Whether PyTorch runs here. */
    public static boolean isAvailable() {
        return MISSING.isEmpty();
    }

    /** One sentence on why PyTorch does not run here and what to do; {@code ""} if it runs. */
    public static String missing() {
        return MISSING;
    }

    /** The version of PyTorch itself. */
    public static String version() {
        return engine().getVersion();
    }

    /**
     * A new manager of tensors on the CPU; closing it frees them.
     *
     * <p>If you need gradients, write {@code a.mul(torch.create(2.0))} and not {@code a.mul(2)}: DJL frees that 2
     * before PyTorch's backward pass, and the gradient is sometimes garbage.
     *
     * @throws IllegalStateException if PyTorch does not run here
     */
    public static NDManager newManager() {
        return engine().newBaseManager(Device.cpu());
    }

    private static Engine engine() {
        if (!isAvailable()) throw new IllegalStateException(MISSING);
        return Engine.getEngine("PyTorch");
    }

    /** Starts PyTorch; DJL must neither download anything nor report its use. Returns why it failed, or {@code ""}. */
    private static String start() {
        Path libraries = libraries();
        if (!Files.isDirectory(libraries)) {
            return "PyTorch is not here: in a checkout, ./build.sh pytorch fetches it (about 110 MB), for Linux"
                    + " (x86_64, aarch64), macOS (aarch64) and Windows (x86_64).";
        }
        System.setProperty("PYTORCH_LIBRARY_PATH", libraries.toString());
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("ai.djl.pytorch.num_threads", "1");     // more threads do not help with small tensors
        System.setProperty("OPT_OUT_TRACKING", "true");
        try {
            if (Engine.hasEngine("PyTorch")) {
                Engine.getEngine("PyTorch");
                return "";
            }
        } catch (NoClassDefFoundError e) {
            // DJL itself is not on the class path.
        } catch (RuntimeException | LinkageError e) {
            String set = System.getenv().keySet().stream().filter(OF_DJL.asMatchPredicate()).sorted()
                    .collect(joining(", "));
            return "PyTorch is here but does not start: " + (set.isEmpty() ? "" : "the environment sets " + set
                    + ", which may be why, so start without. ") + (e.getCause() == null ? e : e.getCause());
        }
        return "PyTorch is here but not on the class path: add playmore.jar, which names it, or the jars in "
                + libraries.getParent() + " (in a notebook: %classpath, then run its cells again from the first).";
    }

    /** The folder {@code pytorch/native} next to the jar or the folder that this class is in. */
    private static Path libraries() {
        return Jar.path().resolveSibling("pytorch").resolve("native");
    }
}
