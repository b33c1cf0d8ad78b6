package playmore;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The map in the root's package-info is true. */
class MapTest {

    private static final Path ROOT = Path.of("src", "main", "java", "playmore");

    @Test
    void namesEveryPackageAndEachKnowsOnlyThoseAboveIt() throws IOException {
        String map = Files.readString(ROOT.resolve("package-info.java"));
        List<String> above = found("\\{@link playmore\\.([a-z]+)}", map.substring(map.indexOf("<ul>")));
        try (Stream<Path> folders = Files.list(ROOT).filter(Files::isDirectory)) {
            assertEquals(folders.map(folder -> folder.getFileName().toString()).collect(Collectors.toSet()), new HashSet<>(above));
        }
        int known = 0;
        for (String name : above) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(name)).filter(file -> file.toString().endsWith(".java"))) {
                for (Path file : files.toList()) {
                    String code = Files.readString(file).replaceAll("(?s)/\\*.*?\\*/|//[^\n]*", "");
                    for (String other : found("\\bplaymore\\.([a-z]+)\\.[A-Z]", code)) {
                        assertTrue(above.indexOf(other) <= above.indexOf(name), file + " knows " + other);
                        known++;
                    }
                }
            }
        }
        assertTrue(known > 200, known + " uses");
    }

    private static List<String> found(String pattern, String text) {
        return new ArrayList<>(Pattern.compile(pattern).matcher(text).results().map((MatchResult match) -> match.group(1)).toList());
    }
}
