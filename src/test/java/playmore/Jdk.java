package playmore;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/**
 * A JDK, as the tests start its programs: for seconds, so that neither good code nor a second collector of garbage pays.
 *
 * @param home its folder
 */
public record Jdk(Path home) {

    /** The one that runs the tests. */
    public static final Jdk HERE = new Jdk(Path.of(System.getProperty("java.home")));

    /** Compiles as quickly as can be. */
    public static final String QUICK = "-XX:TieredStopAtLevel=1";

    private static final List<String> OPTIONS = List.of(QUICK, "-XX:+UseSerialGC", "-XX:-DontCompileHugeMethods");

    /** This JDK, and those whose folders the environment variable {@code PLAYMORE_JDKS} names, as a path does. */
    public static List<Jdk> all() {
        String others = System.getenv().getOrDefault("PLAYMORE_JDKS", "");
        return Stream.concat(Stream.of(HERE), Stream.of(others.split(File.pathSeparator)).filter(folder -> !folder.isEmpty())
                .map(folder -> new Jdk(Path.of(folder)))).distinct().toList();
    }

    /** The newest of each feature release among {@link #all}: for what takes long, and differs by what the JDK has inside. */
    public static List<Jdk> newest() {
        Map<Integer, Jdk> newest = new TreeMap<>();
        for (Jdk jdk : all()) {
            newest.merge(jdk.feature(), jdk, BinaryOperator.maxBy(Comparator.comparing(each -> Runtime.Version.parse(each.version()))));
        }
        return List.copyOf(newest.values());
    }

    /** {@code "17.0.15"}. */
    public String version() {
        Properties release = new Properties();
        try (InputStream in = Files.newInputStream(home.resolve("release"))) {
            release.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return release.getProperty("JAVA_VERSION").replace("\"", "");
    }

    /** 17 of 17.0.15. */
    public int feature() {
        return Integer.parseInt(version().replaceFirst("[.].*", ""));
    }

    @Override
    public String toString() {
        return version();
    }

    /** A command that runs {@code java} here, to which these are added. */
    public List<String> java(String... options) {
        return command("java", OPTIONS, options);
    }

    /** A command that runs its {@code jshell}, and the process that this starts. */
    public List<String> jshell(String... options) {
        List<String> quick = new ArrayList<>();
        for (String option : OPTIONS) quick.addAll(List.of("-J" + option, "-R" + option));
        return command("jshell", quick, options);
    }

    /**
     * A command that runs its {@code jshell}, which runs what is typed on the kit's engine, in its own process.
     *
     * @param jar the kit's, which is the agent
     * @param classPath of that process, with the kit
     */
    public List<String> kitsShell(Path jar, String classPath, String... options) {
        List<String> command = jshell("--execution", "playmore", "-J-javaagent:" + jar.toAbsolutePath(),
                "-J--class-path=" + classPath, "-J-Dfile.encoding=UTF-8");
        command.removeIf(option -> option.startsWith("-R"));
        command.addAll(List.of(options));
        return command;
    }

    private List<String> command(String program, List<String> quick, String... options) {
        List<String> command = new ArrayList<>(List.of(home.resolve("bin").resolve(program).toString()));
        command.addAll(quick);
        command.addAll(List.of(options));
        return command;
    }
}
