package playmore.pytorch;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import playmore.replay.ClassPath;
import playmore.replay.Script;

/**
 * Fetches PyTorch in the background when a chapter that uses it is requested. It does so only in a checkout, where
 * {@code build.sh} names the program to run ({@code -Dplaymore.fetch=src/main/build/Build.java}).
 */
public final class Fetch {

    private static final Path PYTORCH = Path.of("target", "pytorch"), FAILED = Path.of("target", "pytorch.log"),
            LOG = Path.of("target", "fetch.log");

    private final String program = System.getProperty("playmore.fetch");    // null if nothing may be fetched
    private Process process;    // null until it has started
    private boolean ended;

    /** Starts to fetch if one of these chapters uses PyTorch. */
    public void begin(List<Script> chapters) throws IOException {
        if (program == null || process != null || chapters.stream().noneMatch(Fetch::isFor)) return;
        System.err.println("PyTorch is fetched meanwhile (about 110 MB, once; --no-pytorch does without).");
        String home = System.getenv().getOrDefault("JAVA_HOME", System.getProperty("java.home"));
        String java = Path.of(home, "bin", "java").toString();
        long here = ProcessHandle.current().pid();
        process = new ProcessBuilder(java, "-XX:TieredStopAtLevel=1", program, "", "yes", "" + here)
                .redirectErrorStream(true).redirectOutput(LOG.toFile()).start();
    }

    /** If this chapter uses PyTorch, waits until it is fetched and adds its jars to the class path. */
    public void before(Script chapter) throws IOException {
        begin(List.of(chapter));
        if (process == null || ended || !isFor(chapter)) return;
        if (process.isAlive()) {
            System.err.println("Waiting for PyTorch, which is still being fetched (about 110 MB) ...");
        }
        process.onExit().join();
        ended = true;
        if (Files.exists(PYTORCH)) {
            try (DirectoryStream<Path> jars = Files.newDirectoryStream(PYTORCH, "*.jar")) {
                for (Path jar : jars) ClassPath.add(jar);
            }
        } else {
            System.err.println("PyTorch could not be fetched (" + (Files.exists(FAILED) ? FAILED : LOG)
                    + " says why); chapter " + chapter.number() + " does without it. ./build.sh pytorch tries again.");
        }
    }

    /** Whether the chapter's code, and not only its prose, names this package. */
    private static boolean isFor(Script chapter) {
        return chapter.blocks().stream().anyMatch(block ->
                block instanceof Script.Cell cell && cell.code().contains("playmore.pytorch."));
    }
}
