import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Builds the jar with Maven and fetches PyTorch, each all or nothing, one process at a time. {@code build.sh}
 * runs this from its source where something is missing or old.
 *
 * <p>The lock is the system's, which takes it back from whoever is killed. The Maven that such a one leaves running
 * is waited for, too.
 */
final class Build {

    private static final Path TARGET = Path.of("target");
    private static final Path JAR = TARGET.resolve("playmore.jar"), MAVEN = TARGET.resolve("maven");

    /** What the jar was made from. It is written last: what a failed build leaves does not pass for finished. */
    private static final Path BUILT = TARGET.resolve("built");

    /** PyTorch is there, or could not be had: then the log says why. */
    private static final Path PYTORCH = TARGET.resolve("pytorch"), NO_PYTORCH = TARGET.resolve("pytorch.log");

    /** What Java and Maven say of a jar that was fetched in part. */
    private static final Pattern DAMAGED =
            Pattern.compile("(?:error reading |expanding |[(])([^(\n]+[.]jar)[;:)]+ (?i:zip |archive is not)");

    private Build() {}

    /**
     * @param words the checksum of the sources, or {@code ""} to build nothing; whether PyTorch is wanted: {@code yes},
     *     {@code no}, or {@code again}; and in the background the number of the process whose end ends this one
     */
    public static void main(String[] words) throws Exception {
        if (words.length > 2) {
            ProcessHandle.of(Long.parseLong(words[2])).map(ProcessHandle::onExit)
                    .orElse(CompletableFuture.completedFuture(null)).thenRun(() -> System.exit(1));
        }
        try (FileChannel file = FileChannel.open(TARGET.resolve("lock"), StandardOpenOption.CREATE,
                StandardOpenOption.WRITE)) {
            if (file.tryLock() == null) {
                System.err.println("Another build.sh builds here; waiting for it ...");
                file.lock();
            }
            if (Files.exists(MAVEN)) waitForMaven(Files.readString(MAVEN));
            boolean stale = !words[0].isEmpty()
                    && !(Files.exists(JAR) && Files.exists(BUILT) && Files.readString(BUILT).strip().equals(words[0]));
            boolean again = words[1].equals("again");
            boolean fetch = again || words[1].equals("yes") && !Files.exists(PYTORCH) && !Files.exists(NO_PYTORCH);
            if (stale) build(words[0]);
            boolean fetched = fetch && fetchPyTorch();
            if (stale || fetched) archive();
            if (again && !fetched) System.exit(1);
        }
    }

    private static void build(String sum) throws Exception {
        System.err.println("Building; the first time this fetches libraries and takes a minute.");
        try {
            Files.deleteIfExists(JAR);    // first: Windows refuses where it is in use
            for (String old : List.of("built", "classes", "lib")) delete(TARGET.resolve(old));
        } catch (IOException e) {
            fail("What was built before cannot be replaced (" + e
                    + "). If the shell of Playmore is open, close it, and try again.");
        }
        Path log = TARGET.resolve("build.log");
        if (maven(log, "-Dmaven.test.skip=true", "process-classes") != 0) {
            String said = Files.readString(log);
            System.err.println(said);
            DAMAGED.matcher(said).results().findFirst().ifPresent(found -> fail("The build failed, as " + found.group(1)
                    + " is damaged: delete that file and try again."));
            fail("The build failed, see above."
                    + " If a library could not be fetched, connect to the network and try again.");
        }
        Files.writeString(BUILT, sum);
    }

    /**
     * Keeps the classes of the jshell tool as this JDK has them in memory, so that {@code build.sh shell} starts
     * sooner. It fits as long as the class path is the same. A process that has redefined classes, as the shell has,
     * cannot write them itself: another one does, from a list.
     */
    private static void archive() throws Exception {
        Path out = TARGET.resolve("archive"), classes = out.resolve("classes"), made = out.resolve("shell.jsa");
        delete(out);
        Files.createDirectory(out);
        boolean is = java("-XX:DumpLoadedClassList=" + classes, "-Dplaymore.out=" + out,
                        "-jar", JAR.toString(), "shell")
                && java("-Xshare:dump", "-XX:SharedClassListFile=" + classes, "-XX:SharedArchiveFile=" + made,
                        "-cp", JAR.toString());
        if (!is || !Files.exists(made)) return;    // it starts later, that is all
        Path kept = TARGET.resolve("shell-" + System.getProperty("java.version") + ".jsa");
        try {
            Files.move(made, kept, StandardCopyOption.REPLACE_EXISTING);
        } catch (FileSystemException e) {
            // Windows refuses while a shell is open, which uses the old one; nor does this matter more.
        }
    }

    /** Runs this JDK's Java, with nothing to read; whether that ended well. What it writes goes to a log. */
    private static boolean java(String... options) throws Exception {
        String java = Path.of(System.getenv("JAVA_HOME"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(TARGET.resolve("archive/log").toFile())).start();
        process.getOutputStream().close();
        return process.waitFor() == 0;
    }

    /** Into {@code target/pytorch}, for chapter 13 and the tests; whether that succeeded. */
    private static boolean fetchPyTorch() throws Exception {
        System.err.println("Fetching PyTorch for chapter 13 (about 110 MB, once; --no-pytorch does without) ...");
        Path part = TARGET.resolve("pytorch.part"), log = TARGET.resolve("pytorch.part.log");
        delete(part);
        if (maven(log, "dependency:copy@pytorch-jars", "dependency:unpack@pytorch-native") == 0) {
            for (Path old : List.of(PYTORCH, NO_PYTORCH, log, part.resolve("markers"))) delete(old);
            Files.move(part, PYTORCH);
            return true;
        }
        delete(part);
        Files.move(log, NO_PYTORCH, StandardCopyOption.REPLACE_EXISTING);
        System.err.println("PyTorch could not be fetched (" + NO_PYTORCH + " says why); chapter 13 will do without it."
                + " ./build.sh pytorch tries again.");
        return false;
    }

    /** What Maven writes goes to the log; its exit code. */
    private static int maven(Path log, String... goals) throws Exception {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        List<String> command = new ArrayList<>(List.of(windows ? "mvn.cmd" : "mvn", "--batch-mode", "--quiet"));
        command.addAll(List.of(goals));
        Process maven = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile())
                .redirectInput(Redirect.INHERIT).start();
        Runtime.getRuntime().addShutdownHook(new Thread(maven::destroy));
        Files.writeString(MAVEN, identity(maven.toHandle()));
        int code = maven.waitFor();
        delete(MAVEN);
        if (code > 128) System.exit(code);    // a signal, as Ctrl-C sends one: that is no failure to tell of
        return code;
    }

    private static void waitForMaven(String identity) {
        ProcessHandle.of(Long.parseLong(identity.replaceFirst(" .*", "")))
                .filter(maven -> identity(maven).equals(identity)).ifPresent(maven -> {
            System.err.println("A build that was stopped left Maven running; waiting for it (process " + maven.pid()
                    + ") ...");
            maven.onExit().join();
        });
    }

    /** Its number, and when it started, as numbers are given again. */
    private static String identity(ProcessHandle process) {
        return process.pid() + " " + process.info().startInstant().map(Object::toString).orElse("");
    }

    private static void delete(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) return;
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    private static void fail(String why) {
        System.err.println(why);
        System.exit(1);
    }
}
