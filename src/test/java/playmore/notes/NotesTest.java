package playmore.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import playmore.SystemOut;
import playmore.replay.Event;
import playmore.replay.Script;

class NotesTest {

    private static final Script CHAPTER = NotesRun.SCRIPTS.get(0);

    @Test
    void aChapterRunAgainGivesTheSameAndLeavesTheOthersAlone() throws IOException {
        Path out = NotesRun.newFolder().resolve("out");
        copy(NotesRun.out(), out);    // other tests look at those
        Map<String, String> before = contents(out);
        Map<String, FileTime> times = times(out);
        NotesRun.write(out, CHAPTER);
        assertEquals(before.keySet(), contents(out).keySet());
        before.forEach((file, text) -> assertEquals(text, contents(out).get(file), file));
        times(out).forEach((file, time) -> {
            boolean another = !file.startsWith(CHAPTER.name()) && file.contains("/") && !file.matches("(assets|lecture)/.*");
            if (another) assertEquals(times.get(file), time, file + " was written again");
        });
    }

    @Test
    void nothingHalfWrittenIsLeft() throws IOException {
        assertTrue(times(NotesRun.out()).keySet().stream().noneMatch(file -> file.contains(".part")));
    }

    /** A chapter of three pictures is run, then shortened so that it fails, then so that it does not. */
    @Test
    void whatAnEarlierRunMadeIsLinkedAfterAFailureAndGoesAfterAGoodRun(@TempDir Path temp) throws IOException {
        Path out = temp.resolve("out"), chapter = out.resolve("30-mine");
        run(temp, "for (String s : List.of(\"a\", \"b\", \"c\")) drawDot(new Value(1, s)).svg(\"09-\" + s);");
        run(temp, "drawDot(new Value(1, \"a\"));\nint x = 1 / 0;");
        assertEquals(List.of("01-a.svg", "02-b.svg", "03-c.svg", "09-a.svg", "09-b.svg", "09-c.svg"), pictures(chapter));
        assertTrue(Files.readString(chapter.resolve("index.html")).contains("From an earlier run: <a class=\"made\" href=\"../30-mine/02-b.svg\">"));
        Path drawnSince = chapter.resolve("03-c.svg");
        Files.setLastModifiedTime(drawnSince, FileTime.from(Instant.now().plusSeconds(9)));
        run(temp, "drawDot(new Value(1, \"other\"));");
        assertEquals(List.of("01-other.svg", "03-c.svg", "09-a.svg", "09-b.svg", "09-c.svg"), pictures(chapter));
        assertFalse(Files.readString(chapter.resolve("index.html")).contains("earlier run"));
    }

    /** On Windows, what another program has open cannot be deleted; here, a folder with something in it. */
    @Test
    void whatCannotBeDeletedIsLeftForAnotherRun(@TempDir Path temp) throws IOException {
        Path chapter = temp.resolve("out/30-mine"), open = chapter.resolve("02-b.svg"), inIt = open.resolve("in it");
        run(temp, "for (String s : List.of(\"a\", \"b\", \"c\")) drawDot(new Value(1, s));");
        Files.delete(open);
        Files.createDirectories(inIt);
        Files.setLastModifiedTime(open, FileTime.fromMillis(0));
        run(temp, "drawDot(new Value(1, \"a\"));");
        assertEquals("[\"01-a.svg\",\"02-b.svg\"]\n", Files.readString(chapter.resolve(".made.json")));
        Files.delete(inIt);
        Files.setLastModifiedTime(open, FileTime.fromMillis(0));
        run(temp, "drawDot(new Value(1, \"a\"));");
        assertEquals(List.of("01-a.svg"), pictures(chapter));
        assertFalse(Files.exists(open));
    }

    /** The last of more than a hundred pictures stands in the contents, and none that is not there any more. */
    @Test
    void theContentsShowTheLastPictureThatIsThere(@TempDir Path temp) throws IOException {
        Path out = temp.resolve("out");
        run(temp, "for (int i = 0; i < 101; i++) illustration(\"neuron\");");
        assertEquals(List.of("30-mine/101-neuron.svg"), thumbnails(out));
        run(temp, "illustration(\"neuron\"); illustration(\"network\");");
        assertEquals(List.of("30-mine/02-network.svg"), thumbnails(out));
        run(temp, "int x = 1 / 0;");
        assertEquals(List.of("30-mine/02-network.svg"), thumbnails(out), "as the page links to it");
        run(temp, "int x = 1;");
        assertEquals(List.of(), thumbnails(out));
    }

    /** Pages are nothing without what they share, and a chapter is found from the contents, the search, the whole lecture and the list for GitHub. */
    @Test
    void allThatPagesShareIsThereAndNamesTheChapter(@TempDir Path temp) throws IOException {
        run(temp, "int x = 1;");
        Path out = temp.resolve("out");
        for (String file : List.of("notes.css", "theme.js", "notes.js", "highlight.min.js")) assertTrue(Files.size(out.resolve("assets").resolve(file)) > 500, file);
        for (String file : List.of("assets/chapters.js", "assets/search.js", "index.html", "lecture/index.html", "README.md")) {
            assertTrue(Files.readString(out.resolve(file)).contains("30-mine"), file);
        }
    }

    /** Writing them takes longer than writing a chapter. */
    @Test
    void theContentsAreNotWrittenAfterEachChapterOfARun(@TempDir Path out) {
        withNotes(out, notes -> {
            notes.accept(new Event.ChapterStarted(CHAPTER, 1, 2));
            notes.accept(new Event.ChapterEnded(CHAPTER, Duration.ZERO));
            assertTrue(Files.exists(out.resolve(CHAPTER.name()).resolve("index.html")));
            assertFalse(Files.exists(out.resolve("index.html")));
            notes.writeContents();
            assertTrue(Files.exists(out.resolve("index.html")));
        });
    }

    @Test
    void theContentsAreWrittenWhenAChapterIsLeft(@TempDir Path out) {
        withNotes(out, notes -> {
            notes.accept(new Event.ChapterStarted(CHAPTER, 1, 1));
            notes.accept(new Event.ChapterLeft(CHAPTER));
            assertTrue(Files.exists(out.resolve("index.html")));
        });
    }

    @Test
    void theContentsAreWrittenWhenAPausedChapterIsIdle(@TempDir Path out) {
        withNotes(out, notes -> {
            notes.accept(new Event.ChapterStarted(CHAPTER, 1, 1));
            notes.accept(new Event.ChapterPaused(CHAPTER));
            assertFalse(Files.exists(out.resolve("index.html")));
            Path last = out.resolve("README.md");    // of the contents
            for (int i = 0; i < 200 && !Files.exists(last); i++) LockSupport.parkNanos(50_000_000);
            assertTrue(Files.exists(last) && Files.exists(out.resolve("index.html")));
        });
    }

    private static void withNotes(Path out, Consumer<Notes> work) {
        System.setProperty("playmore.out", out.toString());
        try {
            work.accept(new Notes(out, "", List.of(CHAPTER)));
        } finally {
            System.clearProperty("playmore.out");
        }
    }

    private static List<String> thumbnails(Path out) throws IOException {
        return Pattern.compile("<img src=\"(30-mine[^\"]*)\"").matcher(Files.readString(out.resolve("index.html"))).results()
                .map(found -> found.group(1)).toList();
    }

    /** Whatever became of the list of what a run made, nothing but its own files is deleted by it. */
    @ParameterizedTest
    @ValueSource(strings = {"", "[", "null", "7", "{}", "{\"a\": [1]}", "[[\"01-b.svg\"]]", "\u0000\uFFFE", "[null, \"../../keep/01-a.svg\", \"kept.svg\","
            + "\"01-../../../keep/01-a.svg\", \"99999999999-a.svg\", \"30-mine.md\", \"03-b\\u0000.svg\", \"02-b.svg\"]"})
    void aDamagedListIsNone(String list, @TempDir Path temp) throws IOException {
        Path chapter = temp.resolve("out/30-mine");
        run(temp, "for (String s : List.of(\"a\", \"b\", \"c\")) drawDot(new Value(1, s));");
        Path kept = Files.writeString(Files.createDirectories(temp.resolve("keep")).resolve("01-a.svg"), "kept");
        Path own = Files.writeString(chapter.resolve("kept.svg"), "kept");
        Files.writeString(chapter.resolve(".made.json"), list);
        run(temp, "drawDot(new Value(1, \"a\"));");
        assertTrue(Files.exists(kept) && Files.exists(own));
        assertEquals(list.contains("02-b.svg") ? List.of("01-a.svg", "03-c.svg", "kept.svg") : List.of("01-a.svg", "02-b.svg", "03-c.svg", "kept.svg"),
                pictures(chapter));
        assertEquals("[\"01-a.svg\"]\n", Files.readString(chapter.resolve(".made.json")));
    }

    /** The same label was made in another chapter before. */
    @Test
    void madeInLineNamesThisChaptersScript(@TempDir Path temp) throws IOException {
        write(temp, "31-other.jsh", "// # 31 · Other", "\n\nValue other = new Value(1, \"a\");\nother.mul(2).label(\"L\");");
        write(temp, "32-mine.jsh", "// # 32 · Mine", "Value a = new Value(2).add(1);\na.label = \"a\";\nvar L = a.mul(a).label(\"L\");\nL.backward();\nwalk(L)");
        String walk = Files.readString(temp.resolve("out/32-mine/01-Backward-through-L.html"));
        assertTrue(walk.contains("Made in line 6 of 32-mine.jsh"), walk);
        assertFalse(walk.contains("31-other"), walk);
    }

    /** Where the notes of a chapter go, there is something of the learner's own: nothing at all is written. */
    @ParameterizedTest
    @ValueSource(strings = {"index.html", "README.md", "lecture/index.html", "assets/notes.css", "assets/theme.js", "assets/notes.js",
        "assets/highlight.min.js", "assets/chapters.js", "assets/search.js", "30-mine/index.html", "30-mine/30-mine.md",
        "30-mine/30-mine.ipynb", "assets", "lecture", "30-mine"})
    void nothingIsWrittenWhereItWouldReplaceTheLearnersOwn(String name, @TempDir Path temp) throws IOException {
        Path out = temp.resolve("out"), mine = out.resolve(name);
        Files.createDirectories(mine.getParent());
        Path elsewhere = Files.writeString(temp.resolve("elsewhere"), "mine");
        for (int kind = 0; kind < 3; kind++) {
            if (kind == 0) Files.writeString(mine, "mine");
            if (kind == 1) Files.createSymbolicLink(mine, elsewhere);
            if (kind == 2 && !name.contains(".")) continue;    // a folder may be there
            if (kind == 2) Files.createDirectory(mine);
            Exception e = assertThrows(IllegalArgumentException.class, () -> run(temp, "drawDot(new Value(1, \"a\"));"));
            assertTrue(e.getMessage().startsWith(mine + " was not written by Playmore"), e.getMessage());
            assertEquals(kind == 2 ? List.of() : List.of(mine), files(out).toList());
            assertEquals("mine", Files.readString(kind == 2 ? elsewhere : mine));
            Files.delete(mine);
        }
    }

    @Test
    void aChangeOfTheLearnersStays(@TempDir Path temp) throws IOException {
        run(temp, "drawDot(new Value(1, \"a\"));");
        Path page = temp.resolve("out/30-mine/30-mine.md"), picture = temp.resolve("out/30-mine/01-a.svg");
        FileTime made = Files.getLastModifiedTime(picture);
        Files.writeString(picture, "mine");
        Files.setLastModifiedTime(picture, made);
        run(temp, "drawDot(new Value(1, \"b\"));");
        assertEquals("mine", Files.readString(picture), "it is not deleted as one of an earlier run");
        Files.writeString(page, Files.readString(page) + "\nMine.\n");
        Map<String, String> before = contents(temp.resolve("out"));
        Exception e = assertThrows(IllegalArgumentException.class, () -> run(temp, "drawDot(new Value(1, \"c\"));"));
        assertTrue(e.getMessage().startsWith(page.toString()), e.getMessage());
        assertEquals(before, contents(temp.resolve("out")));
    }

    /** A version of the kit that kept no list of what it wrote. */
    @Test
    void whatAnEarlierVersionWroteIsKnownAndNothingElse(@TempDir Path temp) throws IOException {
        Path out = temp.resolve("out");
        String code = "drawDot(new Value(%d, \"a\")).png(\"a\");\nshow(Table.create(\"t\", DoubleColumn.create(\"x\", %d.5)));\n"
                + "walk(new Value(%d, \"a\").mul(2));";
        run(temp, code.replace("%d", "1"));
        Files.delete(out.resolve(".playmore"));
        Files.delete(out.resolve("30-mine/a.png"));    // nothing tells what made that
        run(temp, code.replace("%d", "2"));
        assertTrue(Files.readString(out.resolve("30-mine/02-t.csv")).contains("2.5"));
        Files.delete(out.resolve(".playmore"));
        Path mine = Files.writeString(out.resolve("30-mine/30-mine.md"), "# mine\n");
        assertThrows(IllegalArgumentException.class, () -> run(temp, code.replace("%d", "3")));
        assertEquals("# mine\n", Files.readString(mine));
    }

    /** Notes of another chapter, however they were damaged: they are named, and the others are written. */
    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[]", "{}", "{'name':'31-other'}", "{'name':'31-other','title':'t','body':'b','sections':[]}",
        "{'name':'31-other','title':'t','body':'b','sections':[null]}", "{'name':'31-other','title':'t','body':'b','sections':[{'id':'a'}]}",
        "{'name':'31-other','title':'t','body':'b','sections':[{'id':'a','title':'','text':'','time':'0:01'}]}",
        "\u0000\uFFFE"})
    void damagedNotesAreNamedAndPassedOver(String text, @TempDir Path temp) throws IOException {
        write(temp, "31-other.jsh", "// # 31 · Other", "int x = 1;");
        Path kept = temp.resolve("out/31-other/.chapter.json");
        Files.writeString(kept, text.replace('\'', '"'));
        String said = SystemOut.err(() -> ChapterSummary.in(kept.getParent()));
        assertTrue(said.startsWith("What the notes had of a chapter cannot be read from " + kept), said);
        assertEquals(text.replace('\'', '"'), Files.readString(kept.resolveSibling(".chapter.json.damaged-1")));
        run(temp, "int x = 1;");
        assertTrue(Files.readString(temp.resolve("out/index.html")).contains("30-mine"));
    }

    /** The learner's line fails, not what writes the notes. */
    @Test
    void aPictureThatIsNoneStopsTheChapterWithItsNotes(@TempDir Path temp) throws IOException {
        run(temp, "playmore.output.Picture.of(\"mine\", \"<svg <\");");
        Path out = temp.resolve("out/30-mine");
        assertTrue(Files.readString(out.resolve("30-mine.md")).contains("**Stopped** at"));
        assertEquals(List.of(), pictures(out));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private static void write(Path temp, String name, String title, String code) throws IOException {
        Path file = Files.writeString(temp.resolve(name), title + "\n// Lecture [0:00:01](https://www.youtube.com/watch?v=VMj-3S1tku0&t=1s)\n"
                + "chapter(\"" + name.replace(".jsh", "") + "\");\n" + code + "\n");
        NotesRun.write(temp.resolve("out"), Script.read(file));
    }

    private static void run(Path temp, String code) throws IOException {
        write(temp, "30-mine.jsh", "// # 30 · Mine", code);
    }

    private static List<String> pictures(Path folder) {
        return files(folder).map(f -> name(folder, f)).filter(f -> f.endsWith(".svg")).sorted().toList();
    }

    /** The texts of all files, by their names. */
    private static Map<String, String> contents(Path out) {
        return files(out).collect(Collectors.toMap(file -> name(out, file), file -> {
            try {
                return Files.readString(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }, (a, b) -> a, TreeMap::new));
    }

    private static Map<String, FileTime> times(Path out) throws IOException {
        Map<String, FileTime> times = new TreeMap<>();
        for (Path file : files(out).toList()) {
            times.put(name(out, file), Files.getLastModifiedTime(file));
        }
        return times;
    }

    private static Stream<Path> files(Path out) {
        try {
            return Files.walk(out).filter(Files::isRegularFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path out, Path file) {
        return out.relativize(file).toString().replace('\\', '/');
    }
}
