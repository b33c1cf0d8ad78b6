package playmore.launch;

import java.io.File;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/**
 * Starts {@code playmore.Main}, or says in one sentence why this Java cannot: it is too old, it has no JDK tools, or
 * the libraries are not beside the jar. {@code java -jar} runs this class first, so it is compiled for Java 8 and uses
 * nothing newer.
 *
 * <p>It is also the jar's agent: Java hands the agent the {@link Instrumentation} with which a session redefines
 * classes.
 */
public final class Launcher {

    private static final int OLDEST = 17;
    private static final String NEEDED = "Playmore needs a JDK, version " + OLDEST + " or newer";
    private static final String INSTALL = "install one (https://adoptium.net), and start it with that one's java.";

    private static final String LIBRARIES_MISSING = missingLibraries();

    private static Instrumentation instrumentation;

    private Launcher() {}

    /** Java calls this before {@link #main}, when it starts the jar with {@code -jar}. */
    public static void agentmain(String none, Instrumentation given) {
        instrumentation = given;
    }

    /** Java calls this before the program begins, when it is started with {@code -javaagent:playmore.jar}. */
    public static void premain(String none, Instrumentation given) {
        instrumentation = given;
    }

    /** The Instrumentation that Java gave the agent; null if this process was started without an agent. */
    public static Instrumentation instrumentation() {
        return instrumentation;
    }

    public static void main(String[] words) throws Throwable {
        String missing = missing(System.getProperty("java.specification.version"));
        if (!missing.isEmpty()) {
            System.err.println(missing);
            System.exit(1);
        }
        try {
            Class.forName("playmore.Main").getMethod("main", String[].class).invoke(null, (Object) words);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    /** Returns why the kit cannot run in a Java of this version, in a sentence; {@code ""} if it can. */
    static String missing(String version) {
        double number = Double.parseDouble(version.startsWith("1.") ? version.substring(2) : version);
        if (number < OLDEST) return NEEDED + "; this Java is version " + (int) number + ": " + INSTALL;
        for (String tool : new String[] {"jdk.jshell.JShell", "com.sun.source.tree.Tree"}) {
            try {
                Class.forName(tool, false, Launcher.class.getClassLoader());
            } catch (ClassNotFoundException e) {
                return NEEDED + "; this Java only runs programs, without jshell and javac ("
                        + System.getProperty("java.home") + "): " + INSTALL;
            }
        }
        return LIBRARIES_MISSING;
    }

    /**
     * Checks that the libraries are there, which pictures need.
     *
     * @throws IllegalStateException if they are not beside the jar
     */
    public static void requireLibraries() {
        if (!LIBRARIES_MISSING.isEmpty()) throw new IllegalStateException(LIBRARIES_MISSING);
    }

    /** Says which of the libraries that the jar's manifest names is not there; {@code ""} if all are. */
    private static String missingLibraries() {
        try {
            File jar = new File(Launcher.class.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (!jar.isFile()) return "";    // run from classes, with a class path of their own
            String libraries;
            try (JarFile file = new JarFile(jar)) {
                libraries = file.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            }
            for (String library : libraries == null ? new String[0] : libraries.split(" ")) {
                File expected = new File(jar.getParentFile(), library);
                if (library.startsWith("lib/") && !expected.exists()) {
                    return "Playmore's libraries are not beside its jar: there is no " + expected
                            + ". Leave the jar in the folder that it came in, with lib.";
                }
            }
            return "";
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
