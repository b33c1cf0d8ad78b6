package playmore.replay;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarFile;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The class files that snippets are compiled against, which stay as they are until a jar is added: their jars
 * are opened once for all sessions, and each package is looked up once. JShell by itself does both anew in every
 * session, and looks for each imported package in every jar at every snippet.
 */
public final class ClassPath extends ForwardingJavaFileManager<StandardJavaFileManager>
        implements StandardJavaFileManager {

    static volatile ClassPath ALL = new ClassPath();

    private record Lookup(Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse) {}

    private final Map<Lookup, List<JavaFileObject>> found = new ConcurrentHashMap<>();

    private ClassPath() {
        super(ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null));
    }

    /**
     * Adds a jar that the manifest of ours names, and that was not there before: to this process, where Java looked
     * for it in vain, and to the sessions that begin from now on, whose compiler might have done so too.
     */
    public static void add(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Redefinition.instrumentation().appendToSystemClassLoaderSearch(file);
        }
        ALL = new ClassPath();
    }

    @Override
    public Iterable<JavaFileObject> list(
            Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse) throws IOException {
        Lookup lookup = new Lookup(location, packageName, kinds, recurse);
        List<JavaFileObject> files = found.get(lookup);
        if (files == null) {
            files = new ArrayList<>();
            super.list(location, packageName, kinds, recurse).forEach(files::add);
            found.put(lookup, files);
        }
        return files;
    }

    /** The end of a session is not the end of this. */
    @Override
    public void close() {}

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromFiles(Iterable<? extends File> files) {
        return fileManager.getJavaFileObjectsFromFiles(files);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjects(File... files) {
        return fileManager.getJavaFileObjects(files);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromStrings(Iterable<String> names) {
        return fileManager.getJavaFileObjectsFromStrings(names);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjects(String... names) {
        return fileManager.getJavaFileObjects(names);
    }

    @Override
    public void setLocation(Location location, Iterable<? extends File> files) throws IOException {
        fileManager.setLocation(location, files);
    }

    @Override
    public Iterable<? extends File> getLocation(Location location) {
        return fileManager.getLocation(location);
    }
}
