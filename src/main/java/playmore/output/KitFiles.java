package playmore.output;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Knows which files in the output folder the kit wrote. The file {@code .playmore} in that folder lists their checksums
 * and names. A file that is not in the list, or was changed since, belongs to the learner. Lines are only ever added to
 * the list, so that two processes can add lines at the same time.
 */
final class KitFiles {

    private static final String LIST = ".playmore";
    private static final String HEADING =
            "# The files that Playmore wrote here, each with its checksum. Playmore replaces and deletes no others.";

    /** Older versions of the kit wrote no list. Their files are known by name and text. */
    private static final Pattern OLD_NAME = Pattern.compile("README[.]md|([^/]+/)?index[.]html|([^/]+)/\\2[.](md|ipynb)"
            + "|assets/[a-z.]+|[^/]+/\\d{2,9}-[^/]+[.](svg|html|csv)|04-draw-graph/expression[.]png");
    private static final Pattern OLD_TEXT = Pattern.compile("data-chapter=\"|<body class=\"alone\">"
            + "|[.]adapts [{] filter|^# Notes of the lecture\n|^# \\d+ · .*\n\nLecture \\[|%classpath .*playmore[.]jar"
            + "|^const (chapters|allTexts) = |^/[*] (What all pages look like|Styles of all pages)"
            + "|^/[*]!\n  Highlight[.]js|^\"use strict\";\n\n// (Light or dark|Sets the light or dark"
            + "|Graphs to look around|Graphs in a page)|^\uFFFDPNG");

    private static Path root;            // the output folder whose list was read last
    private static long size;            // bytes in that list; -1 if there was none
    private static Set<String> lines;    // of that list

    private KitFiles() {}

    /** Whether the kit wrote this file and it is unchanged. False for a symbolic link. */
    static boolean has(Path file) {
        return isFile(file) && lines().contains(line(file, bytes(file)));
    }

    /** Whether writing the content to this file loses nothing of the learner's. */
    static boolean leaves(Path file, byte[] content) {
        return !Files.exists(file, LinkOption.NOFOLLOW_LINKS) || has(file)
                || isFile(file) && Arrays.equals(bytes(file), content);
    }

    /** Adds a file that the kit is about to write. */
    static synchronized void add(Path file, byte[] content) {
        String line = line(file, content);
        Set<String> known = lines();
        Path list = Output.root().resolve(LIST);
        if (Files.exists(list) && known.contains(line)) return;
        try {
            Files.createDirectories(Output.root());
            String head = Files.exists(list) ? "" : HEADING + "\n" + String.join("\n", known);
            Files.writeString(list, head + "\n" + line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw Output.cannotWrite(list, e);
        }
    }

    private static synchronized Set<String> lines() {
        Path list = Output.root().resolve(LIST);
        long now = Files.exists(list) ? list.toFile().length() : -1;
        if (Output.root().equals(root) && now == size) return lines;
        lines = now < 0 ? old() : new LinkedHashSet<>(text(bytes(list)).lines().toList());
        root = Output.root();
        size = now;
        if (now >= 0 && !lines.contains(HEADING)) {
            JsonFile.putAside(list, "What the kit wrote before", "its heading is missing");
            lines = old();
            size = -1;
        }
        return lines;
    }

    /** The lines that the list would have for files that an older version wrote. */
    private static Set<String> old() {
        Set<String> old = new LinkedHashSet<>();
        File[] top = Output.files(Output.root().toFile());
        Stream<File> inFolders = Stream.of(top).flatMap(folder -> Stream.of(Output.files(folder)));
        Stream.concat(Stream.of(top), inFolders).map(File::toPath)
                .filter(file -> OLD_NAME.matcher(name(file)).matches() && isFile(file)).forEach(file -> {
                    byte[] content = bytes(file);
                    Path made = file.resolveSibling(".made.json");
                    boolean isListed = Files.isRegularFile(made)
                            && text(bytes(made)).contains("\"" + file.getFileName() + "\"");
                    if (isListed || OLD_TEXT.matcher(text(content)).find()) old.add(line(file, content));
                });
        return old;
    }

    private static boolean isFile(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static String line(Path file, byte[] content) {
        return UUID.nameUUIDFromBytes(content) + " " + name(file);
    }

    /** The path relative to the output folder, so that the learner can move that folder. */
    private static String name(Path file) {
        Path root = Output.root().toAbsolutePath().normalize(), there = file.toAbsolutePath().normalize();
        return (there.startsWith(root) ? root.relativize(there) : there).toString().replace('\\', '/');
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UserError("Cannot read " + file + " (" + e + "): is it yours to read?", e);
        }
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }
}
