package playmore.draw;

import com.eclipsesource.v8.V8;
import guru.nidi.graphviz.engine.V8JavascriptEngine;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Google's V8, which J2V8 brings for Linux, Windows and macOS on x86-64. */
final class V8Engine extends VizJs {

    private static final String LINUX_LIBRARY = "libj2v8_linux_x86_64.so";

    private static final int STACK_KB = 30_000;    // within that of the layout's thread

    V8Engine() {
        super(V8Engine::start);
    }

    /**
     * J2V8 unpacks its library into a folder, over what is there, and leaves it behind. So each
     * process has a folder of its own, which goes as soon as the library is loaded; or, on Windows,
     * where a loaded library cannot be deleted, when a later process finds it.
     */
    private static V8JavascriptEngine start() {
        try {
            deleteAbandoned();
            Path folder = Files.createTempDirectory("playmore-v8-");
            try {
                loadOnLinux(folder);
                V8.setFlags("--stack-size=" + STACK_KB);
                return new V8JavascriptEngine(folder.toString());
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("its library cannot be unpacked: " + e, e);
        }
    }

    /**
     * The library of J2V8 for Linux says that it needs an executable stack. It does not; but Java
     * warns of it, and systems with glibc 2.41 or newer refuse to load it. So it is loaded without
     * that mark, before J2V8 asks for the file of the same name, which Java takes for loaded then.
     */
    private static void loadOnLinux(Path folder) throws IOException {
        try (InputStream in = V8Engine.class.getResourceAsStream("/" + LINUX_LIBRARY)) {
            if (in == null) return;
            Path library = folder.resolve(LINUX_LIBRARY);
            Files.write(library, withoutExecutableStack(in.readAllBytes()));
            System.load(library.toString());
        }
    }

    /** Clears the flag "executable" of the program header PT_GNU_STACK; the offsets are those of ELF-64. */
    private static byte[] withoutExecutableStack(byte[] library) {
        ByteBuffer elf = ByteBuffer.wrap(library).order(ByteOrder.LITTLE_ENDIAN);
        int header = (int) elf.getLong(32), size = elf.getShort(54), count = elf.getShort(56);
        for (int i = 0; i < count; i++) {
            int at = header + i * size;
            if (elf.getInt(at) == 0x6474e551) elf.putInt(at + 4, elf.getInt(at + 4) & ~1);
        }
        return library;
    }

    private static void deleteAbandoned() {
        long anHourAgo = System.currentTimeMillis() - 3600 * 1000;
        File[] folders = new File(System.getProperty("java.io.tmpdir"))
                .listFiles(f -> f.getName().startsWith("playmore-v8-") && f.lastModified() < anHourAgo);
        if (folders != null) {
            for (File folder : folders) delete(folder.toPath());
        }
    }

    private static void delete(Path folder) {
        File[] files = folder.toFile().listFiles();
        if (files != null) {
            for (File file : files) file.delete();
        }
        folder.toFile().delete();
    }
}
