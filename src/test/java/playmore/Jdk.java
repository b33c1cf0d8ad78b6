package playmore;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** That of the tests, as they start its programs: for seconds, so that neither good code nor a second collector of garbage pays. */
public final class Jdk {

    public static final Path HOME = Path.of(System.getProperty("java.home"));

    /** Compiles as quickly as can be. */
    public static final String QUICK = "-XX:TieredStopAtLevel=1";

    private static final List<String> OPTIONS = List.of(QUICK, "-XX:+UseSerialGC");

    private Jdk() {}

    /** A command that runs {@code java}, to which these are added. */
    public static List<String> java(String... options) {
        return command("java", OPTIONS, options);
    }

    /** The same for {@code jshell}, and the process that it starts. */
    public static List<String> jshell(String... options) {
        List<String> quick = new ArrayList<>();
        for (String option : OPTIONS) quick.addAll(List.of("-J" + option, "-R" + option));
        return command("jshell", quick, options);
    }

    private static List<String> command(String program, List<String> quick, String... options) {
        List<String> command = new ArrayList<>(List.of(HOME.resolve("bin").resolve(program).toString()));
        command.addAll(quick);
        command.addAll(List.of(options));
        return command;
    }
}
