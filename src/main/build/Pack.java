import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Prepares the libraries for the zip: collects the licences that are in them, and makes two of them smaller.
 *
 * <p>Those keep every class that another library or a class that stays names anywhere, in its code, in the types of
 * its methods or in a string. So whatever a learner does with the other libraries runs as before; only to use these
 * two directly is not always possible. Of fastutil, tables need a seventh, and of ICU only what guesses a file's
 * encoding.
 */
final class Pack {

    private static final List<String> LARGE = List.of("fastutil", "icu4j");
    private static final Pattern CLASS = Pattern.compile("(?:it[/.]unimi|com[/.]ibm[/.]icu)[/.][\\w/.$]+");
    private static final Pattern LICENCE =
            Pattern.compile("(?:META-INF/)?(?:licences/)?((?i:licen[cs]e|notice|copying)[^/]*|[^/]+[.]txt)");
    // the same libraries give the same jars
    private static final LocalDateTime ALWAYS = LocalDateTime.of(2026, 1, 1, 0, 0);

    private Pack() {}

    /**
     * @param words the kit's jar, the folder of all libraries, some of which are overwritten, and the folder for the
     * licences
     */
    public static void main(String[] words) throws IOException {
        List<Path> jars = new ArrayList<>(List.of(Path.of(words[0])));
        try (Stream<Path> files = Files.list(Path.of(words[1]))) {
            files.filter(file -> file.toString().endsWith(".jar")).sorted().forEach(jars::add);
        }
        Map<Path, Set<String>> names = new TreeMap<>();    // of classes of those two, in each jar
        for (Path jar : jars) names.put(jar, read(jar, Path.of(words[2])));
        for (String name : LARGE) {
            Path jar = jars.stream().filter(file -> file.getFileName().toString().startsWith(name)).findFirst()
                    .orElseThrow();
            shrink(jar, jars.stream().filter(other -> !other.equals(jar)).flatMap(other -> names.get(other).stream())
                    .toList());
        }
    }

    /** Writes the licences that are in a jar to a folder of its own; what its classes name. */
    private static Set<String> read(Path jar, Path folder) throws IOException {
        Path own = folder.resolve(jar.getFileName().toString().replaceFirst("(-[0-9].*)?[.]jar$", ""));
        Set<String> names = new TreeSet<>();
        for (Map.Entry<String, byte[]> entry : entries(jar).entrySet()) {
            Matcher licence = LICENCE.matcher(entry.getKey());
            if (licence.matches()) {
                Files.createDirectories(own);
                Files.write(own.resolve(licence.group(1)), entry.getValue());
            }
            if (entry.getKey().endsWith(".class")) names.addAll(named(entry.getValue()));
        }
        return names;
    }

    /** Leaves out of a library what neither these names nor, by way of them, its own classes lead to. */
    private static void shrink(Path jar, List<String> named) throws IOException {
        Map<String, byte[]> all = entries(jar);
        Deque<String> reached = new ArrayDeque<>(named);
        Map<String, byte[]> kept = new TreeMap<>();
        while (!reached.isEmpty()) {
            String name = reached.pop();
            if (all.containsKey(name)
                    && kept.putIfAbsent(name, all.get(name)) == null) reached.addAll(named(all.get(name)));
        }
        try (JarOutputStream out = new JarOutputStream(new BufferedOutputStream(Files.newOutputStream(jar)))) {
            for (Map.Entry<String, byte[]> entry : all.entrySet()) {
                if (!kept.containsKey(entry.getKey()) && !entry.getKey().matches("(META-INF/)?[^/]*")) continue;
                JarEntry copy = new JarEntry(entry.getKey());
                copy.setTimeLocal(ALWAYS);
                out.putNextEntry(copy);
                out.write(entry.getValue());
            }
        }
    }

    /**
     * Which classes of those two the bytes of a class name, and what else may look like it: names stand in them as they
     * are.
     */
    private static Set<String> named(byte[] bytes) {
        Set<String> named = new TreeSet<>();
        Matcher name = CLASS.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
        while (name.find()) named.add(name.group().replace('.', '/') + ".class");
        return named;
    }

    private static Map<String, byte[]> entries(Path jar) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : (Iterable<JarEntry>) file.stream()::iterator) {
                if (!entry.isDirectory()) entries.put(entry.getName(), file.getInputStream(entry).readAllBytes());
            }
        }
        return entries;
    }
}
