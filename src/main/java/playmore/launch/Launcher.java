package playmore.launch;

import java.io.File;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.net.URL;
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

    /** What Java gave the agent; null if this process was started without it. */
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

    /** What keeps the kit from running in a Java of this version, in a sentence; {@code ""} if nothing does. */
    static String missing(String version) throws Exception {
        double number = Double.parseDouble(version.startsWith("1.") ? version.substring(2) : version);
        if (number < OLDEST) return NEEDED + "; this Java is version " + (int) number + ": " + INSTALL;
        for (String tool : new String[] {"jdk.jshell.JShell", "com.sun.source.tree.Tree"}) {
            if (!has(tool)) {
                return NEEDED + "; this Java only runs programs, without jshell and javac (" + System.getProperty("java.home")
                        + "): " + INSTALL;
            }
        }
        String library = missingLibrary();
        return library.isEmpty() ? "" : "Playmore's libraries are not beside its jar: there is no " + library
                + ". Leave the jar in the folder that it came in, with lib.";
    }

    private static boolean has(String className) {
        try {
            Class.forName(className, false, Launcher.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** The first library that the manifest of this class' jar names and that is not there; {@code ""} if all are. */
    private static String missingLibrary() throws Exception {
        File jar = jar();
        if (!jar.isFile()) return "";    // run from classes, with a class path of their own
        JarFile file = new JarFile(jar);
        try {
            String libraries = file.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            for (String library : libraries == null ? new String[0] : libraries.split(" ")) {
                File expected = new File(jar.getParentFile(), library);
                if (library.startsWith("lib/") && !expected.exists()) return expected.getPath();
            }
            return "";
        } finally {
            file.close();
        }
    }

    private static File jar() throws URISyntaxException {
        URL place = Launcher.class.getProtectionDomain().getCodeSource().getLocation();
        return new File(place.toURI());
    }
}
