package playmore.replay;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The class files that snippets are compiled against, which stay as they are while this process runs:
 * their jars are opened once for all sessions, and each package is looked up once. JShell by itself
 * does both anew in every session, and looks for each imported package in every jar at every snippet.
 */
final class ClassPath extends ForwardingJavaFileManager<StandardJavaFileManager> implements StandardJavaFileManager {

    static final ClassPath ALL = new ClassPath();

    private record Lookup(Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse) {}

    private final Map<Lookup, List<JavaFileObject>> found = new ConcurrentHashMap<>();

    private ClassPath() {
        super(ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null));
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
