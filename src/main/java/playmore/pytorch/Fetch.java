package playmore.pytorch;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import playmore.replay.ClassPath;
import playmore.replay.Script;

/**
 * Fetches PyTorch in the background once a chapter is asked for that uses it. It does so in a checkout where
 * {@code build.sh} names the program for it ({@code -Dplaymore.fetch=src/main/build/Build.java}), elsewhere not.
 */
public final class Fetch {

    private static final Path PYTORCH = Path.of("target", "pytorch"), FAILED = Path.of("target", "pytorch.log"),
            LOG = Path.of("target", "fetch.log");

    private final String program = System.getProperty("playmore.fetch");    // null where nothing is to be fetched
    private Process process;    // null until it began
    private boolean ended;

    /** Begins if one of these chapters uses PyTorch. */
    public void begin(List<Script> chapters) throws IOException {
        if (program == null || process != null || chapters.stream().noneMatch(Fetch::isFor)) return;
        System.err.println("PyTorch is fetched meanwhile (about 110 MB, once; --no-pytorch does without).");
        String home = System.getenv().getOrDefault("JAVA_HOME", System.getProperty("java.home"));
        String java = Path.of(home, "bin", "java").toString();
        long here = ProcessHandle.current().pid();
        process = new ProcessBuilder(java, "-XX:TieredStopAtLevel=1", program, "", "yes", "" + here)
                .redirectErrorStream(true).redirectOutput(LOG.toFile()).start();
    }

    /** Waits for PyTorch if this chapter uses it, which then finds it, or does without. */
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

    /** Whether its code, not only its prose, names this package. */
    private static boolean isFor(Script chapter) {
        return chapter.blocks().stream().anyMatch(block ->
                block instanceof Script.Cell cell && cell.code().contains("playmore.pytorch."));
    }
}
